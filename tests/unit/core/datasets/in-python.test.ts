import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { boilernet } from '../../../../src/core/datasets/boilernet/boilernet.ts'
import { conll } from '../../../../src/core/datasets/conll/conll.ts'
import { anyContext, anyLabelledPage } from './any-dataset-document.ts'
import { filesOf } from './read-back.ts'

const script = fileURLToPath(new URL('../../../python/read-formats.py', import.meta.url))
const hasPython = spawnSync('python3', ['--version']).status === 0

/** What Python's `str.split` takes away, and what some of it and some of JavaScript count as white space or drop. */
const blank = /[\s\p{Cc}]/gu

/** The runs of one label, without white space. */
function runsOf(pieces: readonly { text: string; label: string | null }[]): [string | null, string][] {
  const runs: [string | null, string][] = []
  for (const { text, label } of pieces) {
    const plain = text.replace(blank, '')
    const last = runs.at(-1)
    if (plain === '') continue
    if (last && last[0] === label) last[1] += plain
    else runs.push([label, plain])
  }
  return runs
}

it.skipIf(!hasPython)(
  'says the same to Python (skipped where there is no python3)',
  { timeout: 60_000 },
  () => {
    // Of pages only those that Winnow makes: each parser takes tag soup in its own way.
    const documents = fc.sample(anyLabelledPage, 400).filter(({ html }) => html === null)
    const files = [boilernet, conll].flatMap((format) =>
      documents.map((document) => ({
        format: format.name,
        text: filesOf(format, [document], anyContext)[0]?.text ?? '',
        expected: runsOf(format.carries?.(document, anyContext) ?? []),
      })),
    )
    const { stdout, stderr, status } = spawnSync('python3', [script], {
      input: JSON.stringify(files.map(({ format, text }) => ({ format, text }))),
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    })
    expect(stderr).toBe('')
    expect(status).toBe(0)
    const found = z.array(z.array(z.tuple([z.string().nullable(), z.string()]))).parse(JSON.parse(stdout))
    files.forEach(({ expected }, index) => {
      const said = (found[index] ?? []).map(([label, text]) => ({ label, text }))
      expect(runsOf(said)).toEqual(expected)
    })
  },
)

import { spawnSync } from 'node:child_process'
import { cpSync, existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '../app/fixtures.ts'
import { readLabels } from '../app/read-labels.ts'
import { WorkspacePage } from '../app/workspace-page.ts'

const dumps = fileURLToPath(new URL('../../../../shared/dumps', import.meta.url))
const cli = fileURLToPath(new URL('../../../out/main/cli.js', import.meta.url))

/** What a person presses on each page, from the first segment to the next page. */
const keysOf: Record<string, string> = {
  '000_4720b4ee64bd3b89.txt': 't c c b b b b e d',
  '003_a228cc018eeb9a0a.txt': 't x x c c b b c c b b c c b b e d',
}

const slice = `
import json, sys
for line in open(sys.argv[1], encoding="utf-8", newline=""):
    document = json.loads(line)
    assert document["offsets"] == "codepoint"
    for segment in document["segments"]:
        assert document["text"][segment["start"]:segment["end"]] == segment["text"], segment
    print(document["id"], len(document["segments"]))
`

test(`two real pages, labelled to the end by keyboard, exported and sliced by Python${existsSync(dumps) ? '' : ': skipped, the pages are not here'}`, async ({
  launch,
  place,
}) => {
  test.skip(!existsSync(dumps))
  const corpus = join(place, 'dumps')
  cpSync(dumps, corpus, { recursive: true })
  const app = await launch({ folders: [corpus] })
  const work = await new WorkspacePage(app.page).ready()
  for (const [document, keys] of Object.entries(keysOf)) {
    await expect(app.page.getByRole('heading', { level: 1, name: document })).toBeVisible()
    await work.ready()
    expect(keys.split(' ').length).toBeLessThanOrEqual(25)
    await work.press(...keys.split(' '))
  }
  await expect(app.page.getByText('2 of 2 done')).toBeVisible()
  await work.saved()
  for (const document of Object.keys(keysOf)) {
    const labels = await readLabels(corpus, document)
    expect(labels.status).toBe('done')
    expect(labels.segments.filter((segment) => segment.label === null)).toEqual([])
    const raw = await readFile(join(dumps, document), 'utf8')
    for (const segment of labels.segments)
      expect(Array.from(raw).slice(segment.start, segment.end).join('')).toBe(segment.text)
  }
  await app.close()

  const home = join(place, 'home')
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [cli, ...args], {
      encoding: 'utf8',
      env: { ...process.env, WINNOW_HOME: home },
    })
  expect(run('check', corpus).status).toBe(0)
  const out = join(place, 'labels.jsonl')
  expect(run('export', corpus, '--format', 'jsonl', '--out', out).status).toBe(0)
  const python = spawnSync('python3', ['-c', slice, out], { encoding: 'utf8' })
  if (python.error) return
  expect(python.stderr).toBe('')
  expect(python.stdout.trim().split('\n')).toEqual([
    '000_4720b4ee64bd3b89.txt 58',
    '003_a228cc018eeb9a0a.txt 74',
  ])
})

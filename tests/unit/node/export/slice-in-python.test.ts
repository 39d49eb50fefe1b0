import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { labelling, startWinnow } from '../started-winnow.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const script = fileURLToPath(new URL('../../../python/slice-codepoints.py', import.meta.url))
const hasPython = spawnSync('python3', ['--version']).status === 0

const pages = {
  'emoji.txt': '🏮🏮 Đèn trên sông 👩‍👩‍👧\r\nthân bài 🌾\r\nmenu',
  'marks.txt': 'Tie\u0302\u0301ng Vie\u0323\u0302t\rcafe\u0301\u2028still the line\nend',
  'mixed.md': 'שלום עולם\nمرحبا بالعالم\n你好，世界\nสวัสดีชาวโลก\n\u{20BB7}野家',
}

it.skipIf(!hasPython)('Python slices what was exported (skipped where there is no python3)', async () => {
  const started = await startWinnow(temporaryFolder(pages))
  for (const name of Object.keys(pages))
    await started.apply(name, [labelling(0, 'title'), labelling(1, 'body')])
  const path = join(temporaryFolder(), 'labels.jsonl')
  const target = started.winnow.exportTarget(path, false)
  const { segments } = await started.winnow.service.exportCorpus({
    corpus: started.id,
    format: 'jsonl',
    target,
    job: 'job',
  })
  const run = () => spawnSync('python3', [script, path], { encoding: 'utf8' })
  const { stdout, stderr, status } = run()
  expect({ stderr, status, compared: Number(stdout) }).toEqual({ stderr: '', status: 0, compared: segments })
  // It does notice what is wrong.
  writeFileSync(path, readFileSync(path, 'utf8').replace('"start":0', '"start":1'))
  expect(run().status).toBe(1)
})

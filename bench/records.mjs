import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Writes one file of JSON lines with so many short records into `folder`. */
export function makeRecords(folder, records) {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'crawl.jsonl')
  writeFileSync(path, '')
  const at = 50_000
  for (let from = 0; from < records; from += at) {
    const lines = Array.from({ length: Math.min(at, records - from) }, (_, n) => {
      const number = from + n
      const url = `https://www.site-${number % 5000}.example/page/${number}`
      return JSON.stringify({ url, language: 'en', text: `Page ${number}\nIts body text.` })
    })
    writeFileSync(path, `${lines.join('\n')}\n`, { flag: 'a' })
  }
}

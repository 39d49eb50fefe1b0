import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The sizes that everything is measured at, in lines of about 118 characters. */
export const sizes = [100, 10_000, 100_000]

/** The name of the document of `lines` lines. */
export const documentName = (lines) => `${lines} lines.txt`

/** The text of the document of `lines` lines: all different, none blank. */
export const documentText = (lines) =>
  Array.from({ length: lines }, (_, n) =>
    `Line ${n + 1}: ${'the river ran high past the old mill and on '.repeat(3)}`.slice(0, 118),
  ).join('\n')

/** Writes a corpus with a document of each size, and a small one to come from; returns its folder and a folder for the user's state. */
export function makeCorpus() {
  const place = mkdtempSync(join(tmpdir(), 'winnow-bench-'))
  const folder = join(place, 'corpus')
  mkdirSync(folder)
  writeFileSync(join(folder, '0 start.txt'), 'A page to come from\nwith two lines')
  for (const lines of sizes) writeFileSync(join(folder, documentName(lines)), documentText(lines))
  return { place, folder, home: join(place, 'home') }
}

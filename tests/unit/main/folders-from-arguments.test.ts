import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { foldersFromArguments } from '../../../src/main/folders-from-arguments.ts'

const cwd = resolve('/somewhere')
const packaged = (...argv: string[]): string[] => foldersFromArguments(argv, { fromSource: false, cwd })
const fromSource = (...argv: string[]): string[] => foldersFromArguments(argv, { fromSource: true, cwd })

describe('the folders of the command line', () => {
  it('are all that is no switch', () => {
    expect(packaged('--no-sandbox', 'dumps', '--lang=vi', 'more')).toEqual([
      resolve(cwd, 'dumps'),
      resolve(cwd, 'more'),
    ])
  })

  it('leave out the app itself when started from source', () => {
    expect(fromSource('--no-sandbox', '.', 'dumps')).toEqual([resolve(cwd, 'dumps')])
    expect(fromSource('.')).toEqual([])
  })

  it('may look like switches after --', () => {
    expect(fromSource('.', '--', '-odd', '--')).toEqual([resolve(cwd, '-odd'), resolve(cwd, '--')])
  })

  it('stay as they are when absolute', () => {
    const absolute = resolve('/data/tên có dấu #1')
    expect(packaged(absolute)).toEqual([absolute])
  })
})

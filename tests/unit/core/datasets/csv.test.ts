import { describe, expect, it } from 'vitest'
import { csv, tsv } from '../../../../src/core/datasets/csv/csv-format.ts'
import { csvRowsOf } from '../../../../src/core/datasets/csv/csv-rows.ts'
import { exportOptionsSchema } from '../../../../src/core/datasets/export-options.ts'
import { datasetDocument } from './any-dataset-document.ts'
import { fullContext } from './any-full-document.ts'
import { collected, inChunks } from './in-chunks.ts'
import { readFrom } from './read-back.ts'

const document = (text: string) =>
  datasetDocument('a.txt', text, [{ start: 0, end: text.length, label: 'body', by: 'human' }])

const rows = (text: string, size = 7) => collected(csvRowsOf(inChunks(text, size)))
const read = (text: string) => readFrom(csv, text, 'a.csv')
const rowOf = (text: string, options = {}): string =>
  csv.pieces(document(text), { ...fullContext, options: exportOptionsSchema.parse(options) })[0]?.text ?? ''

describe('a table', () => {
  it('keeps line breaks, quotation marks and commas of a segment', () => {
    expect(rowOf('one, "two"\r\nthree')).toBe(
      `a.txt,0,17,body,"one, ""two""\r\nthree",human,,Lụa,done,,,${'0'.repeat(64)},codepoint,false\r\n`,
    )
  })

  it('begins with a byte order mark where that is asked for', () => {
    const beginning = (byteOrderMark: boolean): string =>
      csv.frame?.({ ...fullContext, options: exportOptionsSchema.parse({ byteOrderMark }) }).before ?? ''
    expect(beginning(true)).toMatch(/^\ufeffdocument,start,end,/)
    expect(beginning(false)).toMatch(/^document,start,end,/)
    expect(tsv.frame?.(fullContext).before).toMatch(/^document\tstart\tend\t.*\r\n$/)
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '\t=1', "'=1"])('defuses %j, and says so', async (text) => {
    const row = rowOf(text)
    expect(row).toContain(`'${text}`)
    expect(row).toMatch(/,true\r\n$/)
    const [back] = await read((csv.frame?.(fullContext).before ?? '') + row)
    expect(back).toMatchObject({ spans: [{ text }] })
  })

  it('leaves formulas as they are where that is asked for', async () => {
    const row = rowOf("'=1", { defuseFormulas: false })
    expect(row).toContain(",'=1,")
    expect(await read((csv.frame?.(fullContext).before ?? '') + row)).toMatchObject([
      { spans: [{ text: "'=1" }] },
    ])
  })

  it('refuses a text that no table can hold', () => {
    expect(() => rowOf('a\ud83c')).toThrow(RangeError)
  })

  it('refuses a document of which there would be nothing in it', () => {
    expect(() => csv.pieces({ ...document('a'), segments: [] }, fullContext)).toThrow(RangeError)
  })
})

describe('rows', () => {
  it.each([1, 2, 3, 100])('are found in pieces of %i', async (size) => {
    expect(await rows('\ufeffa,b\r\n"1\r\n""2""",x\r\r\n"",y"z\n\n"end', size)).toEqual([
      { number: 1, cells: ['a', 'b'] },
      { number: 2, cells: ['1\r\n"2"', 'x'] },
      { number: 4, cells: ['', 'y"z'] },
      {
        where: 'row 6',
        reason:
          'The file ends within it: it was cut off, or is still being written. Nothing is read from there on.',
      },
    ])
  })

  it.each([',', ';', '\t', '|'])('may be separated by %j', async (delimiter) => {
    expect(await rows(`a${delimiter}b\n1${delimiter}2`)).toEqual([
      { number: 1, cells: ['a', 'b'] },
      { number: 2, cells: ['1', '2'] },
    ])
  })
})

describe('a table from elsewhere', () => {
  it('needs no offsets: its rows are lines then', async () => {
    expect(
      await read('id;annotator;text;label\na;Lụa;One;title\na;Lụa;Two;\nb;Lụa;Three;body\n'),
    ).toMatchObject([
      {
        where: 'rows 2 to 3',
        id: 'a',
        annotator: 'Lụa',
        spans: null,
        lines: [
          { text: 'One', label: 'title' },
          { text: 'Two', label: null },
        ],
      },
      { where: 'row 4', id: 'b', lines: [{ text: 'Three', label: 'body' }] },
    ])
  })

  it('is told what it lacks', async () => {
    expect(await read('id,text\na,b')).toEqual([
      { where: 'row 1', reason: expect.stringContaining('no column named label') },
    ])
    expect(await read('id,label\na,b')).toEqual([
      { where: 'row 1', reason: expect.stringContaining('start and end') },
    ])
    expect(await read('text,label\na,b')).toEqual([
      { where: 'row 1', reason: expect.stringContaining('which document') },
    ])
  })

  it('has what is wrong set aside by row, and the rest read', async () => {
    const text = [
      'document,start,end,label,text',
      'a,0,1,x,A',
      'a,1,2,x',
      'a,x,2,x,B',
      'a,,2,x,B',
      ',1,2,x,B',
      'b,0,1,x,C',
      'a,2,3,x,D',
      'a,3,4,x,E',
      'c,0,1,y,F',
    ].join('\n')
    expect(await read(text)).toMatchObject([
      { where: 'row 3', reason: 'It has 4 cells and not 5.' },
      { where: 'row 4', reason: 'Its start does not fit: is no whole number.' },
      { where: 'row 5', reason: 'It does not say where its segment starts and ends.' },
      { where: 'row 6', reason: 'It does not say which document it belongs to.' },
      { where: 'row 2', id: 'a', spans: [{ start: 0, end: 1, label: 'x', text: 'A' }] },
      { where: 'row 7', id: 'b' },
      { where: 'row 8', reason: expect.stringContaining('Sort the table by document.') },
      { where: 'row 10', id: 'c', spans: [{ label: 'y', text: 'F' }] },
    ])
  })
})

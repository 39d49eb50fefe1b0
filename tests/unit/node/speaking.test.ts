import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { annotatorNameSchema } from '../../../src/core/annotator-name.ts'
import { dispatch } from '../../../src/core/dispatch.ts'
import { parseLabelSetFile } from '../../../src/core/label-set-file.ts'
import { speak } from '../../../src/core/sentences/say.ts'
import { builtWorker } from './built-worker.ts'
import { createAnn, labelling, labelsFile, startWinnow } from './started-winnow.ts'
import { temporaryFolder } from './temporary-folder.ts'

const searchProgram = builtWorker('search-worker.ts')

afterEach(() => speak('en'))

describe('the service', () => {
  it('speaks the language that the window shows, with all parts of a sentence', async () => {
    const folder = temporaryFolder({ 'a.txt': 'one' })
    const { winnow, id, apply } = await startWinnow(folder)
    await apply('a.txt', [labelling(0, 'body')])
    const path = labelsFile(folder, 'a.txt')
    writeFileSync(path, '{')
    const opened = async (): Promise<unknown> =>
      dispatch(winnow.service, 'openDocument', { corpus: id, document: 'a.txt' })
    expect(await opened()).toMatchObject({
      value: { message: expect.stringContaining(`The labels file ${path} cannot be used: it is not JSON`) },
    })
    await winnow.service.home({ languages: ['vi-VN', 'en'] })
    // What was read before is remembered as it was said.
    writeFileSync(path, '{"')
    expect(await opened()).toMatchObject({
      value: {
        message: expect.stringContaining(`Không dùng được tệp nhãn ${path}: nó không phải là JSON`),
        choices: [{ choice: 'fresh', consequence: expect.stringContaining('Mở tài liệu không có nhãn.') }],
      },
    })
    expect(await dispatch(winnow.service, 'setAnnotator', { name: '' })).toMatchObject({
      message: 'Lệnh gọi setAnnotator không hợp lệ: Tên còn trống.',
    })
    await winnow.service.savePreferences({ change: { language: 'en' } })
    expect(await dispatch(winnow.service, 'setAnnotator', { name: '' })).toMatchObject({
      message: 'The call setAnnotator does not fit: The name is empty.',
    })
  })

  it('says so already of its settings, in which the choice of a language would be', async () => {
    const userFolder = temporaryFolder({ 'state.json': '[]' })
    const { winnow } = await createAnn({ userFolder })
    const { trouble } = await winnow.service.home({ languages: ['vi'] })
    expect(trouble).toMatch(
      /^Không dùng được tệp cài đặt của bạn .* vì bị hỏng: .* Winnow khởi động với cài đặt mặc định\./,
    )
    expect(trouble).toContain(join(userFolder, 'state.json'))
  })

  it('has its search threads speak it as well', async () => {
    const folder = temporaryFolder({ 'a.txt': 'one\ntwo' })
    const { winnow, id, apply } = await startWinnow(folder, { searchProgram })
    await apply('a.txt', [labelling(0, 'body')])
    writeFileSync(join(folder, 'a.txt'), 'one\ntwo\nthree')
    await winnow.service.home({ languages: ['vi'] })
    const query = { text: 'one', matchCase: false, matchDiacritics: false, regex: false }
    const { leftOut } = await winnow.service.searchCorpus({ corpus: id, query, label: 'body', job: 'j' })
    expect(leftOut).toEqual([
      { document: 'a.txt', reason: expect.stringContaining('Nhãn của nó không còn khớp với nó.') },
    ])
  })
})

describe('what does not fit a schema', () => {
  it('is said in the user’s language, by Zod where the schema has no sentence of its own', () => {
    const fault = (name: unknown): string | undefined =>
      annotatorNameSchema.safeParse(name).error?.issues[0]?.message
    const file = JSON.stringify({ format: 'winnow-label-set', version: 1, labelSet: { name: 5, labels: [] } })
    expect(fault('a/b')).toContain('The name has a character that a folder cannot have: / \\ :')
    expect(fault(5)).toBe('Invalid input: expected string, received number')
    expect(() => parseLabelSetFile(file)).toThrow('received number at labelSet.name. Nothing was changed.')
    speak('vi')
    expect(fault('a/b')).toContain('Tên có ký tự mà tên thư mục không thể có: / \\ :')
    expect(fault(5)).toBe('Đầu vào không hợp lệ: mong đợi string, nhận được số')
    expect(() => parseLabelSetFile(file)).toThrow('nhận được số tại labelSet.name. Chưa có gì bị thay đổi.')
    speak('en')
    expect(fault(5)).toBe('Invalid input: expected string, received number')
  })
})

import { expect, it } from 'vitest'
import { claimedVersion } from '../../../src/core/file-version.ts'
import { defaultProject, projectFileSchema } from '../../../src/core/project-file.ts'

it('a new project parses as a project file', () => {
  expect(projectFileSchema.parse(JSON.parse(JSON.stringify(defaultProject)))).toEqual(defaultProject)
})

it.each([
  { ...defaultProject, version: 2 },
  { ...defaultProject, format: 'winnow-labels' },
  { ...defaultProject, segmentation: 'word' },
  { ...defaultProject, labelSet: { name: 'x', labels: [] } },
  {},
])('%j is no project file of this version', (content) => {
  expect(projectFileSchema.safeParse(content).success).toBe(false)
})

it.each([
  [{ version: 7, more: true }, 7],
  [{ version: '7' }, null],
  [{ version: 1.5 }, null],
  [{}, null],
  [null, null],
  [[], null],
  ['version', null],
])('%j claims version %s', (content, version) => {
  expect(claimedVersion(content)).toBe(version)
})

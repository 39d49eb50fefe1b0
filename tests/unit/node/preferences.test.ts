import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { defaultPreferences } from '../../../src/core/preferences.ts'
import { createAnn } from './started-winnow.ts'
import { temporaryFolder } from './temporary-folder.ts'

test('preferences are the defaults, and what was changed outlives the service, change by change', async () => {
  const userFolder = temporaryFolder()
  const { winnow } = await createAnn({ userFolder })
  expect((await winnow.service.home({})).preferences).toEqual(defaultPreferences)
  await winnow.service.savePreferences({ change: { theme: 'dark', textSize: 18 } })
  await winnow.service.savePreferences({ change: { keys: { undo: ['q'] } } })
  const again = await createAnn({ userFolder })
  expect((await again.winnow.service.home({})).preferences).toEqual({
    ...defaultPreferences,
    theme: 'dark',
    textSize: 18,
    keys: { undo: ['q'] },
  })
})

test('two services change different preferences without undoing each other', async () => {
  const userFolder = temporaryFolder()
  const one = await createAnn({ userFolder })
  const other = await createAnn({ userFolder })
  await one.winnow.service.savePreferences({ change: { language: 'vi' } })
  await other.winnow.service.savePreferences({ change: { panes: 'raw' } })
  expect((await one.winnow.service.home({})).preferences).toMatchObject({ language: 'vi', panes: 'raw' })
})

test('a state from before there were preferences is read with all it holds', async () => {
  const state = {
    format: 'winnow-user',
    version: 1,
    annotator: 'binh',
    recent: ['/nowhere'],
    places: {},
    labelsHomes: {},
  }
  const userFolder = temporaryFolder({ 'state.json': JSON.stringify(state) })
  const { winnow, logged } = await createAnn({ userFolder, annotator: undefined })
  expect(await winnow.service.home({})).toMatchObject({ annotator: 'binh', preferences: defaultPreferences })
  await winnow.service.savePreferences({ change: { whiteSpace: true } })
  expect(logged).toEqual([])
  expect(JSON.parse(readFileSync(join(userFolder, 'state.json'), 'utf8'))).toEqual({
    ...state,
    workLists: {},
    preferences: { whiteSpace: true },
  })
})

test('what one window changes the others are told', async () => {
  const { winnow } = await createAnn()
  const told: unknown[] = []
  winnow.events.subscribe(({ name, payload }) => told.push([name, payload]))
  await winnow.service.savePreferences({ change: { language: 'vi' } })
  expect(told).toEqual([['preferences-changed', { change: { language: 'vi' } }]])
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { callNames } from '../../../src/core/call-names.ts'
import { contract, type Service } from '../../../src/core/contract.ts'
import { dispatch } from '../../../src/core/dispatch.ts'
import { failureSchema } from '../../../src/core/reply.ts'
import { WinnowError } from '../../../src/core/winnow-error.ts'
import { anyText } from './any-text.ts'

const notForTheLog = (error: unknown): never => expect.unreachable(`logged ${String(error)}`)

const refuse = async (): Promise<never> => {
  throw new Error('no test calls this')
}

/** A service of which a test replaces the call it is about. */
function serviceWith(calls: Partial<Service>): Service {
  // The names are all there are, and refusing fits any of them; TypeScript cannot see either.
  const refusing = Object.fromEntries(callNames.map((name) => [name, refuse])) as unknown as Service
  return { ...refusing, ...calls }
}

const hostileNames = [
  '',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'Home',
  ' home',
  'home\n',
  '0',
]

it('every call of the contract is served by name, and no name is missing', () => {
  expect(Object.keys(contract).sort()).toEqual([...callNames].sort())
})

describe('dispatch', () => {
  it('hands the parsed request over and answers with the value', async () => {
    const seen: unknown[] = []
    const service = serviceWith({
      chooseFolder: async (request) => {
        seen.push(request)
        return { id: 'a', name: 'Chợ 🏮', path: '/dumps' }
      },
    })
    expect(await dispatch(service, 'chooseFolder', { unknown: 'field' })).toEqual({
      ok: true,
      value: { id: 'a', name: 'Chợ 🏮', path: '/dumps' },
    })
    expect(seen).toEqual([{}])
  })

  it.each(hostileNames)('answers that there is no call named %j', async (name) => {
    const reply = await dispatch(serviceWith({}), name, {})
    expect(failureSchema.parse(reply)).toMatchObject({
      code: 'bad-request',
      message: expect.stringContaining(JSON.stringify(name)),
    })
  })

  it('never calls a handler with a request that does not fit', async () => {
    const requests: unknown[] = [
      undefined,
      null,
      'home',
      7,
      [],
      { folder: 7 },
      { folder: '' },
      { corpus: 'a' },
    ]
    for (const request of requests) {
      const reply = await dispatch(serviceWith({}), 'openCorpus', request, notForTheLog)
      expect(failureSchema.parse(reply), JSON.stringify(request)).toMatchObject({
        code: 'bad-request',
        message: expect.stringMatching(/openCorpus.+\.$/),
      })
    }
  })

  it('answers any name and any request with data', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constantFrom(...callNames, ...hostileNames), anyText),
        fc.oneof(fc.anything(), fc.jsonValue()),
        async (name, request) => {
          expect(failureSchema.safeParse(await dispatch(serviceWith({}), name, request)).success).toBe(true)
        },
      ),
    )
  })

  it('turns a WinnowError into its code and tells no log', async () => {
    const service = serviceWith({
      home: async () => {
        throw new WinnowError('folder-missing', 'The folder is gone.')
      },
    })
    expect(await dispatch(service, 'home', {}, notForTheLog)).toEqual({
      ok: false,
      code: 'folder-missing',
      message: 'The folder is gone.',
    })
  })

  it('turns any other error into one that nobody foresaw, and tells the log', async () => {
    const thrown = new TypeError('x is undefined')
    const logged: unknown[] = []
    const service = serviceWith({
      home: () => {
        throw thrown
      },
    })
    const reply = await dispatch(service, 'home', {}, (error) => logged.push(error))
    expect(failureSchema.parse(reply)).toMatchObject({
      code: 'unexpected',
      message: expect.stringContaining('x is undefined'),
    })
    expect(logged).toEqual([thrown])
  })
})

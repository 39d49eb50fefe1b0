import { type CallName, callNames } from './call-names.ts'
import { contract, type Service } from './contract.ts'
import { failureOf, type Reply } from './reply.ts'
import { say } from './sentences/say.ts'
import { WinnowError } from './winnow-error.ts'

const isCallName = (name: string): name is CallName => (callNames as readonly string[]).includes(name)

/**
 * Carries one call that came over a wire to the service: checks its name and its request against the contract and
 * turns whatever the handler throws into a reply. Never rejects.
 * @param onUnexpected told of errors that are not Winnow's own, for the host's log
 */
export async function dispatch(
  service: Service,
  name: string,
  request: unknown,
  onUnexpected: (error: unknown) => void = () => {},
): Promise<Reply<unknown>> {
  try {
    if (!isCallName(name))
      throw new WinnowError('bad-request', say`There is no call named ${JSON.stringify(name)}.`)
    return { ok: true, value: await call(service, name, request) }
  } catch (error) {
    if (!(error instanceof WinnowError)) onUnexpected(error)
    return failureOf(error)
  }
}

async function call<N extends CallName>(service: Service, name: N, request: unknown): Promise<unknown> {
  const parsed = contract[name].request.safeParse(request)
  if (!parsed.success)
    throw new WinnowError(
      'bad-request',
      say`The call ${name} does not fit: ${(parsed.error.issues[0]?.message ?? '').replace(/\.?$/, '.')}`,
    )
  // The schema of this very call has just accepted it; TypeScript cannot follow the name through the table.
  const handler = service[name] as (request: unknown) => Promise<unknown>
  return handler(parsed.data)
}

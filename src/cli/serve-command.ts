import { type Command, InvalidArgumentError } from 'commander'
import { z } from 'zod'
import { annotatorOption, corpusOptionsSchema, labelsOption } from './corpus-options.ts'
import { existingFolders } from './existing-folders.ts'
import { exitCode, exitCodeHelp } from './exit-code.ts'
import { serveFolders } from './serve-folders.ts'

const portSchema = z.coerce.number().int().min(1).max(65535)

const optionsSchema = corpusOptionsSchema.extend({ port: portSchema.optional(), open: z.boolean() })

/** `winnow serve`: the interface for a browser, on this machine or at the other end of an SSH tunnel. */
export function addServeCommand(program: Command): void {
  program
    .command('serve')
    .description('serve Winnow’s interface to a browser on this machine')
    .argument('[folder...]', 'corpora: folders of dumps; the welcome screen if none is given')
    .option('--port <number>', 'the port to listen on; a free one if not given', port)
    .option('--no-open', 'only print the address, open no window')
    .addOption(annotatorOption())
    .addOption(labelsOption())
    .addHelpText(
      'after',
      `
When it is ready it prints one line, “Winnow: http://127.0.0.1:PORT/?token=…”, and serves until it is
interrupted. It listens on this machine only; whoever has the address can read and label the folders.

Examples:
  winnow serve dumps
  winnow serve vi/dumps en/dumps --no-open
  On a remote machine: winnow serve dumps --no-open --port 7070
  and on yours, with the same number at both ends: ssh -L 7070:127.0.0.1:7070 HOST
${exitCodeHelp}`,
    )
    .action(async (folders: string[], given: unknown) => {
      const options = optionsSchema.parse(given)
      const existing = await existingFolders(folders)
      process.exitCode =
        folders.length > 0 && existing.length === 0
          ? exitCode.failed
          : await serveFolders({ ...options, folders: existing })
    })
}

function port(given: string): number {
  const parsed = portSchema.safeParse(given)
  if (!parsed.success) throw new InvalidArgumentError('A port is a whole number from 1 to 65535.')
  return parsed.data
}

#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { failureOf } from '../core/reply.ts'
import { addCheckCommand } from './check-command.ts'
import { exitCode, exitCodeHelp } from './exit-code.ts'
import { addExportCommand } from './export-command.ts'
import { addImportCommand } from './import-command.ts'
import { installation } from './installation.ts'
import { addOpenCommand } from './open-command.ts'
import { remark } from './remark.ts'
import { addRestoreCommand } from './restore-command.ts'
import { addSampleCommand } from './sample-command.ts'
import { addServeCommand } from './serve-command.ts'
import { addStatsCommand } from './stats-command.ts'
import { addSuggestCommand } from './suggest-command.ts'

const program = new Command('winnow')
  .description('Label the lines of crawled pages by hand, and export data that trains text cleaners.')
  .version(installation.version)
  .exitOverride()
  .addHelpText('after', exitCodeHelp)

addOpenCommand(program)
addServeCommand(program)
addExportCommand(program)
addImportCommand(program)
addSuggestCommand(program)
addSampleCommand(program)
addStatsCommand(program)
addRestoreCommand(program)
addCheckCommand(program)

// Whoever reads the results may stop early, as `head` does; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCode.good)
  throw error
})

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander has said what is wrong, and calls help and version errors as well.
    process.exitCode = error.exitCode === 0 ? exitCode.good : exitCode.wrongUsage
  } else {
    const failure = failureOf(error)
    if (!failure.ok) remark(failure.message)
    process.exitCode = exitCode.failed
  }
}

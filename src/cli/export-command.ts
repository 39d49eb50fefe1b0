import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import type { Request } from '../core/contract.ts'
import { exportFormats } from '../core/datasets/format-names.ts'
import type { Winnow } from '../node/winnow.ts'
import { annotatorOption, labelsOption, listOption } from './corpus-options.ts'
import { exitCode, exitCodeHelp } from './exit-code.ts'
import {
  type ExportCommandOptions,
  exportCommandSchema,
  formatOptions,
  mappingOptions,
  selectionOptions,
  splitOptions,
} from './export-options.ts'
import { printable } from './printable.ts'
import { remark } from './remark.ts'
import { showProgress } from './show-progress.ts'
import { withCorpus } from './with-corpus.ts'

const job = 'export'

/** `winnow export`: writes the labels of one annotator for training. */
export function addExportCommand(program: Command): void {
  const command = program
    .command('export')
    .description('write the labels of a corpus as a dataset')
    .argument('<folder>', 'the corpus: a folder of dumps')
    .addOption(
      new Option('--format <format>', 'as docs/formats.md tells')
        .choices(exportFormats)
        .makeOptionMandatory(),
    )
    .option('--out <path>', 'the file to write, or the new folder', '')
    .option('--preview', 'print what the first documents become, and write nothing')
    .option('--force', 'replace the file if there is one; a folder is never replaced')
  const options = [...selectionOptions(), ...mappingOptions(), ...splitOptions(), ...formatOptions()]
  for (const option of [...options, listOption(), annotatorOption(), labelsOption()])
    command.addOption(option)
  command
    .addHelpText(
      'after',
      `
Examples:
  winnow export dumps --format jsonl --out labels.jsonl
  winnow export dumps --format jsonl --out labels.jsonl --offsets byte --only-done
  winnow export dumps --format jsonl --out labels.jsonl --by human --uncertain refuse
  winnow export dumps --format jsonl --out dataset --split 80/10/10 --seed 7
  winnow export dumps --format hugging-face --out dataset --split rest/500/500
  winnow export dumps --format conll --out labels.conll --map keep-drop --list pilot
  winnow export dumps --format text --out cleaned --annotator linh --state done,skipped
  winnow export dumps --format text --preview
${exitCodeHelp}`,
    )
    .action(async (folder: string, given: unknown) => {
      const asked = exportCommandSchema.parse(given)
      if (asked.out === '' && !asked.preview)
        command.error("error: required option '--out <path>' not specified", {
          exitCode: exitCode.wrongUsage,
        })
      process.exitCode = await withCorpus(folder, asked, async (winnow, corpus, troubles) => {
        const request = requestOf(corpus.folder.id, asked)
        const leftOut = asked.preview
          ? await printPreview(winnow, request)
          : await exportTo(winnow, request, resolve(asked.out), asked.force)
        return leftOut + troubles.length > 0 ? exitCode.leftOut : exitCode.good
      })
    })
}

function requestOf(corpus: string, asked: ExportCommandOptions): Request<'previewExport'> {
  const { split, seed, where } = asked
  const states = asked.onlyDone ? [...(asked.state ?? []), 'done' as const] : asked.state
  return {
    corpus,
    format: asked.format,
    options: {
      offsets: asked.offsets,
      byteOrderMark: asked.bom,
      defuseFormulas: !asked.rawFormulas,
      doccanoForm: asked.doccanoForm,
      separator: asked.separator,
      parquetRows: asked.parquetRows,
      parquetSplit: asked.parquetSplit,
    },
    annotator: asked.annotator,
    list: asked.list,
    by: asked.by,
    filter: { statuses: states, sites: asked.site, languages: asked.language, column: where },
    mapping: asked.map,
    unlabelled: asked.unlabelled,
    uncertain: asked.uncertain,
    split: split && {
      shares: split,
      seed,
      bySite: !asked.anySite,
      nearDuplicates: !asked.nearDuplicatesApart,
      stratify: !asked.unstratified,
    },
  }
}

/** Returns how many documents were left out. */
async function exportTo(
  winnow: Winnow,
  request: Request<'previewExport'>,
  path: string,
  force: boolean,
): Promise<number> {
  const stop = (): void => void winnow.service.cancelJob({ job })
  process.once('SIGINT', stop)
  const end = showProgress(winnow, job)
  const target = winnow.exportTarget(path, force)
  const done = await winnow.service.exportCorpus({ ...request, target, job }).finally(() => {
    end()
    process.off('SIGINT', stop)
  })
  for (const { document, reason } of done.leftOut) remark(`${document} is left out: ${reason}`)
  for (const warning of done.split?.warnings ?? []) remark(warning)
  const sentences = [
    `${done.documents} documents with ${done.segments} segments, ${done.unlabelled} of them without a label, are in ${done.path}`,
    ...(done.split?.summary ?? []),
  ]
  for (const sentence of sentences) console.log(printable(sentence))
  return done.leftOut.length
}

/** Returns how many of the first documents would be left out. */
async function printPreview(winnow: Winnow, request: Request<'previewExport'>): Promise<number> {
  const { documents, leftOut } = await winnow.service.previewExport(request)
  for (const { document, reason } of leftOut) remark(`${document} is left out: ${reason}`)
  for (const { document, files } of documents)
    for (const { path, text, isCut } of files) {
      remark(path === '' ? document : `${document}: ${path}`)
      const shown = isCut ? `${text}…` : text.replace(/\n$/, '')
      for (const line of shown.split('\n')) console.log(printable(line))
    }
  return leftOut.length
}

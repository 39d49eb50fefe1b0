import { exitCodeHelp } from './exit-code.ts'

/** What `winnow import --help` says after the options. */
export const importHelp = `
A document is found by its id if its content is the one that the file says, else by its content, its
file's name without regard to folder and ending, or its URL; what fits several is refused by name.
Nothing is taken in whose text or offsets do not fit, and labels that a document has already are never
lost unless --overwrite is given: --dry-run says what would be. Text that the file leaves out stays
without a label unless --rest names one, as for the output of a cleaner. Suggestions are shown in the window where its panel of suggestions names the model.

Examples:
  winnow import dumps --from labels.jsonl --dry-run
  winnow import dumps --from labels.jsonl --annotator linh --status done
  winnow import dumps --from labels.jsonl --map advert=boilerplate --others add
  winnow import dumps --from gold --format cleaneval --rest boilerplate
  winnow import dumps --from cleaned --as-suggestions my-cleaner --rest boilerplate
${exitCodeHelp}`

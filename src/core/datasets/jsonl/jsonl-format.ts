import { z } from 'zod'
import { offsetUnits } from '../../offsets.ts'
import { say } from '../../sentences/say.ts'
import type { DatasetFormat } from '../dataset-format.ts'
import { jsonlRecord, jsonlRecordSchema } from './jsonl-record.ts'
import { readJsonl } from './read-jsonl.ts'

/** The JSON Schema of a line, draft 2020-12, which goes beside the file. */
const schema = `${JSON.stringify(z.toJSONSchema(jsonlRecordSchema), null, 2)}\n`

/** Winnow's own format, which carries all that Winnow knows of a document: one a line. */
export const jsonlFormat: DatasetFormat = {
  name: 'jsonl',
  layout: 'file',
  extension: '.jsonl',
  units: offsetUnits,
  companions: () => [{ path: 'schema.json', text: schema }],
  pieces(document, { unit }) {
    const stored = offsetUnits.find((one) => one === unit)
    if (!stored) throw new RangeError(say`its offsets cannot count as ${unit}`)
    return [{ path: '', text: `${JSON.stringify(jsonlRecord(document, stored))}\n` }]
  },
  carriesUnlabelled: true,
  read: readJsonl,
}

import { DuckDBInstance } from '@duckdb/node-api'

/** A database in memory, the second implementation of what our readers read. */
const connection = DuckDBInstance.create().then((instance) => instance.connect())

/** Runs statements one after the other; `$name` in them stands for one of `values`. */
export async function duckdb(sql: string, values: Record<string, string | number> = {}): Promise<void> {
  await (await connection).run(sql, values)
}

/** A path or text as SQL writes it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

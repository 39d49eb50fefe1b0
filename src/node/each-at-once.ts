/** Does `work` for every item, `limit` of them at a time, beginning in order. Stops beginning more once one failed. */
export async function eachAtOnce<T>(
  items: Iterable<T>,
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = items[Symbol.iterator]()
  let failed = false
  const worker = async (): Promise<void> => {
    for (let next = waiting.next(); !next.done && !failed; next = waiting.next())
      try {
        await work(next.value)
      } catch (error) {
        failed = true
        throw error
      }
  }
  await Promise.all(Array.from({ length: limit }, worker))
}

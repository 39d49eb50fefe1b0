/** A test of texts that recur, done once for each. */
export function rememberedTest(test: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>()
  return (text) => {
    const found = known.get(text) ?? test(text)
    known.set(text, found)
    return found
  }
}

/** A size as people read it, in the language `locale`: `12 kB`, `1.4 MB`. */
export function formatBytes(bytes: number, locale: string): string {
  const [unit, size] =
    bytes < 1000
      ? (['byte', bytes] as const)
      : bytes < 1_000_000
        ? (['kilobyte', bytes / 1000] as const)
        : (['megabyte', bytes / 1_000_000] as const)
  const maximumFractionDigits = size < 10 && unit !== 'byte' ? 1 : 0
  return size.toLocaleString(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits })
}

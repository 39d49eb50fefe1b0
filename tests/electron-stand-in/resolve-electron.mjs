const url = new URL('electron.cjs', import.meta.url).href

/** The hook that gives `import … from 'electron'` the stand-in. */
export const resolve = (specifier, context, next) =>
  specifier === 'electron' ? { url, format: 'commonjs', shortCircuit: true } : next(specifier, context)

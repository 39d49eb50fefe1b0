/** Chromium, and Electron with it, refuses to start for root on Linux unless it is told to go without its sandbox. */
export const sandboxArguments = (): string[] =>
  process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []

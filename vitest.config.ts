import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // One for each core of a small machine: much of what a test does is waiting for a process or the disk.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          environment: 'node',
          // No test leaves anything behind in its process, so the libraries are loaded once and not for each file.
          isolate: false,
          // A second, the default, is little for what threads do on a machine that is busy.
          expect: { poll: { timeout: 10_000 } },
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'contract',
          include: ['tests/contract/**/*.test.ts'],
          environment: 'node',
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // A shared machine can stall for seconds. What passes only at the second try is told with its name.
          retry: process.env.CI === undefined ? 0 : 1,
        },
      },
      {
        test: {
          name: 'torture',
          include: ['tests/torture/full.test.ts'],
          environment: 'node',
          testTimeout: 60 * 60_000,
        },
      },
    ],
  },
})

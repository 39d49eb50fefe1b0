import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  main: {
    build: {
      // The command line and the web host run in plain Node, whose oldest version sets the syntax.
      target: 'node20.19',
      // Libraries become part of the build, as reading hundreds of small files takes longer than the rest of the start.
      externalizeDeps: false,
      // Tables of encodings and languages are large, and read from the disk, not over a wire.
      chunkSizeWarningLimit: 4000,
      rollupOptions: {
        // It names its own folder in a way that the build's own name for it clashes with, and is rarely needed.
        external: ['open'],
        input: {
          index: here('src/main/index.ts'),
          web: here('src/web/index.ts'),
          cli: here('src/cli/index.ts'),
          'index-worker': here('src/node/listing/index-worker.ts'),
          'search-worker': here('src/node/search-worker.ts'),
          'repetition-worker': here('src/node/repetition/repetition-worker.ts'),
          'suggestion-worker': here('src/node/suggestions/suggestion-worker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload may only be one CommonJS file that requires nothing but electron.
      rollupOptions: {
        input: { index: here('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: here('src/renderer'),
    plugins: [react()],
    build: {
      minify: true,
      // One local file; splitting it would not bring the first paint any nearer.
      chunkSizeWarningLimit: 2000,
      // Inlined assets would need `data:` in the Content-Security-Policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: { index: here('src/renderer/index.html') } },
    },
  },
})

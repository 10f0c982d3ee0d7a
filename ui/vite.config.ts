import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [svelte()],
  // The page is served from inside the program, where no absolute path is promised.
  base: './',
  server: { port: 5173, strictPort: false },
  build: {
    target: 'safari16.4',
    outDir: 'dist',
    emptyOutDir: true,
    // Fonts and pictures stay files: the content policy allows no data: addresses.
    assetsInlineLimit: 0,
    sourcemap: false,
    modulePreload: { polyfill: false },
  },
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts'],
    restoreMocks: true,
    // Two centuries of days take seconds on a busy machine; a test that hangs still ends.
    testTimeout: 60_000,
  },
})

import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [
    paraglideVitePlugin({
      project: './project.inlang',
      outdir: './src/i18n/generated',
      strategy: ['globalVariable', 'baseLocale'],
    }),
    svelte(),
    svelteTesting(),
  ],
  build: {
    target: 'safari16.4',
    outDir: 'dist',
    emptyOutDir: true,
    // The content security policy knows no inline script, and a data: font would be
    // loaded whether a glyph needs it or not.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
  test: {
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'page',
          environment: 'happy-dom',
          include: ['src/**/*.test.ts'],
          exclude: ['src/paper/**'],
          setupFiles: ['./src/testkit/setup.ts'],
        },
      },
      // Paper runs without a page, as it does in a worker.
      {
        extends: true,
        // Compiling the compiler takes long on a busy machine.
        test: {
          name: 'paper',
          environment: 'node',
          include: ['src/paper/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

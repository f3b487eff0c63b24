import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte(), svelteTesting()],
  build: {
    target: 'safari16.4',
    outDir: 'dist',
    emptyOutDir: true,
    // The content security policy knows no inline script, and a data: font would be
    // loaded whether a glyph needs it or not.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['./src/testkit/setup.ts'],
    restoreMocks: true,
  },
});

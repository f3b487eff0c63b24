import { defineConfig } from '@playwright/test';

/**
 * Browser tests: the real program, served to Debian's Chromium on loopback. Each spec
 * file starts a program of its own (e2e/fixtures/app.ts) and its tests follow one
 * another on one page, because opening a profile costs a second on purpose. Two files
 * run side by side: a page spends much of its time waiting for the other side.
 */
export default defineConfig({
  testDir: './e2e',
  outputDir: './test-results',
  workers: 2,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    screenshot: 'only-on-failure',
    trace: 'off',
    actionTimeout: 20_000,
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});

import { defineConfig } from '@playwright/test'

const executablePath = process.env['KANSLI_CHROMIUM']
const electron = process.env['KANSLI_ELECTRON']

/** Each host is a project: the same tests, through another door. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  fullyParallel: false,
  // Each test has a program, a workspace and a window of its own; a small machine has cores for two.
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      // Chromium's sandbox does not work for root, and only then is it left out.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
      ...(executablePath === undefined || executablePath === '' ? {} : { executablePath }),
    },
    // `--trace on` records one: it costs a third of the time of a test, and slows the hands that the tests are.
    trace: 'off',
  },
  projects: [{ name: 'loopback' }, ...(electron === undefined || electron === '' ? [] : [{ name: 'desktop' }])],
})

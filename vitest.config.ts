import { defineConfig } from 'vitest/config';

const OWN_TEMPORARY_FOLDER = 'src/testing/own-temporary-folder.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{src,scripts}/**/*.test.ts'],
          exclude: ['src/e2e/**'],
          globalSetup: OWN_TEMPORARY_FOLDER,
          // A slow machine is no defect: only a test that hangs should end by the clock.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['src/e2e/**/*.test.ts'],
          globalSetup: [OWN_TEMPORARY_FOLDER, 'src/e2e/build-site.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          // A browser waits as often as it works: two files at a time fill two cores.
          maxWorkers: 2,
        },
      },
    ],
  },
});

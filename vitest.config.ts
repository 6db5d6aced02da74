import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{src,scripts}/**/*.test.ts'],
          exclude: ['src/e2e/**'],
          // A slow machine is no defect: only a test that hangs should end by the clock.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['src/e2e/**/*.test.ts'],
          globalSetup: 'src/e2e/build-site.ts',
          testTimeout: 120_000,
          hookTimeout: 300_000,
          // Browsers are heavy: two files at a time would only slow each other down on two cores.
          fileParallelism: false,
        },
      },
    ],
  },
});

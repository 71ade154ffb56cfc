import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/longest-first';

const path = (folder: string) => fileURLToPath(new URL(folder, import.meta.url));
const globalSetup = path('./tests/support/global-postgres.ts');
const setupFiles = [path('./tests/support/property-seed.ts')];
const alias = { '~': path('./app'), '@db': path('./db'), '@jobs': path('./jobs') };
const project = (name: string, include: string[], extra = {}) => ({
  resolve: { alias },
  test: { name, include, environment: 'node' as const, setupFiles, ...extra },
});

const ADDS_A_LANGUAGE = ['app/domain/language.test.ts', 'app/i18n/added-language.test.ts'];

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // Rules beside their files; everything that needs a database, a server or a browser under tests/.
    projects: [
      // Many cases of a property on a busy machine take their time. Rules keep nothing between one test and the next, so
      // the files share what they import; those that add a language, which stays added, share nothing.
      project('unit', ['app/**/*.test.{ts,tsx}'], { testTimeout: 60_000, isolate: false, exclude: ADDS_A_LANGUAGE }),
      project('languages', ADDS_A_LANGUAGE, { testTimeout: 60_000 }),
      project('database', ['tests/database/**/*.test.ts'], { globalSetup, testTimeout: 60_000, hookTimeout: 120_000 }),
      project('contracts', ['tests/contracts/**/*.test.ts'], {
        globalSetup,
        testTimeout: 60_000,
        hookTimeout: 120_000,
      }),
      project('faults', ['tests/faults/**/*.test.ts'], { globalSetup, testTimeout: 600_000, hookTimeout: 120_000 }),
      project('e2e', ['tests/e2e/**/*.test.ts'], {
        globalSetup,
        testTimeout: 120_000,
        hookTimeout: 180_000,
        // What was built is run by Node as it is, not taken apart and put together again for each file.
        server: { deps: { external: [/\/build\/server\//] } },
      }),
    ],
  },
});

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

/** What adds a language, which stays added, shares its modules with nobody. */
const ADDS_A_LANGUAGE = ['app/domain/language.test.ts', 'app/i18n/added-language.test.ts'];
const JOURNEYS_THAT_ADD_ONE = ['tests/e2e/added-language.test.ts'];

/**
 * The files of a worker share what they import: taking the product in anew for each of a hundred files is a fifth of the
 * time. Nothing is kept between them but that, a counter for references, and a browser; what is spied on is given back.
 */
const SHARED = { isolate: false, restoreMocks: true };
/**
 * Where a change is judged, a busy machine gets a second try, and what needed it is named at the end (`last-word.ts`). Rules do
 * not need one, and what is promised under faults gets none: a message that was sent twice once was sent twice.
 */
const retry = process.env.CI ? 1 : 0;
const DATABASE = { ...SHARED, globalSetup, retry, testTimeout: 60_000, hookTimeout: 120_000 };
const JOURNEYS = {
  // As it is served: React and Remix look at much more while they are being developed with.
  env: { NODE_ENV: 'production' },
  ...{ globalSetup, retry, testTimeout: 120_000, hookTimeout: 180_000 },
  // What was built is run by Node as it is, not taken apart and put together again for each file.
  server: { deps: { external: [/\/build\/server\//] } },
};

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // What is named while it runs is slow enough to be looked into.
    slowTestThreshold: 20_000,
    // Rules beside their files; everything that needs a database, a server or a browser under tests/.
    projects: [
      // Many cases of a property on a busy machine take their time.
      project('unit', ['app/**/*.test.{ts,tsx}'], { ...SHARED, testTimeout: 60_000, exclude: ADDS_A_LANGUAGE }),
      project('languages', ADDS_A_LANGUAGE, { testTimeout: 60_000 }),
      project('database', ['tests/database/**/*.test.ts'], DATABASE),
      project('contracts', ['tests/contracts/**/*.test.ts'], DATABASE),
      project('faults', ['tests/faults/**/*.test.ts'], { globalSetup, testTimeout: 600_000, hookTimeout: 120_000 }),
      project('e2e', ['tests/e2e/**/*.test.ts'], { ...SHARED, ...JOURNEYS, exclude: JOURNEYS_THAT_ADD_ONE }),
      project('added language', JOURNEYS_THAT_ADD_ONE, JOURNEYS),
    ],
  },
});

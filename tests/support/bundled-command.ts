import { build } from 'esbuild';
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';

const made = new Map<string, Promise<string>>();

/**
 * One of the project's programs as one file that Node starts at once: what tsx does anew at every start takes several
 * seconds, and a test starts one many times. Of a command the packages are in it as
 * well, because to find and read their files takes half of the rest.
 * @param source from the project's root, such as "commands/db.ts". @returns where the file is; it goes with this process.
 */
export function bundledCommand(source: string): Promise<string> {
  const outfile = join(process.cwd(), '.cache', `${basename(source, '.ts')}-${process.pid}.mjs`);
  const making = made.get(source) ?? bundle(source, outfile);
  made.set(source, making);
  return making;
}

/** What is not JavaScript, or looks for files beside itself, or is large and loaded only when it is needed. */
const LEFT_OUT = ['better-sqlite3', 'argon2', 'pg-native', 'twilio', 'notifications-node-client', 'pdfkit'];

/** Packages that are not modules of their own use these. */
const FOR_OLDER_PACKAGES = `import { createRequire as requireFrom } from 'node:module';
import { fileURLToPath as pathOfUrl } from 'node:url';
const require = requireFrom(import.meta.url);
const __filename = pathOfUrl(import.meta.url);
const __dirname = pathOfUrl(new URL('.', import.meta.url));`;

async function bundle(source: string, outfile: string): Promise<string> {
  const packages = source.startsWith('commands/')
    ? { external: LEFT_OUT, banner: { js: FOR_OLDER_PACKAGES } }
    : { packages: 'external' as const };
  await build({
    ...{ entryPoints: [source], outfile, bundle: true, platform: 'node', target: 'node20', format: 'esm' },
    ...{ ...packages, tsconfig: 'tsconfig.json', logLevel: 'warning' },
  });
  process.once('exit', () => rmSync(outfile, { force: true }));
  return outfile;
}

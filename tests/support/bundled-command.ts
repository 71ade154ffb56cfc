import { build } from 'esbuild';
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';

const made = new Map<string, Promise<string>>();

/**
 * One of the project's programs as one file that Node starts at once: what tsx does anew at every start takes several
 * seconds, and a test starts one many times.
 * @param source from the project's root, such as "commands/db.ts". @returns where the file is; it goes with this process.
 */
export function bundledCommand(source: string): Promise<string> {
  const outfile = join(process.cwd(), '.cache', `${basename(source, '.ts')}-${process.pid}.mjs`);
  const making = made.get(source) ?? bundle(source, outfile);
  made.set(source, making);
  return making;
}

async function bundle(source: string, outfile: string): Promise<string> {
  await build({
    ...{ entryPoints: [source], outfile, bundle: true, platform: 'node', target: 'node20', format: 'esm' },
    ...{ packages: 'external', tsconfig: 'tsconfig.json', logLevel: 'warning' },
  });
  process.once('exit', () => rmSync(outfile, { force: true }));
  return outfile;
}

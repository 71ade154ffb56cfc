import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const STAMP = join('build', 'stamp');
const SOURCES = [
  'app',
  'db',
  'jobs',
  'public',
  'server.ts',
  'vite.config.ts',
  'remix.config.js',
  'tsconfig.json',
  'package-lock.json',
];

function* filesIn(path: string): Generator<string> {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) return void (yield path);
  for (const name of readdirSync(path).sort()) yield* filesIn(join(path, name));
}

/** One hash over the contents of everything that goes into a build; times of files play no part. */
export function sourcesHash(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of filesIn(source)) {
      if (/\.test\.tsx?$/.test(file)) continue;
      hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

/** Notes which sources the present build was made from. */
export function stampBuild(hash: string): void {
  writeFileSync(STAMP, `${hash}\n`);
}

/** True when there is no finished build, or the sources have changed since it was made. */
export function needsBuild(): boolean {
  return !existsSync(STAMP) || readFileSync(STAMP, 'utf8').trim() !== sourcesHash();
}

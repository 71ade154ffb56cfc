import { build as bundle } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { sourcesHash, stampBuild } from './build-stamp';

/** Says what is being done and how long it took. */
async function step<T>(what: string, work: () => Promise<T> | T): Promise<T> {
  const started = performance.now();
  process.stdout.write(`${what} … `);
  const result = await work();
  process.stdout.write(`${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  return result;
}

/** Runs a Node program of the project; its output is shown only when it fails. */
function run(...args: string[]): void {
  const env = { ...process.env, NODE_ENV: 'production' as const };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
  if (status !== 0) throw new Error(`${args.join(' ')} failed\n${stdout}\n${stderr}`);
}

async function bundleServers(): Promise<void> {
  const entries = { portal: 'server.ts', worker: 'jobs/worker.ts' };
  const present = Object.entries(entries).filter(([, file]) => existsSync(file));
  await bundle({
    entryPoints: Object.fromEntries(present),
    outdir: 'build',
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    // Dependencies stay in node_modules, and so does Vite, which only development imports.
    packages: 'external',
    tsconfig: 'tsconfig.json',
    sourcemap: true,
    logLevel: 'warning',
  });
}

/** One file for each added language: the servers read them as they start (docs/languages.md). */
async function bundleLanguages(): Promise<void> {
  const folder = join('app', 'i18n', 'languages');
  if (!existsSync(folder)) return;
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  await bundle({
    entryPoints: files.map((name) => join(folder, name)),
    outdir: join('build', 'languages'),
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    tsconfig: 'tsconfig.json',
    logLevel: 'warning',
  });
}

/**
 * Remix always builds a client; no page of ours ships one (docs/decisions/0004-no-client-javascript.md). What stays is the one
 * script that passkeys need (0019-ways-to-sign-in.md).
 */
function dropClientScripts(folder: string): void {
  const goes = (name: string) => name.endsWith('.js') && !/^ask-passkey-[\w-]+\.js$/.test(name);
  for (const name of readdirSync(folder)) if (goes(name)) rmSync(join(folder, name));
}

/** Writes .br and .gz beside every file that gets smaller by it, so that no request waits for compression. */
function compressFiles(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) compressFiles(path);
    else if (/\.(css|js|svg|html|json|txt|xml|webmanifest|map)$/.test(entry.name)) {
      const plain = readFileSync(path);
      const best = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
      writeFileSync(`${path}.br`, brotliCompressSync(plain, best));
      writeFileSync(`${path}.gz`, gzipSync(plain, { level: 9 }));
    }
  }
}

/**
 * Makes build/: the pages (client and server), the portal and the worker.
 * @throws when any part fails, or when a route does not declare who may use it.
 */
export async function buildAll(): Promise<void> {
  const hash = sourcesHash();
  rmSync(join('build', 'stamp'), { force: true });
  rmSync(join('build', 'languages'), { recursive: true, force: true });
  await step('pages', () => run(join('node_modules', '@remix-run', 'dev', 'dist', 'cli.js'), 'vite:build'));
  dropClientScripts(join('build', 'client', 'assets'));
  await step('portal and worker', bundleServers);
  await step('added languages', bundleLanguages);
  await step('compressed files', () => compressFiles(join('build', 'client')));
  const check = join('scripts', 'check-access.ts');
  if (existsSync(check)) await step('access of every route', () => run('--import', 'tsx', check));
  stampBuild(hash);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  buildAll().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}

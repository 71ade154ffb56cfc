import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

/** The servers that the portal is measured against, as files that Node can start. */
export interface Baselines {
  bare: string;
  template: string;
}

const CACHE = join('.cache', 'baselines');

/** Builds both, in half a minute: the template with Vite, as anybody would. */
export async function buildBaselines(): Promise<Baselines> {
  const entry = join('build', 'server', 'index.js');
  if (!existsSync(entry)) throw new Error('There is no build. Run `npm run build` first.');
  mkdirSync(CACHE, { recursive: true });
  const [bare, template] = [join(CACHE, 'bare-express.mjs'), join(CACHE, 'remix-template.mjs')];
  const shared = {
    ...({ bundle: true, platform: 'node', target: 'node20', format: 'esm', packages: 'external' } as const),
    ...({
      tsconfig: 'tsconfig.json',
      logLevel: 'warning',
      define: { 'process.env.NODE_ENV': '"production"' },
    } as const),
  };
  await build({
    ...{ ...shared, entryPoints: [join('bench', 'portal', 'bare-express.tsx')], outfile: bare },
    // The pages' own components, without the framework that they are written for.
    alias: { '@remix-run/react': join(process.cwd(), 'bench', 'portal', 'plain-react.tsx') },
    plugins: [builtStyles],
  });
  await viteBuild(join('bench', 'remix-template'));
  await build({ ...shared, entryPoints: [join('bench', 'remix-template', 'server.ts')], outfile: template });
  return { bare, template };
}

/** A style sheet's address is that of the built one, so that the page is as long. */
const builtStyles: Plugin = {
  name: 'built styles',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\.scss\?url$/ }, ({ path }) => ({ path, namespace: 'style' }));
    onLoad({ filter: /.*/, namespace: 'style' }, ({ path }) => {
      const name = /(\w+)\.scss/.exec(path)![1]!;
      const file = readdirSync(join('build', 'client', 'assets')).find((one) => new RegExp(`^${name}-.*\\.css$`).test(one)); // prettier-ignore
      return { contents: `export default ${JSON.stringify(`/assets/${file}`)}` };
    });
  },
};

async function viteBuild(folder: string): Promise<void> {
  const cli = join('node_modules', '@remix-run', 'dev', 'dist', 'cli.js');
  const env = { ...process.env, NODE_ENV: 'production' as const };
  const program = spawn(process.execPath, [cli, 'vite:build', folder], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [program.stdout, program.stderr]) stream.on('data', (text: Buffer) => (printed += String(text)));
  const [code] = (await once(program, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`the Remix template could not be built\n${printed}`);
}

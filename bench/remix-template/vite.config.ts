import { vitePlugin as remix } from '@remix-run/dev';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const path = (folder: string) => fileURLToPath(new URL(folder, import.meta.url));

/** The page's component stands in a file with its loader, which only Remix's own routes are freed from for the browser. */
const noLoader: Plugin = {
  name: 'no loader',
  enforce: 'pre',
  resolveId: (id, _importer, { ssr }) => (!ssr && /allow\.server$/.test(id) ? '\0no-loader' : null),
  load: (id) => (id === '\0no-loader' ? 'export const allowCustomer = () => null;' : null),
};

/** As `create-remix` writes it, with the aliases of the components that the page is made of. */
export default defineConfig({
  root: path('.'),
  plugins: [
    noLoader,
    remix({
      buildDirectory: path('../../.cache/baselines/template'),
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_lazyRouteDiscovery: true,
      },
    }),
  ],
  resolve: { alias: { '~': path('../../app'), '@db': path('../../db') } },
  css: { preprocessorOptions: { scss: { loadPaths: [path('../../node_modules')], quietDeps: true } } },
});

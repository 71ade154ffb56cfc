import { vitePlugin as remix } from '@remix-run/dev';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import remixOptions from './remix.config.js';
import { usedStyles } from './scripts/used-styles';

const path = (folder: string) => fileURLToPath(new URL(folder, import.meta.url));

export default defineConfig({
  plugins: [remix(remixOptions)],
  resolve: { alias: { '~': path('./app'), '@db': path('./db'), '@jobs': path('./jobs') } },
  css: {
    preprocessorOptions: { scss: { loadPaths: ['node_modules'], quietDeps: true } },
    postcss: { plugins: [usedStyles(path('./app'))] },
  },
  build: { assetsInlineLimit: 0 },
});

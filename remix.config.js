/**
 * The options of Remix's Vite plugin; vite.config.ts imports them. Single fetch and lazy route discovery
 * stay off: see docs/decisions/0001-remix-2.md.
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
  appDirectory: 'app',
  serverModuleFormat: 'esm',
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: false,
    v3_lazyRouteDiscovery: false,
  },
};

import type { ServerBuild } from '@remix-run/node';
import { Outlet } from '@remix-run/react';
import * as entry from '~/entry.server';
import { allowAnyone, allowCustomer, allowLink } from '~/http/allow.server';
import { notFound } from '~/http/responses.server';

type Routes = ServerBuild['routes'];
/** A route that serves a file has no page, whatever the type says. */
type RouteModule = Partial<Routes[string]['module']>;

const Nothing = () => null;
const shows = (what: unknown) => new Response(JSON.stringify(what));

/** A few routes that do what a test of the server needs; everything is as in a real build, but nothing is built. */
export function bareBuild(more: Record<string, { path: string; module: RouteModule }> = {}): ServerBuild {
  const routes: Record<string, { path: string; module: RouteModule }> = {
    page: { path: 'page', module: { default: () => <p>A page</p>, loader: allowAnyone(() => null) } },
    long: { path: 'long', module: { default: () => <p>{'long '.repeat(1000)}</p>, loader: allowAnyone(() => null) } },
    address: {
      path: 'address',
      module: {
        loader: allowAnyone(({ request, url, context }) =>
          shows({ url: url.href, headers: Object.fromEntries(request.headers), address: context.address }),
        ),
      },
    },
    echo: {
      path: 'echo',
      module: {
        action: allowAnyone(async ({ request }) => shows(Object.fromEntries(await request.formData()))),
      },
    },
    link: {
      path: 'a/:token',
      module: {
        default: Nothing,
        loader: allowLink(() => null),
        action: allowLink(() => null),
      },
    },
    mine: { path: 'mine', module: { default: () => <p>Mine</p>, loader: allowCustomer(() => null) } },
    secret: {
      path: 'secret/:id',
      module: {
        loader: allowAnyone(() => {
          throw notFound();
        }),
      },
    },
    broken: {
      path: 'broken',
      module: {
        default: Nothing,
        loader: allowAnyone(() => {
          throw new Error('cannot reach aled@mail.example');
        }),
      },
    },
    brokenPage: {
      path: 'broken-page',
      module: {
        default: () => {
          throw new Error('cannot draw +447700900123');
        },
        loader: allowAnyone(() => null),
      },
    },
    brokenFile: {
      path: 'broken-file',
      module: {
        loader: allowAnyone(() => {
          throw new Error('cannot write for aled@mail.example');
        }),
      },
    },
    ...more,
  };
  const root = {
    id: 'root',
    path: '',
    module: { default: () => <Outlet />, ErrorBoundary: () => <p>No such page</p> },
  };
  const all: Routes = { root };
  for (const [id, { path, module }] of Object.entries(routes))
    all[id] = { id, parentId: 'root', path, module: module as Routes[string]['module'] };
  const assetRoutes = Object.fromEntries(
    Object.values(all).map(({ id, parentId, path, module }) => [
      id,
      {
        id,
        parentId,
        path,
        module: '',
        hasLoader: Boolean(module.loader),
        hasAction: Boolean(module.action),
        hasErrorBoundary: Boolean(module.ErrorBoundary),
        hasClientLoader: false,
        hasClientAction: false,
      },
    ]),
  );
  return {
    entry: { module: entry as ServerBuild['entry']['module'] },
    routes: all,
    assets: { entry: { module: '', imports: [] }, routes: assetRoutes, url: '', version: '1' },
    publicPath: '/',
    assetsBuildDirectory: 'build/client',
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_singleFetch: false,
      v3_lazyRouteDiscovery: false,
    },
    isSpaMode: false,
    mode: 'production',
  };
}

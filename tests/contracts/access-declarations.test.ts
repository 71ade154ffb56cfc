import type { ServerBuild } from '@remix-run/node';
import { describe, expect, it } from 'vitest';
import { undeclaredRoutes } from '~/http/access-declarations.server';
import { bareBuild } from '../support/bare-build';

type RouteModule = Partial<ServerBuild['routes'][string]['module']>;
const Page = () => null;
const open = () => null;

function withRoute(module: RouteModule): ServerBuild {
  return bareBuild({ planted: { path: 'planted', module } });
}

describe('a build', () => {
  it('in which everything says who may use it passes', () => {
    expect(undeclaredRoutes(bareBuild())).toEqual([]);
  });

  it.each([
    ['a loader', { default: Page, loader: open }, 'planted: its loader does not say who may use it'],
    ['an action', { action: open }, 'planted: its action does not say who may use it'],
    ['a page without a loader', { default: Page }, 'planted: its page has no loader, so nothing says who may see it'],
    [
      'a loader that only looks declared',
      { loader: Object.assign(open, { access: 'anyone' }) },
      'planted: its loader does not say who may use it',
    ],
  ])('with %s that nobody decided on is named', (_what, module, line) => {
    expect(undeclaredRoutes(withRoute(module))).toEqual([line]);
  });

  it('names every part of a route by itself', () => {
    const declared = bareBuild().routes.page!.module.loader;
    expect(undeclaredRoutes(withRoute({ default: Page, loader: declared, action: open }))).toHaveLength(1);
    expect(undeclaredRoutes(withRoute({ loader: () => null, action: () => null }))).toHaveLength(2);
  });
});

import type { ServerBuild } from '@remix-run/node';
import { matchRoutes } from '@remix-run/react';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { branchOf, patternOf, routeOfPath } from './route-branches.server';

/** A build of routes with these addresses, all within one; `''` is its index. */
function buildOf(paths: readonly string[]): ServerBuild {
  const children = paths.map((path, n) => ({ id: `r${n}`, parentId: 'root', path: path || undefined, index: !path || undefined })); // prettier-ignore
  const all = [{ id: 'root', path: '' }, ...children];
  const routes = Object.fromEntries(all.map((route) => [route.id, route]));
  return { routes, assets: { routes, version: '1' } } as unknown as ServerBuild;
}

function asTheWhole(paths: readonly string[], asked: string): string | null {
  const children = paths.map((path, n) => (path ? { id: `r${n}`, path } : { id: `r${n}`, index: true as const }));
  return matchRoutes([{ id: 'root', path: '', children }], asked)?.at(-1)?.route.id ?? null;
}

const part = fc.constantFrom('a', 'b', 'plan.pdf', ':id', ':ref', 'ca-b');
const address = fc.oneof(
  fc.constant(''),
  fc.constant('*'),
  fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/')),
  fc.array(part, { minLength: 1, maxLength: 2 }).map((parts) => `${parts.join('/')}/*`),
);
const askedPart = fc.constantFrom('a', 'A', 'b', 'plan.pdf', 'planXpdf', 'ca-b', 'x', '%C3%B4', '%2F', '');

describe('routeOfPath', () => {
  it('answers as all routes together would', () => {
    fc.assert(
      fc.property(fc.uniqueArray(address, { maxLength: 12 }), fc.array(askedPart, { maxLength: 5 }), (paths, parts) => {
        const asked = `/${parts.join('/')}`;
        expect(routeOfPath(buildOf(paths), asked)).toBe(asTheWhole(paths, asked));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('branchOf', () => {
  const build = buildOf(['', 'a/:token', 'plan', '*']);

  it('has the route and what is around it, and is made once', () => {
    const branch = branchOf(build, 'r1');
    expect(Object.keys(branch.routes)).toEqual(['root', 'r1']);
    expect(Object.keys(branch.assets.routes)).toEqual(['root', 'r1']);
    expect(branchOf(build, 'r1')).toBe(branch);
    expect(patternOf(build, 'r1')).toBe('/a/:token');
  });
});

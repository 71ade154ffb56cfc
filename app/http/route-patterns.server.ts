import type { ServerBuild } from '@remix-run/node';
import { matchRoutes } from '@remix-run/react';
import type { RequestHandler } from 'express';

type Tree = Parameters<typeof matchRoutes>[0][number];

/** What is known of a build once and for all: it does not change while it serves. */
const known = new WeakMap<ServerBuild, { tree: Tree[]; patterns: Map<string, string> }>();

/** The address pattern of every route by its id, such as `/a/:token/appointment.ics`. */
export function routePatterns(build: ServerBuild): Map<string, string> {
  const pattern = (id: string): string => {
    const route = build.routes[id]!;
    const before = route.parentId ? pattern(route.parentId) : '';
    return route.path ? `${before}/${route.path}` : before;
  };
  return new Map(Object.keys(build.routes).map((id) => [id, pattern(id) || '/']));
}

/**
 * The pattern of the route that answers a path: what logs and metrics may hold, where the path itself may be
 * a secret. @returns null when no route answers.
 */
export function patternOfPath(build: ServerBuild, path: string): string | null {
  const { tree, patterns } = knownOf(build);
  const leaf = matchRoutes(tree, path)?.at(-1);
  return leaf?.route.id ? (patterns.get(leaf.route.id) ?? null) : null;
}

/** Notes for the log and the metrics which route a request is for, before anything can refuse it. */
export function nameRoute(build: ServerBuild | (() => Promise<ServerBuild>)): RequestHandler {
  const name = async (path: string) =>
    patternOfPath(typeof build === 'function' ? await build() : build, path) ?? '(no such page)';
  return (request, response, next) => {
    name(request.path).then((pattern) => {
      response.locals.route = pattern;
      next();
    }, next);
  };
}

function knownOf(build: ServerBuild) {
  const found = known.get(build) ?? { tree: treeOf(build), patterns: routePatterns(build) };
  known.set(build, found);
  return found;
}

function treeOf(build: ServerBuild): Tree[] {
  const below = (parentId: string | undefined): Tree[] =>
    Object.values(build.routes)
      .filter((route) => route.parentId === parentId)
      .map((route) => {
        const shared = { id: route.id, path: route.path, caseSensitive: route.caseSensitive };
        if (route.index) return { ...shared, index: true as const };
        return { ...shared, index: false as const, children: below(route.id) };
      });
  return below(undefined);
}

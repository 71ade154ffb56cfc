import type { ServerBuild } from '@remix-run/node';
import { matchRoutes } from '@remix-run/react';

type Route = ServerBuild['routes'][string];
type Tree = Parameters<typeof matchRoutes>[0][number];

/** A place in the addresses of a build: what may follow, and the routes that end here or take all that follows. */
interface Place {
  fixed: Map<string, Place>;
  any: Place | null;
  ends: Route[];
  rest: Route[];
}

/** What is known of a build once and for all: it does not change while it serves. */
interface Known {
  start: Place;
  order: Map<string, number>;
  branches: Map<string, ServerBuild>;
}

const known = new WeakMap<ServerBuild, Known>();

/**
 * The id of the route that answers a path, as `matchRoutes` says of the whole build. It would look at every route of the build,
 * and take all their addresses apart, for each request: here it is asked about the few whose fixed parts fit.
 * @returns null when no route answers.
 */
export function routeOfPath(build: ServerBuild, path: string): string | null {
  const { start, order } = knownOf(build);
  const fitting: Route[] = [];
  collect(start, path.split('/').filter(Boolean).map(readable), 0, fitting);
  return matchRoutes(treeOf(build, fitting, order), path)?.at(-1)?.route.id ?? null;
}

/**
 * The build with nothing in it but one route and those around it. Remix goes through all routes of a build several times for
 * each request, although one branch answers it; in this one there is nothing else to go through.
 */
export function branchOf(build: ServerBuild, routeId: string): ServerBuild {
  const { branches } = knownOf(build);
  const found = branches.get(routeId);
  if (found) return found;
  const ids = withParents(build, routeId).map(({ id }) => id);
  const pick = <T>(all: Record<string, T>) => Object.fromEntries(ids.map((id) => [id, all[id]!]));
  const assets = { ...build.assets, routes: pick(build.assets.routes) };
  const branch = { ...build, routes: pick(build.routes), assets };
  branches.set(routeId, branch);
  return branch;
}

/** The address pattern of a route, such as `/a/:token/appointment.ics`. */
export function patternOf(build: ServerBuild, routeId: string): string {
  const parts = withParents(build, routeId).flatMap(({ path }) => (path ? [path] : []));
  return `/${parts.join('/')}`;
}

function withParents(build: ServerBuild, routeId: string): Route[] {
  const route = build.routes[routeId]!;
  return [...(route.parentId ? withParents(build, route.parentId) : []), route];
}

function knownOf(build: ServerBuild): Known {
  const found = known.get(build) ?? learn(build);
  known.set(build, found);
  return found;
}

const newPlace = (): Place => ({ fixed: new Map(), any: null, ends: [], rest: [] });

function learn(build: ServerBuild): Known {
  const start = newPlace();
  const routes = Object.values(build.routes);
  for (const route of routes) {
    const parts = patternOf(build, route.id).split('/').filter(Boolean);
    // A part that may be left out shifts those behind it: such a route is always asked about.
    if (parts.some((part) => part.endsWith('?'))) start.rest.push(route);
    else
      placeFor(
        start,
        parts.filter((part) => part !== '*'),
      )[parts.includes('*') ? 'rest' : 'ends'].push(route);
  }
  return { start, order: new Map(routes.map(({ id }, index) => [id, index])), branches: new Map() };
}

function placeFor(start: Place, parts: readonly string[]): Place {
  return parts.reduce((place, part) => {
    if (!/^[\w.~-]+$/.test(part)) return (place.any ??= newPlace());
    const name = part.toLowerCase();
    const next = place.fixed.get(name) ?? newPlace();
    place.fixed.set(name, next);
    return next;
  }, start);
}

function collect(place: Place, parts: readonly string[], at: number, into: Route[]): void {
  into.push(...place.rest);
  if (at === parts.length) return void into.push(...place.ends);
  const fixed = place.fixed.get(parts[at]!);
  if (fixed) collect(fixed, parts, at + 1, into);
  if (place.any) collect(place.any, parts, at + 1, into);
}

/** A part of a path as it is compared: decoded, where it can be, and in small letters. */
function readable(part: string): string {
  try {
    return decodeURIComponent(part).toLowerCase();
  } catch (error) {
    if (error instanceof URIError) return part.toLowerCase();
    throw error;
  }
}

/** The routes given, in the routes around them, in the order of the build. */
function treeOf(build: ServerBuild, routes: readonly Route[], order: Map<string, number>): Tree[] {
  const kept = [...new Set(routes.flatMap(({ id }) => withParents(build, id)))];
  // Of two that fit equally well the first one wins.
  kept.sort((a, b) => order.get(a.id)! - order.get(b.id)!);
  const below = (parentId: string | undefined): Tree[] =>
    kept
      .filter((route) => route.parentId === parentId)
      .map(({ id, path, index, caseSensitive }) => {
        const shared = { id, path, caseSensitive };
        return index ? { ...shared, index: true as const } : { ...shared, index: false as const, children: below(id) };
      });
  return below(undefined);
}

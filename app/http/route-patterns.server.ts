import type { ServerBuild } from '@remix-run/node';
import type { RequestHandler } from 'express';
import { patternOf, routeOfPath } from './route-branches.server';

/** What is known of a build once and for all: it does not change while it serves. */
const known = new WeakMap<ServerBuild, Map<string, string>>();

/** The address pattern of every route by its id, such as `/a/:token/appointment.ics`. */
export function routePatterns(build: ServerBuild): Map<string, string> {
  const found = known.get(build) ?? new Map(Object.keys(build.routes).map((id) => [id, patternOf(build, id)]));
  known.set(build, found);
  return found;
}

/**
 * The pattern of the route that answers a path: what logs and metrics may hold, where the path itself may be
 * a secret. @returns null when no route answers.
 */
export function patternOfPath(build: ServerBuild, path: string): string | null {
  const routeId = routeOfPath(build, path);
  return routeId === null ? null : (routePatterns(build).get(routeId) ?? null);
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

import type { ServerBuild } from '@remix-run/node';
import type { Access } from './allow.server';

/** One thing that a route lets somebody do, and for whom; `access` is null when nobody declared it. */
export interface Declaration {
  routeId: string;
  part: 'loader' | 'action' | 'page';
  access: Access | null;
}

/**
 * Every loader and action in a build with what it declares. A page without a loader appears too, undeclared:
 * it would be shown to anyone without being asked. The root is the frame around all pages and is only asked
 * about what it loads.
 */
export function listDeclarations(build: ServerBuild): Declaration[] {
  return Object.values(build.routes).flatMap(({ id, parentId, module }) => {
    const found: Declaration[] = [];
    if (module.loader) found.push({ routeId: id, part: 'loader', access: accessOf(module.loader) });
    if (module.action) found.push({ routeId: id, part: 'action', access: accessOf(module.action) });
    if (!module.loader && module.default && parentId !== undefined) {
      found.push({ routeId: id, part: 'page', access: null });
    }
    return found;
  });
}

/** What is open to people that nobody decided on, as lines such as "routes/staff.day: its loader …"; empty is good. */
export function undeclaredRoutes(build: ServerBuild): string[] {
  return listDeclarations(build)
    .filter(({ access }) => access === null)
    .map(({ routeId, part }) =>
      part === 'page'
        ? `${routeId}: its page has no loader, so nothing says who may see it`
        : `${routeId}: its ${part} does not say who may use it`,
    );
}

function accessOf(run: object): Access | null {
  const access = 'access' in run ? run.access : null;
  return typeof access === 'object' && access !== null && 'who' in access ? (access as Access) : null;
}

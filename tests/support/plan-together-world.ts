import { aMemberOfStaff } from './factories';
import { aPlanWorld } from './plan-world';
import type { TestPortal } from './portal';

/**
 * The world of a plan, and who and what it takes to make one together: a step library of two, something that is hard for
 * Aled, a partner organisation with Osian of it (session `osian`), and a partner's colleague of none (`lost`).
 */
export async function aPlanTogetherWorld(portal: TestPortal) {
  const world = await aPlanWorld(portal);
  const { deps, composition } = portal;
  const partnerId = deps.newId();
  const library = { bus: deps.newId(), cv: deps.newId() };
  const people = {
    osian: await aMemberOfStaff(deps, world.office.id, { role: 'partner', partnerId, firstName: 'Osian' }),
    lost: await aMemberOfStaff(deps, world.office.id, { role: 'partner', firstName: 'Nobody' }),
  };
  await deps.db.write(async (q) => {
    const { partners, stepLibrary, barriers } = q.tables;
    await q.insert(partners).values({ id: partnerId, ref: 'CAREERS', name: 'Llwybrau Careers', what: 'Advice.' });
    const step = { officeId: world.office.id, owner: 'customer' as const, days: 7 };
    await q.insert(stepLibrary).values([
      { ...step, id: library.cv, action: 'Write two pages of a CV', actionInWelsh: 'Ysgrifennu dwy dudalen o CV' },
      { ...step, id: library.bus, action: 'Ask for a bus pass', barrier: 'travel', days: 3, position: 1 },
    ]);
    const told = { id: deps.newId(), customerId: world.aled.id, toldAt: 1, toldBy: 'customer' as const };
    await q.insert(barriers).values({ ...told, kind: 'travel' });
  });
  for (const [name, { id }] of Object.entries(people))
    world.sessions.set(name, await composition.services.startSession({ kind: 'staff', id }, null));
  return { world, partnerId, library };
}

export type PlanTogetherWorld = Awaited<ReturnType<typeof aPlanTogetherWorld>>;

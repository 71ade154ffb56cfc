import type { Page } from 'playwright-core';
import { aCustomerWorld } from './customer-world';
import { aCustomer, aStep } from './factories';
import type { TestPortal } from './portal';

/** The customers' world, with a plan for Aled in which every sort of step stands once. Nia has none. */
export async function aPlanWorld(portal: TestPortal) {
  const { deps } = portal;
  const world = await aCustomerWorld(deps);
  const { id: customerId } = world.aled;
  const goals = { near: deps.newId(), far: deps.newId() };
  await deps.db.write(async (q) => {
    const goal = { customerId, createdAt: 1 };
    await q.insert(q.tables.goals).values([
      { ...goal, id: goals.near, title: 'Two interviews', horizon: 'short' },
      { ...goal, id: goals.far, title: 'A job in a care home', horizon: 'long' },
    ]);
    const agreement = { customerId, agreedBy: world.adviser.id, agreedAt: Date.parse('2026-11-02T10:00:00Z') };
    await q.insert(q.tables.planAgreements).values({ ...agreement, id: deps.newId(), nextReviewOn: '2026-12-14' });
  });
  const step = async (more: Parameters<typeof aStep>[2]) => (await aStep(deps, customerId, more)).id;
  const steps = {
    late: await step({ action: 'Ring two care homes', dueOn: '2026-11-20', goalId: goals.near }),
    helped: await step({ action: 'Finish my CV', trouble: 'help', goalId: goals.near }),
    theirs: await step({ action: 'Send you the bus times', owner: 'adviser', goalId: goals.far }),
    finished: await step({ action: 'Join the library', doneAt: deps.clock.now() - 1 }),
    own: await step({ action: 'Ask the school', ownIdea: true }),
  };

  const sessions = new Map<string, string>();
  async function signIn(name: string, kind: 'customer' | 'staff', id: string) {
    sessions.set(name, await portal.composition.services.startSession({ kind, id }, null));
  }
  const as = (name: string, page: Page) =>
    page.context().addCookies([{ name: 'session', value: sessions.get(name)!, url: portal.url }]);
  await signIn('aled', 'customer', customerId);
  await signIn('nia', 'customer', world.nia.id);
  await signIn('sioned', 'staff', world.adviser.id);

  /** Somebody new with a step of their own to do, in a browser of their own. */
  async function somebody(options: Parameters<TestPortal['newVisitor']>[0] = {}) {
    const page = await portal.newVisitor(options);
    const email = `elin${sessions.size}@mail.example`;
    const owner = { officeId: world.office.id, adviserId: world.adviser.id };
    const customer = await aCustomer(deps, owner, { firstName: 'Elin', email });
    await signIn(customer.id, 'customer', customer.id);
    await as(customer.id, page);
    return {
      page,
      customer,
      step: await aStep(deps, customer.id, { action: 'Ring the college', dueOn: '2026-11-27' }),
      main: () => page.locator('main').innerText(),
      press: (name: string) => page.getByRole('button', { name, exact: true }).click(),
    };
  }

  return { ...world, steps, sessions, as, somebody };
}

export type PlanWorld = Awaited<ReturnType<typeof aPlanWorld>>;

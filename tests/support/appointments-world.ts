import type { Page } from 'playwright-core';
import { aCustomer, aMemberOfStaff, anAppointment, anOffice, availableAllWeek } from './factories';
import type { TestPortal } from './portal';

/** Half past two on the day after the portal's clock stands still. */
export const TOMORROW = Date.parse('2026-11-24T14:30:00Z');

type Appointment = NonNullable<Parameters<typeof anAppointment>[2]>;
type Person = NonNullable<Parameters<typeof aCustomer>[2]>;

/** One office and one adviser with free times, and customers with an appointment each, made as a test needs them. */
export async function anAppointmentsWorld(portal: TestPortal) {
  const { deps, composition } = portal;
  const office = await anOffice(deps);
  const adviser = await aMemberOfStaff(deps, office.id);
  await availableAllWeek(deps, adviser.id);
  const team = { officeId: office.id, adviserId: adviser.id };

  const sessionOf = (customerId: string) =>
    composition.services.startSession({ kind: 'customer', id: customerId }, null);
  const signIn = async (page: Page, customerId: string) =>
    page.context().addCookies([{ name: 'session', value: await sessionOf(customerId), url: portal.url }]);

  /** Somebody new with one appointment, tomorrow at half past two unless told otherwise. */
  async function someone(fields: Appointment = {}, person: Person = {}) {
    const { id: customerId } = await aCustomer(deps, team, { mobile: '+447700900123', ...person });
    const { id } = await anAppointment(deps, { ...team, customerId }, { startsAt: TOMORROW, ...fields });
    return { customerId, id, path: `/appointments/${id}` };
  }

  /** Somebody new with nothing. */
  async function nobody() {
    const { id: customerId } = await aCustomer(deps, team, { firstName: 'Nia' });
    return { customerId, id: '', path: '' };
  }

  async function signedIn({ customerId }: { customerId: string }, wishes?: Parameters<TestPortal['newVisitor']>[0]) {
    const page = await portal.newVisitor(wishes);
    await signIn(page, customerId);
    return page;
  }

  return { team, sessionOf, signIn, someone, nobody, signedIn };
}

export type AppointmentsWorld = Awaited<ReturnType<typeof anAppointmentsWorld>>;
export type Someone = Awaited<ReturnType<AppointmentsWorld['someone']>>;

import { openDatabase, type Db, type Dialect } from '@db/client.server';
import { migrateUp } from '@db/migrate.server';
import { DAY, HOUR, MINUTE } from '~/domain/clock';
import { DEFAULT_ENGINE } from '~/services/engine-settings';
import { databaseToCopy } from './copied-database';
import { aCustomer, aMemberOfStaff, anAppointment, anOffice, availableAllWeek } from './factories';
import { fakeClock } from './fake-clock';
import { BEGINS, type KillWorld, type Reckoning } from './kill-ledger';
import { sendingDeps } from './sending-deps';
import type { TwilioServer } from './twilio-server';

/** How the offers are to stand in the end, by who was asked. */
const STORY = {
  first: ['Aled offered by text', 'Bryn offered by text', 'Cai offered by phone'],
  // Of two times that would suit Dewi, one is offered; who let an offer lapse is not asked again.
  second: ['Dewi lapsed by text', 'Efa offered by text', 'Fflur offered by text'],
};

/**
 * Two times that have come free, of two advisers. Nobody was asked about the first yet. Of the second an offer has just
 * lapsed, and one of those in line waits for the first time too. All are to be asked once, and each time kept for somebody.
 */
export async function makeOfferLedger(dialect: Dialect, twilio: TwilioServer): Promise<KillWorld> {
  const store = await databaseToCopy(dialect);
  const db = openDatabase(store.url);
  await migrateUp(db);
  const clock = fakeClock(BEGINS - DAY);
  const deps = sendingDeps({ twilioUrl: twilio.url, engine: DEFAULT_ENGINE }, db, clock);
  const office = await anOffice(deps);
  const advisers = [await aMemberOfStaff(deps, office.id), await aMemberOfStaff(deps, office.id)];
  for (const { id } of advisers) await availableAllWeek(deps, id);
  let count = 0;

  const someone = (firstName: string, points: { mobile?: string; landline?: string } = {}) =>
    aCustomer(deps, { officeId: office.id, adviserId: advisers[0]!.id }, { firstName, ...points });
  const mobile = () => ({ mobile: `+44770090020${(count += 1)}` });
  const meets = (customerId: string, adviser: number, startsAt: number) =>
    anAppointment(deps, { customerId, adviserId: advisers[adviser]!.id, officeId: office.id }, { startsAt });
  async function waits(customerId: string, adviser: number, minutesAgo: number) {
    const { id: appointmentId } = await meets(customerId, adviser, BEGINS + 5 * DAY + count * HOUR + adviser * DAY);
    const wish = { appointmentId, customerId, askedAt: BEGINS - minutesAgo * MINUTE };
    await db.write((q) => q.insert(q.tables.earlierWishes).values(wish));
    return appointmentId;
  }
  /** Tomorrow, or the day after, at ten. */
  async function freed(adviser: number): Promise<string> {
    const { id: customerId } = await someone('Nia');
    const { startsAt, endsAt, id: appointmentId } = await meets(customerId, adviser, BEGINS + (adviser + 1) * DAY);
    const id = deps.newId();
    await db.write(async (q) => {
      await q.update(q.tables.appointments).set({ status: 'cancelled_by_office' });
      const slot = { id, officeId: office.id, adviserId: advisers[adviser]!.id, appointmentId, startsAt, endsAt };
      await q.insert(q.tables.freedSlots).values({ ...slot, freedAt: clock.now() });
    });
    return id;
  }

  const slots = [await freed(0), await freed(1)];
  for (const [n, name] of ['Aled', 'Bryn'].entries()) await waits((await someone(name, mobile())).id, 0, 90 - n);
  await waits((await someone('Cai', { landline: '+441632960111' })).id, 0, 80);
  const dewi = await someone('Dewi', mobile());
  const asked = await waits(dewi.id, 1, 2000);
  const [efa, fflur] = [await someone('Efa', mobile()), await someone('Fflur', mobile())];
  await waits(efa.id, 1, 60);
  await waits(fflur.id, 1, 50);
  const lapsed = { id: deps.newId(), slotId: slots[1]!, customerId: dewi.id, appointmentId: asked };
  await db.write((q) => q.insert(q.tables.slotOffers).values({ ...lapsed, status: 'offered', offeredAt: BEGINS - 3 * HOUR, heldUntil: BEGINS - HOUR, tokenHash: deps.vault.hashSecret(deps.vault.offerToken(lapsed.id)) })); // prettier-ignore
  await db.close();
  return {
    offers: true,
    handedOver: { messages: [], requests: [] },
    copy: () => store.copy(),
    remove: () => store.remove(),
    reckon: (server, ofCopy) => reckon(slots, lapsed.id, server, ofCopy),
  };
}

/** Whether each time is kept for those whom it should be, and each of them was asked once, by text or by a call to make. */
async function reckon(slots: string[], lapsed: string, twilio: TwilioServer, db: Db): Promise<Reckoning> {
  const { offers, messages, calls } = await db.read(async (q) => {
    const { slotOffers, callList } = q.tables;
    return {
      offers: await q.select().from(slotOffers),
      messages: await q.select().from(q.tables.messages),
      calls: await q.select().from(callList),
    };
  });
  const names = await db.read((q) => q.select().from(q.tables.customers));
  const nameOf = (id: string) => names.find((one) => one.id === id)?.firstName;
  const told = slots.map((slotId) =>
    offers
      .filter((one) => one.slotId === slotId)
      .map((one) => `${nameOf(one.customerId)} ${one.status} by ${one.tokenHash === null ? 'phone' : 'text'}`)
      .sort(),
  );
  const faults = [...twilio.mistakes];
  if (JSON.stringify(told) !== JSON.stringify([STORY.first, STORY.second])) faults.push(`offers: ${told.join('; ')}`);
  let [lost, twice] = [0, 0];
  const fresh = offers.filter(({ id }) => id !== lapsed);
  for (const { messageId, tokenHash } of fresh) {
    const message = messages.find(({ id }) => id === messageId);
    const texts = twilio.messages.filter(({ sid }) => sid === message?.providerId);
    const asked = tokenHash === null ? calls.filter((call) => call.messageId === messageId) : texts;
    if (asked.length === 0) lost += 1;
    if (message?.status !== 'accepted') faults.push(`a message is ${message?.status ?? 'not there'}`);
  }
  twice = twilio.messages.length - new Set(twilio.messages.map(({ to }) => to)).size;
  if (lost > 0) faults.push(`${lost} not asked`);
  if (twice > 0) faults.push(`${twice} asked twice`);
  if (messages.length !== fresh.length) faults.push(`${messages.length} messages about ${fresh.length} offers`);
  return { faults, lost, twice, late: 0 };
}

import { afterEach, beforeEach, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '~/domain/clock';
import type { MeasurePeriod } from '~/domain/contact/channel-measures';
import type { SignedInStaff } from '~/services/sessions.server';
import { exportChannels, viewChannelList, viewChannels } from '~/services/view-channels.server';
import { assessed } from '../support/assessed';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aContactPoint, aCustomer, aMemberOfStaff, anAppointment, anOffice } from '../support/factories';

/** It is Tuesday 24 November 2026; what is counted is October, unless told otherwise. */
describeOnBothDatabases('how people were in touch', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  let sioned: SignedInStaff;
  let paul: SignedInStaff;
  let aled: Awaited<ReturnType<typeof aCustomer>>;
  const OCTOBER = Date.parse('2026-10-12T10:00:00Z');

  const signedIn = ({ id, officeId, firstName, lastName }: Awaited<ReturnType<typeof aMemberOfStaff>>) =>
    ({ kind: 'staff', role: 'adviser', id, officeId, firstName, lastName }) as SignedInStaff;
  beforeEach(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db);
    deps.clock.set('2026-11-24T10:00:00Z');
    const office = await anOffice(deps);
    sioned = signedIn(await aMemberOfStaff(deps, office.id));
    paul = signedIn(await aMemberOfStaff(deps, (await anOffice(deps)).id));
    aled = await person({ mobile: '+447700900111' });
  });
  afterEach(() => database.drop());

  const person = (fields: NonNullable<Parameters<typeof aCustomer>[2]>) =>
    aCustomer(deps, { officeId: sioned.officeId, adviserId: sioned.id }, fields);
  const about = () => ({ id: deps.newId(), customerId: aled.id, officeId: sioned.officeId });
  const insert = <T extends 'contactRecords' | 'customerActs' | 'helps' | 'appointmentEvents' | 'messages' | 'optOuts'>(
    table: T,
    row: Record<string, unknown>,
  ) => deps.db.write((q) => q.insert(q.tables[table]).values(row as never));
  const aContact = (channel: string, helped: boolean, more: Record<string, unknown> = {}) =>
    insert('contactRecords', {
      ...{ ...about(), at: OCTOBER, channel, direction: 'in', service: 'appointment', helped },
      ...{ minutes: 30, staffId: sioned.id, createdAt: OCTOBER, ...more },
    });
  const anAct = (way: string, more: Record<string, unknown> = {}) =>
    insert('customerActs', { ...about(), at: OCTOBER, action: '/plan/steps/new', service: 'plan', way, ...more });
  async function aHelp(more: Record<string, unknown> = {}) {
    const row = {
      ...about(),
      staffId: sioned.id,
      way: 'phone',
      identity: 'known',
      startedAt: OCTOBER,
      endedAt: OCTOBER + HOUR,
    };
    await insert('helps', { ...row, ...more });
    return row.id;
  }
  const view = (staff = sioned, period: MeasurePeriod = 'last_month') => viewChannels(deps)({ staff, period });
  const lines = async (staff = sioned, period: MeasurePeriod = 'last_month') =>
    (await view(staff, period)).table.services.flatMap(({ service, ways }) =>
      ways.map(({ way, alone, helped }) => `${service} ${way}: ${alone} alone, ${helped} helped`),
    );

  it('counts contacts, what was done in the portal and answers, by service and way, helped or alone', async () => {
    await aContact('phone', false);
    await aContact('phone', true);
    await aContact('desk', true);
    await aContact('phone', true, { withdrawnAt: OCTOBER });
    await aContact('phone', true, { at: Date.parse('2026-09-30T22:30:00Z') });
    await anAct('online');
    await anAct('kiosk');
    await anAct('joint', { helpId: await aHelp({ way: 'joint' }) });
    const { id: appointmentId } = await anAppointment(
      deps,
      { customerId: aled.id, adviserId: sioned.id, officeId: sioned.officeId },
      { startsAt: OCTOBER + DAY },
    );
    for (const actorKind of ['link', 'reply', 'call', 'staff', 'customer'])
      await insert('appointmentEvents', { id: deps.newId(), appointmentId, at: OCTOBER, kind: 'confirmed', actorKind });
    expect(await lines()).toEqual([
      'appointment phone: 2 alone, 1 helped',
      'appointment desk: 0 alone, 1 helped',
      'appointment text: 1 alone, 0 helped',
      'appointment link: 1 alone, 0 helped',
      'plan desk: 0 alone, 1 helped',
      'plan online: 1 alone, 0 helped',
      'plan kiosk: 1 alone, 0 helped',
    ]);
    // October ends by the office's clock, and another office's figures are its own.
    expect(await lines(sioned, 'three_months')).toContain('appointment phone: 2 alone, 2 helped');
    expect(await lines(paul)).toEqual([]);
    expect((await exportChannels(deps)({ staff: sioned, period: 'last_month' })).text).toContain(
      '2026-10-01,2026-10-31,appointment,phone,2,1',
    );
  });

  it('counts a help once: by what was done in it, or else by the contact that it was written down as', async () => {
    const contact = { id: deps.newId(), service: 'other' };
    await aContact('phone', true, contact);
    const idle = { id: deps.newId(), service: 'other' };
    await aContact('phone', true, idle);
    await anAct('phone', { helpId: await aHelp({ contactId: contact.id }) });
    await aHelp({ contactId: idle.id });
    expect(await lines()).toEqual(['plan phone: 0 alone, 1 helped', 'other phone: 0 alone, 1 helped']);
  });

  it('sets the hours of people against what was done alone, month by month', async () => {
    await aContact('phone', true, { minutes: 60 });
    await aContact('desk', false, { minutes: 30 });
    await aContact('letter', false, { minutes: 90 });
    await aHelp({ endedAt: OCTOBER + 90 * MINUTE });
    await anAct('online');
    await anAct('kiosk', { at: Date.parse('2026-03-31T22:59:00Z') });
    await anAct('online', { at: Date.parse('2026-03-31T23:01:00Z') });
    await anAct('phone', { helpId: await aHelp({ endedAt: null }) });
    const { trend } = await view();
    expect(trend).toHaveLength(12);
    expect(trend.at(-1)).toEqual({ month: '2026-10', hours: 3, digital: 1 });
    // Summer time: that minute is April's.
    expect(trend.find(({ month }) => month === '2026-03')).toMatchObject({ digital: 1 });
    expect(trend.find(({ month }) => month === '2026-04')).toMatchObject({ digital: 1 });
  });

  it('names who is on no working channel, and why; and apart from them those to whom nothing may be sent', async () => {
    await person({ firstName: 'Nothing' });
    const dead = await person({ firstName: 'Dead' });
    await aContactPoint(deps, dead.id, 'mobile', '+447700900112', { health: 'dead' });
    await person({ firstName: 'Shared', mobile: '+447700900113' });
    await person({ firstName: 'Sharing', mobile: '+447700900113' });
    const refused = await person({ firstName: 'Refused', email: 'no@mail.example' });
    const refusal = { id: deps.newId(), channel: 'email', valueIndex: deps.vault.index('no@mail.example') };
    await insert('optOuts', { ...refusal, since: OCTOBER, source: 'preference' });
    // Said no to texts, and can be rung.
    const rung = await person({ firstName: 'Rung', mobile: '+447700900114' });
    const noTexts = { id: deps.newId(), channel: 'sms', valueIndex: deps.vault.index('+447700900114') };
    await insert('optOuts', { ...noTexts, since: OCTOBER, source: 'reply' });
    const home = await person({ firstName: 'Home' });
    await aContactPoint(deps, home.id, 'post', '14 Heol Fawr\nBangor\nLL57 2AB');
    await person({ firstName: 'Prefers', mobile: '+447700900115', preferredChannel: 'call_list' });
    await person({ firstName: 'Safe', noMessages: true });
    expect([refused, rung]).toHaveLength(2);

    const { unreachable } = await viewChannelList(deps)({ staff: sioned, list: 'unreachable', period: 'last_month' });
    expect(unreachable.none.map(({ firstName, reason }) => `${firstName}: ${reason}`)).toEqual([
      'Dead: all_failed',
      'Nothing: no_contact_point',
      'Refused: opted_out',
      'Shared: shared_number',
      'Sharing: shared_number',
    ]);
    expect(unreachable.safety.map(({ firstName }) => firstName)).toEqual(['Safe']);
    expect(await view()).toMatchObject({ unreachable: 5, more: false, safety: 1 });
    expect((await view(paul)).unreachable).toBe(0);
  });

  it('counts who came to do it alone, each once', async () => {
    const up = await person({ firstName: 'Up' });
    await assessed(deps, up.id, 'assisted', { finishedAt: OCTOBER - 90 * DAY });
    await assessed(deps, up.id, 'self_service', { finishedAt: OCTOBER });
    const down = await person({ firstName: 'Down' });
    await assessed(deps, down.id, 'self_service', { finishedAt: OCTOBER - 90 * DAY });
    await assessed(deps, down.id, 'assisted', { finishedAt: OCTOBER });
    const seen = await person({ firstName: 'Seen' });
    await assessed(deps, seen.id, 'self_service', { finishedAt: OCTOBER, source: 'evidence' });
    const visit = deps.newId();
    await deps.db.write(async (q) => {
      const { visits, visitTasks } = q.tables;
      const at = { askedAt: OCTOBER, askedFrom: 'desk' as const };
      await q.insert(visits).values({ ...about(), id: visit, customerId: seen.id, wants: 'sign_in', ...at });
      await q
        .insert(visitTasks)
        .values({ id: deps.newId(), visitId: visit, task: 'sign_in', at: OCTOBER, result: 'alone' });
    });
    expect((await view()).moved).toBe(2);
    const { moved } = await viewChannelList(deps)({ staff: sioned, list: 'moved', period: 'last_month' });
    expect(moved.map(({ firstName }) => firstName)).toEqual(['Seen', 'Up']);
    expect((await view(sioned, 'this_month')).moved).toBe(0);
  });
});

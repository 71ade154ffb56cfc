import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DAY, HOUR } from '~/domain/clock';
import { addDays, instantAt, wallClockOf, weekdayOf } from '~/domain/time/wall-clock';
import { cancelAppointment } from '~/services/cancel-appointment.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { describeJourney, newDatabase, type TestDatabase } from '../support/databases';
import { TEST_KEYS, testDeps } from '../support/deps';
import { aCustomer, aMemberOfStaff, anAppointment, anOffice, availableAllWeek } from '../support/factories';
import { freePort, startProgram } from '../support/programs';
import { ACCOUNT, callWebhook, startTwilioServer, type TwilioServer } from '../support/twilio-server';

const PATIENCE = { timeout: 60_000, interval: 100 };
/** Programs have the machine's clock, and nobody is asked by night: the office is where it is now about 11 o'clock. */
const hours = 11 - new Date().getUTCHours();
const ZONE = `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
const [BRYN, CERI] = ['+447700900124', '+447700900125'];

describeJourney('a time that comes free, offered by the worker', 'postgres', (dialect) => {
  let database: TestDatabase;
  let twilio: TwilioServer;
  let programs: ReturnType<typeof startProgram>[] = [];
  beforeEach(async () => {
    database = await newDatabase(dialect);
    twilio = await startTwilioServer();
  });
  afterEach(async () => {
    for (const program of programs) program.kill();
    await twilio.close();
    await database.drop();
  });

  /**
   * An office with its adviser, a meeting at ten on a day soon, and two people who would come sooner. The time that the
   * first of them leaves is of no use to the other.
   */
  async function anOfficeWithAQueue() {
    const deps = testDeps(database.db);
    deps.clock.set(Date.now());
    const office = await anOffice(deps, { timeZone: ZONE });
    const adviser = await aMemberOfStaff(deps, office.id);
    await availableAllWeek(deps, adviser.id);
    const days = [2, 3, 4].map((ahead) => addDays(wallClockOf(Date.now(), ZONE).date, ahead));
    const at = instantAt(
      days.find((date) => weekdayOf(date) <= 5)!,
      '10:00',
      ZONE,
    );
    const team = { officeId: office.id, adviserId: adviser.id };
    const meeting = async (startsAt: number, firstName: string, mobile?: string) => {
      const { id: customerId } = await aCustomer(deps, team, { firstName, mobile });
      return anAppointment(deps, { ...team, customerId }, { startsAt });
    };
    const theirs = await meeting(at, 'Nia');
    const waiting = [await meeting(at + 5 * DAY, 'Bryn', BRYN), await meeting(at + 3 * DAY, 'Ceri', CERI)];
    await database.db.write((q) =>
      q
        .insert(q.tables.earlierWishes)
        .values(waiting.map(({ id, customerId }) => ({ appointmentId: id, customerId, askedAt: Date.now() - HOUR }))),
    );
    const staff = { kind: 'staff', ...adviser } as unknown as SignedInStaff;
    const callOff = () =>
      cancelAppointment(deps)({ staff, appointmentId: theirs.id, reason: 'adviser_away', requestId: null });
    return { at, callOff, waiting: waiting.map(({ id, startsAt }) => ({ id, startsAt })) };
  }

  it('is booked by the first yes that comes back by text, and the next yes gets a kind no', async () => {
    const { at, callOff, waiting } = await anOfficeWithAQueue();
    const [bryn, ceri] = waiting as [(typeof waiting)[0], (typeof waiting)[0]];
    const port = await freePort();
    const publicUrl = `http://127.0.0.1:${port}`;
    const settings = {
      ...{ DATABASE_URL: database.url, DATA_KEY: TEST_KEYS.dataKey, SESSION_SECRET: TEST_KEYS.sessionSecret },
      ...{ HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: publicUrl, NODE_ENV: 'production' },
      ...{ SMS_PROVIDER: 'twilio', TWILIO_ACCOUNT_SID: ACCOUNT.accountSid, TWILIO_AUTH_TOKEN: ACCOUNT.authToken },
      ...{ TWILIO_FROM: '+441632960999', TWILIO_API_BASE_URL: twilio.url },
    };
    expect(await callOff()).toMatchObject({ ok: true });
    // The worker looks at free times as soon as it is there, and then every minute.
    programs = ['build/portal.js', 'build/worker.js'].map((file) => startProgram(settings, file, '--demo'));
    const [portal, worker] = programs as [(typeof programs)[0], (typeof programs)[0]];
    await Promise.all([portal.says('the portal is listening'), worker.says('the worker has started')]);

    const textsTo = (number: string) => twilio.messages.filter(({ to }) => to === number).map(({ body }) => body);
    await expect.poll(() => [textsTo(BRYN).length, textsTo(CERI).length], PATIENCE).toEqual([1, 1]);
    expect(textsTo(BRYN)[0]).toMatch(
      /^Hi Bryn, a sooner time with Sioned: .+, 10am\. Reply 5 to take it, 6 to keep yours/,
    );

    let answers = 0;
    const reply = (From: string, Body: string) => {
      const MessageSid = `SM${String((answers += 1)).padStart(32, '0')}`;
      const fields = { MessageSid, From, To: '+441632960999', Body };
      return callWebhook({ publicUrl, url: publicUrl }, '/webhooks/twilio/inbound', fields);
    };
    const starts = async () => {
      const { appointments } = database.db.tables;
      const rows = await database.db.read((q) =>
        q.select().from(appointments).where(eq(appointments.status, 'booked')),
      );
      return Object.fromEntries(rows.map(({ id, startsAt }) => [id, startsAt]));
    };
    expect((await reply(BRYN, 'YES')).status).toBe(200);
    await expect.poll(starts, PATIENCE).toEqual({ [bryn.id]: at, [ceri.id]: ceri.startsAt });
    expect((await reply(CERI, 'Yes please')).status).toBe(200);
    await expect.poll(() => [textsTo(BRYN).length, textsTo(CERI).length], PATIENCE).toEqual([2, 2]);
    expect(textsTo(BRYN)[1]).toMatch(/10am/);
    expect(textsTo(CERI)[1]).toMatch(/^Sorry Ceri, that time has gone\. Your meeting stays .+ at 10am\./);
    expect(await starts()).toEqual({ [bryn.id]: at, [ceri.id]: ceri.startsAt });

    const { freedSlots, slotOffers } = database.db.tables;
    const slots = await database.db.read((q) => q.select().from(freedSlots).where(eq(freedSlots.startsAt, at)));
    expect(slots).toMatchObject([{ filledBy: bryn.id }]);
    const offers = await database.db.read((q) =>
      q.select().from(slotOffers).where(eq(slotOffers.slotId, slots[0]!.id)),
    );
    expect(new Map(offers.map(({ appointmentId, status }) => [appointmentId, status]))).toEqual(
      new Map([[bryn.id, 'accepted'], [ceri.id, 'gone']]), // prettier-ignore
    );
    expect(await Promise.all([portal.stop(), worker.stop()])).toEqual([0, 0]);
    expect(twilio.mistakes).toEqual([]);
    expect(portal.text() + worker.text()).not.toMatch(/90012[45]|Bryn|Ceri/);
  });
});

import { afterEach, beforeEach, expect, it } from 'vitest';
import { receiveReply } from '~/services/receive-reply.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { setOptOut } from '~/services/set-opt-out.server';
import { viewStaffAppointment } from '~/services/view-staff-appointment.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine, type TestEngine } from '../support/engine';
import { scriptedSender } from '../support/scripted-sender';

const LANDLINE = '+441632960123';
const MOBILE = '+447700900123';

describeOnBothDatabases('a number that has asked for no more voice calls', (dialect) => {
  let database: TestDatabase;
  let engine: TestEngine;
  let voice: ReturnType<typeof scriptedSender>;
  let sioned: SignedInStaff;
  let customerId: string;

  beforeEach(async () => {
    database = await newDatabase(dialect);
    voice = scriptedSender('voice');
    engine = await anEngine(database, { senders: [voice] });
    const { id, officeId, firstName, lastName } = engine.adviser;
    sioned = { kind: 'staff', id, officeId, role: 'adviser', firstName, lastName };
    customerId = (await engine.customer({ landline: LANDLINE })).id;
    await optOut(LANDLINE);
  });
  afterEach(() => database.drop());

  /** As a 3 in a voice call does. */
  const optOut = (number: string) =>
    engine.deps.db.write((q) =>
      q.insert(q.tables.optOuts).values({
        ...{ id: engine.deps.newId(), channel: 'voice' as const, valueIndex: engine.deps.vault.index(number) },
        ...{ since: engine.deps.clock.now(), source: 'reply' as const },
      }),
    );
  const pointId = async () => {
    const points = await engine.deps.db.read((q) => q.select().from(q.tables.contactPoints));
    return points.find((point) => point.customerId === customerId)!.id;
  };
  const set = async (on: boolean, staff = sioned) =>
    setOptOut(engine.deps)({ staff, contactPointId: await pointId(), channel: 'voice', on });
  const shown = async (appointmentId: string) => {
    const seen = await viewStaffAppointment(engine.deps)({ staff: sioned, appointmentId });
    return seen?.contacts.map(({ optedOut }) => optedOut);
  };

  it('is called again once a colleague lifts that, and not once it is put back', async () => {
    const first = await engine.due({ customerId });
    await engine.send();
    expect(voice.sent).toEqual([]);
    expect(await shown(first.appointment.id)).toEqual([['voice']]);

    expect(await set(false)).toEqual({ ok: true, changed: true });
    expect(await shown(first.appointment.id)).toEqual([[]]);
    await engine.due({ customerId });
    await engine.send();
    expect(voice.sent.map(({ recipient }) => recipient)).toEqual([LANDLINE]);

    expect(await set(true)).toEqual({ ok: true, changed: true });
    await engine.due({ customerId });
    await engine.send();
    expect(voice.sent).toHaveLength(1);
  });

  it('is on record, once for each change, with who did it', async () => {
    for (const on of [false, false, true, true]) await set(on);
    const entries = await engine.deps.db.read((q) => q.select().from(q.tables.auditEntries));
    expect(entries.map(({ action, actorId, detail }) => ({ action, actorId, detail }))).toEqual([
      { action: 'contact_point.opt_out_lifted', actorId: sioned.id, detail: 'voice' },
      { action: 'contact_point.opt_out_set', actorId: sioned.id, detail: 'voice' },
    ]);
  });

  it('is not another office’s to lift', async () => {
    expect(await set(false, { ...sioned, officeId: 'elsewhere' })).toEqual({ ok: false, reason: 'not_found' });
  });

  it('keeps what it said of texts, and other numbers keep what they said', async () => {
    customerId = (await engine.customer({ mobile: MOBILE })).id;
    await receiveReply(engine.deps)({ providerId: 'SM1', from: MOBILE, body: 'STOP' });
    await optOut(MOBILE);
    await set(false);
    // The landline's own stays, and so does the mobile's for texts.
    const rows = await engine.deps.db.read((q) => q.select().from(q.tables.optOuts));
    const inForce = rows
      .filter((row) => row.liftedAt === null)
      .map(({ channel, valueIndex }) => ({ channel, valueIndex }));
    expect(inForce).toHaveLength(2);
    expect(inForce).toContainEqual({ channel: 'voice', valueIndex: engine.deps.vault.index(LANDLINE) });
    expect(inForce).toContainEqual({ channel: 'sms', valueIndex: engine.deps.vault.index(MOBILE) });
  });
});

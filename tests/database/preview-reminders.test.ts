import { afterEach, beforeEach, expect, it } from 'vitest';
import { HOUR } from '~/domain/clock';
import { saveAppointments } from '~/services/save-appointments.server';
import { previewReminders } from '~/services/preview-reminders.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aCustomer, aMemberOfStaff, anOffice } from '../support/factories';

describeOnBothDatabases('the preview of reminders', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  let offices: { id: string; ref: string }[];
  beforeEach(async () => {
    database = await newDatabase(dialect);
    // Nothing is sent: a sender that is asked to would fail the test.
    const sender = {
      provider: 'outbox' as const,
      perSecond: null,
      lookUp: null,
      send: () => Promise.reject(new Error('a preview must not send')),
      reconcile: () => Promise.reject(new Error('a preview must not ask')),
      close: () => Promise.resolve(),
    };
    deps = testDeps(database.db, {
      senders: [
        { ...sender, channel: 'sms' },
        { ...sender, channel: 'email' },
      ],
    });
    offices = [await anOffice(deps), await anOffice(deps)];
    for (const [index, contact] of [
      { mobile: '+447700900123', firstName: 'Ŵyn' },
      { landline: '+441632960124' },
    ].entries()) {
      const officeId = offices[index]!.id;
      const adviser = await aMemberOfStaff(deps, officeId);
      const customer = await aCustomer(deps, { officeId, adviserId: adviser.id }, contact);
      const startsAt = Date.parse('2026-11-27T14:30Z');
      const appointment = {
        ref: `A${index}`,
        customerId: customer.id,
        adviserId: adviser.id,
        officeId,
        kind: 'review',
        mode: 'in_person' as const,
        startsAt,
        endsAt: startsAt + HOUR,
        purpose: '',
        bring: '',
        status: 'booked' as const,
      };
      await deps.db.write((q) => saveAppointments(q, deps, [appointment], { kind: 'import', id: null }));
    }
  });
  afterEach(() => database.drop());

  async function lines(window: { from?: string; to: string; office?: number }) {
    const found = await previewReminders(deps)({
      from: window.from ? Date.parse(window.from) : 0,
      to: Date.parse(window.to),
      officeRef: window.office === undefined ? null : offices[window.office]!.ref,
    });
    if (!found.ok) throw new Error(found.reason);
    const all = [];
    for await (const { at, rule, appointmentRef, recipient, channel, reason } of found.reminders)
      all.push([new Date(at).toISOString().slice(0, 16), rule, appointmentRef, recipient, channel, reason].join(' '));
    return all;
  }

  it('says when, to whom, how and why, and changes nothing', async () => {
    const before = await database.db.read((q) => q.select().from(q.tables.messages));
    expect((await lines({ to: '2026-11-25T00:00Z' })).sort()).toEqual([
      '2026-11-23T09:00 booked A0 Ŵ.H. …123 sms mobile_works',
      '2026-11-23T09:00 booked A1 A.H. call_list only_landline',
      '2026-11-24T10:00 three_days_before A0 Ŵ.H. …123 sms mobile_works',
      '2026-11-24T10:00 three_days_before A1 A.H. call_list only_landline',
    ]);
    expect(await database.db.read((q) => q.select().from(q.tables.messages))).toEqual(before);
  });

  it('keeps to its window and its office', async () => {
    expect(await lines({ from: '2026-11-26T00:00Z', to: '2026-11-27T00:00Z', office: 0 })).toEqual([
      '2026-11-26T10:00 one_day_before A0 Ŵ.H. …123 sms mobile_works',
    ]);
    expect(await previewReminders(deps)({ from: 0, to: 1, officeRef: 'NOWHERE' })).toEqual({
      ok: false,
      reason: 'no_such_office',
    });
  });

  it('moves what quiet hours hold to the morning', async () => {
    deps.clock.set('2026-11-23T22:00Z');
    expect(await lines({ to: '2026-11-24T00:00Z', office: 0 })).toEqual([
      '2026-11-24T08:00 booked A0 Ŵ.H. …123 sms mobile_works',
    ]);
  });
});

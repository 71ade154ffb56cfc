import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPrintQueue } from '~/adapters/messaging/print';
import { DAY, HOUR } from '~/domain/clock';
import { receiveStatus } from '~/services/receive-status.server';
import { saveAppointments } from '~/services/save-appointments.server';
import { sendDue } from '~/services/send-due.server';
import { assessed } from '../support/assessed';
import { describeJourney } from '../support/databases';
import { told, weeklyHours } from '../support/diary';
import { aClub, aContactPoint, aCustomer, aMemberOfStaff, anOffice } from '../support/factories';
import { pageFaults } from '../support/page-faults';
import { DESKTOP, startPortal, type TestPortal } from '../support/portal';
import { scriptedSender } from '../support/scripted-sender';

/** Gwen has a landline and an address, and nothing else. It is Monday 23 November 2026. */
describeJourney('someone with only a landline', 'sqlite', (dialect) => {
  let portal: TestPortal;
  let office: Awaited<ReturnType<typeof anOffice>>;
  let adviser: Awaited<ReturnType<typeof aMemberOfStaff>>;
  let gwen: Awaited<ReturnType<typeof aCustomer>>;
  const voice = scriptedSender('voice');

  beforeAll(async () => {
    portal = await startPortal({ at: '2026-11-23T10:00:00Z', dialect });
    const { deps } = portal;
    Object.assign(deps, { senders: [scriptedSender('sms'), scriptedSender('email'), voice, createPrintQueue()] });
    office = await anOffice(deps);
    adviser = await aMemberOfStaff(deps, office.id);
    await weeklyHours(deps, adviser.id);
    const owner = { officeId: office.id, adviserId: adviser.id };
    gwen = await aCustomer(deps, owner, { firstName: 'Gwen', lastName: 'Puw', landline: '+441632960123' });
    await aContactPoint(deps, gwen.id, 'post', '14 Heol Fawr\nBangor\nLL57 2AB');
    await assessed(deps, gwen.id, 'assisted');
    await aClub(deps, { ref: 'TUE', officeId: office.id, name: 'Tuesday club', place: 'The library', weekday: 2 });
  });
  afterAll(() => portal.close());

  const work = () => sendDue(portal.deps)('worker');
  const story = async () =>
    (
      await portal.deps.db.read((q) =>
        q.select().from(q.tables.messages).orderBy(q.tables.messages.createdAt, q.tables.messages.attempt),
      )
    ).flatMap(({ channel, status, reason }) => (channel ? [`${channel} ${status} ${reason}`] : []));
  async function rang(providerStatus: string) {
    const { id } = voice.sent.at(-1)!;
    const news = { provider: 'twilio', messageId: id, providerId: `SM-${id}`, providerStatus, errorCode: null };
    await receiveStatus(portal.deps)(news);
  }

  it('gets a call, a letter and a place at the Tuesday club', async () => {
    const { deps } = portal;
    const diary = { office, adviser, customer: gwen } as Parameters<typeof told>[1];
    const startsAt = deps.clock.now() + 21 * DAY;
    const [saved] = await deps.db.write((q) =>
      saveAppointments(q, deps, [told(deps, diary, { startsAt })], { kind: 'import', id: null }),
    );

    // The worker rings, and tries once more; nobody is at home, and there is time for a letter.
    await work();
    expect(voice.sent).toHaveLength(1);
    expect(voice.sent[0]!.recipient).toBe('+441632960123');
    expect(await story()).toEqual(['voice accepted profile']);
    await rang('no-answer');
    portal.clock.advance(HOUR);
    await work();
    await rang('no-answer');
    await work();
    expect((await story()).at(-1)).toMatch(/^letter \w+ next_after_failure$/);

    const page = await portal.newVisitor({ viewport: DESKTOP });
    page.setDefaultTimeout(12_000);
    const value = await portal.composition.services.startSession({ kind: 'staff', id: adviser.id }, null);
    await page.context().addCookies([{ name: 'session', value, url: portal.url }]);
    await page.goto(`/staff/appointments/${saved!.appointmentId}`);
    await page.getByText('by phone, face to face or letter').waitFor();
    await page.getByText('they are best reached by phone or letter').first().waitFor();
    expect(await pageFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Letters' }).click();
    await page.getByRole('heading', { name: '1 letter to print and post' }).waitFor();
    await page.getByText('Gwen Puw').first().waitFor();
    await page.getByRole('link', { name: 'Tick all of them' }).click();
    await page.getByRole('button', { name: 'They are in the post' }).click();
    await page.getByRole('alert').getByText('marked as posted').waitFor();

    await page.goto(`/staff/customers/${gwen.id}`);
    await page.getByRole('navigation').getByRole('link', { name: 'Work clubs', exact: true }).last().click();
    await page.getByRole('heading', { name: 'Work clubs: Gwen Puw' }).waitFor();
    expect(await pageFaults(page)).toEqual([]);
    await page.getByRole('button', { name: /Sign them up Tuesday club.*24 November/ }).click();
    await page.getByRole('alert').getByText('They are signed up').waitFor();
    await page.getByText('They are going').waitFor();
    await page.goto('/staff/clubs/TUE');
    await page.getByText('Gwen P').waitFor();

    // A slip is taken back, and made good.
    await page.goBack();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('alert').getByText('They are taken off').waitFor();
    await page.getByRole('button', { name: /Sign them up Tuesday club.*24 November/ }).click();
    const goings = await deps.db.read((q) => q.select().from(q.tables.clubGoings));
    expect(goings).toMatchObject([{ customerId: gwen.id, heldOn: '2026-11-24', cancelledAt: null }]);
    const actions = (await deps.db.read((q) => q.select().from(q.tables.auditEntries))).map(({ action }) => action);
    expect(actions.filter((one) => one.startsWith('club_going.')).sort()).toEqual([
      'club_going.signed_up',
      'club_going.signed_up',
      'club_going.taken_off',
    ]);
    // Nothing went where she is not.
    expect(new Set((await story()).map((line) => line.split(' ')[0]))).toEqual(new Set(['voice', 'letter']));
  });
});

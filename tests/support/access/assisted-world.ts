import type { Queryable } from '@db/client.server';
import type { Tables } from '@db/schema/tables';
import { DAY, HOUR } from '~/domain/clock';
import type { Deps } from '~/services/deps';
import type { RowsBy } from './rows-by';

/** What a record has of the assisted ways, each by the identifier that addresses use. */
export interface AssistedRecord {
  /** A profile that is finished and waits to be confirmed, and one that is not finished. */
  profileId: string;
  otherWayId: string;
  reaskId: string;
  outlookId: string;
  signpostId: string;
  formatRequestId: string;
  /** A letter that a colleague asked for and nobody has posted. */
  formatLetterId: string;
  /** Somebody waits for the champion; a visit that the customer agreed to. */
  waitingVisitId: string;
  visitId: string;
  /** A help that goes on. */
  helpId: string;
  /** Of the office, as all records have it. */
  kioskId: string;
  digitalPlaceId: string;
}

export function newAssistedRecord({ newId }: Pick<Deps, 'newId'>): AssistedRecord {
  return {
    ...{ profileId: newId(), otherWayId: newId(), reaskId: newId(), outlookId: newId(), signpostId: newId() },
    ...{
      formatRequestId: newId(),
      formatLetterId: newId(),
      waitingVisitId: newId(),
      visitId: newId(),
      helpId: newId(),
    },
    ...{ kioskId: newId(), digitalPlaceId: newId() },
  };
}

/** Everything of the assisted ways about one customer; what is in words is marked. */
export async function insertAssistedRecord(
  q: Queryable,
  { vault, clock }: Pick<Deps, 'vault' | 'clock'>,
  record: AssistedRecord & { customerId: string; appointmentId: string },
  { officeId, staffId, championId }: { officeId: string; staffId: string; championId: string },
): Promise<void> {
  const { tables: t } = q;
  const now = clock.now();
  const words = vault.seal('marked words');
  const { customerId, appointmentId } = record;
  const about = { customerId, officeId };
  const answers = {
    ...{
      device: 'own',
      online: 'yes',
      readByOthers: 'no',
      often: 'weekly',
      open_link: 'alone',
      write_message: 'alone',
    },
    ...{ fill_form: 'alone', use_code: 'alone', spot_scam: 'with_help', way: 'no_preference', wants: ['champion'] },
  };
  await q.insert(t.profiles).values({
    ...{ id: record.profileId, customerId, answers: vault.seal(JSON.stringify(answers)), toldBy: 'customer' },
    ...{ startedAt: now - DAY, updatedAt: now - DAY, finishedAt: now - DAY },
    ...{ version: 1, score: 12, recommended: 'self_service', rule: 'score' },
  });
  await q.insert(t.otherWays).values({
    ...{ id: record.otherWayId, ...about, askedAt: now, wants: 'phone', note: words, toldBy: 'customer' },
  });
  await q.insert(t.reasks).values({ id: record.reaskId, ...about, reason: 'undelivered', raisedAt: now });
  await q.insert(t.outlooks).values({
    ...{ id: record.outlookId, customerId, confidence: 'not_sure', note: words, toldAt: now, toldBy: 'customer' },
  });
  await q.insert(t.kiosks).values({
    ...{ id: record.kioskId, officeId, name: 'By the window', createdAt: now, enrolledAt: now },
    secretHash: record.kioskId,
  });
  const place = { id: record.digitalPlaceId, ref: record.digitalPlaceId, officeId, kind: 'computers' as const };
  await q.insert(t.digitalPlaces).values({ ...place, name: 'The library', what: 'Computers for nothing' });
  await q.insert(t.signposts).values({
    ...{ id: record.signpostId, ...about, need: 'fill_form', kind: 'digital_place', targetId: record.digitalPlaceId },
    ...{ name: 'The library', givenAt: now, givenBy: staffId, askOn: '2026-12-10' },
  });
  await q.insert(t.formatRequests).values({
    ...{ id: record.formatRequestId, ...about, kind: 'interpreter', appointmentId, dueOn: '2026-12-01', note: words },
    ...{ askedAt: now, askedBy: 'customer', updatedAt: now },
  });
  await q.insert(t.messages).values({
    ...{ id: record.formatLetterId, customerId, purpose: 'notice', channel: 'letter', language: 'en' },
    ...{ status: 'accepted', provider: 'print', providerId: record.formatLetterId, createdAt: now },
    ...{ recipient: vault.seal('Zebedee Quillfeather\n1 Marked Street\nBangor\nLL57 2AB') },
    ...{ subject: words, body: words, notBefore: now, sendBy: now + DAY },
  });
  await q.insert(t.letters).values({ messageId: record.formatLetterId, officeId, queuedAt: now, postBy: now + DAY });
  await q.insert(t.visits).values([
    { id: record.waitingVisitId, ...about, wants: 'sign_in', askedAt: now, askedFrom: 'portal' },
    {
      ...{ id: record.visitId, ...about, wants: 'see_meeting', askedAt: now - HOUR, askedFrom: 'desk' },
      ...{ championId, takenAt: now, agreedAt: now },
    },
  ]);
  const help = { id: record.helpId, ...about, staffId, way: 'phone' as const, identity: 'known' as const };
  await q.insert(t.helps).values({ ...help, startedAt: now });
}

/** All of it as rows: the same rows, nothing was changed. */
export async function assistedState(
  by: RowsBy,
  t: Tables,
  { customerId, kioskId }: { customerId: string; kioskId: string },
): Promise<unknown[]> {
  const kept = [t.profiles, t.otherWays, t.reasks, t.outlooks, t.signposts, t.formatRequests, t.visits, t.helps];
  const more = [t.identityChecks, t.customerActs, t.formDrafts];
  const rows = [];
  for (const table of [...kept, ...more]) rows.push(await by(table, table.customerId, customerId));
  return [rows, await by(t.kiosks, t.kiosks.id, kioskId)];
}

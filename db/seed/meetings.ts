import type { InferSelectModel } from 'drizzle-orm';
import { and, eq, gt, inArray } from 'drizzle-orm';
import type { FeedbackAnswer } from '~/domain/appointment/appointment';
import { DAY, HOUR } from '~/domain/clock';
import type { Language } from '~/domain/language';
import type { Queryable } from '../client.server';
import { rowsOf } from '../dialect/bulk';
import type { Tables } from '../schema/tables';
import { createRandom } from './random';
import type { RowMaking } from './rows';

/** What people write beside their answer. */
const COMMENTS: Record<FeedbackAnswer, readonly Record<Language, string>[]> = {
  yes: [
    { en: 'I know what to do next', cy: 'Dwi’n gwybod beth i’w wneud nesaf' },
    { en: 'Kind and clear, thank you', cy: 'Caredig a chlir, diolch' },
  ],
  partly: [
    { en: 'We ran out of time for the course', cy: 'Doedd dim amser i drafod y cwrs' },
    { en: 'Still not sure about the bus', cy: 'Dal ddim yn siŵr am y bws' },
  ],
  no: [{ en: 'I wanted to talk about training', cy: 'Roeddwn i eisiau siarad am hyfforddiant' }],
};

const ANSWERS: readonly FeedbackAnswer[] = ['yes', 'yes', 'yes', 'yes', 'yes', 'partly', 'partly', 'no'];

/**
 * What hangs from the district's meetings: rooms for those by video, what people said of a third of the last two months',
 * and who would come sooner than they do. Has its own "chance", so that nothing else of the district changes with it.
 */
export async function insertMeetingExtras(q: Queryable, make: RowMaking): Promise<void> {
  const { appointmentFeedback, appointments, customers, earlierWishes, staff } = q.tables;
  const random = createRandom(1948);
  const advisers = await q.select({ id: staff.id, ref: staff.ref }).from(staff).where(eq(staff.role, 'adviser'));
  for (const { id, ref } of advisers)
    await q
      .update(staff)
      .set({ videoRoom: `https://video.example/${ref.toLowerCase()}` })
      .where(eq(staff.id, id));

  const rows = await q
    .select({ appointment: appointments, language: customers.language })
    .from(appointments)
    .innerJoin(customers, eq(customers.id, appointments.customerId))
    .where(and(inArray(appointments.status, ['attended', 'booked']), gt(appointments.startsAt, make.now - 60 * DAY)))
    .orderBy(appointments.ref);
  const feedback: InferSelectModel<Tables['appointmentFeedback']>[] = [];
  const wishes: InferSelectModel<Tables['earlierWishes']>[] = [];
  for (const { appointment, language } of rows) {
    const { id: appointmentId, customerId, status, startsAt, endsAt, bookedAt } = appointment;
    if (status === 'attended' && endsAt < make.now - 2 * HOUR && random.chance(0.35)) {
      const answer = random.pick(ANSWERS);
      const comment = random.chance(0.3) ? make.seal(random.pick(COMMENTS[answer])[language]) : null;
      const at = endsAt + random.between(60, 110) * 60_000;
      feedback.push({ appointmentId, customerId, answer, comment, way: random.chance(0.7) ? 'text' : 'page', at });
    }
    if (status === 'booked' && startsAt > make.now + 2 * DAY && random.chance(0.3))
      wishes.push({
        appointmentId,
        customerId,
        askedAt: Math.max(bookedAt, make.now - random.between(1, 30) * HOUR),
        withdrawnAt: null,
      });
  }
  if (feedback.length > 0) await q.insert(appointmentFeedback).select(rowsOf(q, appointmentFeedback, feedback));
  if (wishes.length > 0)
    await q
      .insert(earlierWishes)
      .select(rowsOf(q, earlierWishes, wishes))
      .onConflictDoNothing();
}

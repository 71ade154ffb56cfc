import type { FormatRequestRow } from '@db/queries/format-requests.server';
import type { AppointmentStatus } from '~/domain/appointment/appointment';
import { peopleNeeded, type PersonNeeded } from '~/domain/assisted/readiness';

interface Meeting {
  startsAt: number;
  endsAt: number;
  status: AppointmentStatus;
}

/**
 * Who has to come to a meeting so that its customer can take part, and whether they will; nobody once it is over (`now`, ms) or
 * off. What is on record decides, not whether anybody has been asked: a need without a request is not ready.
 */
export function peopleAhead(
  meeting: Meeting,
  needs: readonly { need: string }[],
  requests: readonly FormatRequestRow[],
  now: number,
): PersonNeeded[] {
  if (meeting.status !== 'booked' || meeting.endsAt <= now) return [];
  const asked = requests.map(({ kind, state, meetsAt, paper }) => ({ kind, state, meetsAt, isPaper: paper !== null }));
  return peopleNeeded(
    needs.map(({ need }) => need),
    asked,
    meeting,
  );
}

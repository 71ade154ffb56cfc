import { DISTRICT_ZONE } from '@db/seed';
import type { Deps } from '~/services/deps';
import { takeGroupPlace } from '~/services/fill-group-session.server';
import { openGroupSession } from '~/services/manage-group-sessions.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { addDays, instantAt, wallClockOf, weekdayOf } from '~/domain/time/wall-clock';

const PEOPLE = 5;

/** A group session of next week with some people in it, in the diary of one adviser. */
export async function seedGroupSession(
  deps: Deps,
  staff: SignedInStaff,
  customerIds: readonly string[],
): Promise<void> {
  const today = wallClockOf(deps.clock.now(), DISTRICT_ZONE).date;
  for (let ahead = 5; ahead < 20; ahead += 1) {
    const date = addDays(today, ahead);
    if (weekdayOf(date) > 5) continue;
    const key = deps.newId();
    const opened = await openGroupSession(deps)({
      ...{ staff, key },
      wish: {
        ...{ kind: 'group', title: 'CV workshop', titleInWelsh: 'Gweithdy CV', adviserId: staff.id, placeId: null },
        ...{ startsAt: instantAt(date, '10:00', DISTRICT_ZONE), minutes: 90, capacity: 8 },
      },
    });
    if (!opened.ok) continue;
    for (const customerId of customerIds.slice(0, PEOPLE)) {
      await takeGroupPlace(deps)({ staff, sessionId: key, customerId, requestId: null });
    }
    return;
  }
}

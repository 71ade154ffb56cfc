import { listProviderStates } from '@db/queries/provider-states.server';
import { listPlaces } from '@db/queries/reminders.server';
import { listHolds } from '@db/queries/sending-holds.server';
import { stoppagesOf, type Stoppage } from '~/domain/messaging/stoppage';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';
import { wayId } from './weather.server';

/** What keeps messages from going out, and by which clock it is said. */
export interface Stoppages {
  zone: string;
  now: number;
  list: Stoppage[];
}

/** What keeps messages from going out at present, for every page of staff: two small tables are read. Null for nothing. */
export const viewStoppages =
  (deps: Deps) =>
  async ({ staff }: { staff: SignedInStaff }): Promise<Stoppages | null> => {
    const now = deps.clock.now();
    return deps.db.read(async (q) => {
      const holds = await listHolds(q);
      const states = new Map((await listProviderStates(q)).map((state) => [state.id, state]));
      const ways = deps.senders.map((sender) => ({
        channel: sender.channel,
        state: states.get(wayId(sender)) ?? null,
      }));
      const list = stoppagesOf(holds, ways, now);
      if (list.length === 0) return null;
      const place = (await listPlaces(q, [staff.officeId])).get(staff.officeId);
      if (!place) throw new Error('a member of staff has no office');
      return { zone: place.timeZone, now, list };
    });
  };

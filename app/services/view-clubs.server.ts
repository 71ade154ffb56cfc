import type { Queryable } from '@db/client.server';
import { listOpenClubs } from '@db/queries/club-times.server';
import { listAreas, type ClubRow } from '@db/queries/clubs.server';
import { findArea, findCustomerWithOffice, findFirstOffice } from '@db/queries/home.server';
import { CLUB_FEATURES, nearestClubs, type ClubFeature } from '~/domain/club/nearest-clubs';
import { nextSession } from '~/domain/club/next-session';
import { outwardCodeOf } from '~/domain/club/outward-code';
import { wallClockOf } from '~/domain/time/wall-clock';
import type { Deps } from './deps';
import { officePhone } from './office-phone';

/** As many clubs as somebody may reasonably go to; the rest on demand. */
const FEW = 6;
const MANY = 40;
/** Where there is no office to ask. */
const HOME_ZONE = 'Europe/London';

/**
 * The work clubs around an area, nearest first; around the customer's home area when none is asked for.
 * @param input.near an outward code, "LL57"; null when nobody asked.
 */
export const viewClubs =
  (deps: Deps) =>
  async (input: { near: string | null; needed: readonly ClubFeature[]; all: boolean; customerId: string | null }) => {
    const now = deps.clock.now();
    return deps.db.read(async (q) => {
      const { zone, phone, homeArea } = await frameOf(q, deps, input.customerId);
      const today = wallClockOf(now, zone).date;
      const clubs = (await listOpenClubs(q, today)).flatMap((club) => {
        const next = nextSession(club, now, zone);
        return next ? [{ ...club, next }] : [];
      });
      const code = input.near ?? homeArea;
      const area = code === null ? null : await findArea(q, code);
      const found = area ? nearestClubs(clubs, area, input.needed) : [];
      const shown = found.slice(0, input.all ? MANY : FEW);
      return {
        ...{ now, zone, phone, homeArea, today },
        /** The area asked for; `name` is null when nobody knows where it is. */
        area: code === null ? null : { code, name: area?.name ?? null },
        anyClubs: clubs.length > 0,
        clubs: shown.map(({ club, miles }) => ({ ...shownClub(club), miles, next: club.next })),
        more: found.length - shown.length,
        /** Where there are clubs, to choose from. */
        areas: area ? [] : await areasWithClubs(q, clubs),
      };
    });
  };

export type ClubsView = Awaited<ReturnType<ReturnType<typeof viewClubs>>>;

/** What around a page of clubs depends on who looks: their office's zone and number, and where they live. */
export async function frameOf(q: Queryable, deps: Deps, customerId: string | null) {
  const person = customerId === null ? null : await findCustomerWithOffice(q, customerId);
  const office = person?.office ?? (await findFirstOffice(q));
  return {
    zone: office?.timeZone ?? HOME_ZONE,
    phone: office ? officePhone(deps.phoneNumbers, office.phone) : '',
    homeArea: person?.customer.homeArea ?? null,
  };
}

/** What everybody may know of a club. */
export function shownClub(club: ClubRow) {
  const { ref, name, place, address, postcode, askFor, helpsWith, weekday, fromTime, toTime, rhythm, weekOfMonth } =
    club;
  const has = CLUB_FEATURES.filter((feature) => club[feature]);
  return {
    ref,
    name,
    place,
    address,
    postcode,
    askFor,
    helpsWith,
    weekday,
    fromTime,
    toTime,
    rhythm,
    weekOfMonth,
    has,
  };
}

async function areasWithClubs(q: Queryable, clubs: readonly ClubRow[]) {
  const codes = [...new Set(clubs.flatMap(({ postcode }) => outwardCodeOf(postcode) ?? []))];
  return (await listAreas(q, codes)).map(({ code, name }) => ({ code, name }));
}

import type { Queryable } from '@db/client.server';
import { listOpenClubs } from '@db/queries/club-times.server';
import { listDigitalPlaces } from '@db/queries/digital-places.server';
import { findArea, findCustomerWithOffice } from '@db/queries/home.server';
import { listLocalHelp } from '@db/queries/situation.server';
import type { Skill } from '~/domain/capability/answers';
import { nextSession, type ClubSession, type ClubTimes } from '~/domain/club/next-session';
import { outwardCodeOf } from '~/domain/club/outward-code';
import type { Language } from '~/domain/language';
import type { DigitalPlaceKind, SignpostKind } from '~/domain/signpost/signpost';
import type { Nearby } from '~/domain/signpost/signposts-for';
import { BARRIERS } from '~/domain/situation/barrier';
import { wallClockOf } from '~/domain/time/wall-clock';
import type { Deps } from './deps';
import { officePhone } from './office-phone';

/** Something near by, as it is shown and printed. Texts are as the office wrote them, in Welsh where it did; empty: not known. */
export interface NearbyThing {
  kind: SignpostKind;
  targetId: string;
  name: string;
  what: string;
  address: string;
  phone: string;
  askFor: string;
  /** When it is open, and what it costs, as people say it. */
  open: string;
  cost: string;
  stepFree: boolean;
  /** Of a place; null for clubs and local help. */
  place: DigitalPlaceKind | null;
  /** Of a club: when it meets, and next. */
  club: { ref: string; times: ClubTimes; next: ClubSession } | null;
}

/** Somebody and where and when they are looked at: their office's day, and the middle of the area they live in. */
export async function standpointOf(q: Queryable, deps: Deps, customerId: string) {
  const person = await findCustomerWithOffice(q, customerId);
  if (!person) throw new Error('a customer without an office');
  const { customer, office, adviserFirstName } = person;
  const now = deps.clock.now();
  const code = customer.homeArea ?? outwardCodeOf(office.postcode);
  const area = code === null ? null : await findArea(q, code);
  return {
    ...{ customer, office, adviserFirstName, now, zone: office.timeZone },
    today: wallClockOf(now, office.timeZone).date,
    home: area && { latitude: area.latitude, longitude: area.longitude },
    phone: officePhone(deps.phoneNumbers, office.phone),
  };
}

export type Standpoint = Awaited<ReturnType<typeof standpointOf>>;

/** Everything that the customer's office keeps, and the work clubs with computers: as the rule reads it, and as it is shown. */
export async function loadNearby(
  q: Queryable,
  deps: Deps,
  { office, now, zone, today }: Standpoint,
  language: Language,
) {
  const things: NearbyThing[] = [];
  const inLanguage = (one: { what: string; whatInWelsh: string }) => (language === 'cy' && one.whatInWelsh) || one.what;
  const phoneOf = (phone: string) => phone && officePhone(deps.phoneNumbers, phone);
  const nearby: { [K in keyof Nearby]: Nearby[K][number][] } = { places: [], clubs: [], help: [] };
  for (const row of await listDigitalPlaces(q, office.id)) {
    const { id, kind, name, open, cost, stepFree, latitude, longitude } = row;
    const point = latitude === null || longitude === null ? null : { latitude, longitude };
    const teaches = row.teaches.split(',').filter(Boolean) as Skill[];
    nearby.places.push({ id, kind, teaches, point });
    const address = [row.address, row.postcode].filter(Boolean).join(', ');
    things.push({
      ...{ kind: 'digital_place', targetId: id, name, what: inLanguage(row), address, phone: phoneOf(row.phone) },
      ...{ askFor: '', open, cost, stepFree, place: kind, club: null },
    });
  }
  for (const row of await listOpenClubs(q, today)) {
    const next = row.computers ? nextSession(row, now, zone) : null;
    if (!next) continue;
    const { id, ref, name, weekday, fromTime, toTime, rhythm, anchorOn, weekOfMonth } = row;
    nearby.clubs.push({ id, point: { latitude: row.latitude, longitude: row.longitude } });
    things.push({
      ...{
        kind: 'club',
        targetId: id,
        name,
        what: row.helpsWith,
        address: `${row.place}, ${row.address}, ${row.postcode}`,
      },
      ...{ phone: phoneOf(row.phone), askFor: row.askFor, open: '', cost: '', stepFree: row.stepFree, place: null },
      club: { ref, next, times: { weekday, fromTime, toTime, rhythm, anchorOn, weekOfMonth } },
    });
  }
  for (const row of await listLocalHelp(q, { officeId: office.id, kinds: BARRIERS })) {
    const { id, barrier, name, address } = row;
    nearby.help.push({ id, barrier });
    things.push({
      ...{ kind: 'local_help', targetId: id, name, what: inLanguage(row), address, phone: phoneOf(row.phone) },
      ...{ askFor: '', open: '', cost: '', stepFree: false, place: null, club: null },
    });
  }
  return { nearby, things: new Map(things.map((thing) => [thing.targetId, thing])) };
}

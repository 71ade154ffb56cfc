import type { ClubColumn } from './club-line';

/** What stands in the cells of a clubs file for one club; a column that is not there is empty. */
export type ClubCells = Partial<Record<ClubColumn, string>>;

type Thing = Readonly<Record<string, unknown>>;

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const things = (value: unknown): Thing[] => (Array.isArray(value) ? value.filter(isThing) : []);
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? `${value}` : '');
/** The first of several names under which the versions of the standard keep the same. */
const firstOf = (thing: Thing, ...names: string[]): Thing[] =>
  names.map((name) => things(thing[name])).find((list) => list.length > 0) ?? [];

/**
 * The services in a document of Open Referral UK, version 1 or 3: a page of them (`contents`, `content`), a plain list,
 * or one alone. Null when it is nothing of the kind.
 */
export function servicesIn(document: unknown): unknown[] | null {
  if (Array.isArray(document)) return document;
  if (!isThing(document)) return null;
  const page = [document.contents, document.content, document.services].find(Array.isArray);
  if (page) return page as unknown[];
  return typeof document.id === 'string' && 'name' in document ? [document] : null;
}

/**
 * A service as a line of a clubs file, for each day of the week on which it meets: the first keeps the service's id, each
 * other has its day behind it ("id-TH"). What is missing stays empty and is found when the line is read.
 */
export function clubsOf(service: unknown): ClubCells[] {
  if (!isThing(service)) return [{}];
  const at = things(service.service_at_locations)[0] ?? {};
  const location = isThing(at.location) ? at.location : {};
  const contact = things(service.contacts)[0] ?? {};
  const phone = [...things(service.phones), ...things(contact.phones), ...things(location.phones)][0];
  const about: ClubCells = {
    name: text(service.name),
    place: text(location.name) || text(service.name),
    ...addressOf(location),
    latitude: text(location.latitude),
    longitude: text(location.longitude),
    phone: text(phone?.number),
    ask_for: text(contact.name),
    helps_with: text(service.description).slice(0, 200),
    ...featuresOf(service, location),
  };
  const schedules = [
    ...firstOf(service, 'schedules', 'regular_schedules'),
    ...firstOf(at, 'schedules', 'regular_schedules'),
  ];
  const days = schedules.flatMap(sessionsOf);
  const sessions = days.filter(({ day }, index) => days.findIndex((one) => one.day === day) === index);
  if (sessions.length === 0) return [{ ...about, club_ref: text(service.id) }];
  return sessions.map(({ day, ...times }, index) => ({
    ...about,
    ...times,
    club_ref: index === 0 ? text(service.id) : `${text(service.id)}-${day}`,
  }));
}

function addressOf(location: Thing): ClubCells {
  const address = firstOf(location, 'addresses', 'physical_addresses')[0] ?? {};
  const lines = [address.address_1, address.address_2, address.city].map(text).filter(Boolean);
  return { address: lines.join(', '), postcode: text(address.postal_code) };
}

const DAYS: Record<string, string> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};

/** A schedule's days, "TU,TH" as in calendars or a name in full, with its times: "10:00", "10:00:00", "10:00+01:00". */
function sessionsOf(schedule: Thing) {
  const days = text(schedule.byday || schedule.weekday).split(/[\s,;]+/);
  const time = (value: unknown) => /^\d{1,2}:\d{2}/.exec(text(value))?.[0] ?? text(value);
  return days.flatMap((name) => {
    const day = name.slice(0, 2).toUpperCase();
    const weekday = DAYS[day];
    return weekday ? [{ day, weekday, from_time: time(schedule.opens_at), to_time: time(schedule.closes_at) }] : [];
  });
}

/** What it has, by the words that its attributes, its categories and what is said of access use. */
function featuresOf(service: Thing, location: Thing): ClubCells {
  const terms = [...things(service.attributes), ...things(service.service_taxonomys)].map((one) =>
    Object.values(one)
      .filter(isThing)
      .map((term) => text(term.name))
      .concat(text(one.value), text(one.label)),
  );
  const access = firstOf(location, 'accessibility', 'accessibility_for_disabilities').map((one) => [
    text(one.description),
    text(one.accessibility),
    text(one.details),
  ]);
  const [said, ways] = [terms.flat().join(' '), access.flat().join(' ')];
  // Nothing said is nothing known: an empty cell leaves it as it is.
  const yes = (pattern: RegExp, words: string) => (pattern.test(words) ? 'yes' : '');
  return {
    computers: yes(/\bcomputers?\b/i, said),
    creche: yes(/\bcr[eè]che\b/i, said),
    step_free: yes(/\b(?:step[- ]free|level access|ramp|wheelchair)/i, `${said} ${ways}`),
  };
}

import { SECOND } from '~/domain/clock';
import type { Balancer } from './balancer';
import type { PostOffice } from './post-office';
import type { Tally } from './tally';
import type { Town, Townsperson } from './town';
import { aVisitor, type Visitor } from './visitor';

export interface Street {
  town: Town;
  balancer: Balancer;
  postOffice: PostOffice;
  tally: Tally;
  random: () => number;
  now: () => number;
}

/** Codes to one number in an hour, all of which the run may last. */
const MOST_CODES = 3;
/** Not the second half of the office's number, which reminders have in them. */
const CODE = /(?<!01632 )\b(\d{6})\b/;
const SAID_YES = 'You’ve said yes to this.';

interface Person extends Townsperson {
  visitor: Visitor;
  address: string;
  codes: number;
  busy: boolean;
}

/** What customers do with the portal. Each does one thing at a time; who is refused looks at what it says and goes on. */
export function customersOf({ town, balancer, postOffice, tally, random, now }: Street) {
  const people: Person[] = town.advisers.flatMap(({ customers }, a) =>
    customers.map((one, c) => {
      const address = `198.18.${a}.${c}`;
      return { ...one, address, visitor: aVisitor(balancer, address), codes: 0, busy: false };
    }),
  );
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const isIn = ({ visitor }: Person) => visitor.hasCookie('session');

  async function signIn(person: Person): Promise<void> {
    const { visitor, mobile } = person;
    person.codes += 1;
    const asked = now();
    const sent = await visitor.post('/sign-in', { contact: mobile });
    if (sent.status !== 303) return tally.count(`sign-ins not begun (${sent.status})`);
    const code = await postOffice.find(mobile, CODE, asked - SECOND, 25_000);
    if (code === null) return tally.count('codes that came too late');
    const from = now();
    const answer = await visitor.post('/sign-in/code', { code });
    if (answer.status !== 303) return tally.count(`sign-ins refused (${answer.status})`);
    tally.add({ kind: 'signed in', customerId: person.id, from, until: now() });
    tally.count('customers signed in');
  }

  async function lookAround({ visitor, appointmentIds }: Person): Promise<void> {
    const home = await visitor.get('/');
    if (home.location === '/sign-in') visitor.forget();
    await visitor.get(pick(['/appointments', `/appointments/${pick(appointmentIds)}`, '/plan', '/details']));
    tally.count('looks at home');
  }

  const timesOn = (page: string) => [...page.matchAll(/name="choice"[^>]*value="(\d{13})"|value="(\d{13})"/g)].map((m) => m[1] ?? m[2]!); // prettier-ignore

  /** @returns whether this one got the time. */
  async function pickTime(visitor: Visitor, base: string, about: string, choice: string): Promise<boolean> {
    const answer = await visitor.post(`${base}/new-time`, { choice });
    if (answer.location.includes('done=moved')) {
      tally.add({ kind: 'moved', about, startsAt: Number(choice), until: now() });
      tally.count('appointments moved');
      return true;
    }
    tally.count(answer.status === 409 ? 'times that somebody else had' : `moves not made (${answer.status})`);
    return false;
  }

  async function move({ visitor, appointmentIds }: Person): Promise<void> {
    const id = pick(appointmentIds);
    const base = `/appointments/${id}`;
    const times = timesOn((await visitor.get(`${base}/new-time`)).page);
    if (times.length > 0) await pickTime(visitor, base, id, random() < 0.5 ? times[0]! : pick(times));
  }

  async function cannotCome({ visitor, appointmentIds }: Person): Promise<void> {
    const about = pick(appointmentIds);
    const answer = await visitor.post(`/appointments/${about}/cannot-come`, { reason: 'work' });
    if (!answer.location.endsWith('/new-time')) return tally.count(`cancellations not made (${answer.status})`);
    tally.add({ kind: 'answered', event: 'cannot_come', about, until: now() });
    tally.count('cancellations by customers');
  }

  /** Opens the link of their last text, in a browser that knows nothing of them, and answers there. */
  async function openLink(person: Person): Promise<void> {
    const token = await postOffice.find(person.mobile, /\/a\/([\w-]{20,})/, 0, 0);
    if (token === null) return;
    const visitor = aVisitor(balancer, person.address);
    const base = `/a/${token}`;
    const page = await visitor.get(base);
    tally.count('text links opened');
    if (page.status !== 200) return;
    if (random() < 0.3) {
      const times = timesOn((await visitor.get(`${base}/new-time`)).page);
      if (times.length > 0) await pickTime(visitor, base, token, times[0]!);
      return;
    }
    await visitor.post(`${base}/confirmation`, {});
    if (!(await visitor.get(base)).page.includes(SAID_YES)) return;
    tally.add({ kind: 'answered', event: 'confirmed', about: token, until: now() });
    tally.count('yes by a text link');
  }

  async function signOut({ visitor, address }: Person): Promise<void> {
    const before = new Map(visitor.cookies);
    const answer = await visitor.post('/sign-out', {});
    if (answer.status !== 303) return;
    // The cookie that was theirs opens nothing any more, at either portal.
    const left = aVisitor(balancer, address);
    for (const [name, value] of before) left.keep(name, value);
    for (let n = 0; n < 2; n += 1) {
      const home = await left.get('/details');
      if (home.status === 200) tally.broken.push('a session that was signed out still opens pages');
    }
    tally.count('customers signed out');
  }

  async function oneThing(): Promise<void> {
    const free = people.filter(({ busy }) => !busy);
    const person = pick(free);
    if (!person) return;
    person.busy = true;
    try {
      if (!isIn(person)) {
        if (person.codes < MOST_CODES) await signIn(person);
        if (!isIn(person)) return await openLink(person);
      }
      const chance = random();
      if (chance < 0.4) await lookAround(person);
      else if (chance < 0.6) await openLink(person);
      else if (chance < 0.8) await move(person);
      else if (chance < 0.95) await cannotCome(person);
      else if (person.codes < MOST_CODES) await signOut(person);
    } finally {
      person.busy = false;
    }
  }

  /** Several customers of one adviser press the same free time at the same moment: one of them gets it at most. */
  async function rush(): Promise<void> {
    const adviserId = pick(town.advisers).id;
    const rivals = people.filter((one) => one.adviserId === adviserId && !one.busy && isIn(one)).slice(0, 4);
    if (rivals.length < 2) return;
    for (const one of rivals) one.busy = true;
    try {
      const bases = rivals.map((one) => `/appointments/${one.appointmentIds[0]!}`);
      const seen = await Promise.all(rivals.map(({ visitor }, n) => visitor.get(`${bases[n]}/new-time`)));
      const [first, ...others] = seen.map(({ page }) => timesOn(page));
      const choice = first!.find((time) => others.every((times) => times.includes(time)));
      if (!choice) return;
      const got = await Promise.all(
        rivals.map(({ visitor, appointmentIds }, n) => pickTime(visitor, bases[n]!, appointmentIds[0]!, choice)),
      );
      tally.count('rushes for one time');
      if (got.filter(Boolean).length > 1) tally.broken.push('two customers were told that the same time is theirs');
    } finally {
      for (const one of rivals) one.busy = false;
    }
  }

  async function replyToText(): Promise<void> {
    const reached = [...people.map(({ mobile }) => mobile), ...town.quiet].filter((to) => postOffice.hasHeard(to));
    const from = pick(reached);
    if (from) await postOffice.reply(from, pick(['1', '1', '1', '2', 'Diolch yn fawr']));
  }

  return { oneThing, rush, replyToText };
}

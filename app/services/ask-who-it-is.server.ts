import type { Queryable } from '@db/client.server';
import { lockOfficeCustomer } from '@db/queries/customer-care.server';
import { listComingAppointments, listOpenSteps } from '@db/queries/home.server';
import { findLastHelpStart, insertIdentityCheck, listIdentityChecks } from '@db/queries/identity-checks.server';
import { listClubVisits } from '@db/queries/journey.server';
import { listOwnContacts } from '@db/queries/own-details.server';
import { findOpenHelp } from '@db/queries/helps.server';
import { findOfficeCustomer } from '@db/queries/staff-customer.server';
import { factsIn, isRightAnswer, type KnownFacts } from '~/domain/assisted/identity-answers';
import {
  IDENTITY_FACTS,
  nextIdentityStep,
  type IdentityFact,
  type IdentityStep,
} from '~/domain/assisted/identity-questions';
import { DAY, MINUTE } from '~/domain/clock';
import { dayBounds, wallClockOf } from '~/domain/time/wall-clock';
import { recordRead } from './audit.server';
import { beginHelp } from './begin-help.server';
import type { Deps } from './deps';
import { officePhone } from './office-phone';
import type { SignedInStaff } from './sessions.server';
import { ringBackOf, type RingBack } from './view-ring-back.server';

/** How long an answer counts for the same conversation (ms). */
const CONVERSATION = 15 * MINUTE;
/** How far ahead sessions of work clubs are asked about (ms). */
const CLUBS_AHEAD = 14 * DAY;

interface About {
  staff: SignedInStaff;
  customerId: string;
}

/** What a colleague sees before they help somebody: who it is, what to be careful about, and what comes next. */
export interface HelpDesk {
  customer: { id: string; firstName: string; lastName: string; discreet: boolean; noMessages: boolean };
  step: IdentityStep;
  /** The help of this customer that the viewer has going on. */
  open: boolean;
  officePhone: string;
  /** Whether they can be rung back, where it was not clear on the telephone that it is them; else null. */
  ringBack: RingBack | null;
}

/**
 * The page on which a help begins. On record as read.
 * @returns null when there is no such customer, or they are another office's.
 */
export const viewHelpDesk =
  (deps: Deps) =>
  async ({ staff, customerId }: About): Promise<HelpDesk | null> => {
    const seen = await deps.db.read(async (q) => {
      const found = await findOfficeCustomer(q, { id: customerId, officeId: staff.officeId });
      if (!found) return null;
      const { id, firstName, lastName, discreet, noMessages } = found.customer;
      const { step } = await whereItStands(q, deps, { staff, customerId });
      return {
        customer: { id, firstName, lastName, discreet, noMessages },
        step,
        ringBack: step.next === 'stop' ? await ringBackOf(q, deps, found.customer) : null,
        open: (await findOpenHelp(q, { customerId, staffId: staff.id })) !== null,
        officePhone: officePhone(deps.phoneNumbers, found.office.phone),
      };
    });
    if (!seen) return null;
    await recordRead(deps)({ reader: staff, action: 'help.read', subjectKind: 'customer', subjectId: customerId });
    return seen;
  };

export type AnswerTaken =
  { ok: true; secret: string } | { ok: false; reason: 'not_found' | 'ask_again' | 'right' | 'wrong' };

/**
 * Takes what somebody on the telephone said, as the colleague typed it, and compares it with the record; the answer itself is
 * shown and kept nowhere. After enough right answers the help begins. On record, by the kind of fact.
 * @param input.said empty when they could not say.
 */
export const answerIdentityQuestion =
  (deps: Deps) =>
  async (input: About & { fact: IdentityFact; said: string }): Promise<AnswerTaken> =>
    deps.db.write(async (q): Promise<AnswerTaken> => {
      const { staff, customerId, fact, said } = input;
      const { officeId } = staff;
      if (!(await lockOfficeCustomer(q, { id: customerId, officeId }))) return { ok: false, reason: 'not_found' };
      const { step, known } = await whereItStands(q, deps, input);
      // The same form twice, or a question that is not the one to be asked: nothing was answered.
      if (step.next !== 'ask' || step.fact !== fact) return { ok: false, reason: 'ask_again' };
      const passed = isRightAnswer(fact, said, known);
      const check = { id: deps.newId(), customerId, officeId, staffId: staff.id, at: deps.clock.now() };
      await insertIdentityCheck(q, { ...check, asked: fact, passed });
      if (!passed) return { ok: false, reason: 'wrong' };
      if ((await whereItStands(q, deps, input)).step.next !== 'passed') return { ok: false, reason: 'right' };
      const begun = await beginHelp(q, deps, { staff, customerId, way: 'phone', identity: 'questions' });
      return begun ? { ok: true, secret: begun.secret } : { ok: false, reason: 'not_found' };
    });

/** Begins to help somebody who is at the desk, and whom the member knows or has seen to be themselves. */
export const beginDeskHelp =
  (deps: Deps) =>
  async ({ staff, customerId }: About): Promise<{ secret: string } | null> =>
    deps.db.write((q) => beginHelp(q, deps, { staff, customerId, way: 'desk', identity: 'known' }));

/** What is on record of them, and what of it was asked already. */
export async function whereItStands(q: Queryable, deps: Deps, { staff, customerId }: About) {
  const now = deps.clock.now();
  const found = await findOfficeCustomer(q, { id: customerId, officeId: staff.officeId });
  if (!found) throw new Error('no such customer');
  const { customer, office, adviser } = found;
  const today = wallClockOf(now, office.timeZone).date;
  const startOfDay = dayBounds(today, office.timeZone).from;
  const points = await listOwnContacts(q, customerId);
  const valuesOf = (kind: 'post' | 'mobile' | 'landline' | 'email') =>
    points.filter((point) => point.kind === kind).map(({ value }) => deps.vault.open(value));
  const [meeting] = (await listComingAppointments(q, { customerId, now })).filter(
    ({ appointment }) => appointment.startsAt > now,
  );
  const clock = meeting && wallClockOf(meeting.appointment.startsAt, meeting.office.timeZone);
  const clubs = await listClubVisits(q, { customerId, until: now + CLUBS_AHEAD });
  const known: KnownFacts = {
    home: [
      ...valuesOf('post').flatMap((address) => address.split('\n')),
      ...(customer.homeArea ? [customer.homeArea] : []),
    ],
    landline: valuesOf('landline'),
    mobile: valuesOf('mobile'),
    email: valuesOf('email'),
    adviser: adviser ? [`${adviser.firstName} ${adviser.lastName}`] : [],
    next_meeting: clock ? [`${clock.date}T${clock.time}`] : [],
    step: (await listOpenSteps(q, customerId)).map(({ action }) => action),
    club: clubs.filter(({ startsAt }) => startsAt > now).map(({ name }) => name),
  };
  const checks = await listIdentityChecks(q, { customerId, since: Math.min(startOfDay, now - CONVERSATION) });
  const began = await findLastHelpStart(q, customerId);
  const factOf = (asked: string) => IDENTITY_FACTS.filter((fact) => fact === asked);
  const right = checks.filter(
    ({ passed, staffId, at }) =>
      passed && staffId === staff.id && at > now - CONVERSATION && (began === null || at > began),
  );
  const wrong = checks.filter(({ passed, at }) => !passed && at >= startOfDay);
  const step = nextIdentityStep({
    known: factsIn(known),
    right: right.flatMap(({ asked }) => factOf(asked)),
    wrong: wrong.flatMap(({ asked }) => factOf(asked)),
    turn: [...`${customerId}${today}`].reduce((sum, letter) => sum + letter.charCodeAt(0), 0),
  });
  return { known, step };
}

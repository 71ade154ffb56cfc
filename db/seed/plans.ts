import type { InferSelectModel } from 'drizzle-orm';
import { DAY, HOUR } from '~/domain/clock';
import type { Language } from '~/domain/language';
import { groupBy } from '~/domain/group-by';
import { followUpDates } from '~/domain/plan/follow-up';
import type { GoalHorizon } from '~/domain/plan/step';
import { addDays } from '~/domain/time/wall-clock';
import type { Tables } from '../schema/tables';
import type { Customer } from './people';
import { createRandom, type Random } from './random';
import type { Ids, RowMaking } from './rows';

type Row<T extends keyof Tables> = InferSelectModel<Tables[T]>;

export interface PlanRows {
  goals: Row<'goals'>[];
  steps: Row<'steps'>[];
  stepEvents: Row<'stepEvents'>[];
  planAgreements: Row<'planAgreements'>[];
  followUps: Row<'followUps'>[];
}

const GOALS: readonly { horizon: GoalHorizon; title: Record<Language, string> }[] = [
  { horizon: 'short', title: { en: 'Two interviews this season', cy: 'Dau gyfweliad y tymor hwn' } },
  { horizon: 'short', title: { en: 'A CV that I like', cy: 'CV rwy’n ei hoffi' } },
  { horizon: 'short', title: { en: 'Childcare for two mornings', cy: 'Gofal plant am ddau fore' } },
  { horizon: 'long', title: { en: 'A job in a care home', cy: 'Swydd mewn cartref gofal' } },
  { horizon: 'long', title: { en: 'My forklift licence', cy: 'Fy nhrwydded fforch godi' } },
  { horizon: 'long', title: { en: 'Work that fits school hours', cy: 'Gwaith sy’n ffitio oriau ysgol' } },
];

/** What has been done on the way, and how many days ago. */
const DONE: readonly { ago: number; action: Record<Language, string> }[] = [
  { ago: 6, action: { en: 'Ask two people for a reference', cy: 'Gofyn i ddau berson am eirda' } },
  { ago: 15, action: { en: 'Join the library', cy: 'Ymuno â’r llyfrgell' } },
  { ago: 27, action: { en: 'Write down what I am good at', cy: 'Ysgrifennu’r hyn rwy’n dda am ei wneud' } },
];

/** What people say when a step does not go on. */
const TROUBLES: readonly { trouble: 'help' | 'cannot'; note: Record<Language, string> }[] = [
  {
    trouble: 'help',
    note: { en: 'I do not know what to say on the phone', cy: 'Dydw i ddim yn gwybod beth i’w ddweud' },
  },
  {
    trouble: 'cannot',
    note: { en: 'The bus does not go there on Tuesdays', cy: 'Dydy’r bws ddim yn mynd yno ar ddydd Mawrth' },
  },
  { trouble: 'help', note: { en: 'My printer is broken', cy: 'Mae fy argraffydd wedi torri' } },
];

/**
 * Makes plans of the steps that people have agreed: goals that they lead to, when the plan was agreed and is looked at again,
 * what was done before, and some who need help. The visitor's is the fullest. Has chance of its own, so that nothing else in
 * the district changes with it.
 */
export function plansOf(
  { customers, today }: { customers: readonly Customer[]; today: string },
  steps: readonly Row<'steps'>[],
  ids: Ids,
  make: RowMaking,
): PlanRows {
  const random = createRandom(2013);
  const rows: PlanRows = { goals: [], steps: [], stepEvents: [], planAgreements: [], followUps: [] };
  const byCustomer = groupBy(steps, (step) => step.customerId);
  customers.forEach((customer, i) => {
    const customerId = ids.customers.get(customer.ref)!;
    const open = byCustomer.get(customerId) ?? [];
    if (open.length === 0) return;
    const adviserId = ids.staff.get(customer.adviserRef)!;
    const person = { customerId, adviserId, language: customer.language, isVisitor: i === 0, today };
    addPlan(rows, open, person, random, make);
  });
  return rows;
}

interface Person {
  customerId: string;
  adviserId: string;
  language: Language;
  isVisitor: boolean;
  today: string;
}

function addPlan(rows: PlanRows, open: readonly Row<'steps'>[], person: Person, random: Random, make: RowMaking): void {
  const { customerId, adviserId, language, isVisitor, today } = person;
  const createdAt = make.now - 40 * DAY;
  const horizons: GoalHorizon[] = isVisitor || random.chance(0.5) ? ['short', 'long'] : ['short'];
  const goals = horizons.map((horizon) => {
    const offered = GOALS.filter((goal) => goal.horizon === horizon);
    const title = (isVisitor ? offered[0]! : random.pick(offered)).title[language];
    return { id: make.id(), customerId, title, horizon, createdAt, endedAt: null, reached: false };
  });
  rows.goals.push(...goals);
  const said = { actorKind: 'customer' as const, actorId: customerId };
  open.forEach((step, n) => {
    const goalId = random.chance(0.8) || isVisitor ? goals[n % goals.length]!.id : null;
    const answer = !isVisitor && step.owner === 'customer' && random.chance(0.08) ? random.pick(TROUBLES) : null;
    rows.steps.push({ ...step, goalId, trouble: answer?.trouble ?? null });
    const event = {
      stepId: step.id,
      actorKind: 'staff' as const,
      actorId: adviserId,
      note: null,
      appointmentId: null,
      before: null,
    };
    rows.stepEvents.push({ ...event, id: make.id(), at: step.createdAt, kind: 'added' });
    if (answer) {
      const note = make.seal(answer.note[language]);
      rows.stepEvents.push({ ...event, ...said, id: make.id(), at: make.now - 20 * HOUR, kind: answer.trouble, note });
    }
  });
  for (const { ago, action } of isVisitor ? DONE : DONE.slice(0, random.between(0, 2))) {
    const id = make.id();
    const doneAt = make.now - ago * DAY;
    rows.steps.push({
      ...{ id, customerId, action: action[language], owner: 'customer', dueOn: addDays(today, -ago), doneAt },
      ...{ goalId: goals[0]!.id, trouble: null, ownIdea: ago === 15, endedAt: null, createdAt },
    });
    rows.stepEvents.push({
      ...said,
      id: make.id(),
      stepId: id,
      at: doneAt,
      kind: 'done',
      note: null,
      ...{ appointmentId: null, before: null },
    });
  }
  const agreement = { customerId, agreedBy: adviserId };
  // One in six was agreed a month ago and has a review that nobody has found the time for.
  const again = isVisitor || random.chance(0.83);
  const agreedOn = addDays(today, again ? -40 : -31);
  const first = make.id();
  const agreedAt = again ? createdAt : make.now - 31 * DAY;
  rows.planAgreements.push({ ...agreement, id: first, agreedAt, nextReviewOn: addDays(today, -12) });
  addFollowUps(
    rows,
    { customerId, agreementId: first, agreedOn, cancelledAt: again ? make.now - 12 * DAY : null },
    make,
  );
  if (again) {
    const id = make.id();
    const nextReviewOn = addDays(today, isVisitor ? 16 : random.between(2, 28));
    rows.planAgreements.push({ ...agreement, id, agreedAt: make.now - 12 * DAY, nextReviewOn });
    addFollowUps(rows, { customerId, agreementId: id, agreedOn: addDays(today, -12), cancelledAt: null }, make);
  } else if (random.chance(0.6)) {
    const done = rows.followUps.findLast((one) => one.agreementId === first && one.months === 1)!;
    Object.assign(done, { doneAt: make.now - 2 * HOUR, doneBy: adviserId });
  }
}

/** Asked after 1, 3 and 6 months later; of an agreement that another took the place of, called off. */
function addFollowUps(
  rows: PlanRows,
  of: { customerId: string; agreementId: string; agreedOn: string; cancelledAt: number | null },
  make: RowMaking,
): void {
  const { agreedOn, ...row } = of;
  for (const date of followUpDates(agreedOn, new Set()))
    rows.followUps.push({ ...row, ...date, id: make.id(), doneAt: null, doneBy: null, note: null });
}

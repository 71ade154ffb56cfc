import { json } from '@remix-run/node';
import { firstOpen, type Question } from '~/domain/capability/answers';
import { readOtherWay } from '~/domain/capability/other-way-form';
import { ageBandIn, readAnswer, type ProfileFields } from '~/domain/capability/profile-form';
import { pathAfter, questionAt, questionPath } from '~/domain/capability/question-path';
import { tellerOf } from '~/domain/capability/teller';
import type { SignedInCustomer } from '~/services/sessions.server';
import type { Visit } from './allow.server';
import { readAnswers } from './form-answers.server';
import { redirectWithin } from './redirect-within.server';
import { badRequest, notFound } from './responses.server';

type OwnVisit = Visit<SignedInCustomer>;

/** Every field of a form with all that was sent under its name. */
export async function readFields(request: Request): Promise<ProfileFields> {
  const form = await request.formData();
  const texts = (name: string) => form.getAll(name).filter((value) => typeof value === 'string');
  return Object.fromEntries([...new Set(form.keys())].map((name) => [name, texts(name)]));
}

function questionOf({ params }: OwnVisit): Question {
  const question = questionAt(params.question);
  if (!question) throw notFound();
  return question;
}

/** GET of a question, with the answer given before; what is not their turn yet leads to the one that is. */
export async function showQuestion(visit: OwnVisit) {
  const { language, context, person } = visit;
  const question = questionOf(visit);
  const view = await context.services.viewOwnProfile({ customerId: person.id });
  const kept = view.open?.answers ?? (view.current && !view.current.outOfDate ? view.current.answers : {});
  const open = firstOpen(kept);
  if (open && open !== question && kept[question] === undefined) return redirectWithin(questionPath(open));
  return json({ language, question, answer: kept[question] ?? null, wants: kept.wants ?? [], complete: open === null });
}

/** POST of a question: keeps the answer and goes on. */
export async function answerQuestion(visit: OwnVisit) {
  const { request, context, person } = visit;
  const question = questionOf(visit);
  const fields = await readFields(request);
  const read = readAnswer(question, fields);
  if (!read.ok) return json({ errors: { problem: read.problem }, wants: fields.wants ?? [] }, { status: 422 });
  await context.services.answerProfile({ teller: tellerOf(person), answer: read.answer });
  if (read.answer.readByOthers === 'yes') return redirectWithin('/profile/plain-messages');
  return redirectWithin(await pathOn(visit, question));
}

/** Where somebody goes on after a question. */
export async function pathOn({ context, person }: OwnVisit, question: Question): Promise<string> {
  const { open } = await context.services.viewOwnProfile({ customerId: person.id });
  return open ? pathAfter(question, open.answers, open.ageBand !== null) : '/profile';
}

/** POST of the age: keeps it, or that it was left out. */
export async function answerAge({ request, context, person }: OwnVisit) {
  const ageBand = ageBandIn((await readAnswers(request)).ageBand);
  if (ageBand === undefined) return json({ errors: { problem: 'wrong' as const } }, { status: 422 });
  await context.services.answerProfile({ teller: tellerOf(person), answer: {}, ageBand });
  return redirectWithin('/profile/check');
}

/** POST of the checked answers: finishes, or leads to what is still open. */
export async function finishOwn({ context, person }: OwnVisit) {
  const finished = await context.services.finishProfile({ teller: tellerOf(person) });
  return redirectWithin(finished.ok ? '/profile?done=finished' : '/profile/check');
}

/** What somebody typed who asks for another way; `change` where they come back from the check. */
async function typedWish(request: Request) {
  const { wants = '', note = '', step = '' } = await readAnswers(request);
  return { values: { wants, note }, isChange: step === 'change' };
}

/**
 * POST of "another way": the page on which it is checked. What was typed stays out of addresses, so the check is the answer to a
 * form; nothing is asked yet.
 */
export async function checkAnotherWay({ request }: OwnVisit) {
  const { values, isChange } = await typedWish(request);
  const read = readOtherWay(values);
  if (isChange) return json({ errors: null, values, checking: false });
  if (!read.ok) return json({ errors: read.problems, values, checking: false }, { status: 422 });
  return json({ errors: null, values, checking: true });
}

/** POST of the checked wish. */
export async function askAnotherWay({ request, context, person }: OwnVisit) {
  const read = readOtherWay((await typedWish(request)).values);
  if (!read.ok) throw badRequest();
  await context.services.askOtherWay({ teller: tellerOf(person), wants: read.wants, note: read.note });
  return redirectWithin('/profile/another-way?done=asked');
}

/** POST of "take it back". */
export async function takeBackOtherWay({ context, person }: OwnVisit) {
  await context.services.withdrawOtherWay({ teller: tellerOf(person) });
  return redirectWithin('/profile/another-way?done=taken_back');
}

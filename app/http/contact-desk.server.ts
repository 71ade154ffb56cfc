import { json } from '@remix-run/node';
import type { ContactThing } from '~/services/own-contacts.server';
import type { SignedInCustomer } from '~/services/sessions.server';
import type { Visit } from './allow.server';
import { readAnswers } from './form-answers.server';
import { askWhoItIs } from './fresh-sign-in.server';
import { redirectWithin } from './redirect-within.server';
import { notFound } from './responses.server';

type OwnVisit = Visit<SignedInCustomer>;

/** Which kind of contact an address is about: `?kind=email`. */
export function thingIn(url: URL): ContactThing {
  return (['email', 'post'] as const).find((kind) => kind === url.searchParams.get('kind')) ?? 'phone';
}

/** One's own number or address, whole, for somebody who has signed in lately. */
export async function openContact(visit: OwnVisit) {
  const { person, params, context } = visit;
  const key = { customerId: person.id, contactPointId: params.id ?? '' };
  const contact = await context.services.viewOwnContact(key);
  if (!contact) throw notFound();
  await askWhoItIs(visit);
  return contact;
}

/** POST new, POST change: begins it, and goes to the page that asks for the code, or says that it is done. */
export async function beginChange(visit: OwnVisit, what: { thing: ContactThing; replacesId: string | null }) {
  const { person, request, context, language } = visit;
  const { services, address, requestId } = context;
  await askWhoItIs(visit);
  const answers = await readAnswers(request);
  const typed = (field: string) => (answers[field] ?? '').slice(0, 1000);
  const values = {
    phone: typed('phone'),
    email: typed('email'),
    address: typed('address'),
    postcode: typed('postcode'),
  };
  const who = { customerId: person.id, address, language, requestId, helped: person.help !== null };
  const begun = await services.beginContactChange({ ...who, ...what, typed: values });
  if (begun.ok) {
    if (begun.next === 'code') return redirectWithin(`/details/contact-changes/${begun.changeId}`);
    if (what.thing === 'post') return redirectWithin('/details?done=post');
    return redirectWithin(`/details?done=${person.help === null ? 'landline' : 'changed'}`);
  }
  if (begun.reason === 'not_found') throw notFound();
  const status = begun.reason === 'too_many' ? 429 : 422;
  return json({ errors: { contact: begun.reason }, problem: begun.reason, values }, { status });
}

/** Who asks, for which change, and from where. */
export function changeKey({ person, params, context, language }: OwnVisit) {
  const { address, requestId } = context;
  return { customerId: person.id, changeId: params.id ?? '', address, requestId, language };
}

/** One's own change that waits for its code, or is done. */
export async function openChange({ person, params, context }: OwnVisit) {
  const key = { customerId: person.id, changeId: params.id ?? '' };
  const change = await context.services.viewContactChange(key);
  if (!change) throw notFound();
  return change;
}

/** Six digits as people type them; null when they are none. */
export async function readCode(request: Request): Promise<{ typed: string; code: string | null }> {
  const { code: typed = '' } = await readAnswers(request);
  const code = typed.replace(/[\s-]/g, '');
  return { typed: typed.slice(0, 40), code: /^\d{6}$/.test(code) ? code : null };
}

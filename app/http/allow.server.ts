import { redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs } from '@remix-run/node';
import { onTheWayTo, placeAt } from '~/domain/access/fresh-sign-in';
import type { Role } from '~/domain/access/role';
import type { Language } from '~/domain/language';
import type { Visitor, VisitorsKiosk } from '~/services/find-visitor.server';
import type { SignedIn, SignedInCustomer, SignedInStaff } from '~/services/sessions.server';
import { notFound } from './responses.server';
import { readHelpCookie, readKioskCookie, readSessionCookie } from './session-cookie.server';

/**
 * Who may use a loader or an action. Every one is made by a function of this module, which checks before
 * it runs and leaves the declaration on it; the build, the start in production and the tests refuse one
 * without (access-declarations.server.ts).
 */
export type Access =
  | { who: 'anyone' }
  /** Whoever holds the link of a text message; the route looks the token up. */
  | { who: 'link' }
  | { who: 'customer' }
  | { who: 'staff'; roles: readonly Role[] }
  /** Developers and visitors of the demo, where messages go to the outbox; elsewhere it does not exist. */
  | { who: 'outbox' };

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** What a route is given, on top of Remix's own arguments. */
export type Visit<Person> = Args & {
  person: Person;
  url: URL;
  language: Language;
  /** The shared computer that the request comes from, if it does. */
  kiosk: VisitorsKiosk | null;
};

type Guarded<T> = ((args: Args) => Promise<T>) & { access: Access };

function guard<Person extends SignedIn | null, T>(
  access: Access,
  admit: (visitor: Visitor, args: Args) => Person,
  run: (visit: Visit<Person>) => Promise<T> | T,
): Guarded<T> {
  const guarded = async (args: Args): Promise<T> => {
    const visitor = access.who === 'link' || access.who === 'outbox' ? NOBODY : await visitorOf(args);
    // Whoever helps stays signed in as themselves, and the customer's keys stay the customer's.
    if (visitor.barred === 'theirs' || (visitor.barred && access.who === 'customer')) throw redirect(NOT_FOR_HELPERS);
    const person = admit(visitor, args);
    const language = args.context.chosenLanguage ?? recordedLanguage(person) ?? 'en';
    const answer = await run({ ...args, person, url: new URL(args.request.url), language, kiosk: visitor.kiosk });
    if (access.who === 'customer') await noteAct(args, person, answer);
    return answer;
  };
  return Object.assign(guarded, { access });
}

/** Where a helper is sent who wants to do what only the customer may. */
const NOT_FOR_HELPERS = '/help/only-them';

const NOBODY: Visitor = { person: null, kiosk: null };

/** Who looks at a page: its loaders run together, and all see the same. */
const visitorsOfPages = new WeakMap<AppLoadContext, Promise<Visitor>>();

function visitorOf({ request, context }: Args): Promise<Visitor> {
  const look = () =>
    context.services.findVisitor({
      session: readSessionCookie(request),
      help: readHelpCookie(request),
      kiosk: readKioskCookie(request),
      path: new URL(request.url).pathname,
    });
  // An action may change who is there; the loaders after it, which Remix asks with GET, look anew.
  if (request.method !== 'GET') return look();
  const known = visitorsOfPages.get(context) ?? look();
  visitorsOfPages.set(context, known);
  return known;
}

/** Counts what a customer did: a form that was taken. What was wrong with it comes back as a page, and is not counted. */
async function noteAct({ request, context }: Args, person: SignedIn | null, answer: unknown): Promise<void> {
  if (request.method !== 'POST' || person?.kind !== 'customer') return;
  if (!(answer instanceof Response) || answer.status >= 400) return;
  try {
    await context.services.noteAct({ person, action: context.pattern });
  } catch (error) {
    // What was done is done, and only the count lacks it; but what a colleague did has to be on record.
    if (person.help) throw error;
    context.log.warn({ err: error }, 'what a customer did was not counted');
  }
}

function recordedLanguage(person: SignedIn | null): Language | null {
  return person?.kind === 'customer' ? person.language : null;
}

/** Anyone, signed in or not; the route sees who, if anyone. */
export function allowAnyone<T>(run: (visit: Visit<SignedIn | null>) => Promise<T> | T): Guarded<T> {
  return guard({ who: 'anyone' }, ({ person }) => person, run);
}

/** Whoever has the link from a text message. Sessions play no part: a link is its own, narrow right. */
export function allowLink<T>(run: (visit: Visit<null>) => Promise<T> | T): Guarded<T> {
  return guard({ who: 'link' }, () => null, run);
}

/** A signed-in customer, about their own record only; others are asked to sign in, and come back here then. */
export function allowCustomer<T>(run: (visit: Visit<SignedInCustomer>) => Promise<T> | T): Guarded<T> {
  return guard(
    { who: 'customer' },
    ({ person: signedIn }, args) => {
      if (signedIn?.kind === 'customer') return signedIn;
      throw redirect(onTheWayTo(placeAt(new URL(args.request.url).pathname), '/sign-in'));
    },
    run,
  );
}

/** Staff of the given roles; for other staff the page does not exist, others are asked to sign in. */
export function allowStaff<T>(
  roles: readonly Role[],
  run: (visit: Visit<SignedInStaff>) => Promise<T> | T,
): Guarded<T> {
  return guard(
    { who: 'staff', roles },
    ({ person: signedIn, kiosk }) => {
      // Nobody signs in as staff on a shared computer.
      if (kiosk) throw notFound();
      if (signedIn?.kind !== 'staff') throw redirect('/staff/sign-in');
      if (!roles.includes(signedIn.role)) throw notFound();
      return signedIn;
    },
    run,
  );
}

/** The demo's outbox: only there when messages go to the outbox, and never in production. */
export function allowOutbox<T>(run: (visit: Visit<null>) => Promise<T> | T): Guarded<T> {
  return guard(
    { who: 'outbox' },
    (_visitor, { context }) => {
      if (!context.outbox || context.mode === 'production') throw notFound();
      return null;
    },
    run,
  );
}

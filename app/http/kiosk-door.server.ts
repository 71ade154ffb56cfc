import type { Request as FromExpress, RequestHandler, Response as ToExpress } from 'express';
import type { Composition } from '~/composition.server';
import { isFromOutside, kioskRoom, leadsAway } from '~/domain/assisted/kiosk-rooms';
import type { SignedInCustomer } from '~/services/sessions.server';
import { isPersonal, lastPageCookie, leaveNothing, readLastPage } from './kiosk-cookies.server';
import { AGAIN_PARAM, DRAFT_PARAM, FORM_MARK, MORE_TIME } from './kiosk-page.server';
import { readHelpCookie, readKioskCookie, readSessionCookie } from './session-cookie.server';

/** Forms that belong to nobody: they only end, lock, or change how pages look. */
const NOBODYS_FORMS = /^\/(kiosk\/(finish|locking|display|opening|enrol)|sign-out)$/;

/**
 * Stands before every page of a shared computer, and lets other browsers pass. It decides where one may be on such a computer at
 * all, ends what was not begun by whoever sits there now, and says when a page leaves the screen. See docs/kiosk.md.
 */
export function kioskDoor({ services, config }: Composition): RequestHandler {
  const { publicUrl } = config;

  /** @returns where to go instead, or null to go in. */
  async function enter(request: FromExpress, response: ToExpress, asked: Request, secret: string) {
    const { path } = request;
    const session = readSessionCookie(asked);
    const seenAt = session === null ? null : await services.kioskVisitSeenAt(session);
    const { person, kiosk } = await services.findVisitor({ session, help: readHelpCookie(asked), kiosk: secret, path });
    // It was taken out of use, or enrolled anew elsewhere: it is not an ordinary computer by that.
    if (!kiosk) return path === '/kiosk/enrol' ? null : '/kiosk/enrol';
    const room = kioskRoom(path);
    if (!kiosk.open && room !== 'always') return '/kiosk';
    if (room === 'own_device') return '/kiosk/not-here';
    const customer = person?.kind === 'customer' ? person : null;
    const reads = request.method !== 'POST';
    if (customer && session && !goesOn(request, response, { asked, session, customer, seenAt: seenAt ?? 0 })) {
      await services.endSession(session);
      for (const [name, value] of leaveNothing(publicUrl)) response.append(name, value);
      return '/kiosk/finished?why=left';
    }
    if (path === '/' && !customer) return '/kiosk';
    const mark = customer && session ? services.kioskFormMark(session) : null;
    response.locals.kiosk = { mark };
    if (!reads && !(await takeForm(request, response, customer, mark))) return '/';
    if (reads && customer) await putDraftBack(request, response, customer);
    if (kiosk.open && !path.startsWith('/kiosk')) await services.keepKioskInUse(kiosk);
    showForAWhile(request, response, customer);
    return null;
  }

  /** @returns false when this is asked neither by a page of ours, nor from the page that was there last. */
  function goesOn(request: FromExpress, response: ToExpress, { asked, session, customer, seenAt }: Visit): boolean {
    const reads = request.method !== 'POST';
    if (reads && isFromOutside({ site: request.get('sec-fetch-site') })) return false;
    const mode = request.get('sec-fetch-mode');
    // A browser that does not say how it asks is not measured by it.
    if (mode === undefined) return true;
    const step = services.followKioskVisit({
      ...{ cookie: session, signedInAt: customer.signedInAt, seenAt, last: readLastPage(asked) },
      asked: !reads ? { kind: 'form' } : mode === 'navigate' ? pageAsked(request) : { kind: 'part' },
    });
    if (step.goesOn) response.append('Set-Cookie', lastPageCookie(publicUrl, step.last));
    return step.goesOn;
  }

  /**
   * A form counts for the person in whose session its page was shown: what somebody left in the browser's history is not sent
   * in the name of the next. "I need more time" keeps what was typed, and the page is shown again with it.
   * @returns false for a form of somebody else.
   */
  async function takeForm(
    request: FromExpress,
    response: ToExpress,
    customer: SignedInCustomer | null,
    mark: string | null,
  ) {
    const fields = new URLSearchParams((response.locals.form as Buffer).toString('utf8'));
    const given = fields.get(FORM_MARK);
    if (mark !== null && given !== mark && !NOBODYS_FORMS.test(request.path)) return false;
    fields.delete(FORM_MARK);
    const wantsTime = fields.has(MORE_TIME);
    fields.delete(MORE_TIME);
    if (given !== null || wantsTime) response.locals.form = Buffer.from(fields.toString());
    if (wantsTime) {
      if (customer) await services.keepFormDraft({ person: customer, path: pageOf(request), fields });
      response.locals.typed = fields;
      request.method = 'GET';
    } else if (customer) {
      await services.throwDraftAway({ customerId: customer.id, path: request.path });
    }
    return true;
  }

  async function putDraftBack(request: FromExpress, response: ToExpress, { id: customerId }: SignedInCustomer) {
    const id = request.query[DRAFT_PARAM];
    if (typeof id !== 'string') return;
    const typed = await services.readFormDraft({ id, customerId, path: request.path });
    if (typed) response.locals.typed = typed;
  }

  /** The page leads away by itself, with no script, even from an error that no route of ours has made. */
  function showForAWhile(request: FromExpress, response: ToExpress, customer: SignedInCustomer | null) {
    if (!leadsAway(request.path) && !isPersonal(request.get('cookie') ?? '')) return;
    const { seconds } = services.viewKioskTime({ person: customer });
    response.set('Refresh', `${seconds};url=/kiosk/finished?why=time`);
  }

  return (request, response, next) => {
    const cookie = request.get('cookie') ?? '';
    // Nearly all browsers are nobody's shared computer: to make a request of it, as the reader wants, takes longer than to see so.
    if (!cookie.includes('kiosk=')) return next();
    const asked = new Request(publicUrl, { headers: { cookie } });
    const secret = readKioskCookie(asked);
    // The demo makes a browser that was a shared computer of another demo one of this.
    if (secret === null || request.path.startsWith('/demo/kiosk/')) return next();
    enter(request, response, asked, secret).then((place) => {
      if (place === null) return next();
      response.locals.route ??= '(kiosk)';
      response.redirect(303, place);
    }, next);
  };
}

interface Visit {
  asked: Request;
  session: string;
  customer: SignedInCustomer;
  seenAt: number;
}

function pageAsked(request: FromExpress) {
  const [from = '', cacheControl] = [request.get('referer'), request.get('cache-control')];
  return { kind: 'page' as const, address: request.originalUrl, from, cacheControl };
}

/** The page's own address, without what was to be put into it. */
function pageOf(request: FromExpress): string {
  const [path = '/', query = ''] = request.originalUrl.split('?');
  const search = new URLSearchParams(query);
  for (const name of [AGAIN_PARAM, DRAFT_PARAM, 'lang']) search.delete(name);
  return search.size > 0 ? `${path}?${search}` : path;
}

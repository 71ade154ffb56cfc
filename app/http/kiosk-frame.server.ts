import type { Display } from '~/domain/assisted/kiosk-rooms';
import type { VisitorsKiosk } from '~/services/find-visitor.server';
import type { Begun } from '~/services/keep-form-draft.server';
import type { KioskTime } from '~/services/view-kiosk-visit.server';
import type { SignedIn } from '~/services/sessions.server';
import { readDisplay } from './kiosk-cookies.server';
import type { WaymarkContext } from './load-context';

/** What a page on a shared computer shows around itself. */
export interface KioskFrame extends KioskTime {
  name: string;
  open: boolean;
  display: Display;
  /** Whose paper it is, where they asked for paper with their details on it. */
  onPaper: { name: string; ref: string } | null;
  begun: Begun[];
}

/** @param path of the page; what somebody had begun is offered at home. */
export async function kioskFrame(
  { name, open }: VisitorsKiosk,
  {
    person,
    request,
    url,
    context,
  }: {
    person: SignedIn | null;
    request: Request;
    url: URL;
    context: WaymarkContext;
  },
): Promise<KioskFrame> {
  const customer = person?.kind === 'customer' ? person : null;
  const atHome = customer && (url.pathname === '/' || url.pathname === '/kiosk');
  return {
    ...{ name, open, display: readDisplay(request) },
    onPaper:
      customer && url.searchParams.get('print') === 'details'
        ? await context.services.nameForPaper({ customerId: customer.id })
        : null,
    ...context.services.viewKioskTime({ person }),
    begun: atHome ? await context.services.listBegun({ customerId: customer.id }) : [],
  };
}

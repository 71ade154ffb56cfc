import type { MetaFunction } from '@remix-run/node';
import { isRouteErrorResponse, Meta, Outlet, useLocation, useRouteError } from '@remix-run/react';
import type { ReactNode } from 'react';
import { classNames } from '~/components/design-system/class-names';
import { SkipLink } from '~/components/design-system/links';
import { useFrame, type Frame } from '~/components/frame';
import { FrameBars } from '~/components/frame-bars';
import { IdleWarning } from '~/components/kiosk/idle-warning';
import { NoPage, noPageReason } from '~/components/no-page';
import { pageTitle } from '~/components/page-title';
import { ReadOnlyBar } from '~/components/read-only-bar';
import { SiteFooter } from '~/components/site-footer';
import { SiteHeader } from '~/components/site-header';
import { SiteMenu } from '~/components/site-menu';
import { allowAnyone } from '~/http/allow.server';
import { kioskFrame } from '~/http/kiosk-frame.server';
import { frameWords } from '~/i18n/pages/frame';
import customerStyles from '~/styles/customer.scss?url';
import kioskStyles from '~/styles/kiosk.scss?url';
import staffStyles from '~/styles/staff.scss?url';

export const loader = allowAnyone(async ({ person, request, url, language, context, kiosk: device }) => {
  const officeId = person?.kind === 'customer' ? person.officeId : null;
  const phone = (await context.services.findEnquiryPhone(officeId)) ?? '';
  const staff =
    person?.kind === 'staff'
      ? { role: person.role, stoppages: await context.services.viewStoppages({ staff: person }) }
      : null;
  const kiosk = device && (await kioskFrame(device, { person, request, url, context }));
  const help = person?.kind === 'customer' ? person.help : null;
  const alone = person?.kind === 'customer' && !help ? { customerId: person.id, officeId: person.officeId } : null;
  const withChampion = alone && (await context.services.findWithChampion(alone));
  const helpedElsewhere = alone !== null && (await context.services.isHelpedNow(alone));
  const readOnly = context.services.isReadOnly() ? { notSaved: context.notSaved } : null;
  return {
    language,
    phone,
    readOnly,
    signedIn: person?.kind ?? null,
    staff,
    kiosk,
    help,
    withChampion,
    helpedElsewhere,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data, error }) => {
  const language = data?.language ?? 'en';
  const words = frameWords.in(language);
  return error ? pageTitle(words[noPageReason(statusOf(error))].title, language) : [{ title: words.service }];
};

const statusOf = (error: unknown) => (isRouteErrorResponse(error) ? error.status : 500);

/** Every page, whatever is in it. There are no scripts: see docs/decisions. */
export function Layout({ children }: { children: ReactNode }) {
  const frame = useFrame();
  const room = /^\/(staff|outbox)(?:\/|$)/.exec(useLocation().pathname)?.[1];
  const isStaff = room !== undefined;
  // Where nothing is known of the visitor, there is no telling what they may open.
  const hasMenu = !isStaff && frame.known;
  // Staff have their menu within the page: whoever skips the header wants to skip that as well.
  const content = room === 'staff' && frame.staff ? '#page' : '#main';
  return (
    <html lang={frame.language} className={classNames('govuk-template', ...kioskClasses(frame))}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <Meta />
        <link rel="stylesheet" href={isStaff ? staffStyles : customerStyles} />
        {frame.kiosk && <link rel="stylesheet" href={kioskStyles} />}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      </head>
      <body className={classNames('govuk-template__body', frame.kiosk && `wm-stays-${frame.kiosk.seconds}`)}>
        <SkipLink href={content}>{frameWords.in(frame.language).skip}</SkipLink>
        {frame.readOnly && <ReadOnlyBar frame={frame} />}
        {!isStaff && <FrameBars frame={frame} />}
        <SiteHeader frame={frame} home={isStaff ? '/staff' : '/'} menu={hasMenu} />
        <div className="govuk-width-container wm-page">
          <main className="wm-main" id="main">
            {children}
          </main>
        </div>
        {hasMenu && <SiteMenu frame={frame} />}
        <SiteFooter frame={frame} audience={room === 'staff' ? 'staff' : room ? 'visitors' : 'customers'} />
        {frame.kiosk && <IdleWarning kiosk={frame.kiosk} frame={frame} />}
      </body>
    </html>
  );
}

/** How the pages of a shared computer look to whoever sits at it, on the screen and on paper. */
function kioskClasses({ kiosk }: Frame): (string | false)[] {
  if (!kiosk) return [];
  const { text, contrast } = kiosk.display;
  return [text !== 'usual' && `wm-text-${text}`, contrast === 'high' && 'wm-strong-contrast'];
}

export default function Page() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const status = statusOf(useRouteError());
  return <NoPage reason={noPageReason(status)} frame={useFrame()} />;
}

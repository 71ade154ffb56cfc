import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import { Links, Meta, Outlet, Scripts, ScrollRestoration } from '@remix-run/react';
import type { ReactNode } from 'react';
import { SkipLink } from '~/components/design-system/links';
import { useFrame } from '~/components/frame';
import { FrameBars } from '~/components/frame-bars';
import { SiteFooter } from '~/components/site-footer';
import { SiteHeader } from '~/components/site-header';
import { SiteMenu } from '~/components/site-menu';
import { frameWords } from '~/i18n/pages/frame';
import type { TemplateContext } from '../server';
import styles from '~/styles/customer.scss?url';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

export const loader = ({ context }: LoaderFunctionArgs) => (context as unknown as TemplateContext).frame;

export function Layout({ children }: { children: ReactNode }) {
  const frame = useFrame();
  return (
    <html lang={frame.language} className="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <Meta />
        <Links />
      </head>
      <body className="govuk-template__body">
        <SkipLink href="#main">{frameWords.in(frame.language).skip}</SkipLink>
        <FrameBars frame={frame} />
        <SiteHeader frame={frame} home="/" menu />
        <div className="govuk-width-container wm-page">
          <main className="wm-main" id="main">
            {children}
          </main>
        </div>
        <SiteMenu frame={frame} />
        <SiteFooter frame={frame} audience="customers" />
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AboutPage } from '~/components/about/about-page';
import { SummaryList } from '~/components/design-system/summary-list';
import { pageTitle } from '~/components/page-title';
import { allowAnyone } from '~/http/allow.server';
import { cookieNameAt } from '~/http/host-cookie.server';
import { aboutWords } from '~/i18n/pages/about';

const PLAIN = ['lang', 'display'];

export const loader = allowAnyone(({ language, context }) => {
  const { kinds } = aboutWords.in('en').cookies;
  // The language and the look are no secrets, so their cookies are ordinary ones.
  const nameOf = (kind: string) => (PLAIN.includes(kind) ? kind : cookieNameAt(context.publicUrl, kind));
  return json({ language, names: Object.keys(kinds).map((kind) => [kind, nameOf(kind)] as const) });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(aboutWords.in(data.language).cookies.title, data.language) : [];

/** Every cookie by the name that it has in the browser. */
export default function Cookies() {
  const { language, names } = useLoaderData<typeof loader>();
  const words = aboutWords.in(language).cookies;
  const kinds: Record<string, { purpose: string; time: string }> = words.kinds;
  return (
    <AboutPage words={words}>
      <SummaryList
        rows={names.map(([kind, name]) => ({
          key: name,
          value: (
            <>
              {kinds[kind]!.purpose}
              <br />
              {words.lasts(kinds[kind]!.time)}
            </>
          ),
        }))}
      />
    </AboutPage>
  );
}

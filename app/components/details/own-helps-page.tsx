import { BackLink } from '~/components/design-system/links';
import { Button } from '~/components/design-system/button';
import { useFrame } from '~/components/frame';
import { PhoneLink } from '~/components/phone-link';
import type { Language } from '~/domain/language';
import { formatOnDate } from '~/i18n/format';
import { frameWords } from '~/i18n/pages/frame';
import { helpWords } from '~/i18n/pages/help';
import type { OwnHelp } from '~/services/view-help.server';

/** When somebody at the office used a customer's pages for them, and what they did, the latest first. */
export function OwnHelpsPage({ view, language }: { view: { helps: OwnHelp[]; zone: string }; language: Language }) {
  const words = helpWords.in(language);
  const { own } = words;
  const { phone } = useFrame();
  return (
    <>
      <BackLink href="/details">{frameWords.in(language).back}</BackLink>
      <h1 className="govuk-heading-l">{own.title}</h1>
      <p className="govuk-body">{view.helps.length === 0 ? own.none : own.intro}</p>
      {view.helps.map(({ id, by, startedAt, way, open, acts, readBack }) => (
        <section key={id} className="wm-section">
          <h2 className="govuk-heading-s wm-section__heading">
            {own.entry(by, formatOnDate(startedAt, view.zone, language), words.ways[way])}
            {open && ` (${own.open})`}
          </h2>
          {acts.length === 0 && <p className="govuk-body">{own.nothing}</p>}
          {acts.length > 0 && (
            <ul className="govuk-list govuk-list--bullet">
              {acts.map((act) => (
                <li key={act.id}>{words.acts[act.action] ?? words.otherAct}</li>
              ))}
            </ul>
          )}
          {readBack && <p className="govuk-body">{own.readBack}</p>}
          {open && (
            <form method="post" action="/help/end">
              <Button classes="govuk-button--secondary">{words.stopThis}</Button>
            </form>
          )}
        </section>
      ))}
      {view.helps.length > 0 && (
        <p className="govuk-body">
          {own.wrong} <PhoneLink phone={phone} />
        </p>
      )}
    </>
  );
}

import { Button } from '~/components/design-system/button';
import { BackLink } from '~/components/design-system/links';
import { NotificationBanner } from '~/components/design-system/notification-banner';
import { Details } from '~/components/design-system/text-blocks';
import type { Language } from '~/domain/language';
import { formatLongDate } from '~/i18n/format';
import { detailsWords } from '~/i18n/pages/details';
import { frameWords } from '~/i18n/pages/frame';
import type { SharingView } from '~/services/share-with-partners.server';

/** The partners who may see the plan or not, a button for each, and what was said before. */
export function SharingPage(props: { view: SharingView; language: Language; done: 'given' | 'withdrawn' | null }) {
  const { view, language, done } = props;
  const words = detailsWords.in(language).sharing;
  const frame = frameWords.in(language);
  return (
    <>
      <BackLink href="/details">{frame.back}</BackLink>
      {done && (
        <NotificationBanner type="success" title={frame.done}>
          {words.done[done]}
        </NotificationBanner>
      )}
      <h1 className="govuk-heading-l">{words.title}</h1>
      {view.partners.length === 0 ? (
        <p className="govuk-body">{words.none}</p>
      ) : (
        <>
          <p className="govuk-body">{words.intro}</p>
          <p className="govuk-body">{words.nothingElse}</p>
        </>
      )}
      {view.partners.map((partner) => (
        <Partner key={partner.id} partner={partner} zone={view.zone} language={language} />
      ))}
    </>
  );
}

function Partner(props: { partner: SharingView['partners'][number]; zone: string; language: Language }) {
  const { partner, zone, language } = props;
  const { id, name, active, given, history, looked } = partner;
  const words = detailsWords.in(language).sharing;
  const state = given ? words.may(name) : words.mayNot(name);
  return (
    <section className="wm-section">
      <h2 className="govuk-heading-m wm-section__heading">{name}</h2>
      <p className="govuk-body">{(language === 'cy' && partner.whatInWelsh) || partner.what}</p>
      <p className="govuk-body">
        <strong>{state}</strong> {!active && words.over}
      </p>
      {active && (
        <form method="post" action={`/details/sharing/${id}/${given ? 'withdrawal' : 'consent'}`}>
          <Button classes="govuk-button--secondary">
            {given ? words.withdraw : words.give}
            <span className="govuk-visually-hidden">{words.about(name)}</span>
          </Button>
        </form>
      )}
      {looked.length > 0 && (
        <ul className="govuk-list">
          {looked.map((at) => (
            <li key={at}>{words.lookedOn(formatLongDate(at, zone, language))}</li>
          ))}
        </ul>
      )}
      {history.length > 0 && (
        <Details summary={words.history}>
          <ul className="govuk-list">
            {history.map(({ what, at }) => (
              <li key={`${what} ${at}`}>{words[what](formatLongDate(at, zone, language))}</li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  );
}

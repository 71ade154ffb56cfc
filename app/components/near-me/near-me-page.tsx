import { Button } from '~/components/design-system/button';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { BackLink } from '~/components/design-system/links';
import { NotificationBanner } from '~/components/design-system/notification-banner';
import { PhoneLink } from '~/components/phone-link';
import type { Language } from '~/domain/language';
import { isOpen } from '~/domain/signpost/signpost';
import { pickValue } from '~/domain/signpost/signpost-form';
import { formatDate } from '~/i18n/format';
import { frameWords } from '~/i18n/pages/frame';
import { nearMeWords } from '~/i18n/pages/near-me';
import type { NearMeView } from '~/services/choose-signpost.server';
import { kindOf, ThingFacts } from './thing-facts';

interface Props {
  view: NearMeView;
  language: Language;
  done: 'chosen' | 'back' | null;
  /** The signpost that was just chosen. */
  about: string | null;
  error?: 'gone';
}

/** What is near by for somebody who is not online, what they chose, and the way to a sheet to take along. */
export function NearMePage({ view, language, done, about, error }: Props) {
  const words = nearMeWords.in(language);
  const frame = frameWords.in(language);
  const open = view.chosen.filter(({ outcome }) => isOpen(outcome));
  const chosen = view.chosen.find(({ id }) => id === about);
  return (
    <>
      <BackLink href="/">{frame.back}</BackLink>
      {error && <ErrorSummary title={frame.problem} errors={[{ text: words.errors[error], href: '#near' }]} />}
      {done && !error && (
        <NotificationBanner type="success" title={frame.done}>
          <p className="govuk-notification-banner__heading">
            {done === 'back' ? words.done.back : chosen ? words.done.chosen(chosen.name) : words.done.chosenOne}
          </p>
          {done === 'chosen' && chosen && <TakeBack id={chosen.id} name={chosen.name} language={language} />}
        </NotificationBanner>
      )}
      <h1 className="govuk-heading-l">{words.title}</h1>
      {open.length > 0 && (
        <section className="wm-section">
          <h2 className="govuk-heading-m">{words.yours}</h2>
          {open.map((one) => (
            <Chosen key={one.id} one={one} view={view} language={language} withButton={one.id !== chosen?.id} />
          ))}
        </section>
      )}
      {(open.length > 0 || view.suggestions.length > 0) && (
        <p className="govuk-body">
          <a className="govuk-link" href="/near-me/sheet">
            {words.sheetLink}
          </a>
        </p>
      )}
      <section className="wm-section" id="near">
        {/* With nothing chosen the page's own heading says it already; below it the places are still a part of their own. */}
        <h2 className={open.length > 0 ? 'govuk-heading-m' : 'govuk-visually-hidden'}>{words.more}</h2>
        <p className="govuk-body">{view.asked ? words.chosenFor : words.forAll}</p>
        {!view.asked && (
          <p className="govuk-body">
            <a className="govuk-link" href="/profile">
              {words.tell}
            </a>
          </p>
        )}
        {view.suggestions.map((one) => (
          <Suggested key={one.targetId} one={one} view={view} language={language} />
        ))}
        {view.suggestions.length === 0 && open.length === 0 && (
          <p className="govuk-body">
            {words.none} <PhoneLink phone={view.phone} />
          </p>
        )}
      </section>
      <ul className="govuk-list">
        <li>
          <a className="govuk-link" href="/clubs">
            {words.clubs}
          </a>
        </li>
        <li>
          <a className="govuk-link" href="/situation/help">
            {words.situation}
          </a>
        </li>
      </ul>
    </>
  );
}

function Suggested({
  one,
  view,
  language,
}: {
  one: NearMeView['suggestions'][number];
  view: NearMeView;
  language: Language;
}) {
  const words = nearMeWords.in(language);
  const need = one.needs[0]!;
  return (
    <article className="wm-near">
      <h3 className="govuk-heading-s wm-section__heading">{one.name}</h3>
      <p className="govuk-body">
        {kindOf(one, language)}. {words.helpsWith(one.needs.map((name) => words.needs[name]).join(', '))}.
        {one.what && (
          <>
            <br />
            {one.what}
          </>
        )}
      </p>
      <ThingFacts thing={one} zone={view.zone} language={language} />
      {one.place === 'training' && <p className="govuk-body">{words.money}</p>}
      <form method="post" action="/near-me/choice">
        <input type="hidden" name="pick" value={pickValue({ kind: one.kind, targetId: one.targetId, need })} />
        <Button classes="govuk-button--secondary">
          {words.go}
          <span className="govuk-visually-hidden">{words.about(one.name)}</span>
        </Button>
      </form>
    </article>
  );
}

interface ChosenProps {
  one: NearMeView['chosen'][number];
  view: NearMeView;
  language: Language;
  withButton: boolean;
}

function Chosen({ one, view, language, withButton }: ChosenProps) {
  const words = nearMeWords.in(language);
  return (
    <article className="wm-near">
      <h3 className="govuk-heading-s wm-section__heading">{one.name}</h3>
      {one.thing ? (
        <ThingFacts thing={{ ...one.thing, miles: null }} zone={view.zone} language={language} />
      ) : (
        <p className="govuk-body">{words.gone}</p>
      )}
      {one.askOn !== null && one.outcome === null && (
        <p className="govuk-body wm-quiet">{words.willAsk(formatDate(one.askOn, view.zone, language))}</p>
      )}
      {one.own && withButton && <TakeBack id={one.id} name={one.name} language={language} />}
    </article>
  );
}

function TakeBack({ id, name, language }: { id: string; name: string; language: Language }) {
  const words = nearMeWords.in(language);
  return (
    <form method="post" action={`/near-me/${id}/withdrawal`}>
      <Button classes="govuk-button--secondary">
        {words.takeBack}
        <span className="govuk-visually-hidden">{words.about(name)}</span>
      </Button>
    </form>
  );
}

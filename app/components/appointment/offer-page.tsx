import { Button } from '~/components/design-system/button';
import { SummaryList } from '~/components/design-system/summary-list';
import { PhoneLink } from '~/components/phone-link';
import type { Language } from '~/domain/language';
import { formatDate, formatOnDate, formatTime } from '~/i18n/format';
import { offerWords } from '~/i18n/pages/offer';
import type { OfferGone, OfferView } from '~/services/view-offer.server';
import { capitalised } from './shown-appointment';

interface Props {
  offer: OfferView | OfferGone;
  language: Language;
  /** Where the offer is. */
  base: string;
}

/** An earlier time, to take or to leave; or what came of it. */
export function OfferPage({ offer, language, base }: Props) {
  const words = offerWords.in(language);
  return (
    <>
      <div className="wm-lead">
        {'firstName' in offer && <p className="govuk-body wm-hello">{words.hello(offer.firstName)}</p>}
        <h1 className="govuk-heading-l">{offerTitle(offer, language)}</h1>
        {'firstName' in offer ? (
          <Shown offer={offer} language={language} base={base} />
        ) : (
          <p className="govuk-body">{words[GONE[offer.state].text]}</p>
        )}
      </div>
      {offer.phone && (
        <p className="govuk-body">
          {offer.state === 'accepted' ? words.notNow : words.call} <PhoneLink phone={offer.phone} />
        </p>
      )}
    </>
  );
}

/** Catalogue keys of why a link shows nothing. */
const GONE = {
  unknown: { title: 'unknown', text: 'unknownText' },
  over: { title: 'over', text: 'overText' },
  too_many: { title: 'tooMany', text: 'tooManyText' },
} as const;

/** What the page is about, as its heading says it. */
export function offerTitle(offer: OfferView | OfferGone, language: Language): string {
  const words = offerWords.in(language);
  if (!('firstName' in offer)) return words[GONE[offer.state].title];
  return offer.state === 'offered' ? words.question(offer.adviserFirstName) : words[offer.state];
}

function Shown({ offer, language, base }: Props & { offer: OfferView }) {
  const words = offerWords.in(language);
  const { state, adviserFirstName: adviser, startsAt, ownStartsAt, heldUntil, zone } = offer;
  const time = (at: number) => formatTime(at, zone, language);
  const when = (at: number) => words.when(capitalised(formatDate(at, zone, language)), time(at));
  const meets = (say: typeof words.stays) =>
    ownStartsAt !== null && (
      <p className="govuk-body">{say(adviser, formatOnDate(ownStartsAt, zone, language), time(ownStartsAt))}</p>
    );
  if (state === 'accepted') return meets(words.acceptedText);
  if (state === 'gone')
    return (
      <>
        <p className="govuk-body">{words.goneText}</p>
        {meets(words.stays)}
      </>
    );
  if (state === 'declined')
    return (
      <>
        {meets(words.declinedText)}
        <p className="govuk-body">{words.changedMind(time(heldUntil))}</p>
        <Answer to={`${base}/yes`} classes="govuk-button--secondary">
          {words.yes}
        </Answer>
      </>
    );
  const rows = [{ key: words.offered, value: when(startsAt) }];
  if (ownStartsAt !== null) rows.push({ key: words.now, value: when(ownStartsAt) });
  return (
    <>
      <SummaryList rows={rows} classes="wm-facts" />
      <p className="govuk-body">{words.until(time(heldUntil))}</p>
      <div className="wm-choices">
        <Answer to={`${base}/yes`}>{words.yes}</Answer>
        <Answer to={`${base}/no`} classes="govuk-button--secondary">
          {words.no}
        </Answer>
      </div>
    </>
  );
}

function Answer({ to, classes, children }: { to: string; classes?: string; children: string }) {
  return (
    <form method="post" action={to}>
      <Button classes={classes}>{children}</Button>
    </form>
  );
}

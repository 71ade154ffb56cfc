import { BackLink } from '~/components/design-system/links';
import { LANGUAGES, ownNameOf, type Language } from '~/domain/language';
import type { SegmentPrice } from '~/domain/messaging/prices';
import { formatLongDate, formatMoney } from '~/i18n/format';
import { TEXT_SETS } from '~/i18n/messages/preview';
import { officeWords } from '~/i18n/pages/staff-office';
import { textWords } from '~/i18n/pages/texts';
import type { ShownText, TextsPage as Page } from '~/services/view-texts.server';
import { StaffBar } from './staff-bar';

interface Props {
  language: Language;
  page: Page;
  me: { firstName: string; lastName: string };
}

type Choice = Pick<Page, 'set' | 'person' | 'discreet'>;

const pathOf = ({ set, person, discreet }: Choice) =>
  `/staff/texts?set=${set}&person=${person}&words=${discreet ? 'neutral' : 'usual'}`;

/** Every message in both languages, as customers get it, and what it costs. Nothing can be changed here. */
export function TextsPage({ language, page, me }: Props) {
  const words = textWords.in(language);
  const tab = (text: string, choice: Partial<Choice>, current: boolean) => (
    <li key={text}>
      <a className="govuk-link" href={pathOf({ ...page, ...choice })} aria-current={current ? 'page' : undefined}>
        {text}
      </a>
    </li>
  );
  return (
    <div className="wm-staff">
      <StaffBar me={me} language={language} />
      <BackLink href="/staff/office">{officeWords.in(language).back}</BackLink>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">{words.intro}</p>
      <nav aria-label={words.which}>
        <ul className="wm-links">{TEXT_SETS.map((set) => tab(words.sets[set], { set }, set === page.set))}</ul>
      </nav>
      <nav aria-label={words.who}>
        <ul className="wm-links">
          {tab(words.example, { person: 'example' }, page.person === 'example')}
          {tab(words.longest, { person: 'longest' }, page.person === 'longest')}
        </ul>
      </nav>
      <nav aria-label={words.how}>
        <ul className="wm-links">
          {tab(words.open, { discreet: false }, !page.discreet)}
          {tab(words.discreet, { discreet: true }, page.discreet)}
        </ul>
      </nav>
      {page.discreet && <p className="govuk-body">{words.discreetMeans}</p>}
      {page.texts.map((text) => (
        <OneText key={text.key} text={text} price={page.price} language={language} />
      ))}
      <Costs page={page} language={language} />
    </div>
  );
}

function OneText({ text, price, language }: { text: ShownText; price: SegmentPrice; language: Language }) {
  const words = textWords.in(language);
  return (
    <section className="wm-texts" aria-labelledby={`text-${text.key}`}>
      <h2 className="govuk-heading-s wm-texts__title" id={`text-${text.key}`}>
        {words.keys[text.key] ?? text.key}
      </h2>
      {LANGUAGES.map((shown) => {
        const { subject, body, segments } = text.inLanguage[shown];
        return (
          <div key={shown} className="wm-texts__one" lang={shown}>
            <h3 className="wm-texts__language" lang={language}>
              {words.languages[shown] ?? ownNameOf(shown)}
            </h3>
            {subject !== null && <p className="wm-texts__subject">{subject}</p>}
            <p className="wm-as-sent">{body}</p>
            {segments !== null && (
              <p className="wm-texts__cost" lang={language}>
                {words.cost(words.segments(segments), formatMoney(segments * price.perSegment, price.currency))}
              </p>
            )}
          </div>
        );
      })}
    </section>
  );
}

function Costs({ page, language }: { page: Page; language: Language }) {
  const words = textWords.in(language);
  const { price, forecast } = page;
  const { from, perSegment, currency } = price;
  return (
    <section aria-labelledby="costs">
      <h2 className="govuk-heading-m" id="costs">
        {words.costs}
      </h2>
      <p className="govuk-body">
        {words.perText(formatMoney(perSegment, currency))}{' '}
        {from.kind === 'charged'
          ? words.charged(from.segments)
          : words.list(from.source, formatLongDate(from.validFrom, 'UTC', language))}
      </p>
      <p className="govuk-body">{words.wide}</p>
      <p className="govuk-body">
        {words.forecast(forecast.texts)}{' '}
        {forecast.texts > 0 && words.forecastCost(formatMoney(forecast.segments * perSegment, currency, true))}
      </p>
    </section>
  );
}

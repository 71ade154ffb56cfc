import { formatDate } from '~/i18n/format';
import { nearMeWords } from '~/i18n/pages/near-me';
import type { SignpostSheetView } from '~/services/choose-signpost.server';
import { kindOf, ThingFacts } from './thing-facts';

/** With more than this many, only what somebody needs to get there, so that it stays one page. */
const MOST_WITH_WORDS = 2;

/** The sheet to take along, in its reader's language: large, without a map, and without anybody's name on it. */
export function SignpostSheet({ sheet }: { sheet: SignpostSheetView }) {
  const { language, zone, today, phone, items } = sheet;
  const words = nearMeWords.in(language);
  return (
    <section className="wm-sheet" lang={language} aria-labelledby="sheet-heading">
      <h2 className="govuk-heading-l" id="sheet-heading">
        {words.sheet.title}
      </h2>
      {items.length === 0 && <p className="govuk-body">{words.sheet.none}</p>}
      {items.map((item) => (
        <article key={item.targetId} className="wm-sheet__item">
          <h3 className="govuk-heading-m">{item.name}</h3>
          <p className="govuk-body">
            {kindOf(item, language)}. {words.helpsWith(words.needs[item.need])}.
            {items.length <= MOST_WITH_WORDS && item.what && ` ${item.what}`}
          </p>
          <ThingFacts thing={{ ...item, miles: null }} zone={zone} language={language} printed />
        </article>
      ))}
      <p className="govuk-body">
        {items.some(({ place }) => place === 'training') && `${words.money} `}
        {words.sheet.asOf(formatDate(today, zone, language))}
      </p>
      <p className="govuk-body">
        <strong>{words.sheet.questions(phone)}</strong>
      </p>
    </section>
  );
}

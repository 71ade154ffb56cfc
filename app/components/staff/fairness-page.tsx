import {
  AGE_GROUPS,
  LEAST_IN_GROUP,
  STANDS_OUT,
  type FairnessFigures,
  type GroupName,
  type Shown,
} from '~/domain/capability/fairness';
import { StackingCell } from '~/components/design-system/stacking-cell';
import type { Language } from '~/domain/language';
import { ACCESS_NEEDS } from '~/domain/situation/access-need';
import { formatDate, formatMonth } from '~/i18n/format';
import { safeguardWords } from '~/i18n/pages/staff-safeguards';
import { officeWords } from '~/i18n/pages/staff-office';
import type { FairnessView } from '~/services/view-fairness.server';
import { SettingsFrame } from './settings-frame';

interface Props {
  language: Language;
  view: FairnessView;
  me: { firstName: string; lastName: string };
}

type Words = ReturnType<typeof safeguardWords.in>['fairness'];
type Check = FairnessView['checks'][number];

const SHARES = ['assisted', 'overridden', 'otherWay'] as const;

/** Whether the advice on going online falls unevenly: a sentence, a table, and what is counted. */
export function FairnessPage({ language, view, me }: Props) {
  const words = safeguardWords.in(language).fairness;
  const back = { href: '/staff/office', text: officeWords.in(language).back };
  const [newest, ...earlier] = view.checks;
  const monthName = (month: string) => formatMonth(month, language);
  return (
    <SettingsFrame {...{ language, me, back }} title={words.title} lead={`${view.office.name}. ${words.lead}`}>
      {!newest && <p className="govuk-body">{words.none}</p>}
      {newest && (
        <>
          <h2 className="govuk-heading-m">{words.month(monthName(newest.month))}</h2>
          <p className="govuk-body">{sentence(newest, words)}</p>
          <Table check={newest} words={words} caption={words.period(monthName(newest.month))} />
          <p className="govuk-body">{words.made(formatDate(newest.madeAt, view.office.zone, language))}</p>
        </>
      )}
      <h2 className="govuk-heading-m">{words.definitions}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {[...words.meaning, words.small(LEAST_IN_GROUP), words.stands(STANDS_OUT)].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {earlier.length > 0 && <h2 className="govuk-heading-m">{words.earlier}</h2>}
      {earlier.map((check) => (
        <details key={check.month} className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">{words.month(monthName(check.month))}</span>
          </summary>
          <p className="govuk-body">{sentence(check, words)}</p>
          <Table check={check} words={words} caption={words.period(monthName(check.month))} />
        </details>
      ))}
    </SettingsFrame>
  );
}

function sentence({ figures, standOut }: Check, words: Words): string {
  if (!figures.everybody) return words.plain.tooFew;
  if (standOut.length === 0) return words.plain.even;
  return words.plain.uneven(standOut.map((group) => nameOf(group, words)).join('; '));
}

function nameOf([part, group]: GroupName, words: Words): string {
  if (part === 'age') return words.ages[group];
  if (part === 'language') return words.languages[group];
  return part === 'access' ? words.access[group] : words.needs[group];
}

/** The parts of the table, each with its rows in order. */
function partsOf(figures: FairnessFigures, words: Words) {
  const rows = <K extends string>(keys: readonly K[], names: Record<K, string>, shown: Record<K, Shown>) =>
    keys.map((key) => ({ name: names[key], shown: shown[key] }));
  return [
    { heading: words.headings.age, rows: rows(AGE_GROUPS, words.ages, figures.age) },
    { heading: words.headings.language, rows: rows(['en', 'cy'], words.languages, figures.language) },
    { heading: words.headings.access, rows: rows(['any', 'none'], words.access, figures.access) },
    { heading: words.headings.need, rows: rows(ACCESS_NEEDS, words.needs, figures.need) },
  ];
}

function Table({ check, words, caption }: { check: Check; words: Words; caption: string }) {
  const columns = ['group', 'people', ...SHARES] as const;
  return (
    <div>
      <table className="govuk-table wm-stacks">
        <caption className="govuk-table__caption govuk-table__caption--s">{caption}</caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {columns.map((column) => (
              <th key={column} scope="col" className="govuk-table__header">
                {words.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          <Row name={words.everybody} shown={check.figures.everybody} words={words} />
        </tbody>
        {partsOf(check.figures, words).map(({ heading, rows }) => (
          <tbody key={heading} className="govuk-table__body">
            <tr className="govuk-table__row">
              <th scope="rowgroup" colSpan={5} className="govuk-table__header wm-stacks__part">
                {heading}
              </th>
            </tr>
            {rows.map(({ name, shown }) => (
              <Row key={name} name={name} shown={shown} words={words} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Row({ name, shown, words }: { name: string; shown: Shown; words: Words }) {
  const labelled = (key: 'people' | (typeof SHARES)[number], text: string) => ({
    key,
    label: words.columns[key],
    text,
  });
  const cells = shown
    ? [
        labelled('people', words.about(shown.people)),
        ...SHARES.map((share) => labelled(share, words.percent(shown[share]))),
      ]
    : [{ key: 'hidden', label: undefined, text: words.hidden }];
  return (
    <tr className="govuk-table__row">
      <th scope="row" className="govuk-table__header wm-plain">
        {name}
      </th>
      {cells.map((cell) => (
        <StackingCell key={cell.key} label={cell.label} colSpan={shown ? undefined : 4}>
          {cell.text}
        </StackingCell>
      ))}
    </tr>
  );
}

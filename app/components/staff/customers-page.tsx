import { Tag } from '~/components/design-system/text-blocks';
import { caseloadPath } from '~/domain/adviser/caseload-view';
import type { Language } from '~/domain/language';
import { customersWords } from '~/i18n/pages/customers';
import type { CustomerSearch } from '~/services/search-customers.server';
import type { Caseload, CaseloadRow } from '~/services/view-caseload.server';
import { CaseloadChoice, CaseloadCounts } from './caseload-filter';
import { SearchForm, SearchResults } from './customer-search';
import { StaffBar } from './staff-bar';
import { wordingFor, type Wording } from './wording';

interface Props {
  language: Language;
  me: { firstName: string; lastName: string };
  /** What was looked for; null: the list is shown. */
  search: CustomerSearch | null;
  /** Null for those who only look people up. */
  caseload: Caseload | null;
  mayOpen: boolean;
  mayPassOn: boolean;
}

/** Finds a customer, and lists those whose adviser one is. */
export function CustomersPage({ language, me, search, caseload, mayOpen, mayPassOn }: Props) {
  const words = customersWords.in(language);
  return (
    <div className="wm-staff">
      <StaffBar me={me} language={language} />
      <h1 className="govuk-heading-l">{words.title}</h1>
      <div className="wm-screen">
        <SearchForm language={language} typed={search?.typed ?? ''} />
      </div>
      {search && <SearchResults language={language} search={search} mayOpen={mayOpen} />}
      {caseload && <List language={language} caseload={caseload} mayPassOn={mayPassOn} />}
    </div>
  );
}

function List({ language, caseload, mayPassOn }: { language: Language; caseload: Caseload; mayPassOn: boolean }) {
  const words = customersWords.in(language).list;
  const { filter, rows, total, pages, office, now, advisers } = caseload;
  const wording = wordingFor(language, { zone: office.zone, now, date: null });
  const adviser = advisers.find(({ id }) => id === filter.adviser);
  const fixed = { me: words.mine, all: words.all, none: words.none }[filter.adviser];
  const whose = fixed ?? (adviser ? words.of(wording.name(adviser)) : words.all);
  return (
    <section aria-labelledby="list">
      <h2 className="govuk-heading-m" id="list">
        {words.heading(whose, total)}
      </h2>
      <CaseloadCounts language={language} caseload={caseload} />
      <CaseloadChoice language={language} caseload={caseload} name={wording.name} />
      {rows.length === 0 ? (
        <p className="govuk-body">
          {words.empty} {words.emptyMore}
        </p>
      ) : (
        <ul className="wm-needs__list wm-caseload">
          {rows.map((row) => (
            <Row key={row.id} row={row} wording={wording} others={filter.adviser !== 'me'} />
          ))}
        </ul>
      )}
      {pages > 1 && !filter.print && <Pages language={language} caseload={caseload} />}
      <ul className="wm-links wm-screen">
        <li>
          <a className="govuk-link" href={caseloadPath(filter, { print: !filter.print })}>
            {filter.print ? words.printBack : words.print}
          </a>
        </li>
        {mayPassOn && (
          <li>
            <a className="govuk-link" href="/staff/customers/transfer">
              {words.passOn}
            </a>
          </li>
        )}
        <li>
          <a className="govuk-link" href="/staff/office/continuity">
            {words.continuity}
          </a>
        </li>
      </ul>
    </section>
  );
}

function Row({ row, wording, others }: { row: CaseloadRow; wording: Wording; others: boolean }) {
  const words = customersWords.in(wording.language);
  const { id, nextAt, lastAt, reasons, adviser, standIn, knownAs, noMessages } = row;
  const path = `/staff/customers/${id}`;
  const about = <span className="govuk-visually-hidden">{words.list.about(wording.name(row))}</span>;
  const whose = standIn && adviser ? words.list.standIn(wording.name(adviser)) : others && (adviser ? words.search.with(wording.name(adviser)) : words.search.nobody); // prettier-ignore
  return (
    <li className="wm-need wm-caseload__row">
      <div>
        <p className="wm-need__who">
          <a className="govuk-link" href={path}>
            {wording.name(row)}
          </a>{' '}
          {noMessages && <Tag classes="govuk-tag--red">{words.list.safety}</Tag>}
        </p>
        <p className="wm-need__why">
          {[row.ref, knownAs && words.search.knownAs(knownAs), whose].filter(Boolean).join(', ')}
        </p>
      </div>
      <div>
        <p className="wm-need__why">
          {words.list.nextAt(nextAt === null ? words.list.noNext : wording.when(nextAt))}
          <br />
          {words.list.lastAt(lastAt === null ? words.list.noLast : wording.when(lastAt))}
        </p>
      </div>
      <div>
        {reasons.length > 0 && (
          <ul className="wm-caseload__reasons">
            {reasons.map((reason) => (
              <li key={reason}>{words.reasons[reason]}</li>
            ))}
          </ul>
        )}
      </div>
      <p className="wm-links wm-screen">
        <a className="govuk-link" href={`${path}/booking`}>
          {words.list.book}
          {about}
        </a>
        <a className="govuk-link" href={path}>
          {words.list.record}
          {about}
        </a>
      </p>
    </li>
  );
}

function Pages({ language, caseload }: { language: Language; caseload: Caseload }) {
  const words = customersWords.in(language).list;
  const { filter, pages } = caseload;
  return (
    <nav aria-label={words.pages} className="wm-screen">
      <ul className="wm-links">
        {filter.page > 1 && (
          <li>
            <a className="govuk-link" href={caseloadPath(filter, { page: filter.page - 1 })} rel="prev">
              {words.previous}
            </a>
          </li>
        )}
        <li>{words.page(filter.page, pages)}</li>
        {filter.page < pages && (
          <li>
            <a className="govuk-link" href={caseloadPath(filter, { page: filter.page + 1 })} rel="next">
              {words.next}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

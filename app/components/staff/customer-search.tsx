import type { Language } from '~/domain/language';
import { customersWords } from '~/i18n/pages/customers';
import { deskWords } from '~/i18n/pages/desk';
import { menuWords } from '~/i18n/pages/staff-menu';
import type { CustomerSearch, FoundCustomer } from '~/services/search-customers.server';
import { wordingFor } from './wording';

interface FormProps {
  language: Language;
  typed: string;
}

/** One field that finds a customer by whatever is known of them. */
export function SearchForm({ language, typed }: FormProps) {
  const words = customersWords.in(language).search;
  return (
    <form method="get" action="/staff/customers" role="search" className="wm-search">
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor="q">
          {words.label}
        </label>
        <div className="govuk-hint" id="q-hint">
          {words.hint}
        </div>
        <input
          className="govuk-input"
          id="q"
          name="q"
          type="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          defaultValue={typed}
          aria-describedby="q-hint"
        />
      </div>
      <button className="wm-tap" type="submit">
        {words.submit}
      </button>
    </form>
  );
}

interface Props {
  language: Language;
  search: CustomerSearch;
  /** True for those who may open records; others only hand out cards. */
  mayOpen: boolean;
}

/** Whom the search found, or what to try instead. */
export function SearchResults({ language, search, mayOpen }: Props) {
  const words = customersWords.in(language).search;
  const { typed, state, found, more } = search;
  return (
    <section aria-labelledby="found">
      <h2 className="govuk-heading-m" id="found">
        {state === 'short' ? words.titled(typed) : words.found(found.length)}
      </h2>
      {state === 'short' && <p className="govuk-body">{words.short}</p>}
      {state === 'none' && (
        <>
          <p className="govuk-body">{words.none(typed)}</p>
          <p className="govuk-body">{words.tryThese}</p>
          <ul className="govuk-list govuk-list--bullet">
            {words.tries.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
      {more && <p className="govuk-body">{words.more(found.length)}</p>}
      {found.length > 0 && (
        <ul className="wm-needs__list wm-caseload">
          {found.map((one) => (
            <Found key={one.id} found={one} language={language} mayOpen={mayOpen} />
          ))}
        </ul>
      )}
      {mayOpen && (
        <p className="govuk-body">
          <a className="govuk-link" href="/staff/customers">
            {words.back}
          </a>
        </p>
      )}
    </section>
  );
}

function Found({ found, language, mayOpen }: { found: FoundCustomer; language: Language; mayOpen: boolean }) {
  const { search: words, list } = customersWords.in(language);
  const { name } = wordingFor(language, { zone: 'UTC', now: 0 });
  const { id, ref, knownAs, adviser } = found;
  const facts = [words.reference(ref), knownAs && words.knownAs(knownAs)].filter(Boolean);
  const path = `/staff/customers/${id}`;
  const about = <span className="govuk-visually-hidden">{list.about(name(found))}</span>;
  const onList = (
    <a className="govuk-link" href={`/staff/desk/people/${found.id}`}>
      {deskWords.in(language).add.link}
      <span className="govuk-visually-hidden">{deskWords.in(language).about(name(found))}</span>
    </a>
  );
  return (
    <li className="wm-need wm-caseload__row">
      <p className="wm-need__who">
        {mayOpen ? (
          <a className="govuk-link" href={path}>
            {name(found)}
          </a>
        ) : (
          name(found)
        )}
      </p>
      <p className="wm-need__why">{facts.join(', ')}</p>
      {mayOpen ? (
        <>
          <p className="wm-need__why">{adviser ? words.with(name(adviser)) : words.nobody}</p>
          <p className="wm-links">
            <a className="govuk-link" href={`${path}/booking`}>
              {list.book}
              {about}
            </a>
            <a className="govuk-link" href={`${path}/walk-in`}>
              {menuWords.in(language).record['walk-in']}
              {about}
            </a>
            {onList}
          </p>
        </>
      ) : (
        <p className="wm-need__why">
          <a className="govuk-link" href={`${path}/card`}>
            {words.card}
            <span className="govuk-visually-hidden">{words.cardFor(name(found))}</span>
          </a>{' '}
          {onList}
        </p>
      )}
    </li>
  );
}

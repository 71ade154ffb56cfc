import type { ReactNode } from 'react';
import { CASELOAD_SORTS, caseloadPath } from '~/domain/adviser/caseload-view';
import { NEED_REASONS } from '~/domain/adviser/needs-me';
import { WRITTEN_LANGUAGES, type Language } from '~/domain/language';
import { customersWords } from '~/i18n/pages/customers';
import type { Caseload } from '~/services/view-caseload.server';

interface Props {
  language: Language;
  caseload: Caseload;
  name: (person: { firstName: string; lastName: string }) => string;
}

/** How many need their adviser, by reason: each leads to those. */
export function CaseloadCounts({ language, caseload }: Omit<Props, 'name'>) {
  const words = customersWords.in(language);
  const { filter, counts } = caseload;
  const reasons = NEED_REASONS.filter((reason) => counts[reason] > 0 || reason === filter.reason);
  return (
    <nav aria-label={words.list.counts} className="wm-screen">
      <ul className="wm-links">
        <li>
          <a
            className="govuk-link"
            href={caseloadPath(filter, { reason: null })}
            aria-current={filter.reason === null ? 'page' : undefined}
          >
            {words.list.heading(words.list.anyReason, caseload.everybody)}
          </a>
        </li>
        {reasons.map((reason) => (
          <li key={reason}>
            <a
              className="govuk-link"
              href={caseloadPath(filter, { reason })}
              aria-current={filter.reason === reason ? 'page' : undefined}
            >
              {words.list.heading(words.reasons[reason], counts[reason])}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Whose customers, why, in which language and in which order: a form that asks for an address. */
export function CaseloadChoice({ language, caseload, name }: Props) {
  const words = customersWords.in(language);
  const { filter, advisers } = caseload;
  const chosen = { whose: filter.adviser, why: filter.reason ?? '', spoken: filter.language ?? '', order: filter.sort };
  return (
    <details className="wm-more wm-screen">
      <summary className="wm-more__summary">{words.list.choose}</summary>
      <form method="get" action="/staff/customers" className="wm-day-form">
        <Choice name="adviser" label={words.list.whose} value={chosen.whose}>
          <option value="me">{words.list.mine}</option>
          <option value="all">{words.list.all}</option>
          <option value="none">{words.list.none}</option>
          {advisers.map((one) => (
            <option key={one.id} value={one.id}>
              {name(one)}
            </option>
          ))}
        </Choice>
        <Choice name="reason" label={words.list.reason} value={chosen.why}>
          <option value="">{words.list.anyReason}</option>
          {NEED_REASONS.map((reason) => (
            <option key={reason} value={reason}>
              {words.reasons[reason]}
            </option>
          ))}
        </Choice>
        <Choice name="language" label={words.list.language} value={chosen.spoken}>
          <option value="">{words.list.anyLanguage}</option>
          {WRITTEN_LANGUAGES.map((one) => (
            <option key={one} value={one}>
              {words.list.languages[one]}
            </option>
          ))}
        </Choice>
        <Choice name="sort" label={words.list.sort} value={chosen.order}>
          {CASELOAD_SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {words.sorts[sort]}
            </option>
          ))}
        </Choice>
        <button className="wm-tap" type="submit">
          {words.list.show}
        </button>
      </form>
    </details>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  value: string;
  children: ReactNode;
}

function Choice({ name, label, value, children }: ChoiceProps) {
  return (
    <div className="govuk-form-group">
      <label className="govuk-label" htmlFor={name}>
        {label}
      </label>
      <select className="govuk-select" id={name} name={name} defaultValue={value}>
        {children}
      </select>
    </div>
  );
}

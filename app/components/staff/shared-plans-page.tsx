import { Input } from '~/components/design-system/input';
import type { Language } from '~/domain/language';
import { sharedPlanWords } from '~/i18n/pages/staff-shared-plans';
import { staffWords } from '~/i18n/pages/staff';
import type { SharedPlansView } from '~/services/view-shared-plans.server';
import { StaffBar } from './staff-bar';

interface Props {
  language: Language;
  view: SharedPlansView;
  me: { firstName: string; lastName: string };
}

/** Who has agreed to show their plan to a partner: where they are and who helps them. */
export function SharedPlansPage({ language, view, me }: Props) {
  const words = sharedPlanWords.in(language);
  const { partner, plans, count } = view;
  const name = staffWords.in(language).name;
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <h1 className="govuk-heading-l">{words.title}</h1>
      {partner === null ? (
        <p className="govuk-body">{words.noPartner}</p>
      ) : (
        <>
          <p className="govuk-body">{words.intro(partner.name)}</p>
          {!view.isNobody && <Search typed={view.typed} language={language} />}
          <p className="govuk-body">{count > 0 ? words.count(count) : view.isNobody ? words.none : words.noneFound}</p>
        </>
      )}
      {plans.length > 0 && (
        <ul className="wm-needs__list">
          {plans.map(({ customer, officeName, adviserFirstName }) => (
            <li key={customer.id} className="wm-need">
              <p className="wm-need__who">
                <a className="govuk-link" href={`/staff/shared-plans/${customer.id}`}>
                  {name(customer.firstName, customer.lastName)}
                </a>
              </p>
              <p className="wm-need__why">{words.where(officeName, adviserFirstName)}</p>
            </li>
          ))}
        </ul>
      )}
      <Pages page={view.page} pages={view.pages} typed={view.typed} language={language} />
    </div>
  );
}

function Search({ typed, language }: { typed: string; language: Language }) {
  const words = sharedPlanWords.in(language).search;
  return (
    <form method="get" action="/staff/shared-plans" role="search" className="wm-search">
      <Input name="q" type="search" label={{ text: words.label }} defaultValue={typed} autoComplete="off" />
      <button className="wm-tap" type="submit">
        {words.submit}
      </button>
      {typed !== '' && (
        <a className="govuk-link" href="/staff/shared-plans">
          {words.all}
        </a>
      )}
    </form>
  );
}

interface PagesProps {
  page: number;
  pages: number;
  typed: string;
  language: Language;
}

function Pages({ page, pages, typed, language }: PagesProps) {
  const words = sharedPlanWords.in(language);
  if (pages === 1) return null;
  const to = (n: number, label: string) => (
    <li>
      <a
        className="govuk-link"
        href={`/staff/shared-plans?${new URLSearchParams({ ...(typed && { q: typed }), page: String(n) }).toString()}`}
      >
        {label}
      </a>
    </li>
  );
  return (
    <nav aria-label={words.pages}>
      <p className="govuk-body">{words.page(page, pages)}</p>
      <ul className="wm-links">
        {page > 1 && to(page - 1, words.earlier)}
        {page < pages && to(page + 1, words.later)}
      </ul>
    </nav>
  );
}

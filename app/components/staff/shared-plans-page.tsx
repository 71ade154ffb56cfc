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
          <p className="govuk-body">{count === 0 ? words.none : words.count(count)}</p>
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
      <Pages page={view.page} pages={view.pages} language={language} />
    </div>
  );
}

function Pages({ page, pages, language }: { page: number; pages: number; language: Language }) {
  const words = sharedPlanWords.in(language);
  if (pages === 1) return null;
  const to = (n: number, label: string) => (
    <li>
      <a className="govuk-link" href={`/staff/shared-plans?page=${n}`}>
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

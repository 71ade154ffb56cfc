import type { Language } from '~/domain/language';
import { dayInWords } from '~/i18n/plan-lines';
import { staffPlanWords } from '~/i18n/pages/staff-plan';
import type { StaffPlanView } from '~/services/view-plan-as-staff.server';

/** When the plan is asked after, and what was said when it was. */
export function PlanFollowUps({ view, language }: { view: StaffPlanView; language: Language }) {
  const words = staffPlanWords.in(language).followUps;
  const day = (when: number | string) => dayInWords(when, view, language);
  const line = ({ state, dueOn, doneAt, by }: StaffPlanView['followUps'][number]) => {
    if (doneAt !== null) return words.done(day(doneAt), by ?? '');
    return state === 'overdue' ? words.late(day(dueOn)) : words.due(day(dueOn));
  };
  return (
    <section>
      <h2 className="govuk-heading-m">{words.title}</h2>
      {view.followUps.length === 0 ? (
        <p className="govuk-body">{words.none}</p>
      ) : (
        <ul className="govuk-list">
          {view.followUps.map((one) => (
            <li key={one.id}>
              {words.months(one.months)}: {line(one)}
              {one.note !== null && <blockquote className="wm-need__text wm-journal__text">{one.note}</blockquote>}
            </li>
          ))}
        </ul>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href="/staff/follow-ups">
          {words.all}
        </a>
      </p>
    </section>
  );
}

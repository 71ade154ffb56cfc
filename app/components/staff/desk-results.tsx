import { Button } from '~/components/design-system/button';
import { Checkboxes } from '~/components/design-system/checkboxes';
import { Radios } from '~/components/design-system/radios';
import { Select } from '~/components/design-system/select';
import { errorBeside } from '~/components/question-page';
import { TASK_RESULTS, VISIT_TASKS } from '~/domain/assisted/visit';
import type { Language } from '~/domain/language';
import { deskWords } from '~/i18n/pages/desk';
import type { DeskVisit } from '~/services/view-desk.server';

/** As the form has them. */
export interface ResultValues {
  task: string;
  result: string;
  agreed: string;
}
export type ResultProblems = Partial<Record<'task' | 'result', true>>;

interface Props {
  visit: DeskVisit;
  language: Language;
  values: ResultValues;
  problems: ResultProblems;
}

/** What was done together, and whether they can now do it alone; each can be taken back. */
export function DeskResults({ visit, language, values, problems }: Props) {
  const words = deskWords.in(language);
  const { did } = words.visit;
  const { id, tasks, inProfile, open, champion } = visit;
  return (
    <section className="wm-section" aria-labelledby="did">
      <h2 className="govuk-heading-m" id="did">
        {did.heading}
      </h2>
      {tasks.length === 0 && <p className="govuk-body">{did.none}</p>}
      <ul className="wm-desk">
        {tasks.map(({ task, result }) => (
          <li key={task} className="wm-desk__row">
            <p className="wm-desk__what">
              <strong>{words.tasks[task]}:</strong> {words.results[result]}.{' '}
              {inProfile.includes(task) && `${did.inProfile}.`}
            </p>
            <form method="post" action={`/staff/desk/${id}/result-undo`} className="wm-buttons">
              <input type="hidden" name="task" value={task} />
              <button className="wm-tap" type="submit">
                {words.undo}
                <span className="govuk-visually-hidden">{words.about(words.tasks[task])}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      {open && champion !== null && <ResultForm {...{ visit, language, values, problems }} />}
    </section>
  );
}

function ResultForm({ visit, language, values, problems }: Props) {
  const words = deskWords.in(language);
  const { did } = words.visit;
  const text = (field: 'task' | 'result') => (problems[field] ? did.errors[field] : undefined);
  return (
    <form method="post" action={`/staff/desk/${visit.id}`} noValidate>
      <h3 className="govuk-heading-s">{did.add}</h3>
      <Select
        name="task"
        label={did.task}
        none={did.choose}
        items={VISIT_TASKS.map((task) => ({ value: task, text: words.tasks[task] }))}
        defaultValue={values.task}
        error={errorBeside(text('task'), language)}
      />
      <Radios
        name="result"
        fieldset={{ legend: { text: did.result, classes: 'govuk-fieldset__legend--s' } }}
        items={TASK_RESULTS.map((result) => ({ value: result, text: words.results[result] }))}
        value={values.result}
        error={errorBeside(text('result'), language)}
      />
      <Checkboxes
        name="agreed"
        items={[{ value: 'yes', text: did.agreed(visit.customer.firstName), hint: did.agreedHint }]}
        values={[values.agreed]}
      />
      <Button>{did.submit}</Button>
    </form>
  );
}

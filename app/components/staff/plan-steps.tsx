import { capitalised } from '~/components/appointment/shown-appointment';
import type { Language } from '~/domain/language';
import { dayInWords } from '~/i18n/plan-lines';
import { helpWords } from '~/i18n/pages/help';
import { staffWords } from '~/i18n/pages/staff';
import { staffPlanWords } from '~/i18n/pages/staff-plan';
import type { ShownStep } from '~/services/load-plan.server';
import type { StaffPlanView, StepNote } from '~/services/view-plan-as-staff.server';

interface Props {
  steps: readonly ShownStep[];
  view: StaffPlanView;
  language: Language;
}

/** Steps with who and when, what was said about them, advice, and what can be done with them. */
export function PlanSteps({ steps, view, language }: Props) {
  if (steps.length === 0) return null;
  return (
    <ul className="govuk-list">
      {steps.map((step) => (
        <Step key={step.id} step={step} view={view} language={language} />
      ))}
    </ul>
  );
}

function Step({ step, view, language }: { step: ShownStep; view: StaffPlanView; language: Language }) {
  const words = staffPlanWords.in(language);
  const { id, action, owner, state, doneAt, dueOn, ownIdea } = step;
  const isDone = doneAt !== null;
  const day = (when: number | string) => dayInWords(when, view, language);
  const button = { customerId: view.customer.id, stepId: id, about: words.about(action) };
  return (
    <li className="wm-plan-step">
      <div>
        <strong>{action}</strong>
        <br />
        {words.owners[owner]}, {words.states[state](day(doneAt ?? dueOn))}
        {ownIdea && `. ${words.ownIdea}`}
        {(view.notes[id] ?? []).map((note) => (
          <span key={note.id} className="wm-line">
            {noteLine(note, capitalised(day(note.at)), words)}
            {note.helped && ` – ${helpedBy(note.helped, language)}`}
          </span>
        ))}
        {(view.hints[id] ?? []).map((hint) => (
          <span key={hint} className="wm-quiet wm-line">
            {words.hints[hint]}
          </span>
        ))}
      </div>
      <div className="wm-buttons">
        {isDone ? (
          <StepButton {...button} to="reopening" label={words.reopen} />
        ) : (
          <>
            <StepButton {...button} to="done" label={words.markDone} />
            <StepButton {...button} to="ending" label={words.end} />
          </>
        )}
      </div>
    </li>
  );
}

/** "helped by Priya Shah by phone". */
function helpedBy({ by, way }: NonNullable<StepNote['helped']>, language: Language): string {
  const help = helpWords.in(language);
  return help.helpedBy(staffWords.in(language).name(by.firstName, by.lastName), help.ways[way]);
}

/** What was said of a step, what was put in for the customer, or what came of it when they looked at it together. */
function noteLine(note: StepNote, day: string, words: ReturnType<typeof staffPlanWords.in>): string {
  const who = note.by ?? words.customer;
  if (!note.atMeeting) return words.note(day, who, note.text ?? words.ownSteps[note.kind]);
  const line = words.reviewed(day, who, words.atMeeting[note.kind]);
  return note.text === null ? line : words.withNote(line, note.text);
}

interface ButtonProps {
  customerId: string;
  stepId: string;
  to: 'done' | 'ending' | 'reopening';
  label: string;
  /** For those who hear the button alone: which step. */
  about: string;
}

/** One button about one step. */
export function StepButton({ customerId, stepId, to, label, about }: ButtonProps) {
  return (
    <form method="post" action={`/staff/customers/${customerId}/plan/steps/${stepId}/${to}`}>
      <button className="wm-tap" type="submit">
        {label}
        {about && <span className="govuk-visually-hidden">{about}</span>}
      </button>
    </form>
  );
}

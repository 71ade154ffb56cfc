import { Button } from '~/components/design-system/button';
import { Input } from '~/components/design-system/input';
import { Details } from '~/components/design-system/text-blocks';
import { Textarea } from '~/components/design-system/textarea';
import { errorBeside } from '~/components/question-page';
import { REVIEW_ANSWERS } from '~/domain/plan/review-step';
import { addDays, wallClockOf } from '~/domain/time/wall-clock';
import type { AgendaFault } from '~/http/agenda-desk.server';
import { dayInWords } from '~/i18n/plan-lines';
import { agendaWords } from '~/i18n/pages/staff-agenda';
import { staffPlanWords } from '~/i18n/pages/staff-plan';
import type { Agenda, AgendaStep } from '~/services/view-agenda.server';
import { UndoForm } from './undo-form';
import type { Wording } from './wording';

interface Props {
  agenda: Agenda;
  appointmentId: string;
  zone: string;
  now: number;
  back: string;
  fault: AgendaFault | null;
  wording: Wording;
}

/** A usual pause between two looks at a plan, in days. */
const REVIEW_AFTER = 28;

/** Every open step with one press for what came of it; a note goes with whichever is pressed. */
export function AgendaSteps({ agenda, ...rest }: Props) {
  const words = agendaWords.in(rest.wording.language);
  if (agenda.steps.length === 0) return <p className="govuk-body">{words.none}</p>;
  return (
    <>
      {!agenda.mayReview && <p className="govuk-body wm-quiet">{words.notYet}</p>}
      <ul className="govuk-list">
        {agenda.steps.map((step) => (
          <Step key={step.id} step={step} mayReview={agenda.mayReview} {...rest} />
        ))}
      </ul>
    </>
  );
}

function Step({ step, mayReview, ...rest }: Omit<Props, 'agenda'> & { step: AgendaStep; mayReview: boolean }) {
  const { zone, now, back, wording } = rest;
  const plan = staffPlanWords.in(wording.language);
  const words = agendaWords.in(wording.language);
  const { action, owner, state, dueOn, doneAt, reviewed, settled } = step;
  const day = dayInWords(doneAt ?? dueOn, { zone, today: wallClockOf(now, zone).date }, wording.language);
  return (
    <li className="wm-plan-step wm-agenda__step">
      <strong>{action}</strong>
      <br />
      {plan.owners[owner]}, {plan.states[state](day)}
      {reviewed && (
        <div className="wm-agenda__came">
          <strong>{words.today[reviewed.kind]}</strong>
          <UndoForm
            action={`/staff/step-reviews/${reviewed.eventId}/undo`}
            back={back}
            words={wording.words}
            about={words.about(action)}
          />
        </div>
      )}
      {mayReview && !settled && <Answers step={step} {...rest} />}
      <p className="wm-agenda__lines">{words.writeHere}</p>
    </li>
  );
}

function Answers({ step, appointmentId, back, fault, wording }: Omit<Props, 'agenda'> & { step: AgendaStep }) {
  const words = agendaWords.in(wording.language);
  const { id, action, dueOn } = step;
  const mine = fault?.step === id ? fault : null;
  const error = (field: AgendaFault['field']) =>
    errorBeside(mine?.field === field ? words.errors[mine.fault] : undefined, wording.language);
  const press = (answer: (typeof REVIEW_ANSWERS)[number]) => (
    <button key={answer} className="wm-tap" type="submit" name="answer" value={answer}>
      {words.answers[answer]}
      <span className="govuk-visually-hidden">{words.about(action)}</span>
    </button>
  );
  return (
    <form
      method="post"
      action={`/staff/appointments/${appointmentId}/agenda`}
      noValidate
      className="wm-agenda__answers"
    >
      <input type="hidden" name="step" value={id} />
      <input type="hidden" name="back" value={back} />
      <div className="wm-buttons">{REVIEW_ANSWERS.filter((answer) => answer !== 'date').map(press)}</div>
      <Details summary={<More label={words.more} about={words.about(action)} />} open={mine !== null}>
        <Textarea
          {...{ name: 'note', id: `note-${id}`, rows: 2, spellCheck: true }}
          label={{ text: words.note }}
          error={error('note')}
          defaultValue={mine?.note}
        />
        <Input
          {...{ name: 'date', id: `date-${id}`, type: 'date', classes: 'govuk-input--width-10', autoComplete: 'off' }}
          label={{ text: words.date }}
          error={error('date')}
          defaultValue={mine?.date ?? dueOn}
        />
        <div className="wm-buttons">{press('date')}</div>
      </Details>
    </form>
  );
}

function More({ label, about }: { label: string; about: string }) {
  return (
    <>
      {label}
      <span className="govuk-visually-hidden">{about}</span>
    </>
  );
}

/** "Agreed again, next review on": at the bottom, when the steps were looked at. */
export function AgreeAgain({ agenda, appointmentId, zone, now, back, fault, wording }: Props) {
  const words = agendaWords.in(wording.language);
  if (!agenda.mayReview) return null;
  const today = wallClockOf(now, zone).date;
  const mine = fault?.step === null ? fault : null;
  const ahead = agenda.agreedToday ? agenda.nextReviewOn : null;
  return (
    <form
      method="post"
      action={`/staff/appointments/${appointmentId}/agenda/agreement`}
      noValidate
      className="wm-agenda__agree"
    >
      <h3 className="govuk-heading-s">{words.agree}</h3>
      {ahead !== null && (
        <p className="govuk-body">{words.agreedToday(dayInWords(ahead, { zone, today }, wording.language))}</p>
      )}
      <input type="hidden" name="back" value={back} />
      <Input
        {...{ name: 'reviewOn', type: 'date', classes: 'govuk-input--width-10', autoComplete: 'off' }}
        label={{ text: words.reviewOn }}
        error={errorBeside(mine ? words.errors[mine.fault] : undefined, wording.language)}
        defaultValue={mine?.date ?? ahead ?? addDays(today, REVIEW_AFTER)}
      />
      <Button>{words.record}</Button>
    </form>
  );
}

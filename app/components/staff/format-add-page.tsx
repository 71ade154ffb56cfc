import { Button } from '~/components/design-system/button';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { Input } from '~/components/design-system/input';
import { BackLink } from '~/components/design-system/links';
import { Select } from '~/components/design-system/select';
import { Textarea } from '~/components/design-system/textarea';
import { errorBeside } from '~/components/question-page';
import { NEW_REQUEST_FIELDS, type NewRequestProblems, type NewRequestValues } from '~/domain/assisted/format-form';
import { REQUEST_KINDS, REQUESTED_PAPERS } from '~/domain/assisted/format-request';
import type { PersonName } from '~/domain/contact/person-name';
import type { Language } from '~/domain/language';
import { formatWords } from '~/i18n/pages/formats';
import { frameWords } from '~/i18n/pages/frame';
import { StaffBar } from './staff-bar';
import { wordingFor } from './wording';

interface Props {
  language: Language;
  view: { zone: string; now: number; customer: PersonName; meetings: readonly { id: string; startsAt: number }[] };
  /** Sent with the form, so that the same one twice is one request. */
  formKey: string;
  values: NewRequestValues;
  problems: NewRequestProblems;
  me: { firstName: string; lastName: string };
}

/** Something is asked for by hand: what, and for which meeting or paper. */
export function FormatAddPage({ language, view, formKey, values, problems, me }: Props) {
  const { customer, zone, now } = view;
  const wording = wordingFor(language, { zone, now, date: null });
  const words = formatWords.in(language);
  const form = words.add;
  const said = (field: keyof NewRequestValues) => {
    const problem = problems[field];
    return problem && words.problems[problem];
  };
  const errors = NEW_REQUEST_FIELDS.flatMap((field) => {
    const text = said(field);
    return text ? [{ text, href: `#${field}` }] : [];
  });
  const back = `/staff/customers/${customer.id}/formats`;
  const beside = (field: keyof NewRequestValues) => ({
    name: field,
    error: errorBeside(said(field), language),
    defaultValue: values[field],
  });
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href={back}>{frameWords.in(language).back}</BackLink>
      {errors.length > 0 && <ErrorSummary title={frameWords.in(language).problem} errors={errors} />}
      <h1 className="govuk-heading-l">{form.title(wording.name(customer))}</h1>
      <form method="post" action={`${back}/new`} noValidate>
        <input type="hidden" name="key" value={formKey} />
        <Select
          {...beside('kind')}
          label={form.kind}
          none={form.choose}
          items={REQUEST_KINDS.map((value) => ({ value, text: words.kinds[value] }))}
        />
        <Select
          {...beside('meeting')}
          label={form.meeting}
          hint={form.meetingHint}
          none={form.noMeeting}
          items={view.meetings.map(({ id, startsAt }) => ({ value: id, text: wording.when(startsAt) }))}
        />
        <Input {...beside('spoken')} label={{ text: form.spoken }} hint={form.spokenHint} autoComplete="off" />
        <Select
          {...beside('paper')}
          label={form.paper}
          hint={form.paperHint}
          none={form.noPaper}
          items={REQUESTED_PAPERS.map((value) => ({ value, text: words.papers[value] }))}
        />
        <Input
          {...beside('due')}
          type="date"
          label={{ text: form.due }}
          hint={form.dueHint}
          classes="govuk-input--width-10"
        />
        <Textarea {...beside('note')} rows={3} label={{ text: words.form.note }} spellCheck />
        <Button>{form.submit}</Button>
      </form>
    </div>
  );
}

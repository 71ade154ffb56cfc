import { Button } from '~/components/design-system/button';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { Input } from '~/components/design-system/input';
import { BackLink } from '~/components/design-system/links';
import { Radios } from '~/components/design-system/radios';
import { InsetText } from '~/components/design-system/text-blocks';
import { Textarea } from '~/components/design-system/textarea';
import { errorBeside } from '~/components/question-page';
import { REQUEST_FIELDS, STATES_TO_SAY, type RequestProblems, type RequestValues } from '~/domain/assisted/format-form';
import type { Language } from '~/domain/language';
import { formatWords } from '~/i18n/pages/formats';
import { frameWords } from '~/i18n/pages/frame';
import type { OneFormatRequest } from '~/services/view-format-requests.server';
import { requestName } from './format-request-entry';
import { StaffBar } from './staff-bar';
import { wordingFor } from './wording';

interface Props {
  language: Language;
  view: OneFormatRequest;
  values: RequestValues;
  problems: RequestProblems;
  /** A colleague was quicker. */
  changed: boolean;
  me: { firstName: string; lastName: string };
}

/** How far one request is: who comes or makes it, what they call it, by when. */
export function FormatRequestPage({ language, view, values, problems, changed, me }: Props) {
  const { request, zone, now } = view;
  const wording = wordingFor(language, { zone, now, date: null });
  const words = formatWords.in(language);
  const said = (field: keyof RequestValues) => {
    const problem = problems[field];
    return problem && words.problems[problem];
  };
  const errors = REQUEST_FIELDS.flatMap((field) => {
    const text = said(field);
    return text ? [{ text, href: `#${field}` }] : [];
  });
  if (changed) errors.unshift({ text: words.form.changed, href: '#state' });
  const text = (field: 'supplier' | 'reference' | 'due') => (
    <Input
      name={field}
      type={field === 'due' ? 'date' : undefined}
      label={{ text: words.form[field] }}
      hint={field === 'supplier' ? words.form.supplierHint : undefined}
      error={errorBeside(said(field), language)}
      defaultValue={values[field]}
      autoComplete="off"
      classes={field === 'supplier' ? undefined : 'govuk-input--width-10'}
    />
  );
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href="/staff/formats">{frameWords.in(language).back}</BackLink>
      {errors.length > 0 && <ErrorSummary title={frameWords.in(language).problem} errors={errors} />}
      <h1 className="govuk-heading-l">
        {words.form.title(requestName(request, language), wording.name(request.customer))}
      </h1>
      {changed && <InsetText>{words.form.nowSays(words.states[request.state], request.supplier)}</InsetText>}
      {request.paper && <p className="govuk-body">{words.papers[request.paper]}</p>}
      {request.meeting && (
        <p className="govuk-body">
          {words.forMeeting(wording.when(request.meeting.startsAt))}
          {request.meeting.off && `. ${words.meetingOff}`}
        </p>
      )}
      <form method="post" action={`/staff/formats/${request.id}`} noValidate>
        <input type="hidden" name="seen" value={request.updatedAt} />
        <Radios
          name="state"
          value={values.state}
          fieldset={{ legend: { text: words.form.state, classes: 'govuk-fieldset__legend--m' } }}
          error={errorBeside(said('state'), language)}
          items={STATES_TO_SAY.map((value) => ({ value, text: words.states[value] }))}
        />
        {text('supplier')}
        {text('reference')}
        {text('due')}
        <Textarea
          name="note"
          rows={3}
          label={{ text: words.form.note }}
          hint={words.form.noteHint}
          error={errorBeside(said('note'), language)}
          defaultValue={values.note}
          spellCheck
        />
        <Button>{words.form.submit}</Button>
      </form>
    </div>
  );
}

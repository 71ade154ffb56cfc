import { ErrorSummary } from '~/components/design-system/error-summary';
import { BackLink } from '~/components/design-system/links';
import { EXCEPTION_FIELDS, type ExceptionProblems, type ExceptionValues } from '~/domain/office/exception-form';
import type { Language } from '~/domain/language';
import { frameWords } from '~/i18n/pages/frame';
import { diaryWords } from '~/i18n/pages/staff-diary';
import type { TouchedMeeting } from '~/services/find-touched-meetings.server';
import type { ExceptionFormView } from '~/services/manage-diary-exceptions.server';
import { diaryPath } from './diary-path';
import { ExceptionFields } from './exception-fields';
import { StaffBar } from './staff-bar';
import { wordingFor } from './wording';

interface Props {
  language: Language;
  view: ExceptionFormView;
  id: string;
  values: ExceptionValues;
  problems: ExceptionProblems;
  touched: { meetings: TouchedMeeting[]; seen: string } | null;
  me: { firstName: string; lastName: string };
}

/** Days or hours that are not as in other weeks, to be added to a diary. */
export function ExceptionFormPage({ language, view, id, values, problems, touched, me }: Props) {
  const { zone } = view.office;
  const wording = wordingFor(language, { zone, now: view.now });
  const words = diaryWords.in(language);
  const frame = frameWords.in(language);
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href={diaryPath(view.today, view.adviser.id)}>{frame.back}</BackLink>
      <ExceptionErrors problems={problems} language={language} />
      <h1 className="govuk-heading-l">{words.form.add(wording.name(view.adviser))}</h1>
      <ExceptionFields
        action={`/staff/diary/exceptions/new?adviser=${view.adviser.id}`}
        {...{ id, values, problems, touched, zone, wording }}
        venues={view.venues}
      />
    </div>
  );
}

/** Everything that is wrong with the form, with the way to each. */
export function ExceptionErrors({ problems, language }: { problems: ExceptionProblems; language: Language }) {
  const words = diaryWords.in(language).form.problems;
  const errors = EXCEPTION_FIELDS.flatMap((field) =>
    problems[field] ? [{ text: words[problems[field]], href: `#${field}` }] : [],
  );
  if (errors.length === 0) return null;
  return <ErrorSummary title={frameWords.in(language).problem} errors={errors} />;
}

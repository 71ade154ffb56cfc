import { BackLink } from '~/components/design-system/links';
import { Details } from '~/components/design-system/text-blocks';
import type { ExceptionProblems, ExceptionValues } from '~/domain/office/exception-form';
import type { Language } from '~/domain/language';
import { formatDate } from '~/i18n/format';
import { diaryWords } from '~/i18n/pages/staff-diary';
import type { TouchedMeeting } from '~/services/find-touched-meetings.server';
import type { ExceptionView } from '~/services/manage-diary-exceptions.server';
import { exceptionLine } from './diary-entry';
import { diaryPath } from './diary-path';
import { StaffDoneBanner, type Notice } from './done-banner';
import { ExceptionFields } from './exception-fields';
import { ExceptionErrors } from './exception-form-page';
import { StaffBar } from './staff-bar';
import { TouchedMeetings } from './touched-meetings';
import { UndoForm } from './undo-form';
import { wordingFor } from './wording';

interface Props {
  language: Language;
  view: ExceptionView;
  notice: Notice | null;
  values: ExceptionValues;
  problems: ExceptionProblems;
  /** Meetings in the time that the form asks for, which is not saved yet. */
  touched: { meetings: TouchedMeeting[]; seen: string } | null;
  me: { firstName: string; lastName: string };
}

/** One exception in a diary: the meetings that are still booked in its time, and the ways to change it. */
export function ExceptionPage({ language, view, notice, values, problems, touched, me }: Props) {
  const { zone } = view.office;
  const wording = wordingFor(language, { zone, now: view.now });
  const words = diaryWords.in(language);
  const { exception, adviser, meetings } = view;
  const back = diaryPath(exception.fromOn, adviser.id);
  const isOpen = touched !== null || Object.keys(problems).length > 0;
  const path = `/staff/diary/exceptions/${exception.id}`;
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href={back}>{words.form.toDiary}</BackLink>
      <ExceptionErrors problems={problems} language={language} />
      {notice && <StaffDoneBanner notice={notice} wording={wording} back={path} />}
      <h1 className="govuk-heading-l">{words.form.correct(wording.name(adviser))}</h1>
      <p className="govuk-body">
        <strong>{exceptionLine({ ...exception }, exception.fromOn, zone, wording)}</strong>
        <br />
        {formatDate(exception.fromOn, zone, language)}
        {exception.note !== '' && (
          <>
            <br />
            {exception.note}
          </>
        )}
      </p>
      {exception.ended ? (
        <>
          <p className="govuk-body">{words.form.ended}</p>
          <UndoForm action={`${path}/end-undo`} back={path} words={wording.words} label={words.form.putBack} />
        </>
      ) : (
        <>
          {meetings.length > 0 && !touched && (
            <section>
              <h2 className="govuk-heading-m">{words.touched.after(meetings.length)}</h2>
              <p className="govuk-body">
                {words.touched.afterHint}{' '}
                <a className="govuk-link" href="/staff/cover/new">
                  {words.form.cover}
                </a>
              </p>
              <TouchedMeetings meetings={meetings} zone={zone} wording={wording} />
            </section>
          )}
          <Details summary={words.form.change} open={isOpen}>
            <ExceptionFields
              action={path}
              id={exception.id}
              {...{ values, problems, touched, zone, wording }}
              venues={view.venues}
            />
          </Details>
          <UndoForm action={`${path}/end`} back={back} words={wording.words} label={words.form.end} />
        </>
      )}
    </div>
  );
}

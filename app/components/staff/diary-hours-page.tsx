import { Button } from '~/components/design-system/button';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { Input } from '~/components/design-system/input';
import { BackLink } from '~/components/design-system/links';
import { WarningText } from '~/components/design-system/text-blocks';
import { errorBeside } from '~/components/question-page';
import type { WeeklyAvailability } from '~/domain/appointment/open-stretches';
import type { Language } from '~/domain/language';
import { HOURS_FIELDS, hoursLine, type HoursField, type HoursProblem } from '~/domain/office/hours-form';
import { formatTime, formatWeekday } from '~/i18n/format';
import { frameWords } from '~/i18n/pages/frame';
import { diaryWords } from '~/i18n/pages/staff-diary';
import { officeWords } from '~/i18n/pages/staff-office';
import type { TouchedMeeting } from '~/services/find-touched-meetings.server';
import type { DiaryHoursView } from '~/services/manage-diary-hours.server';
import { StaffBar } from './staff-bar';
import { TouchedMeetings } from './touched-meetings';
import { wordingFor } from './wording';

interface Props {
  language: Language;
  view: DiaryHoursView;
  /** What was typed, or null for the hours as they are. */
  typed: Record<HoursField, string> | null;
  /** The hours that the form was opened with, as a line; null for those as they are. */
  shown: string | null;
  /** A colleague has changed them meanwhile. */
  since: boolean;
  problems: Partial<Record<HoursField, HoursProblem>>;
  /** Meetings that these hours would leave outside, and what has to come back with them to save them all the same. */
  touched: { meetings: TouchedMeeting[]; seen: string } | null;
  me: { firstName: string; lastName: string };
}

/** The hours of a week as people write them: "9am to 12:45pm, 1:45pm to 5pm". */
function writtenHours(hours: readonly WeeklyAvailability[], weekday: number, language: Language, zone: string): string {
  const words = diaryWords.in(language);
  const clock = (text: string) => formatTime(text, zone, language);
  const stretches = hours.filter((one) => one.weekday === weekday);
  return words.hoursForm.join(stretches.map(({ fromTime, toTime }) => words.span(clock(fromTime), clock(toTime))));
}

/** When an adviser can be booked every week, a line for each day. */
export function DiaryHoursPage({ language, view, typed, shown, since, problems, touched, me }: Props) {
  const { zone } = view.office;
  const wording = wordingFor(language, { zone, now: view.now });
  const words = diaryWords.in(language);
  const frame = frameWords.in(language);
  const wrong = HOURS_FIELDS.flatMap((field, n) => {
    const problem = problems[field];
    if (!problem) return [];
    const day = formatWeekday(n + 1, language);
    return [{ text: words.hoursForm.problem(day, words.hoursForm.problems[problem]), href: `#${field}` }];
  });
  const errors = [...(since ? [{ text: officeWords.in(language).changedSince }] : []), ...wrong];
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href={`/staff/diary?adviser=${view.adviser.id}`}>{frame.back}</BackLink>
      {errors.length > 0 && <ErrorSummary title={frame.problem} errors={errors} />}
      <h1 className="govuk-heading-l">{words.hoursForm.title(wording.name(view.adviser))}</h1>
      <p className="govuk-body">{words.hoursForm.intro}</p>
      <p className="govuk-hint" id="hours-hint">
        {words.hoursForm.hint}
      </p>
      <form method="post" action={`/staff/diary/hours?adviser=${view.adviser.id}`} noValidate>
        {touched && (
          <>
            <WarningText iconText={words.touched.important}>
              {words.touched.outside(touched.meetings.length)}
            </WarningText>
            <TouchedMeetings meetings={touched.meetings} zone={zone} wording={wording} />
            <input type="hidden" name="seen" value={touched.seen} />
          </>
        )}
        <input type="hidden" name="shown" value={shown ?? hoursLine(view.hours)} />
        {HOURS_FIELDS.map((field, n) => (
          <Input
            key={field}
            name={field}
            label={{ text: capital(formatWeekday(n + 1, language)) }}
            error={errorBeside(problems[field] && words.hoursForm.problems[problems[field]], language)}
            defaultValue={typed ? typed[field] : writtenHours(view.hours, n + 1, language, zone)}
          />
        ))}
        <Button>{touched ? words.touched.confirm : words.hoursForm.submit}</Button>
      </form>
      <p className="govuk-body">{words.hoursForm.overlap}</p>
    </div>
  );
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

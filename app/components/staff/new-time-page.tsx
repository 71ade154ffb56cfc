import { Button } from '~/components/design-system/button';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { Input } from '~/components/design-system/input';
import { BackLink } from '~/components/design-system/links';
import { Radios, type RadioItem } from '~/components/design-system/radios';
import type { Language } from '~/domain/language';
import { formatDate } from '~/i18n/format';
import { frameWords } from '~/i18n/pages/frame';
import type { StaffAppointment } from '~/services/view-staff-appointment.server';
import { StaffBar } from './staff-bar';
import { wordingFor } from './wording';

export type NewTimeFault =
  'choose' | 'dateFault' | 'timeFault' | 'taken' | 'customerBusy' | 'past' | 'changed' | 'notStanding' | 'notYet';

interface Props {
  language: Language;
  appointment: StaffAppointment;
  /** Free starts in the adviser's diary (ms). */
  times: readonly number[];
  me: { firstName: string; lastName: string };
  fault: NewTimeFault | null;
  /** What was chosen and typed before. */
  values: { choice?: string; date?: string; time?: string };
}

/** Another time: a free one, any other, or none yet. */
export function NewTimePage({ language, appointment, times, me, fault, values }: Props) {
  const { office, customer, startsAt, id, version, replaced } = appointment;
  const wording = wordingFor(language, { zone: office.zone, now: appointment.now });
  const words = wording.words.newTime;
  const frame = frameWords.in(language);
  const field = fault === 'dateFault' ? 'date' : fault === 'timeFault' ? 'time' : 'choice';
  const errorAt = (name: string) =>
    fault && field === name ? { text: words[fault], visuallyHiddenText: frame.error } : undefined;
  const moment = (at: number) => wording.words.at(formatDate(at, office.zone, language), wording.time(at));
  const items: RadioItem[] = [
    ...times.map((at) => ({ value: String(at), text: moment(at) })),
    ...(appointment.mayRecord ? [{ value: 'none', text: words.none, hint: words.noneHint }] : []),
    // Last, so that its date and time follow.
    { value: 'other', text: words.other, hint: words.otherHint },
  ];
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href={`/staff/appointments/${id}`}>{frame.back}</BackLink>
      {fault && <ErrorSummary title={frame.problem} errors={[{ text: words[fault], href: `#${field}` }]} />}
      <form method="post" action={`/staff/appointments/${id}/new-time`} noValidate>
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="replaced" value={replaced} />
        <Radios
          name="choice"
          classes="govuk-radios--small"
          fieldset={{
            legend: {
              text: words.question(wording.name(customer)),
              classes: 'govuk-fieldset__legend--l',
              isPageHeading: true,
            },
          }}
          hint={`${words.nowBooked(moment(startsAt))}${times.length === 0 ? ` ${words.noneFree}` : ''}`}
          error={errorAt('choice')}
          items={items}
          value={values.choice ?? null}
        />
        <Input
          name="date"
          type="date"
          label={{ text: words.date }}
          error={errorAt('date')}
          defaultValue={values.date}
          classes="govuk-input--width-10"
        />
        <Input
          name="time"
          type="time"
          label={{ text: words.time }}
          error={errorAt('time')}
          defaultValue={values.time}
          classes="govuk-input--width-10"
        />
        <Button>{words.submit}</Button>
      </form>
    </div>
  );
}

import { ErrorSummary } from '~/components/design-system/error-summary';
import { Input } from '~/components/design-system/input';
import { BackLink } from '~/components/design-system/links';
import { Radios } from '~/components/design-system/radios';
import { InsetText } from '~/components/design-system/text-blocks';
import { errorBeside } from '~/components/question-page';
import { APPOINTMENT_MODES } from '~/domain/appointment/appointment';
import type { Language } from '~/domain/language';
import { frameWords } from '~/i18n/pages/frame';
import { bookingWords } from '~/i18n/pages/staff-booking';
import type { BookingView } from '~/services/view-booking.server';
import { BookingTimes, type KeptBooking } from './booking-times';
import { Select } from '~/components/design-system/select';
import { StaffBar } from './staff-bar';
import { wordingFor, type Wording } from './wording';

export type BookingFault = keyof ReturnType<typeof bookingWords.in>['faults'];

interface Props {
  language: Language;
  view: BookingView;
  me: { firstName: string; lastName: string };
  fault: BookingFault | null;
  /** What was typed as a time or a length of their own. */
  typed: { date: string; time: string; minutes: string };
  kept: KeptBooking | null;
}

/** Where a fault is on the page; the others are about the times as a whole. */
const FIELD: Partial<Record<BookingFault, string>> = { date: 'date', time: 'time', minutes: 'minutes' };

/** Free times for a customer, and what they are looked for by. */
export function BookingPage({ language, view, me, fault, typed, kept }: Props) {
  const wording = wordingFor(language, { zone: view.zone, now: view.now });
  const words = bookingWords.in(language);
  const frame = frameWords.in(language);
  const record = `/staff/customers/${view.customer.id}`;
  const pair = view.kinds.find(({ followedBy }) => followedBy !== null);
  const anchor = fault && (FIELD[fault] ?? (view.free.first ? 'first' : 'sooner'));
  return (
    <div className="wm-staff">
      <StaffBar me={me} language={language} />
      <BackLink href={record}>{frame.back}</BackLink>
      {fault && <ErrorSummary title={frame.problem} errors={[{ text: words.faults[fault], href: `#${anchor}` }]} />}
      <h1 className="govuk-heading-l">{words.title(wording.name(view.customer))}</h1>
      {view.isNew && pair && <InsetText>{words.newCustomer(pair.name, pair.followedBy!)}</InsetText>}
      <nav aria-label={words.otherWays}>
        <ul className="wm-links">
          <li>
            <a className="govuk-link" href={`${record}/walk-in`}>
              {words.walkIn}
            </a>
          </li>
          <li>
            <a className="govuk-link" href={`${record}/series`}>
              {words.series}
            </a>
          </li>
          <li>
            <a className="govuk-link" href="/staff/group-sessions">
              {words.groups}
            </a>
          </li>
        </ul>
      </nav>
      <div className="wm-booking">
        <BookingTimes view={view} kept={kept} wording={wording} />
        <div>
          <WishForm view={view} wording={wording} fault={fault} typed={typed} />
          <OtherTime view={view} wording={wording} fault={fault} typed={typed} />
        </div>
      </div>
    </div>
  );
}

interface FormProps {
  view: BookingView;
  wording: Wording;
  fault: BookingFault | null;
  typed: Props['typed'];
}

function WishForm({ view, wording, fault, typed }: FormProps) {
  const { language } = wording;
  const words = bookingWords.in(language);
  const { wish, kinds, advisers, customer } = view;
  const wrong = fault === 'minutes' ? words.faults.minutes : undefined;
  const usual = wish.minutes === view.usualMinutes ? '' : `${wish.minutes}`;
  return (
    <section aria-labelledby="wish" className="wm-record__part">
      <h2 className="govuk-heading-m" id="wish">
        {words.what}
      </h2>
      <form method="get" action={`/staff/customers/${customer.id}/booking`} noValidate>
        <Radios
          name="kind"
          classes="govuk-radios--small"
          fieldset={{ legend: { text: words.kind, classes: 'govuk-fieldset__legend--s' } }}
          items={kinds.map(({ ref, name, minutes, followedBy }) => ({
            value: ref,
            text: words.kindItem(name, minutes),
            hint: followedBy === null ? undefined : words.thenAlso(followedBy),
          }))}
          value={wish.kind}
        />
        <Select
          name="mode"
          label={words.mode}
          items={APPOINTMENT_MODES.map((mode) => ({ value: mode, text: wording.words.modes[mode] }))}
          defaultValue={wish.mode}
        />
        <Input
          name="minutes"
          label={{ text: words.minutes }}
          hint={words.minutesHint(view.usualMinutes)}
          error={errorBeside(wrong, language)}
          defaultValue={wrong ? typed.minutes : usual}
          inputMode="numeric"
          classes="govuk-input--width-3"
        />
        <Select
          name="adviser"
          label={words.adviser}
          items={[
            { value: '', text: words.anyAdviser },
            ...advisers.map((one) => ({ value: one.id, text: wording.name(one) })),
          ]}
          defaultValue={wish.adviserId ?? ''}
        />
        <Input
          name="from"
          type="date"
          label={{ text: words.from }}
          defaultValue={wish.fromOn}
          classes="govuk-input--width-10"
        />
        <button className="wm-tap" type="submit">
          {words.show}
        </button>
      </form>
    </section>
  );
}

function OtherTime({ view, wording, fault, typed }: FormProps) {
  const { language } = wording;
  const words = bookingWords.in(language);
  const { wish, customer, free } = view;
  const adviser = wish.adviserId ?? free.first?.adviser.id ?? view.advisers[0]?.id ?? '';
  const error = (field: 'date' | 'time') => errorBeside(fault === field ? words.faults[field] : undefined, language);
  return (
    <section aria-labelledby="other" className="wm-record__part">
      <h2 className="govuk-heading-m" id="other">
        {words.other}
      </h2>
      <p className="govuk-hint">{words.otherHint}</p>
      <form method="get" action={`/staff/customers/${customer.id}/booking`} noValidate>
        <input type="hidden" name="kind" value={wish.kind} />
        <input type="hidden" name="mode" value={wish.mode} />
        <input type="hidden" name="minutes" value={wish.minutes} />
        <Select
          name="adviser"
          id="other-adviser"
          label={words.adviser}
          items={view.advisers.map((one) => ({ value: one.id, text: wording.name(one) }))}
          defaultValue={adviser}
        />
        <Input
          name="date"
          type="date"
          label={{ text: words.date }}
          error={error('date')}
          defaultValue={typed.date}
          classes="govuk-input--width-10"
        />
        <Input
          name="time"
          type="time"
          label={{ text: words.time }}
          error={error('time')}
          defaultValue={typed.time}
          classes="govuk-input--width-10"
        />
        <button className="wm-tap" type="submit">
          {words.go}
        </button>
      </form>
    </section>
  );
}

/** The office has nothing that could be booked. */
export function NothingToBook({ language, me }: Pick<Props, 'language' | 'me'>) {
  const words = bookingWords.in(language);
  return (
    <div className="wm-staff">
      <StaffBar me={me} language={language} />
      <BackLink href="/staff/day">{frameWords.in(language).back}</BackLink>
      <h1 className="govuk-heading-l">{words.what}</h1>
      <p className="govuk-body">{words.none}</p>
    </div>
  );
}

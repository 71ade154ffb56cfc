import type { ReactNode } from 'react';
import { capitalised } from '~/components/appointment/shown-appointment';
import type { AppointmentMode } from '~/domain/appointment/appointment';
import type { PersonName } from '~/domain/contact/person-name';
import { formatDate, relativeDay } from '~/i18n/format';
import { bookingWords } from '~/i18n/pages/staff-booking';
import type { FreeDay } from '~/services/list-staff-free-times.server';
import type { BookingView } from '~/services/view-booking.server';
import type { Wording } from './wording';

/** What was on the form that could not be booked: it goes along to the next time. */
export interface KeptBooking {
  key: string;
  purpose: string;
  bring: string;
  place: string;
}

interface Props {
  view: BookingView;
  kept: KeptBooking | null;
  wording: Wording;
}

/** The address of a wish; with a start (ms) that of the step that confirms it. */
export function bookingPath(
  customerId: string,
  wish: { kind: string; mode: AppointmentMode; minutes: number; adviserId: string | null; fromOn?: string },
  startsAt?: number,
): string {
  const { kind, mode, minutes, adviserId, fromOn } = wish;
  const search = new URLSearchParams({ kind, mode, minutes: `${minutes}` });
  if (adviserId !== null) search.set('adviser', adviserId);
  if (fromOn !== undefined) search.set('from', fromOn);
  if (startsAt !== undefined) search.set('at', `${startsAt}`);
  return `/staff/customers/${customerId}/booking?${search}`;
}

/** Free times: the named adviser's first, then who stands in, then who is free sooner. One press picks one. */
export function BookingTimes({ view, kept, wording }: Props) {
  const words = bookingWords.in(wording.language);
  const { free, named, zone, wish } = view;
  const day = (date: string) => formatDate(date, zone, wording.language);
  const shownDay = (date: string) => {
    const near = relativeDay(date, view.today, wording.language);
    return capitalised(near ? `${near}, ${day(date)}` : day(date));
  };
  const days = (list: readonly FreeDay[], adviser: PersonName) =>
    list.map(({ date, times }) => (
      <div key={date}>
        <h3 className="wm-times__day">{shownDay(date)}</h3>
        <Times {...{ view, kept, wording, adviser, times }} label={wording.time} />
      </div>
    ));
  const { first, standIns, sooner } = free;
  return (
    <div>
      {first && (
        <Section id="first" heading={words.timesOf(wording.name(first.adviser))}>
          <p className="govuk-body">
            {first.adviser.id === named?.id ? words.named : named ? words.notNamed(wording.name(named)) : words.noNamed}
            . {words.length(wish.minutes)}.
          </p>
          {first.days.length === 0 && <p className="govuk-body">{words.noTimes(wording.name(first.adviser))}</p>}
          {days(first.days, first.adviser)}
          {first.later && (
            <p className="govuk-body">
              <a className="govuk-link" href={bookingPath(view.customer.id, { ...wish, fromOn: first.later })}>
                {words.later}
              </a>
            </p>
          )}
        </Section>
      )}
      {standIns.map(({ adviser, fromOn, untilOn, days: theirs }) => (
        <Section
          key={`${adviser.id}-${fromOn}`}
          id={`stand-in-${adviser.id}-${fromOn}`}
          heading={words.standIn(wording.name(adviser), first!.adviser.firstName, day(fromOn), day(untilOn))}
        >
          {days(theirs, adviser)}
        </Section>
      ))}
      {sooner.length > 0 && (
        <Section id="sooner" heading={first ? words.sooner : words.anybody}>
          {named && <p className="govuk-body">{words.soonerNote(wording.name(named))}</p>}
          {sooner.map(({ adviser, times }) => (
            <div key={adviser.id}>
              <h3 className="wm-times__day">{wording.name(adviser)}</h3>
              <Times {...{ view, kept, wording, adviser, times }} label={wording.when} />
            </div>
          ))}
        </Section>
      )}
    </div>
  );
}

function Section({ id, heading, children }: { id: string; heading: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="wm-record__part">
      <h2 className="govuk-heading-m" id={id}>
        {heading}
      </h2>
      {children}
    </section>
  );
}

interface TimesProps extends Props {
  adviser: PersonName;
  times: readonly number[];
  label: (at: number) => string;
}

function Times({ view, kept, wording, adviser, times, label }: TimesProps) {
  const words = bookingWords.in(wording.language);
  const about = (at: number) => (
    <span className="govuk-visually-hidden">
      {words.timeWith(formatDate(at, view.zone, wording.language), adviser.firstName)}
    </span>
  );
  const wish = { ...view.wish, adviserId: adviser.id };
  if (!kept) {
    return (
      <ul className="wm-times">
        {times.map((at) => (
          <li key={at}>
            <a className="wm-tap" href={bookingPath(view.customer.id, wish, at)}>
              {label(at)}
              {about(at)}
            </a>
          </li>
        ))}
      </ul>
    );
  }
  return (
    <form method="post" action={bookingPath(view.customer.id, wish)}>
      <KeptFields kept={kept} wish={wish} />
      <ul className="wm-times">
        {times.map((at) => (
          <li key={at}>
            <button className="wm-tap" type="submit" name="at" value={at}>
              {label(at)}
              {about(at)}
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}

/** Picks a time without losing what was typed; nothing is booked by it. */
function KeptFields({ kept, wish }: { kept: KeptBooking; wish: BookingView['wish'] }) {
  const fields = {
    ...{ intent: 'preview', key: kept.key, purpose: kept.purpose, bring: kept.bring, place: kept.place },
    ...{ kind: wish.kind, mode: wish.mode, minutes: `${wish.minutes}`, adviser: wish.adviserId ?? '' },
  };
  return Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

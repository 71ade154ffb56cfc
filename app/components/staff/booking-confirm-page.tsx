import { Button } from '~/components/design-system/button';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { Input } from '~/components/design-system/input';
import { BackLink } from '~/components/design-system/links';
import { Radios } from '~/components/design-system/radios';
import { SummaryList } from '~/components/design-system/summary-list';
import { InsetText } from '~/components/design-system/text-blocks';
import { errorBeside } from '~/components/question-page';
import { MINUTE } from '~/domain/clock';
import type { Language } from '~/domain/language';
import { formatDate } from '~/i18n/format';
import { frameWords } from '~/i18n/pages/frame';
import { bookingWords } from '~/i18n/pages/staff-booking';
import type { BookingConfirmation } from '~/services/view-booking.server';
import type { BookingFault } from './booking-page';
import { bookingPath } from './booking-times';
import { Select } from '~/components/design-system/select';
import { StaffBar } from './staff-bar';
import { TellingPreview } from './telling-preview';
import { wordingFor, type Wording } from './wording';

interface Props {
  language: Language;
  view: BookingConfirmation;
  me: { firstName: string; lastName: string };
  /** The form's own id, so that sending it twice books once. */
  formKey: string;
  /** The time was typed by hand. */
  typed: boolean;
  second: string | null;
  fault: BookingFault | null;
}

const FIELD: Partial<Record<BookingFault, string>> = {
  ...{ second_taken: 'second', choose_second: 'second', no_place: 'place', room_taken: 'place', too_long: 'purpose' },
};

/** One time before it is booked: what it is for, and what the customer gets. */
export function BookingConfirmPage({ language, view, me, formKey, typed, second, fault }: Props) {
  const { customer, adviser, named, wish } = view;
  const wording = wordingFor(language, { zone: view.zone, now: view.now });
  const all = bookingWords.in(language);
  const words = all.confirm;
  const frame = frameWords.in(language);
  const day = formatDate(wish.startsAt, view.zone, language);
  const until = wish.startsAt + wish.minutes * MINUTE;
  const path = bookingPath(customer.id, { ...wish, adviserId: adviser.id });
  const error = (field: string) =>
    errorBeside(fault && FIELD[fault] === field ? all.faults[fault] : undefined, language);
  const hidden = {
    ...{ key: formKey, kind: wish.kind, mode: wish.mode, minutes: `${wish.minutes}`, adviser: adviser.id },
    ...{ at: `${wish.startsAt}`, typed: typed ? 'yes' : '' },
  };
  return (
    <div className="wm-staff">
      <StaffBar me={me} language={language} />
      <BackLink href={path}>{words.back}</BackLink>
      {fault && (
        <ErrorSummary
          title={frame.problem}
          errors={[{ text: all.faults[fault], href: `#${FIELD[fault] ?? 'purpose'}` }]}
        />
      )}
      <h1 className="govuk-heading-l">{words.title(wording.name(customer))}</h1>
      <SummaryList
        rows={[
          {
            key: words.when,
            value: wording.words.at(day, wording.words.times(wording.time(wish.startsAt), wording.time(until))),
          },
          { key: words.what, value: view.kindName },
          {
            key: words.with,
            value: (
              <>
                {wording.name(adviser)}
                {named && named.id !== adviser.id && <div>{words.notNamed(wording.name(named))}</div>}
              </>
            ),
          },
          { key: words.how, value: wording.words.modes[wish.mode] },
        ]}
      />
      {view.outsideHours && <InsetText>{words.outside(wording.name(adviser))}</InsetText>}
      <div className="wm-booking">
        <form method="post" action={path} noValidate>
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {view.second && (
            <Second second={view.second} chosen={second} view={view} wording={wording} error={error('second')} />
          )}
          <Input
            name="purpose"
            label={{ text: words.purpose }}
            hint={words.purposeHint(wording.words.appointment.languages[customer.language])}
            error={error('purpose')}
            defaultValue={view.purpose}
          />
          <Input name="bring" label={{ text: words.bring }} defaultValue={view.bring} />
          {view.places.length > 0 && (
            <Select
              name="place"
              label={wish.mode === 'outreach' ? words.venue : words.room}
              items={[
                ...(wish.mode === 'outreach' ? [] : [{ value: '', text: words.noRoom }]),
                ...view.places.map(({ id, name }) => ({ value: id, text: name })),
              ]}
              defaultValue={view.placeId ?? ''}
              error={error('place')}
            />
          )}
          <div className="govuk-button-group">
            <Button>{view.second ? words.submitBoth : words.submit}</Button>
            <button className="wm-tap" type="submit" name="intent" value="preview">
              {words.again}
            </button>
          </div>
        </form>
        <TellingPreview view={view} wording={wording} />
      </div>
    </div>
  );
}

interface SecondProps {
  second: NonNullable<BookingConfirmation['second']>;
  chosen: string | null;
  view: BookingConfirmation;
  wording: Wording;
  error: ReturnType<typeof errorBeside>;
}

/** When the second of two first meetings is: straight after, or on a day that follows. */
function Second({ second, chosen, view, wording, error }: SecondProps) {
  const words = bookingWords.in(wording.language).confirm;
  const { straightAfter, times } = second;
  const later = times.map((at) => ({
    value: `${at}`,
    text: wording.words.at(formatDate(at, view.zone, wording.language), wording.time(at)),
  }));
  const after =
    straightAfter === null ? [] : [{ value: 'straight_after', text: words.straightAfter(wording.time(straightAfter)) }];
  const items = [...after, ...later];
  return (
    <Radios
      name="second"
      classes="govuk-radios--small"
      fieldset={{
        legend: { text: words.second(second.kindName, second.minutes), classes: 'govuk-fieldset__legend--s' },
      }}
      items={items}
      value={chosen ?? items[0]?.value ?? null}
      error={error}
    />
  );
}

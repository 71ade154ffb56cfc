import { Button } from '~/components/design-system/button';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { Input } from '~/components/design-system/input';
import { BackLink } from '~/components/design-system/links';
import { errorBeside } from '~/components/question-page';
import { APPOINTMENT_MODES } from '~/domain/appointment/appointment';
import type { Language } from '~/domain/language';
import { formatDate } from '~/i18n/format';
import { isDate } from '~/domain/appointment/chosen-day';
import { bookingWords } from '~/i18n/pages/staff-booking';
import { frameWords } from '~/i18n/pages/frame';
import { seriesWords } from '~/i18n/pages/staff-series';
import type { Proposal, SeriesFault, SeriesValues } from '~/domain/appointment/series-dates';
import type { SeriesDesk } from '~/services/book-series.server';
import { ProposalFields } from './proposal-fields';
import { Select } from '~/components/design-system/select';
import { StaffBar } from './staff-bar';
import { wordingFor, type Wording } from './wording';

interface Props {
  language: Language;
  desk: SeriesDesk;
  values: SeriesValues;
  proposals: readonly Proposal[];
  fault: SeriesFault | null;
  formKey: string;
  me: { firstName: string; lastName: string };
}

/** A rhythm as a suggestion, and the dates it makes, each to be changed, left out or booked. */
export function SeriesPage({ language, desk, values, proposals, fault, formKey, me }: Props) {
  const { customer, standing, zone, now } = desk;
  const wording = wordingFor(language, { zone, now });
  const words = seriesWords.in(language);
  const frame = frameWords.in(language);
  const base = `/staff/customers/${customer.id}`;
  const inList = fault === 'none_ticked' || fault === 'none_booked' || fault === 'date_in_list';
  const anchor = inList ? (proposals.length > 0 ? 'tick-0' : 'first') : fault;
  return (
    <div className="wm-staff">
      <StaffBar me={me} language={language} />
      <BackLink href={`${base}/booking`}>{words.back}</BackLink>
      {fault && <ErrorSummary title={frame.problem} errors={[{ text: words.faults[fault], href: `#${anchor}` }]} />}
      <h1 className="govuk-heading-l">{words.title(wording.name(customer))}</h1>
      <p className="govuk-body">{words.intro}</p>
      {standing.length > 0 && (
        <section aria-labelledby="standing" className="wm-record__part">
          <h2 className="govuk-heading-m" id="standing">
            {words.standing}
          </h2>
          <ul className="govuk-list">
            {standing.map(({ seriesId, left, next }) => (
              <li key={seriesId}>
                <a className="govuk-link" href={`${base}/series/${seriesId}`}>
                  {words.left(left, formatDate(next, zone, language))}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="wm-booking">
        {proposals.length > 0 && (
          <form method="post" action={`${base}/series?index`} noValidate>
            <h2 className="govuk-heading-m">{words.proposed}</h2>
            <p className="govuk-hint">{words.proposedHint}</p>
            <input type="hidden" name="key" value={formKey} />
            {Object.entries(values).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <ol className="wm-times">
              {proposals.map((proposal, n) => (
                <ProposalFields
                  key={n}
                  n={n}
                  proposal={proposal}
                  label={isDate(proposal.date) ? formatDate(proposal.date, zone, language) : proposal.date}
                  wording={wording}
                />
              ))}
            </ol>
            <div className="govuk-button-group">
              <Button>{words.submit}</Button>
              <button className="wm-tap" type="submit" name="intent" value="check">
                {words.check}
              </button>
            </div>
          </form>
        )}
        <Rhythm desk={desk} values={values} fault={fault} wording={wording} />
      </div>
    </div>
  );
}

function Rhythm({ desk, values, fault, wording }: Pick<Props, 'desk' | 'values' | 'fault'> & { wording: Wording }) {
  const { language } = wording;
  const words = seriesWords.in(language);
  const booking = bookingWords.in(language);
  const error = (field: SeriesFault) => errorBeside(fault === field ? words.faults[field] : undefined, language);
  const text = (name: 'every' | 'count' | 'minutes', label: string, hint?: string) => (
    <Input
      name={name}
      label={{ text: label }}
      hint={hint}
      error={error(name)}
      defaultValue={values[name]}
      inputMode="numeric"
      classes="govuk-input--width-3"
    />
  );
  const usual = desk.kinds.find(({ ref }) => ref === values.kind)?.minutes ?? 0;
  return (
    <form method="get" action={`/staff/customers/${desk.customer.id}/series`} noValidate>
      <Select
        name="kind"
        label={booking.kind}
        items={desk.kinds.map(({ ref, name, minutes }) => ({ value: ref, text: booking.kindItem(name, minutes) }))}
        defaultValue={values.kind}
      />
      <Select
        name="mode"
        label={booking.mode}
        items={APPOINTMENT_MODES.filter((mode) => mode !== 'outreach').map((mode) => ({
          value: mode,
          text: wording.words.modes[mode],
        }))}
        defaultValue={values.mode}
      />
      {text('minutes', booking.minutes, booking.minutesHint(usual))}
      <Select
        name="adviser"
        label={booking.adviser}
        items={desk.advisers.map((one) => ({ value: one.id, text: wording.name(one) }))}
        defaultValue={values.adviser}
        error={error('adviser')}
      />
      {(['first', 'time'] as const).map((name) => (
        <Input
          key={name}
          name={name}
          type={name === 'first' ? 'date' : 'time'}
          label={{ text: words[name] }}
          error={error(name)}
          defaultValue={values[name]}
          classes="govuk-input--width-10"
        />
      ))}
      {text('every', words.every)}
      <Select
        name="unit"
        label={words.unit}
        items={(['weeks', 'days'] as const).map((unit) => ({ value: unit, text: words.units[unit] }))}
        defaultValue={values.unit}
      />
      {text('count', words.count)}
      <button className="wm-tap" type="submit">
        {words.show}
      </button>
    </form>
  );
}

import { Button } from '~/components/design-system/button';
import { Checkboxes } from '~/components/design-system/checkboxes';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { Input } from '~/components/design-system/input';
import { BackLink } from '~/components/design-system/links';
import { NotificationBanner } from '~/components/design-system/notification-banner';
import { SummaryList } from '~/components/design-system/summary-list';
import { InsetText } from '~/components/design-system/text-blocks';
import { errorBeside } from '~/components/question-page';
import { CLUB_FEATURES } from '~/domain/club/nearest-clubs';
import type { Language } from '~/domain/language';
import { rhythmInWords } from '~/i18n/club-session';
import { formatDate, formatTime } from '~/i18n/format';
import { clubsWords } from '~/i18n/pages/clubs';
import { frameWords } from '~/i18n/pages/frame';
import { staffClubWords, type StaffClubWords } from '~/i18n/pages/staff-clubs';
import type { ClosureProblem } from '~/services/close-club-days.server';
import type { StaffClub } from '~/services/view-staff-clubs.server';
import { StaffBar } from './staff-bar';
import { wordingFor } from './wording';

export interface ClosureValues {
  fromOn: string;
  untilOn: string;
  reason: string;
}

interface Props {
  language: Language;
  view: StaffClub;
  /** Made for the form that closes days, so that sending it twice closes once. */
  formId: string;
  done: { name: keyof StaffClubWords['done']; closure: string | null } | null;
  problem?: ClosureProblem;
  values?: ClosureValues;
  me: { firstName: string; lastName: string };
}

/** One club as those see it who keep it: what its page says, who is coming, and when it does not meet. */
export function ClubRecordPage({ language, view, formId, done, problem, values, me }: Props) {
  const words = staffClubWords.in(language);
  const frame = frameWords.in(language);
  const { club } = view;
  const base = `/staff/clubs/${encodeURIComponent(club.ref)}`;
  const field = problem?.startsWith('until') ? 'untilOn' : problem === 'too_long' ? 'reason' : 'fromOn';
  return (
    <div className="wm-staff">
      <StaffBar me={me} language={language} />
      <BackLink href="/staff/clubs">{frame.back}</BackLink>
      {problem && (
        <ErrorSummary title={frame.problem} errors={[{ text: words.days.problems[problem], href: `#${field}` }]} />
      )}
      {done && (
        <NotificationBanner type="success" title={frame.done}>
          <p className="govuk-notification-banner__heading">{words.done[done.name]}</p>
          {done.closure && (
            <form
              method="post"
              action={`${base}/closures/${done.closure}/${done.name === 'days-closed' ? 'end' : 'end-undo'}`}
            >
              <button className="wm-tap" type="submit">
                {wordingFor(language, view).words.undo}
              </button>
            </form>
          )}
        </NotificationBanner>
      )}
      <h1 className="govuk-heading-l">{club.name}</h1>
      {!club.active && <InsetText>{words.closing.isClosed}</InsetText>}
      {view.stale && <InsetText>{words.staleOne}</InsetText>}
      <Facts view={view} language={language} />
      {view.mayKeep && (
        <div className="wm-buttons">
          <a className="wm-tap" href={`${base}/details`}>
            {words.change}
          </a>
          <form method="post" action={`${base}/check`}>
            <button className="wm-tap" type="submit">
              {words.allRight}
            </button>
          </form>
        </div>
      )}
      <Coming view={view} language={language} />
      <Closures
        {...{ view, language, formId, values, base }}
        error={problem && { field, text: words.days.problems[problem] }}
      />
      {view.isManager && <Keepers view={view} language={language} base={base} />}
      {view.mayKeep && (
        <section className="wm-section wm-no-print">
          <h2 className="govuk-heading-m">{words.closing.heading}</h2>
          {club.active && <p className="govuk-body">{words.closing.text}</p>}
          <form method="post" action={`${base}/${club.active ? 'closing' : 'reopening'}`}>
            <Button classes="govuk-button--secondary">
              {club.active ? words.closing.submit : words.closing.reopen}
            </Button>
          </form>
        </section>
      )}
    </div>
  );
}

function Facts({ view, language }: { view: StaffClub; language: Language }) {
  const words = staffClubWords.in(language);
  const { club, zone } = view;
  const has = CLUB_FEATURES.filter((one) => club[one]).map((one) => clubsWords.in(language).features[one]);
  const rows = [
    { key: words.facts.when, value: rhythmInWords(club, zone, language) },
    { key: words.facts.where, value: `${club.place}, ${club.address}, ${club.postcode}` },
    { key: words.facts.ask, value: club.askFor },
    { key: words.facts.phone, value: club.phone },
    { key: words.facts.help, value: club.helpsWith },
    { key: words.facts.has, value: has.join(', ') },
    { key: words.columns.checked, value: club.checkedOn ? formatDate(club.checkedOn, zone, language) : words.never },
  ];
  return (
    <>
      <SummaryList rows={rows.filter(({ value }) => value !== '')} />
      {club.active && (
        <p className="govuk-body wm-no-print">
          <a className="govuk-link" href={`/clubs/${encodeURIComponent(club.ref)}`}>
            {words.seePage}
          </a>
        </p>
      )}
    </>
  );
}

function Coming({ view, language }: { view: StaffClub; language: Language }) {
  const words = staffClubWords.in(language).coming;
  const { zone } = view;
  return (
    <section className="wm-section">
      <h2 className="govuk-heading-m">{words.heading}</h2>
      <p className="govuk-body">{view.sessions.length === 0 ? words.none : words.intro}</p>
      {view.sessions.map(({ date, startsAt, coming }) => (
        <div key={date}>
          <h3 className="govuk-heading-s">
            {formatDate(date, zone, language)}, {formatTime(startsAt, zone, language)}: {words.count(coming.length)}
          </h3>
          {coming.length > 0 && <p className="govuk-body">{coming.join(', ')}</p>}
        </div>
      ))}
      <p className="govuk-body wm-no-print">{staffClubWords.in(language).print}</p>
    </section>
  );
}

interface ClosuresProps {
  view: StaffClub;
  language: Language;
  formId: string;
  values?: ClosureValues;
  base: string;
  error?: { field: string; text: string };
}

function Closures({ view, language, formId, values, base, error }: ClosuresProps) {
  const words = staffClubWords.in(language).days;
  const day = (date: string) => formatDate(date, view.zone, language);
  const daysOf = (one: { fromOn: string; untilOn: string }) =>
    one.fromOn === one.untilOn ? day(one.fromOn) : words.range(day(one.fromOn), day(one.untilOn));
  const wrong = (field: string) => errorBeside(error?.field === field ? error.text : undefined, language);
  return (
    <section className="wm-section wm-no-print">
      <h2 className="govuk-heading-m">{words.heading}</h2>
      {view.closures.length === 0 && <p className="govuk-body">{words.none}</p>}
      {view.closures.length > 0 && (
        <ul className="govuk-list">
          {view.closures.map((closure) => (
            <li key={closure.id}>
              {daysOf(closure)}
              {closure.reason && ` (${closure.reason})`}
              {view.mayKeep && (
                <form method="post" action={`${base}/closures/${closure.id}/end`} className="wm-buttons">
                  <button className="wm-tap" type="submit">
                    {words.end}
                    <span className="govuk-visually-hidden"> {daysOf(closure)}</span>
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {view.mayKeep && (
        <form method="post" action={`${base}/closures`} noValidate>
          <input type="hidden" name="form" value={formId} />
          <Input
            name="fromOn"
            type="date"
            label={{ text: words.from }}
            classes="govuk-input--width-10"
            defaultValue={values?.fromOn}
            error={wrong('fromOn')}
          />
          <Input
            name="untilOn"
            type="date"
            label={{ text: words.until }}
            hint={words.untilHint}
            classes="govuk-input--width-10"
            defaultValue={values?.untilOn}
            error={wrong('untilOn')}
          />
          <Input
            name="reason"
            label={{ text: words.reason }}
            hint={words.reasonHint}
            defaultValue={values?.reason}
            error={wrong('reason')}
          />
          <p className="govuk-body">{words.tells}</p>
          <Button classes="govuk-button--secondary">{words.submit}</Button>
        </form>
      )}
    </section>
  );
}

function Keepers({ view, language, base }: { view: StaffClub; language: Language; base: string }) {
  const words = staffClubWords.in(language).keepers;
  const wording = wordingFor(language, view);
  return (
    <section className="wm-section wm-no-print">
      <h2 className="govuk-heading-m">{words.heading}</h2>
      {view.people.length === 0 ? (
        <p className="govuk-body">{words.none}</p>
      ) : (
        <form method="post" action={`${base}/organisers`}>
          <Checkboxes
            name="organiser"
            fieldset={{ legend: { text: words.legend } }}
            items={view.people.map((one) => ({ value: one.id, text: wording.name(one) }))}
            values={view.organisers.map(({ id }) => id)}
          />
          <Button classes="govuk-button--secondary">{words.submit}</Button>
        </form>
      )}
    </section>
  );
}

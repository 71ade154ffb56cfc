import { Button } from '~/components/design-system/button';
import { Input } from '~/components/design-system/input';
import { BackLink } from '~/components/design-system/links';
import { Tag } from '~/components/design-system/text-blocks';
import type { Language } from '~/domain/language';
import { formatDate } from '~/i18n/format';
import { groupWords } from '~/i18n/pages/staff-group-sessions';
import type { SessionView } from '~/services/view-group-sessions.server';
import { StaffDoneBanner, type Notice } from './done-banner';
import { GroupAttendance } from './group-attendance';
import { RecordLink } from './record-link';
import { StaffBar } from './staff-bar';
import { StateTag } from './state-tag';
import { wordingFor, type Wording } from './wording';

interface Props {
  language: Language;
  view: SessionView;
  notice: Notice | null;
  /** What was looked for; empty: nobody. */
  find: string;
  me: { firstName: string; lastName: string };
}

/** One session: who is coming, who can be added, and afterwards who came. */
export function GroupSessionPage({ language, view, notice, find, me }: Props) {
  const wording = wordingFor(language, { zone: view.zone, now: view.now });
  const words = groupWords.in(language);
  const path = `/staff/group-sessions/${view.id}`;
  const times = words.times(wording.time(view.startsAt), wording.time(view.endsAt));
  const day = formatDate(view.startsAt, view.zone, language);
  return (
    <div className="wm-staff">
      <StaffBar me={me} language={language} />
      <BackLink href="/staff/group-sessions">{words.title}</BackLink>
      {notice && <StaffDoneBanner notice={notice} wording={wording} back={path} />}
      <h1 className="govuk-heading-l">
        {view.title} {view.cancelled && <Tag classes="govuk-tag--grey">{words.cancelled}</Tag>}
      </h1>
      <p className="govuk-body">
        {wording.words.at(day, times)}. {words.with(wording.name(view.adviser))}. {view.place}
      </p>
      <p className="govuk-body">
        <strong>{words.places(view.taken, view.capacity)}</strong>
        {'. '}
        {view.left > 0 ? words.left(view.left) : words.full}
      </p>
      <ul className="wm-links">
        <li>
          <a className="govuk-link" href={`${path}/print`}>
            {words.print}
          </a>
        </li>
        {view.mayCancel && (
          <li>
            <a className="govuk-link" href={`${path}/cancellation`}>
              {words.cancel}
            </a>
          </li>
        )}
      </ul>
      <div className="wm-booking">
        <div>
          {view.mayRecord ? (
            <GroupAttendance view={view} path={path} wording={wording} />
          ) : (
            <People view={view} path={path} wording={wording} />
          )}
        </div>
        {!view.cancelled && view.endsAt > view.now && <Add view={view} path={path} find={find} wording={wording} />}
      </div>
    </div>
  );
}

interface PartProps {
  view: SessionView;
  path: string;
  wording: Wording;
}

function People({ view, path, wording }: PartProps) {
  const words = groupWords.in(wording.language);
  return (
    <section aria-labelledby="people" className="wm-record__part">
      <h2 className="govuk-heading-m" id="people">
        {words.people}
      </h2>
      {view.people.length === 0 && <p className="govuk-body">{words.nobody}</p>}
      {view.people.some(({ state }) => state === 'cannot_come') && <p className="govuk-body">{words.cannotComeHint}</p>}
      <ul className="wm-needs__list">
        {view.people.map(({ appointmentId, customer, state }) => (
          <li key={appointmentId} className="wm-need wm-need--line">
            <span>
              <RecordLink customer={customer} wording={wording} /> <StateTag state={state} wording={wording} />
            </span>
            {view.mayCancel && (
              <form method="post" action={`${path}/removal`} className="wm-buttons">
                <input type="hidden" name="appointment" value={appointmentId} />
                <button className="wm-tap" type="submit">
                  {words.remove}
                  <span className="govuk-visually-hidden">{words.removeAbout(wording.name(customer))}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Add({ view, path, find, wording }: PartProps & { find: string }) {
  const words = groupWords.in(wording.language);
  return (
    <section aria-labelledby="add" className="wm-record__part">
      <h2 className="govuk-heading-m" id="add">
        {words.add}
      </h2>
      {!view.mayAdd && <p className="govuk-body">{words.fullHint}</p>}
      {view.mayAdd && (
        <form method="get" action={path}>
          <Input name="find" label={{ text: words.find }} defaultValue={find} classes="govuk-input--width-20" />
          <button className="wm-tap" type="submit">
            {words.search}
          </button>
        </form>
      )}
      {view.mayAdd && find !== '' && view.found.length === 0 && <p className="govuk-body">{words.nobodyFound}</p>}
      {view.mayAdd && view.found.length > 0 && (
        <ul className="govuk-list wm-record__list">
          {view.found.map((customer) => (
            <li key={customer.id}>
              {wording.name(customer)}, {customer.ref}
              <form method="post" action={`${path}/places`} className="wm-buttons">
                <input type="hidden" name="customer" value={customer.id} />
                <button className="wm-tap" type="submit">
                  {words.addThis}
                  <span className="govuk-visually-hidden">{words.addAbout(wording.name(customer), customer.ref)}</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Whether a session is really to be cancelled, and how many are told. */
export function GroupCancellationPage({ language, view, me }: Pick<Props, 'language' | 'view' | 'me'>) {
  const words = groupWords.in(language);
  const path = `/staff/group-sessions/${view.id}`;
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href={path}>{view.title}</BackLink>
      <h1 className="govuk-heading-l">{words.cancelTitle(view.title)}</h1>
      <p className="govuk-body">{view.taken === 0 ? words.noOneTold : words.cancelHint(view.taken)}</p>
      <form method="post" action={`${path}/cancellation`}>
        <Button classes="govuk-button--warning">{words.cancelSubmit}</Button>
      </form>
    </div>
  );
}

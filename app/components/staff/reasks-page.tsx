import type { Language } from '~/domain/language';
import { dayInWords } from '~/i18n/plan-lines';
import { safeguardWords, type ReaskDone } from '~/i18n/pages/staff-safeguards';
import { officeWords } from '~/i18n/pages/staff-office';
import type { ReasksView } from '~/services/view-reasks.server';
import { RecordLink } from './record-link';
import { OneButton, SettingsFrame } from './settings-frame';
import { wordingFor, type Wording } from './wording';

interface Props {
  language: Language;
  view: ReasksView;
  done: { name: ReaskDone; about: string | null } | null;
  me: { firstName: string; lastName: string };
}

const BASE = '/staff/office/re-asks';

/** Who is to be asked again how they are best served: why, since when, and a way to say that it is not needed. */
export function ReasksPage({ language, view, done, me }: Props) {
  const words = safeguardWords.in(language).reasks;
  const wording = wordingFor(language, { zone: view.office.zone, now: view.now });
  const back = { href: '/staff/office', text: officeWords.in(language).back };
  const undo = done?.name === 'not-needed' && done.about !== null && (
    <OneButton action={`${BASE}/${done.about}/not-needed-undo`} label={words.undo} />
  );
  return (
    <SettingsFrame
      {...{ language, me, back }}
      title={words.title}
      lead={`${words.lead} ${words.closes} ${view.whole ? words.whole : words.mine}`}
      done={done && { text: words.done[done.name], undo: undo || undefined }}
    >
      <h2 className="govuk-heading-m">{view.open.length === 0 ? words.none : words.count(view.open.length)}</h2>
      <ul className="wm-needs__list">
        {view.open.map((one) => (
          <Entry key={one.id} {...{ one, view, wording }} />
        ))}
      </ul>
      {view.more && <p className="govuk-body">{words.more(view.open.length)}</p>}
      {view.settled.length > 0 && (
        <section>
          <h2 className="govuk-heading-m">{words.settled}</h2>
          <ul className="wm-needs__list">
            {view.settled.map(({ id, customer, closedAt }) => (
              <li key={id} className="wm-need wm-need--line">
                {words.settledLine(wording.name(customer), dayInWords(closedAt, dayClock(view), language))}
                <OneButton
                  action={`${BASE}/${id}/not-needed-undo`}
                  label={words.undo}
                  about={words.about(wording.name(customer))}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </SettingsFrame>
  );
}

const dayClock = ({ office, today }: ReasksView) => ({ zone: office.zone, today });

function Entry({ one, view, wording }: { one: ReasksView['open'][number]; view: ReasksView; wording: Wording }) {
  const words = safeguardWords.in(wording.language).reasks;
  const about = words.about(wording.name(one.customer));
  return (
    <li className="wm-need">
      <p className="wm-need__who">
        <RecordLink customer={one.customer} wording={wording} />
      </p>
      <p className="wm-need__why">
        {words.reasons[one.reason]} {words.since(dayInWords(one.raisedAt, dayClock(view), wording.language))}.
      </p>
      {view.whole && one.adviser && <p className="wm-need__why">{words.adviser(wording.name(one.adviser))}</p>}
      {one.noMessages && <p className="wm-row__alert">{words.safety}</p>}
      <div className="wm-buttons">
        <a className="wm-tap" href={`/staff/customers/${one.customer.id}/profile`}>
          {words.profile}
          <span className="govuk-visually-hidden">{about}</span>
        </a>
        <OneButton action={`${BASE}/${one.id}/not-needed`} label={words.notNeeded} about={about} />
      </div>
    </li>
  );
}

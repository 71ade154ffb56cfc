import type { Language } from '~/domain/language';
import { CALL_VIEWS, type CallView } from '~/domain/messaging/call-list';
import { callWords } from '~/i18n/pages/calls';
import type { CallList } from '~/services/view-call-list.server';
import { CallEntry } from './call-entry';
import { DoneCalls } from './done-calls';
import { StaffDoneBanner, type Notice } from './done-banner';
import { StaffBar } from './staff-bar';
import { wordingFor } from './wording';

interface Props {
  language: Language;
  list: CallList;
  notice: Notice | null;
  me: { id: string; firstName: string; lastName: string };
}

const pathOf = (show: CallView) => `/staff/calls?show=${show}`;

/** The call list: whom to ring, why, by when and what to say; below it, the calls that were made today. */
export function CallListPage({ language, list, notice, me }: Props) {
  const { office, now, show, counts, calls, done, colleagues } = list;
  const wording = wordingFor(language, { zone: office.zone, now });
  const words = callWords.in(language);
  const back = pathOf(show);
  return (
    <div className="wm-staff">
      <StaffBar me={me} language={language} />
      {notice && <StaffDoneBanner notice={notice} wording={wording} back={back} />}
      <span className="govuk-caption-l">{office.name}</span>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <nav className="wm-day-choice" aria-label={words.choose}>
        <ul className="wm-links">
          {CALL_VIEWS.map((view) => (
            <li key={view}>
              <a className="govuk-link" href={pathOf(view)} aria-current={view === show ? 'page' : undefined}>
                {words.view(words.views[view], counts[view])}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <section aria-labelledby="to-make">
        <h2 className="govuk-heading-m" id="to-make">
          {calls.length > 0 ? words.count(counts[show]) : words.views[show]}
        </h2>
        {calls.length === 0 && <p className="govuk-body">{words.empty[show]}</p>}
        {calls.length > 0 && calls.length < counts[show] && <p className="govuk-body">{words.more(calls.length)}</p>}
        <ol className="wm-calls">
          {calls.map((call) => (
            <CallEntry
              key={call.id}
              call={call}
              me={me}
              colleagues={colleagues}
              back={back}
              clock={{ zone: office.zone, now }}
              wording={wording}
            />
          ))}
        </ol>
      </section>
      <DoneCalls calls={done} back={back} words={words} wording={wording} />
    </div>
  );
}

import type { Role } from '~/domain/access/role';
import type { Language } from '~/domain/language';
import { TROUBLE_VIEWS, troublePath } from '~/domain/messaging/trouble-view';
import type { StaffNotice } from '~/domain/staff-notice';
import { troubleWords, type TroubleWords } from '~/i18n/pages/trouble';
import type { TroubleList } from '~/services/view-trouble.server';
import { StaffDoneBanner } from './done-banner';
import { StaffBar } from './staff-bar';
import { StandingsPicture } from './standings-picture';
import { TroubleEntry } from './trouble-row';
import { wordingFor } from './wording';

interface Props {
  language: Language;
  list: TroubleList;
  notice: StaffNotice | null;
  me: { firstName: string; lastName: string; role: Role };
}

/** The messages in trouble of an office: whom they are to, why, and what happens next; and how today's messages stand. */
export function TroublePage({ language, list, notice, me }: Props) {
  const { office, now, show, cause, rows, total } = list;
  const wording = wordingFor(language, { zone: office.zone, now });
  const words = troubleWords.in(language);
  const back = troublePath({ show, cause });
  return (
    <div className="wm-staff">
      <StaffBar me={me} language={language} />
      {notice && <StaffDoneBanner notice={{ done: notice, about: null, undo: null }} wording={wording} back={back} />}
      <span className="govuk-caption-l">{office.name}</span>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">{words.intro}</p>
      <Choice list={list} words={words} />
      <div className="wm-columns">
        <section aria-labelledby="in-trouble" className="wm-columns__main">
          <h2 className="govuk-heading-m" id="in-trouble">
            {total > 0 ? words.count(total) : words.standings.in_trouble}
          </h2>
          {total === 0 && <Empty list={list} words={words} />}
          {rows.length < total && <p className="govuk-body">{words.more(rows.length)}</p>}
          <ol className="wm-day">
            {rows.map((row) => (
              <TroubleEntry
                key={row.id}
                row={row}
                back={back}
                showAdviser={show === 'office'}
                clock={{ zone: office.zone, now }}
                words={words}
                wording={wording}
              />
            ))}
          </ol>
        </section>
        <section aria-labelledby="today" className="wm-today">
          <h2 className="govuk-heading-m" id="today">
            {words.today}
          </h2>
          <StandingsPicture counts={list.today} words={words} />
        </section>
      </div>
    </div>
  );
}

/** Whose messages, and with what wrong; every choice is an address that can be kept. */
function Choice({ list, words }: { list: TroubleList; words: TroubleWords }) {
  const { show, cause, counts, causes } = list;
  const link = (text: string, path: string, current: boolean) => (
    <li key={path}>
      <a className="govuk-link" href={path} aria-current={current ? 'page' : undefined}>
        {text}
      </a>
    </li>
  );
  return (
    <div className="wm-trouble__choice">
      <nav aria-label={words.chooseWhose}>
        <ul className="wm-links">
          {TROUBLE_VIEWS.map((view) =>
            link(words.option(words.views[view], counts[view]), troublePath({ show: view, cause }), view === show),
          )}
        </ul>
      </nav>
      {(causes.length > 1 || cause !== null) && (
        <nav aria-label={words.chooseCause}>
          <ul className="wm-links">
            {link(words.option(words.everyCause, counts[show]), troublePath({ show, cause: null }), cause === null)}
            {causes.map((one) =>
              link(
                words.option(words.causes[one.cause], one.count),
                troublePath({ show, cause: one.cause }),
                one.cause === cause,
              ),
            )}
          </ul>
        </nav>
      )}
    </div>
  );
}

function Empty({ list, words }: { list: TroubleList; words: TroubleWords }) {
  const { show, cause, counts } = list;
  const other =
    cause !== null && counts[show] > 0
      ? { text: words.seeAll, path: troublePath({ show, cause: null }) }
      : show === 'mine' && counts.office > 0
        ? { text: words.seeOffice, path: troublePath({ show: 'office', cause: null }) }
        : null;
  return (
    <>
      <p className="govuk-body">{cause === null ? words.none : words.noneOfCause}</p>
      {other && (
        <p className="govuk-body">
          <a className="govuk-link" href={other.path}>
            {other.text}
          </a>
        </p>
      )}
    </>
  );
}

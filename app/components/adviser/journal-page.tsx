import { capitalised } from '~/components/appointment/shown-appointment';
import { BackLink } from '~/components/design-system/links';
import { NotificationBanner } from '~/components/design-system/notification-banner';
import { Button } from '~/components/design-system/button';
import { PhoneLink } from '~/components/phone-link';
import type { JournalNotice } from '~/domain/journal/notice';
import type { Language } from '~/domain/language';
import { wallClockOf } from '~/domain/time/wall-clock';
import { formatDate, formatTime, relativeDay } from '~/i18n/format';
import { adviserWords } from '~/i18n/pages/adviser';
import { frameWords } from '~/i18n/pages/frame';
import type { OwnJournal } from '~/services/view-journal.server';
import { coverSentence } from './cover-line';
import { JournalItem } from './journal-item';

interface Props {
  view: OwnJournal;
  notice: JournalNotice | null;
  language: Language;
}

/** What the customer and the office have written to each other, the newest first: an answer is seen at once. */
export function JournalPage({ view, notice, language }: Props) {
  const words = adviserWords.in(language).journal;
  const { zone, today, adviser, cover, entries, page, more } = view;
  const newest = entries.find(({ by }) => by !== null);
  const when = (at: number) => {
    const day = relativeDay(wallClockOf(at, zone).date, today, language) ?? formatDate(at, zone, language);
    return words.at(capitalised(day), formatTime(at, zone, language));
  };
  return (
    <>
      <BackLink href="/adviser">{frameWords.in(language).back}</BackLink>
      {notice && (
        <NotificationBanner type="success" title={frameWords.in(language).done}>
          {words.notices[notice]}
        </NotificationBanner>
      )}
      <h1 className="govuk-heading-l">{adviser ? words.heading(adviser) : words.headingNoAdviser}</h1>
      {adviser && cover && <p className="govuk-body">{coverSentence({ adviser, cover, zone, language })}</p>}
      <Button href="/adviser/messages/new">{words.write}</Button>
      <Expectation view={view} language={language} />
      {entries.length === 0 && <p className="govuk-body">{words.none}</p>}
      {entries.length > 0 && (
        <ul className="govuk-list wm-journal">
          {entries.map((entry) => (
            <JournalItem
              language={language}
              key={entry.id}
              entry={entry}
              // Said once, at the newest of theirs, for all that stand below it.
              readUntil={entry === newest ? view.unreadUntil : null}
              when={when}
              words={words}
            />
          ))}
        </ul>
      )}
      {page > 1 && <Turn page={page - 1} label={words.newer} />}
      {more && <Turn page={page + 1} label={words.older} />}
    </>
  );
}

function Turn({ page, label }: { page: number; label: string }) {
  return (
    <p className="govuk-body">
      <a className="govuk-link" href={`/adviser/messages?page=${page}`}>
        {label}
      </a>
    </p>
  );
}

/** Who reads it and when, and what to do when it cannot wait. */
export function Expectation({ view, language }: { view: Omit<OwnJournal, 'entries'>; language: Language }) {
  const words = adviserWords.in(language).journal;
  const { adviser, cover, phone } = view;
  return (
    <p className="govuk-body">
      {adviser === null
        ? words.expectOffice
        : cover
          ? words.expectStandIn(cover.standIn.firstName, adviser)
          : words.expect(adviser)}{' '}
      {words.urgent} <PhoneLink phone={phone} />
    </p>
  );
}

import type { ReactNode } from 'react';
import { CallMe } from '~/components/appointment/call-me';
import { headline } from '~/components/appointment/shown-appointment';
import { SummaryList, type SummaryRow } from '~/components/design-system/summary-list';
import { Button } from '~/components/design-system/button';
import { PhoneLink } from '~/components/phone-link';
import { initialsOf } from '~/domain/adviser/initials';
import type { Language } from '~/domain/language';
import { formatDate, plural } from '~/i18n/format';
import { adviserWords, type AdviserWords } from '~/i18n/pages/adviser';
import { formatWeekHours } from '~/i18n/week-hours';
import type { AdviserView } from '~/services/view-adviser.server';
import { CoverLine } from './cover-line';
import { NoAdviser } from './no-adviser';

type Known = AdviserView & { adviser: NonNullable<AdviserView['adviser']> };
interface Props {
  view: Known;
  language: Language;
  words: AdviserWords;
}

/** Who the adviser is, when and how to reach them, who stands in, and when they meet next. */
export function AdviserPage({ view, language }: { view: AdviserView; language: Language }) {
  const words = adviserWords.in(language);
  if (!view.adviser) return <NoAdviser view={view} language={language} />;
  const known = view as Known;
  const { firstName, lastName } = known.adviser;
  return (
    <>
      <div className="wm-lead">
        <span className="wm-disc govuk-heading-m" aria-hidden="true">
          {initialsOf(known.adviser)}
        </span>
        <h1 className="govuk-heading-l">{words.heading(`${firstName} ${lastName}`)}</h1>
        {view.cover && (
          <CoverLine
            adviser={firstName}
            cover={view.cover}
            phone={view.cover.phone}
            zone={view.zone}
            language={language}
          />
        )}
        {!view.cover && view.ahead && <p className="govuk-body">{aheadSentence(known, language, words)}</p>}
        <Button href="/adviser/messages/new">
          {words.write(view.cover ? view.cover.standIn.firstName : firstName)}
        </Button>
        <Messages unread={view.unread} language={language} words={words} />
      </div>
      <Facts view={known} language={language} words={words} />
      <CallMe action="/call-request" callDueAt={view.callDueAt} now={view.now} zone={view.zone} language={language} />
      <Next view={known} language={language} words={words} />
    </>
  );
}

function aheadSentence({ ahead, adviser, zone }: Known, language: Language, words: AdviserWords): string {
  const { standIn, fromOn, untilOn } = ahead!;
  const day = (date: string) => formatDate(date, zone, language);
  if (fromOn === untilOn) return words.standInDay(standIn.firstName, day(fromOn), adviser.firstName);
  return words.standInAhead(standIn.firstName, day(fromOn), day(untilOn), adviser.firstName);
}

/** The way to what was written, and whether something new is there. */
function Messages({ unread, language, words }: { unread: number; language: Language; words: AdviserWords }) {
  return (
    <p className="govuk-body">
      <a className="govuk-link" href="/adviser/messages">
        {unread > 0 ? plural(language, unread, words.unread) : words.messages}
      </a>
    </p>
  );
}

function Facts({ view, language, words }: Props) {
  const { adviser, officePhone } = view;
  const row = (key: string, value: ReactNode): SummaryRow => ({ key, value });
  const rows = [
    adviser.helpsWith ? row(words.helpsWith, adviser.helpsWith) : null,
    adviser.speaks.length > 0
      ? row(words.speaks, adviser.speaks.map((code) => words.languages[code]).join(', '))
      : null,
    adviser.hours.length > 0
      ? row(
          words.hours,
          formatWeekHours(adviser.hours, language).map((line) => <div key={line}>{line}</div>),
        )
      : null,
    row(
      words.call,
      <>
        <PhoneLink phone={adviser.phone ?? officePhone} />
        {adviser.phone === null && <div>{words.atOffice(adviser.firstName)}</div>}
      </>,
    ),
  ];
  return <SummaryList classes="wm-facts" rows={rows.filter((one) => one !== null)} />;
}

function Next({ view, language, words }: Props) {
  const { next, today, adviser, officePhone } = view;
  return (
    <section className="wm-section">
      <h2 className="govuk-heading-s wm-section__heading">{words.next}</h2>
      {next ? (
        <p className="govuk-body">
          <a className="govuk-link" href={`/appointments/${next.id}`}>
            {headline(next, today, language)}
          </a>
        </p>
      ) : (
        <p className="govuk-body">
          {words.noNext(adviser.firstName)} {words.noNextCall} <PhoneLink phone={officePhone} />
        </p>
      )}
    </section>
  );
}

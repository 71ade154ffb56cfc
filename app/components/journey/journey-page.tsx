import type { ReactNode } from 'react';
import { capitalised } from '~/components/appointment/shown-appointment';
import { BackLink } from '~/components/design-system/links';
import { PhoneLink } from '~/components/phone-link';
import type { Language } from '~/domain/language';
import { formatDate } from '~/i18n/format';
import { frameWords } from '~/i18n/pages/frame';
import { journeyWords } from '~/i18n/pages/journey';
import type { JourneyView } from '~/services/view-journey.server';
import { linesOf } from './station-lines';

type Stop = JourneyView['stations'][number];

/** The way on one page: an ordered list with a line beside it, what is past, and what comes next. */
export function JourneyPage({ journey, language }: { journey: JourneyView; language: Language }) {
  const words = journeyWords.in(language);
  const { stations, phone } = journey;
  const past = stations.filter(({ place }) => place === 'past');
  const ahead = stations.filter(({ place }) => place !== 'past');
  const next = ahead.find(({ place }) => place === 'next');
  const nextLines = next && linesOf(next, journey, language);
  return (
    <>
      <BackLink href="/">{frameWords.in(language).back}</BackLink>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">{stations.length > 1 ? words.lead : words.empty}</p>
      {nextLines && (
        <p className="govuk-body">
          <a className="govuk-link" href="#next">
            {words.next}
          </a>
          : <strong>{nextLines.heading}</strong>
          <span className="wm-quiet wm-line">{capitalised(nextLines.when)}</span>
        </p>
      )}
      <h2 className="govuk-heading-m">{words.past}</h2>
      <Way stops={past} journey={journey} language={language} />
      <h2 className="govuk-heading-m" id="next">
        {words.ahead}
      </h2>
      <Way stops={ahead} here={<Here journey={journey} language={language} />} journey={journey} language={language} />
      {ahead.length === 0 && (
        <p className="govuk-body">
          {words.nothingAhead} {words.askFor} <PhoneLink phone={phone} />
        </p>
      )}
      <p className="govuk-body wm-screen">
        <a className="govuk-link" href="/plan">
          {words.toPlan}
        </a>
      </p>
    </>
  );
}

interface WayProps {
  stops: readonly Stop[];
  /** Before the first of them, where the person is. */
  here?: ReactNode;
  journey: JourneyView;
  language: Language;
}

function Way({ stops, here, journey, language }: WayProps) {
  const words = journeyWords.in(language);
  return (
    <ol className="govuk-list wm-way">
      {stops.every(({ place }) => place !== 'now') && here}
      {stops.map((stop) => {
        const { heading, when, more } = linesOf(stop, journey, language);
        const mark = stop.place === 'now' ? words.youAreHere : stop.place === 'next' ? words.next : null;
        return (
          <li
            key={`${stop.kind} ${'id' in stop ? stop.id : ''}`}
            className={`wm-way__stop${SIGNS[stop.place]}`}
            aria-current={stop.place === 'now' ? 'step' : undefined}
          >
            <strong>
              {mark && `${mark}: `}
              {heading}
            </strong>
            {[when, ...more].map((line) => (
              <span key={line} className="wm-quiet wm-line">
                {capitalised(line)}
              </span>
            ))}
          </li>
        );
      })}
    </ol>
  );
}

const SIGNS = { past: '', now: ' wm-way__stop--here', next: ' wm-way__stop--ahead', later: ' wm-way__stop--ahead' };

/** Between what has been and what is to come. */
function Here({ journey, language }: { journey: JourneyView; language: Language }) {
  const { today, zone } = journey;
  return (
    <li className="wm-way__stop wm-way__stop--here" aria-current="step">
      <strong>{journeyWords.in(language).youAreHere}</strong>
      <span className="wm-quiet wm-line">{capitalised(formatDate(today, zone, language))}</span>
    </li>
  );
}

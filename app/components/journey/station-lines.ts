import type { Language } from '~/domain/language';
import { formatDate, formatLongDate, formatTime, relativeDay } from '~/i18n/format';
import { journeyWords } from '~/i18n/pages/journey';
import type { JourneyView } from '~/services/view-journey.server';

type Stop = JourneyView['stations'][number];
type Words = ReturnType<typeof journeyWords.in>;

export interface StationLines {
  heading: string;
  when: string;
  more: string[];
}

/** What is said of a stop: what, when, and with a meeting how, why and what became of it. */
export function linesOf(stop: Stop, about: { zone: string; today: string }, language: Language): StationLines {
  const words = journeyWords.in(language);
  const { zone, today } = about;
  // A way may be longer than a year.
  const format = stop.date.slice(0, 4) === today.slice(0, 4) ? formatDate : formatLongDate;
  const day = relativeDay(stop.date, today, language) ?? format(stop.date, zone, language);
  switch (stop.kind) {
    case 'registered':
      return { heading: words.registered, when: day, more: [] };
    case 'meeting':
      return {
        heading: meetingHeading(stop.sort, words)(stop.withWhom),
        when: stop.place === 'past' ? day : `${day}, ${formatTime(stop.at, zone, language)}`,
        more: meetingMore(stop, words),
      };
    case 'agreed':
      return { heading: (stop.first ? words.agreedFirst : words.agreedAgain)(stop.withWhom), when: day, more: [] };
    case 'step':
      return { heading: words.step(stop.action), when: day, more: [] };
    case 'club':
      return {
        heading: (stop.place === 'past' ? words.club : words.clubAhead)(stop.name),
        when: stop.place === 'past' ? day : `${day}, ${formatTime(stop.at, zone, language)}`,
        more: [],
      };
    case 'due':
      return { heading: words.due(stop.action), when: words.by(day), more: stop.on < today ? [words.dueLate] : [] };
    case 'review':
      return { heading: words.review(stop.withWhom), when: words.by(day), more: [] };
  }
}

/** Offices name kinds as they like; those that are not among ours are "a meeting". */
function meetingHeading(sort: string, words: Words): (who: string) => string {
  return Object.hasOwn(words.meetings, sort) ? words.meetings[sort as keyof Words['meetings']] : words.meetings.other;
}

function meetingMore(stop: Extract<Stop, { kind: 'meeting' }>, words: Words): string[] {
  if (stop.happened === 'did_not_happen') return [words.didNotHappen];
  if (stop.happened === 'not_known') return [words.notKnown];
  if (stop.happened === 'happened') return [];
  const how = stop.place === 'now' ? words.now : words.modes[stop.mode];
  return [how, ...(stop.purpose ? [words.why(stop.purpose)] : [])];
}

import type { Language } from '~/domain/language';
import type { StepOwner } from '~/domain/plan/step';
import type { StepState } from '~/domain/plan/step-state';
import { formatDate, relativeDay } from './format';
import { planWords } from './pages/plan';

interface SaidStep {
  owner: StepOwner;
  dueOn: string;
  state: StepState;
  /** Instant (ms). */
  doneAt: number | null;
}

/** A date in words, "tomorrow" or "Friday 27 November"; `when` is an instant (ms) or a date. */
export function dayInWords(when: number | string, about: { zone: string; today: string }, language: Language): string {
  const near = typeof when === 'string' ? relativeDay(when, about.today, language) : null;
  return near ?? formatDate(when, about.zone, language);
}

/** Several dates in words, one after the other: "Thursday 24 December, Wednesday 24 February and Monday 24 May". */
export function daysInWords(dates: readonly string[], zone: string, language: Language): string {
  const days = dates.map((date) => formatDate(date, zone, language));
  // Intl leaves open in Welsh whether "a" or "ac" comes before the last, and writes "a(c)". A day begins with "dydd": "a".
  if (language === 'cy') return new Intl.ListFormat('cy').format(days).replace('a(c) ', 'a ');
  return new Intl.ListFormat('en-GB').format(days);
}

/** Who is to do a step: "You", the adviser's first name, or somebody who works with us. */
export function ownerName(owner: StepOwner, adviserFirstName: string | null, language: Language): string {
  const words = planWords.in(language).owners;
  return owner === 'adviser' ? (adviserFirstName ?? words.adviser) : words[owner];
}

/** What stands below a step's words, line by line: who and by when, and how it stands. */
export function stepLine(
  step: SaidStep,
  about: { adviserFirstName: string | null; zone: string; today: string },
  language: Language,
): string[] {
  const words = planWords.in(language);
  const { owner, state, dueOn, doneAt } = step;
  const adviser = about.adviserFirstName ?? words.owners.adviser;
  if (doneAt !== null) return [words.doneOn(dayInWords(doneAt, about, language))];
  const who = ownerName(owner, about.adviserFirstName, language);
  const day = dayInWords(dueOn, about, language);
  if (state === 'late') return [owner === 'customer' ? words.late(day) : words.lateOther(who, day)];
  const by = words.by(who, day);
  if (state === 'help') return [by, words.askedForHelp(adviser)];
  return state === 'cannot' ? [by, words.saidCannot(adviser)] : [by];
}

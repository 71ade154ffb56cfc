import { Button } from '~/components/design-system/button';
import { InsetText } from '~/components/design-system/text-blocks';
import type { Language } from '~/domain/language';
import { wallClockOf } from '~/domain/time/wall-clock';
import { formatDate, formatTime, relativeDay } from '~/i18n/format';
import { callRequestWords } from '~/i18n/pages/call-request';
import { homeWords } from '~/i18n/pages/home';
import { ownAppointmentsWords } from '~/i18n/pages/own-appointments';

interface Props {
  /** Where to ask: about an appointment, or in general. */
  action: string;
  /** Whom to ask for; anybody, unless told. */
  adviserFirstName?: string;
  /** By when somebody will call, if they have asked (ms). */
  callDueAt: number | null;
  now: number;
  zone: string;
  language: Language;
}

/** "Ask someone to call me"; or by when somebody will. */
export function CallMe({ action, adviserFirstName, callDueAt, now, zone, language }: Props) {
  const times = callRequestWords.in(language);
  const choose = action === '/call-request' && (
    <p className="govuk-body">
      <a className="govuk-link" href="/call-request">
        {callDueAt === null ? times.choose : times.change}
      </a>
    </p>
  );
  if (callDueAt !== null)
    return (
      <>
        <InsetText classes="wm-answered">{callWords(callDueAt, now, zone, language)}</InsetText>
        {choose}
      </>
    );
  const label = adviserFirstName
    ? ownAppointmentsWords.in(language).callMe(adviserFirstName)
    : homeWords.in(language).call.ask;
  return (
    <>
      <form method="post" action={action}>
        <Button classes="govuk-button--secondary" name="choice" value="call">
          {label}
        </Button>
      </form>
      {choose}
    </>
  );
}

/** By when somebody will call; instants in ms. */
export function callWords(dueAt: number, now: number, zone: string, language: Language): string {
  const words = homeWords.in(language).call;
  if (dueAt <= now) return words.now;
  const day = relativeDay(wallClockOf(dueAt, zone).date, wallClockOf(now, zone).date, language);
  return words.coming(words.at(formatTime(dueAt, zone, language), day ?? formatDate(dueAt, zone, language)));
}

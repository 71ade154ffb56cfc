import type { ReactNode } from 'react';
import type { Needs } from '~/services/list-needs.server';
import { CallToMake } from './call-to-make';
import { formatWords } from '~/i18n/pages/formats';
import { followUpWords } from '~/i18n/pages/staff-follow-ups';
import { signpostWords } from '~/i18n/pages/signposts';
import { recordWords } from '~/i18n/pages/record';
import { staffProfileWords } from '~/i18n/pages/staff-profile';
import { outcomeWords } from '~/i18n/pages/staff-outcomes';
import { replyWords } from '~/i18n/pages/replies';
import { FollowUpNeed, type FollowUpClock } from './follow-up-entry';
import { OtherWayNeed } from './other-way-need';
import { FormatNeed } from './format-need';
import { OutcomeButtons } from './outcome-buttons';
import { SignpostNeed } from './signpost-entry';
import { ReplyCard } from './reply-card';
import { WaitingEntry } from './waiting-entry';
import type { Wording } from './wording';

interface Props {
  needs: Needs;
  back: string;
  clock: FollowUpClock;
  wording: Wording;
}

const countOf = ({ calls, replies, entries, unrecorded, followUps, otherWays, signposts, formats }: Needs) =>
  [calls, replies, entries, unrecorded, followUps, otherWays, signposts, formats].flat().length;

/** On a phone, where the day comes first: how much there is below it. */
export function NeedsLine({ needs, wording }: Omit<Props, 'back' | 'clock'>) {
  const words = wording.words.needs;
  const late = needs.calls.filter((call) => call.overdue).length;
  if (countOf(needs) === 0) return null;
  return (
    <p className="wm-needs-line">
      <a className="govuk-link" href="#needs">
        {words.count(countOf(needs))}
      </a>
      {late > 0 && ` – ${words.late(late)}`}
    </p>
  );
}

/** What waits for a person: calls, texts that only a person can read, outcomes nobody wrote down. */
export function NeedsYou({ needs, back, clock, wording }: Props) {
  const { words, when, time, name } = wording;
  const { calls, replies, entries, unrecorded, followUps, otherWays, signposts, formats } = needs;
  if (countOf(needs) === 0) return null;
  return (
    <section className="wm-needs" aria-labelledby="needs">
      <h2 className="govuk-heading-m" id="needs">
        {words.needs.title}
      </h2>
      <Group title={words.needs.calls} shown={3} wording={wording}>
        {calls.map((call) => (
          <CallToMake key={call.id} call={call} back={back} wording={wording} />
        ))}
      </Group>
      {calls.length > 0 && (
        <p className="wm-needs__all">
          <a className="govuk-link" href="/staff/calls">
            {words.needs.allCalls(calls.length)}
          </a>
        </p>
      )}
      <Group title={words.needs.replies} shown={2} wording={wording}>
        {replies.map((reply) => (
          <ReplyCard key={reply.id} reply={reply} back={back} language={wording.language} wording={wording} />
        ))}
      </Group>
      {replies.length > 0 && (
        <p className="wm-needs__all">
          <a className="govuk-link" href="/staff/replies">
            {replyWords.in(wording.language).all}
          </a>
        </p>
      )}
      <Group title={recordWords.in(wording.language).journal.needs} shown={3} wording={wording}>
        {entries.map((one) => (
          <WaitingEntry key={one.customer.id} waiting={one} wording={wording} />
        ))}
      </Group>
      <Group title={staffProfileWords.in(wording.language).needs} shown={2} wording={wording}>
        {otherWays.map((one) => (
          <OtherWayNeed key={one.id} wish={one} back={back} wording={wording} />
        ))}
      </Group>
      <Group title={formatWords.in(wording.language).needs.title} shown={2} wording={wording}>
        {formats.map((one) => (
          <FormatNeed key={one.id} request={one} clock={clock} wording={wording} />
        ))}
      </Group>
      <Group title={followUpWords.in(wording.language).needs} shown={2} wording={wording}>
        {followUps.map((one) => (
          <FollowUpNeed key={one.id} followUp={one} clock={clock} wording={wording} />
        ))}
      </Group>
      <Group title={signpostWords.in(wording.language).due.needs} shown={2} wording={wording}>
        {signposts.map((one) => (
          <SignpostNeed key={one.id} signpost={one} clock={clock} wording={wording} />
        ))}
      </Group>
      <Group title={outcomeWords.in(wording.language).unrecorded(unrecorded.length)} shown={2} wording={wording}>
        {unrecorded.map((one) => (
          <li key={one.id} className="wm-need">
            <p className="wm-need__who">
              <a className="govuk-link" href={`/staff/appointments/${one.id}`}>
                {name(one.customer)}
              </a>
            </p>
            <p className="wm-need__why">{words.needs.unrecordedWhen(when(one.startsAt), name(one.adviser))}</p>
            <OutcomeButtons
              appointmentId={one.id}
              back={back}
              about={words.dayPage.about(name(one.customer), time(one.startsAt))}
              wording={wording}
            />
          </li>
        ))}
      </Group>
    </section>
  );
}

/** The first few of a kind; the rest is one press away, so that the day stays in sight. */
function Group({
  title,
  shown,
  wording,
  children,
}: {
  title: string;
  shown: number;
  wording: Wording;
  children: ReactNode[];
}) {
  if (children.length === 0) return null;
  const rest = children.slice(shown);
  return (
    <>
      <h3 className="govuk-heading-s wm-needs__kind">{title}</h3>
      <ul className="wm-needs__list">{children.slice(0, shown)}</ul>
      {rest.length > 0 && (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">{wording.words.needs.more(String(rest.length))}</span>
          </summary>
          <ul className="wm-needs__list">{rest}</ul>
        </details>
      )}
    </>
  );
}

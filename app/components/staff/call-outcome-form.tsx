import type { ReactNode } from 'react';
import type { CallOutcome } from '~/domain/messaging/call-list';
import type { CallToMake } from '~/services/list-calls.server';
import type { Wording } from './wording';

interface Props {
  call: CallToMake;
  back: string;
  wording: Wording;
  /** Puts all but the first outcome behind one press. */
  folded?: boolean;
}

/** What came of a call, in one tap; which number was rung, where there are several. */
export function CallOutcomeForm({ call, back, wording, folded = false }: Props) {
  const { words, name } = wording;
  const who = name(call.customer);
  const [first, ...rest] = call.outcomes;
  const others = rest.map((outcome) => <Outcome key={outcome} outcome={outcome} wording={wording} who={who} />);
  return (
    <form method="post" action={`/staff/calls/${call.id}/outcome`} className="wm-buttons">
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="seen" value={call.seen} />
      <RungNumber call={call} wording={wording} />
      {first && <Outcome outcome={first} wording={wording} who={who} />}
      {folded ? <Folded summary={words.needs.otherOutcome} who={who} children={others} /> : others}
    </form>
  );
}

function RungNumber({ call, wording }: Pick<Props, 'call' | 'wording'>) {
  const numbers = call.numbers.filter(({ href }) => href !== null);
  if (numbers.length < 2) {
    return numbers[0] ? <input type="hidden" name="number" value={numbers[0].id} /> : null;
  }
  const id = `number-${call.id}`;
  return (
    <div className="wm-rung">
      <label className="govuk-label" htmlFor={id}>
        {wording.words.needs.whichNumber}
      </label>
      <select className="govuk-select" id={id} name="number">
        {numbers.map((number) => (
          <option key={number.id} value={number.id}>
            {number.display}
          </option>
        ))}
      </select>
    </div>
  );
}

function Folded({ summary, who, children }: { summary: string; who: string; children: ReactNode }) {
  return (
    <details className="wm-more">
      <summary className="wm-more__summary">
        {summary}
        <span className="govuk-visually-hidden">{` ${who}`}</span>
      </summary>
      <div className="wm-buttons">{children}</div>
    </details>
  );
}

function Outcome({ outcome, wording, who }: { outcome: CallOutcome; wording: Wording; who: string }) {
  return (
    <button className="wm-tap" type="submit" name="outcome" value={outcome}>
      {wording.words.callOutcomes[outcome]}
      <span className="govuk-visually-hidden">{` ${who}`}</span>
    </button>
  );
}

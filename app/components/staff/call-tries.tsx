import type { CallWords } from '~/i18n/pages/calls';
import type { CallToMake } from '~/services/list-calls.server';
import type { Wording } from './wording';

interface Props {
  call: CallToMake;
  words: CallWords;
  wording: Wording;
}

/** Every try so far: what came of it, when, who made it, and on which number. */
export function CallTries({ call, words, wording: { words: staff, when, name } }: Props) {
  if (call.tries.length === 0) return null;
  return (
    <div>
      <p className="wm-call__label">{words.tries}</p>
      <ol className="wm-call__tries">
        {call.tries.map(({ id, outcome, at, by, number }) => (
          <li key={id}>
            {number === null
              ? words.tried(staff.callOutcomes[outcome], when(at), name(by))
              : words.triedOn(staff.callOutcomes[outcome], when(at), name(by), number)}
          </li>
        ))}
      </ol>
    </div>
  );
}

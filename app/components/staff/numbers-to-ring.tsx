import type { CallWords } from '~/i18n/pages/calls';
import type { CallToMake } from '~/services/list-calls.server';
import type { Wording } from './wording';

interface Props {
  call: CallToMake;
  words: CallWords;
  wording: Wording;
}

/** The numbers to ring with what experience says of each, or why nobody rings. */
export function NumbersToRing({ call, words, wording }: Props) {
  if (call.noMessages) return <p className="wm-call__care">{words.inPerson}</p>;
  return (
    <>
      {call.discreet && <p className="wm-call__care">{words.careful}</p>}
      {call.numbers.length === 0 && <p className="wm-call__line">{words.noNumber}</p>}
      {call.numbers.length > 0 && (
        <ul className="wm-call__numbers">
          {call.numbers.map(({ id, href, display, kind, health }) => (
            <li key={id}>
              {href === null ? (
                <span>{display}</span>
              ) : (
                <a className="govuk-link wm-phone" href={href}>
                  {display}
                </a>
              )}{' '}
              {href === null
                ? words.notTheirs
                : words.number(wording.words.contactKinds[kind], wording.words.healths[health])}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

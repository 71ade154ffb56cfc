import type { CallWords } from '~/i18n/pages/calls';
import type { CallToMake } from '~/services/list-calls.server';
import { UndoForm } from './undo-form';
import type { Wording } from './wording';

interface Props {
  calls: readonly CallToMake[];
  back: string;
  words: CallWords;
  wording: Wording;
}

/** The calls that were made today, each with the way back. */
export function DoneCalls({ calls, back, words, wording }: Props) {
  const { words: staff, when, name } = wording;
  return (
    <section aria-labelledby="done">
      <h2 className="govuk-heading-m" id="done">
        {words.done}
      </h2>
      {calls.length === 0 && <p className="govuk-body">{words.noneDone}</p>}
      <ul className="wm-calls">
        {calls.map((call) => {
          if (!call.done) return null;
          const by = call.tries.at(-1)?.by;
          return (
            <li key={call.id} className="wm-call">
              <p className="wm-row__name">{name(call.customer)}</p>
              <p className="wm-call__line">
                {words.tried(staff.callOutcomes[call.done.outcome], when(call.done.at), by ? name(by) : '')}
              </p>
              <UndoForm
                action={`/staff/calls/${call.id}/outcome-undo`}
                event={call.done.attemptId ?? ''}
                back={back}
                words={staff}
                about={words.about(name(call.customer))}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

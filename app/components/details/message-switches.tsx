import { Button } from '~/components/design-system/button';
import type { Language } from '~/domain/language';
import { detailsWords } from '~/i18n/pages/details';
import type { OwnContact } from '~/services/own-contacts.server';
import { hintWords } from './hint-words';

/** For each number and address, what goes to it and a button that turns it off or on again. */
export function MessageSwitches({ contacts, language }: { contacts: readonly OwnContact[]; language: Language }) {
  const words = detailsWords.in(language).preferences;
  const switches = contacts.flatMap(({ id, hint, channels }) => channels.map((choice) => ({ id, hint, ...choice })));
  return (
    <section className="wm-section">
      <h2 className="govuk-heading-m">{words.messages}</h2>
      {switches.length === 0 && <p className="govuk-body">{words.noneToTurn}</p>}
      {switches.map(({ id, hint, channel, state }) => {
        const what = words.ways[channel](hintWords(hint, language));
        const turn = state === 'on' ? words.turnOff : words.turnOn;
        return (
          <div key={`${id} ${channel}`} className="wm-section">
            <p className="govuk-body">
              {what}: <strong>{state === 'on' ? words.on : state === 'off' ? words.off : words.theirWord}</strong>
            </p>
            {state !== 'their_word' && (
              <form method="post" action={`/details/contacts/${id}/opt-out`}>
                <input type="hidden" name="channel" value={channel} />
                <input type="hidden" name="on" value={state === 'on' ? 'no' : 'yes'} />
                <Button classes="govuk-button--secondary">
                  {turn}
                  <span className="govuk-visually-hidden">: {what}</span>
                </Button>
              </form>
            )}
          </div>
        );
      })}
    </section>
  );
}

import type { Frame } from '~/components/frame';
import type { Language } from '~/domain/language';
import { visitWords } from '~/i18n/pages/visit';

interface Props {
  champion: NonNullable<Frame['withChampion']>;
  language: Language;
}

/** While somebody from the jobcentre can see a customer's pages, every page says so and can stop it. */
export function ChampionBar({ champion: { visitId, firstName, agreed }, language }: Props) {
  const words = visitWords.in(language).bar;
  return (
    <section className="wm-champion-bar" aria-label={words.label}>
      <div className="govuk-width-container">
        {agreed ? (
          <form method="post" action={`/visits/${visitId}/stop`}>
            <p>{words.helping(firstName)}</p>
            <button type="submit">{words.stop}</button>
          </form>
        ) : (
          <p>
            {words.asks(firstName)} <a href="/visits">{words.look(firstName)}</a>
          </p>
        )}
      </div>
    </section>
  );
}

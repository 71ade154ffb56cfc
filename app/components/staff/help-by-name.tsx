import type { Language } from '~/domain/language';
import { pickValue } from '~/domain/signpost/signpost-form';
import { recordWords } from '~/i18n/pages/record';
import { signpostWords } from '~/i18n/pages/signposts';
import type { StaffSituation } from '~/services/record-situation.server';

/** Who helps with each thing that stands in the way, and one press to point the customer there. */
export function HelpByName({ view, language }: { view: StaffSituation; language: Language }) {
  const all = signpostWords.in(language);
  const words = all.situation;
  const base = `/staff/customers/${view.customer.id}`;
  return (
    <section aria-labelledby="help">
      <h2 className="govuk-heading-m" id="help">
        {words.help}
      </h2>
      {view.help.length === 0 && <p className="govuk-body">{words.noBarriers}</p>}
      {view.help.map(({ kind, help }) => (
        <section key={kind}>
          <h3 className="govuk-heading-s">{recordWords.in(language).barrierNames[kind]}</h3>
          {help.length === 0 && <p className="govuk-body">{words.noHelp}</p>}
          <ul className="wm-needs__list">
            {help.map(({ id, name, what, phone, address, given }) => (
              <li key={id} className="wm-need">
                <p className="wm-need__who">{name}</p>
                <p className="wm-need__why">{what}</p>
                <p className="wm-need__why">{[phone, address].filter(Boolean).join(', ')}</p>
                {given ? (
                  <p className="wm-need__why">{words.isGiven}</p>
                ) : (
                  <form method="post" action={`${base}/signposts?index`} className="wm-buttons">
                    <input type="hidden" name="back" value={`${base}/situation`} />
                    <input type="hidden" name="askOn" value={view.askOn} />
                    <input
                      type="hidden"
                      name="pick"
                      value={pickValue({ kind: 'local_help', targetId: id, need: kind })}
                    />
                    <button className="wm-tap" type="submit">
                      {words.give}
                      <span className="govuk-visually-hidden">{all.about(name)}</span>
                    </button>
                  </form>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

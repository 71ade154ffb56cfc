import { Button } from '~/components/design-system/button';
import type { Language } from '~/domain/language';
import { deskWords } from '~/i18n/pages/desk';
import type { DeskVisit } from '~/services/view-desk.server';

/** Help on the champion's own screen: how the customer stands to it, and what follows from that. */
export function DeskScreen({ visit, language }: { visit: DeskVisit; language: Language }) {
  const words = deskWords.in(language).visit.screen;
  const { id, agreement, signedIn, mine } = visit;
  return (
    <section className="wm-section" aria-labelledby="screen">
      <h2 className="govuk-heading-m" id="screen">
        {words.heading}
      </h2>
      <p className="govuk-body">{words.states[agreement]}</p>
      {!signedIn && <p className="govuk-body">{words.signedOut}</p>}
      {agreement === 'agreed' && (
        <>
          {signedIn && mine && <p className="govuk-body">{words.sees}</p>}
          <div className="govuk-button-group">
            {signedIn && mine && (
              <form method="post" action={`/staff/desk/${id}/help`}>
                <Button>{words.begin}</Button>
              </form>
            )}
            <form method="post" action={`/staff/desk/${id}/agreement-end`}>
              <Button classes="govuk-button--secondary">{words.end}</Button>
            </form>
          </div>
        </>
      )}
      {agreement === 'ended' && mine && (
        <form method="post" action={`/staff/desk/${id}/asking`}>
          <Button classes="govuk-button--secondary">{words.again}</Button>
        </form>
      )}
    </section>
  );
}

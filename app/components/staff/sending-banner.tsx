import type { Language } from '~/domain/language';
import type { Stoppage } from '~/domain/messaging/stoppage';
import { sendingWords } from '~/i18n/pages/sending';
import type { Stoppages } from '~/services/view-stoppages.server';
import { wordingFor } from './wording';

/** That messages do not go out, since when, and what that means for whoever reads it. */
export function SendingBanner({ stoppages, language }: { stoppages: Stoppages; language: Language }) {
  const words = sendingWords.in(language);
  const { when, words: staff } = wordingFor(language, stoppages);
  const { list } = stoppages;
  const said = (stoppage: Stoppage): string => {
    if (stoppage.kind === 'not_armed') return words.notArmed(when(stoppage.since));
    if (stoppage.kind === 'paused') return words.paused[stoppage.scope](when(stoppage.since));
    return stoppage.since === null
      ? words.down[stoppage.scope]
      : words.downSince(words.down[stoppage.scope], when(stoppage.since));
  };
  const [first] = list;
  const wide = first?.kind === 'not_armed' || (first?.kind === 'paused' && first.scope === 'all');
  const carriesCodes = list.some((one) => one.kind !== 'not_armed' && ['all', 'sms', 'email'].includes(one.scope));
  return (
    <section className="govuk-notification-banner" aria-labelledby="sending-stopped">
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id="sending-stopped">
          {staff.important}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">
        {list.map((stoppage) => (
          <p key={stoppage.kind === 'not_armed' ? '' : stoppage.scope} className="govuk-body wm-sending__what">
            {said(stoppage)}
          </p>
        ))}
        <p className="govuk-body">
          {first?.kind === 'not_armed' ? words.means.notArmed : wide ? words.means.all : words.means.some}
          {carriesCodes && ` ${wide ? words.noCodes : words.fewCodes}`}
        </p>
      </div>
    </section>
  );
}

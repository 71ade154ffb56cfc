import { formatDate, formatTime } from '~/i18n/format';
import { cardWords } from '~/i18n/pages/card';
import type { PrintedCard as Card } from '~/services/issue-card.server';
import { QrCode } from './qr-code';

/** The card itself, in the customer's language. It names nobody: whoever finds it does not know whose it is. */
export function PrintedCard({ card }: { card: Card }) {
  const { language, zone, expiresAt } = card;
  const words = cardWords.in(language).paper;
  const until = `${formatDate(expiresAt, zone, language)}, ${formatTime(expiresAt, zone, language)}`;
  return (
    <section className="wm-card" lang={language} aria-labelledby="card-heading">
      <h2 className="govuk-heading-l" id="card-heading">
        {words.heading}
      </h2>
      <p>{words.where}</p>
      <p className="wm-card__address">{card.address.replace(/^https?:\/\//, '')}</p>
      <p>{words.qr}</p>
      {/* The page where the words are typed. It does not hold them: a photograph of it signs nobody in. */}
      <QrCode text={card.address} label={words.qrCode} />
      <p>{words.words}</p>
      <p className="wm-card__words">{card.words.join(' ')}</p>
      <p>{words.until(until)}</p>
      <p>{words.safe}</p>
      <p>{words.help(card.phone)}</p>
    </section>
  );
}

import { Button } from '~/components/design-system/button';
import { BackLink } from '~/components/design-system/links';
import { NotificationBanner } from '~/components/design-system/notification-banner';
import { InsetText } from '~/components/design-system/text-blocks';
import type { Language } from '~/domain/language';
import { calendarWords } from '~/i18n/pages/calendar';
import { frameWords } from '~/i18n/pages/frame';

interface Props {
  language: Language;
  /** Null while there is no feed. */
  address: string | null;
  done: 'made' | 'ended' | null;
}

/** A private address that keeps one's calendar up to date: what it shows and to whom, and how to be rid of it. */
export function CalendarFeedPage({ language, address, done }: Props) {
  const words = calendarWords.in(language);
  const frame = frameWords.in(language);
  return (
    <>
      <BackLink href="/appointments">{frame.back}</BackLink>
      {done && (
        <NotificationBanner type="success" title={frame.done}>
          {done === 'made' ? words.doneMade : words.doneEnded}
        </NotificationBanner>
      )}
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">{words.what}</p>
      <p className="govuk-body">{words.private}</p>
      <p className="govuk-body">{words.shows}</p>
      {address === null ? <Send to="/calendar/address">{words.make}</Send> : <Feed address={address} words={words} />}
    </>
  );
}

function Feed({ address, words }: { address: string; words: ReturnType<typeof calendarWords.in> }) {
  return (
    <>
      <section className="wm-section">
        <h2 className="govuk-heading-m">{words.address}</h2>
        <InsetText classes="wm-answered wm-address">{address}</InsetText>
        <p className="govuk-body">
          <a className="govuk-link" href={address.replace(/^https?:/, 'webcal:')}>
            {words.addHere}
          </a>
        </p>
        <p className="govuk-body">{words.byHand}</p>
        <p className="govuk-body">{words.slow}</p>
      </section>
      <section className="wm-section">
        <h2 className="govuk-heading-m">{words.resetHeading}</h2>
        <p className="govuk-body">{words.resetHint}</p>
        <Send to="/calendar/address" secondary>
          {words.reset}
        </Send>
      </section>
      <section className="wm-section">
        <h2 className="govuk-heading-m">{words.endHeading}</h2>
        <p className="govuk-body">{words.endHint}</p>
        <Send to="/calendar/end" secondary>
          {words.end}
        </Send>
      </section>
    </>
  );
}

function Send({ to, secondary, children }: { to: string; secondary?: boolean; children: string }) {
  return (
    <form method="post" action={to}>
      <Button classes={secondary ? 'govuk-button--secondary' : undefined}>{children}</Button>
    </form>
  );
}

import { Button } from '~/components/design-system/button';
import { BackLink } from '~/components/design-system/links';
import { NotificationBanner } from '~/components/design-system/notification-banner';
import { Radios } from '~/components/design-system/radios';
import type { Language } from '~/domain/language';
import { frameWords } from '~/i18n/pages/frame';
import { ownAppointmentsWords } from '~/i18n/pages/own-appointments';
import { slotWords } from './new-time';

interface Props {
  language: Language;
  base: string;
  adviser: string;
  /** Free start instants (ms) before the appointment. */
  times: readonly number[];
  zone: string;
  /** The date at the office now. */
  today: string;
  /** They have said that they would come sooner. */
  asked: boolean;
  done: 'asked' | 'withdrawn' | null;
}

/** Earlier times to move to at once, and the wish for one that may come free. */
export function EarlierTime(props: Props) {
  const { language, base, adviser, times, zone, today, done } = props;
  const words = ownAppointmentsWords.in(language).earlier;
  const frame = frameWords.in(language);
  return (
    <>
      <BackLink href={base}>{frame.back}</BackLink>
      {done && (
        <NotificationBanner type="success" title={frame.done}>
          {done === 'asked' ? words.doneAsked(adviser) : words.doneWithdrawn}
        </NotificationBanner>
      )}
      <h1 className="govuk-heading-l">{words.title}</h1>
      {times.length > 0 ? (
        <form method="post" action={`${base}/new-time`}>
          <Radios
            name="choice"
            fieldset={{ legend: { text: words.free(adviser), classes: 'govuk-fieldset__legend--m' } }}
            hint={words.keep}
            items={times.map((time) => ({ value: String(time), text: slotWords(time, zone, today, language) }))}
          />
          <Button>{words.take}</Button>
        </form>
      ) : (
        <p className="govuk-body">{words.noneFree(adviser)}</p>
      )}
      <Wish {...props} />
    </>
  );
}

function Wish({ language, base, adviser, asked }: Props) {
  const words = ownAppointmentsWords.in(language).earlier;
  return (
    <section className="wm-section">
      <h2 className="govuk-heading-m">{words.elseHeading}</h2>
      <p className="govuk-body">{asked ? words.asked(adviser) : words.offer(adviser)}</p>
      <form method="post" action={asked ? `${base}/earlier-withdrawal` : `${base}/earlier`}>
        <Button classes="govuk-button--secondary">{asked ? words.withdraw : words.ask}</Button>
      </form>
    </section>
  );
}

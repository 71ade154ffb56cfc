import { Button } from '~/components/design-system/button';
import { NotificationBanner } from '~/components/design-system/notification-banner';
import { InsetText } from '~/components/design-system/text-blocks';
import { REFUSED_RING_BACKS, type RingBackNotice } from '~/domain/assisted/ring-back';
import type { Language } from '~/domain/language';
import { frameWords } from '~/i18n/pages/frame';
import { helpWords } from '~/i18n/pages/help';
import { staffWords } from '~/i18n/pages/staff';
import type { RingBack } from '~/services/view-ring-back.server';
import { wordingFor } from './wording';

/** To ring somebody back, or the call that is on the list and the way to take it off; or why nobody rings them. */
export function RingBackChoice(props: { customerId: string; ringBack: RingBack; language: Language }) {
  const { customerId, ringBack, language } = props;
  const words = helpWords.in(language).stop;
  const { can, call } = ringBack;
  const help = `/staff/customers/${customerId}/help`;
  if (can !== 'yes') return <p className="govuk-body">{can === 'in_person' ? words.inPerson : words.noNumber}</p>;
  if (!call)
    return (
      <>
        <p className="govuk-body">{words.callBack}</p>
        <Button href={`${help}/ring-back`}>{words.ringBack}</Button>
      </>
    );
  const due = wordingFor(language, { ...ringBack, date: null }).when(call.dueAt);
  return (
    <InsetText>
      <p className="govuk-body">{call.asked ? words.asked(due) : words.onList(due)}</p>
      {call.mayTakeBack && (
        <form method="post" action={`${help}/ring-back-undo`} className="wm-buttons">
          <button className="wm-tap" type="submit">
            {words.takeBack}
          </button>
        </form>
      )}
    </InsetText>
  );
}

/** What was just done about it. */
export function RingBackBanner({ notice, language }: { notice: RingBackNotice; language: Language }) {
  const refused = REFUSED_RING_BACKS.includes(notice);
  return (
    <NotificationBanner
      type={refused ? undefined : 'success'}
      role="alert"
      title={refused ? staffWords.in(language).important : frameWords.in(language).done}
    >
      <p className="govuk-notification-banner__heading">{helpWords.in(language).ringBack.notices[notice]}</p>
    </NotificationBanner>
  );
}

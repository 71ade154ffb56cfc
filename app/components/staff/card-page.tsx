import { Button } from '~/components/design-system/button';
import { BackLink } from '~/components/design-system/links';
import { NotificationBanner } from '~/components/design-system/notification-banner';
import type { Language } from '~/domain/language';
import { formatDate, formatTime } from '~/i18n/format';
import { cardWords } from '~/i18n/pages/card';
import { contactsWords } from '~/i18n/pages/staff-contacts';
import { staffWords } from '~/i18n/pages/staff';
import type { CardDesk, PrintedCard as Card } from '~/services/issue-card.server';
import { PrintedCard } from './printed-card';
import { StaffBar } from './staff-bar';

interface Props {
  language: Language;
  me: { firstName: string; lastName: string };
  desk: CardDesk;
  /** The card that was just made: shown this once. */
  card: Card | null;
  revoked: boolean;
  /** False for those who make cards and open no records. */
  mayOpen: boolean;
}

/** Where staff make a card that signs a customer in, print it, and stop it working. */
export function CardPage({ language, me, desk, card, revoked, mayOpen }: Props) {
  const words = cardWords.in(language);
  const nameOf = (person: { firstName: string; lastName: string }) =>
    staffWords.in(language).name(person.firstName, person.lastName);
  const { customer, open, zone } = desk;
  const path = `/staff/customers/${customer.id}/card`;
  const when = (at: number) => `${formatDate(at, zone, language)}, ${formatTime(at, zone, language)}`;
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href={mayOpen ? `/staff/customers/${customer.id}` : '/staff/customers'}>
        {contactsWords.in(language)[mayOpen ? 'backToRecord' : 'backToCustomers']}
      </BackLink>
      <div className="wm-no-print">
        {(card ?? revoked) && (
          <NotificationBanner type="success" title={words.done}>
            {card ? words.made : words.revoked}
          </NotificationBanner>
        )}
        <h1 className="govuk-heading-l">{words.heading(nameOf(customer))}</h1>
        {card && <p className="govuk-body">{words.print}</p>}
      </div>
      {card ? (
        <PrintedCard card={card} />
      ) : (
        <>
          <p className="govuk-body">{words.what}</p>
          <p className="govuk-body">{words.check}</p>
          <p className="govuk-body">{words.onRecord}</p>
          <p className="govuk-body">
            {open ? `${words.open(when(open.expiresAt), nameOf(open.by))} ${words.replaces}` : words.none}
          </p>
          <form method="post" action={path}>
            <Button>{open ? words.makeAnother : words.make}</Button>
          </form>
          {open && (
            <form method="post" action={`${path}/revocation`}>
              <Button classes="govuk-button--secondary">{words.revoke}</Button>
            </form>
          )}
        </>
      )}
      {card && (
        <p className="govuk-body wm-no-print">
          <br />
          <a className="govuk-link" href={path}>
            {words.doneBack}
          </a>
        </p>
      )}
    </div>
  );
}

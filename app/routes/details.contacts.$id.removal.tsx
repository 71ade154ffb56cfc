import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Button } from '~/components/design-system/button';
import { BackLink } from '~/components/design-system/links';
import { InsetText } from '~/components/design-system/text-blocks';
import { useFrame } from '~/components/frame';
import { pageTitle } from '~/components/page-title';
import { PhoneLink } from '~/components/phone-link';
import { allowCustomer } from '~/http/allow.server';
import { openContact } from '~/http/contact-desk.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { frameWords } from '~/i18n/pages/frame';
import { ownContactsWords } from '~/i18n/pages/own-contacts';

export const loader = allowCustomer(async (visit) => {
  const contact = await openContact(visit);
  return json({ language: visit.language, contact });
});

export const action = allowCustomer(async (visit) => {
  const { person, context } = visit;
  const { id: contactPointId } = await openContact(visit);
  const { requestId } = context;
  const answered = await context.services.removeOwnContact({ customerId: person.id, contactPointId, requestId });
  if (answered === 'not_found') throw notFound();
  return redirectWithin('/details?done=removed');
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(ownContactsWords.in(data.language).removal.titles[data.contact.thing], data.language) : [];

/** Takes a number or address away, once it is said what that means. */
export default function DetailsRemoveContact() {
  const { language, contact } = useLoaderData<typeof loader>();
  const { phone } = useFrame();
  const { removal: words, form } = ownContactsWords.in(language);
  return (
    <>
      <BackLink href="/details">{frameWords.in(language).back}</BackLink>
      <h1 className="govuk-heading-l">{words.question(contact.value.replaceAll('\n', ', '))}</h1>
      <p className="govuk-body">{words.means}</p>
      {contact.isLast ? (
        <InsetText>
          {words.last} {words.lastInstead}
        </InsetText>
      ) : (
        contact.isLastForCodes && <InsetText>{words.lastForCodes}</InsetText>
      )}
      <p className="govuk-body">
        {form.notice} <PhoneLink phone={phone} />
      </p>
      <div className="wm-choices">
        <form method="post" action={`/details/contacts/${contact.id}/removal`}>
          <Button>{words.submit}</Button>
        </form>
        <form method="get" action="/details">
          <Button classes="govuk-button--secondary">{words.keep}</Button>
        </form>
      </div>
    </>
  );
}

import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useFrame } from '~/components/frame';
import { BackLink } from '~/components/design-system/links';
import { pageTitle } from '~/components/page-title';
import { PhoneLink } from '~/components/phone-link';
import { onTheWayTo } from '~/domain/access/fresh-sign-in';
import { allowAnyone } from '~/http/allow.server';
import { placeIn } from '~/http/signing-in.server';
import { frameWords } from '~/i18n/pages/frame';
import { signInWords } from '~/i18n/pages/sign-in';

export const loader = allowAnyone(({ language, url }) => json({ language, place: placeIn(url) }));

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(signInWords.in(data.language).help.title, data.language) : [];

/** What to do when no way in works. It says the same to everybody, and nothing of who is known. */
export default function SignInHelp() {
  const { language, place } = useLoaderData<typeof loader>();
  const { phone } = useFrame();
  const words = signInWords.in(language).help;
  return (
    <>
      <BackLink href={onTheWayTo(place, '/sign-in')}>{frameWords.in(language).back}</BackLink>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">
        {words.call} {phone && <PhoneLink phone={phone} />}
      </p>
      <p className="govuk-body">{words.phoneLine}</p>
      <h2 className="govuk-heading-m">{words.noCode.heading}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {words.noCode.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      {[words.shared, words.changed].map(({ heading, text, then }) => (
        <section key={heading}>
          <h2 className="govuk-heading-m">{heading}</h2>
          <p className="govuk-body">{text}</p>
          <p className="govuk-body">{then}</p>
        </section>
      ))}
      <h2 className="govuk-heading-m">{words.lost.heading}</h2>
      <p className="govuk-body">{words.lost.text}</p>
    </>
  );
}

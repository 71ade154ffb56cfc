import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useFrame } from '~/components/frame';
import { pageTitle } from '~/components/page-title';
import { OtherWayOutside, OtherWayPage, type OtherWayDone } from '~/components/profile/other-way-page';
import { allowAnyone, allowCustomer } from '~/http/allow.server';
import { checkAnotherWay } from '~/http/profile-desk.server';
import { profileWords } from '~/i18n/pages/profile';

/** Whoever cannot sign in needs another way most: they are told the ways that need no page. */
export const loader = allowAnyone(async ({ person, language, url, context }) => {
  if (person?.kind !== 'customer') return json({ language, view: null, done: null as OtherWayDone | null });
  const view = await context.services.viewOtherWay({ customerId: person.id });
  return json({ language, view, done: doneIn(url, view.asked !== null) });
});

/** What was just done, as far as it still is so. */
function doneIn(url: URL, waits: boolean): OtherWayDone | null {
  const said = url.searchParams.get('done');
  return (said === 'asked' && waits) || (said === 'taken_back' && !waits) ? said : null;
}

export const action = allowCustomer(checkAnotherWay);

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(profileWords.in(data.language).otherWay.title, data.language) : [];

export default function AnotherWay() {
  const { language, view, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { phone } = useFrame();
  if (!view) return <OtherWayOutside language={language} phone={phone} />;
  return <OtherWayPage {...{ language, view, done }} answer={answer ?? null} />;
}

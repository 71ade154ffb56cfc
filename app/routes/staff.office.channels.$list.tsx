import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { ChannelListPage } from '~/components/staff/channel-list-page';
import { CHANNEL_LISTS } from '~/domain/contact/channel-measures';
import { allowStaff } from '~/http/allow.server';
import { periodIn } from '~/http/channel-desk.server';
import { notFound } from '~/http/responses.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';
import { channelWords } from '~/i18n/pages/staff-channels';

export const loader = allowStaff(DIARY_ROLES, async ({ person, language, url, params, context }) => {
  const list = CHANNEL_LISTS.find((one) => one === params.list);
  if (!list) throw notFound();
  const view = await context.services.viewChannelList({ staff: person, list, period: periodIn(url) });
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, me, view });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(channelWords.in(data.language)[data.view.list].title, data.language) : [];

export default function ChannelNames() {
  return <ChannelListPage {...useLoaderData<typeof loader>()} />;
}

import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { ChannelsPage } from '~/components/staff/channels-page';
import { allowStaff } from '~/http/allow.server';
import { periodIn } from '~/http/channel-desk.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';
import { channelWords } from '~/i18n/pages/staff-channels';

export const loader = allowStaff(DIARY_ROLES, async ({ person, language, url, context }) => {
  const view = await context.services.viewChannels({ staff: person, period: periodIn(url) });
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, me, view });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(channelWords.in(data.language).title, data.language) : [];

export default function Channels() {
  return <ChannelsPage {...useLoaderData<typeof loader>()} />;
}

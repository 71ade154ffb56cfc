import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { AgendaPage } from '~/components/staff/agenda-page';
import { agreeAgain, showAgenda } from '~/http/agenda-desk.server';
import { allowStaff } from '~/http/allow.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';
import { agendaWords } from '~/i18n/pages/staff-agenda';

export const loader = allowStaff(DIARY_ROLES, showAgenda);

export const action = allowStaff(DIARY_ROLES, agreeAgain);

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(agendaWords.in(data.language).pageTitle(data.view.customer.firstName), data.language) : [];

export default function AgreeAgainAtMeeting() {
  const answer = useActionData<typeof action>();
  return <AgendaPage {...useLoaderData<typeof loader>()} fault={answer?.errors ?? null} />;
}

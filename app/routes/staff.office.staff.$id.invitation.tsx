import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { InvitedPage } from '~/components/staff/invited-page';
import { problemTexts, SettingsForm } from '~/components/staff/settings-form';
import { SettingsFrame } from '~/components/staff/settings-frame';
import { allowStaff } from '~/http/allow.server';
import { answerToInviting, showMemberToManage } from '~/http/member-desk.server';
import { SETTING_ROLES, typedSettings } from '~/http/settings-desk.server';
import { memberWords } from '~/i18n/pages/staff-members';
import { staffWords } from '~/i18n/pages/staff';

const FIELDS = [{ name: 'email', kind: 'email' }] as const;

export const loader = allowStaff(SETTING_ROLES, async (visit) => {
  const { byEmail } = await visit.context.services.viewNewMember({ staff: visit.person });
  return json({ ...(await showMemberToManage(visit)), byEmail });
});

export const action = allowStaff(SETTING_ROLES, async ({ person, params, request, context }) => {
  const typed = await typedSettings(request);
  const { requestId } = context;
  const invited = await context.services.inviteAgain({ staff: person, id: params.id ?? '', typed, requestId });
  return answerToInviting(invited, typed, { byEmail: (await context.services.viewNewMember({ staff: person })).byEmail, done: 'invited' }); // prettier-ignore
});

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { firstName, lastName } = data.shown.member;
  const name = staffWords.in(data.language).name(firstName, lastName);
  return pageTitle(memberWords.in(data.language).inviteTitle(name), data.language);
};

export default function MemberInvitation() {
  const { language, shown, byEmail, me } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = memberWords.in(language);
  const { member } = shown;
  const base = `/staff/office/staff/${member.id}`;
  const name = staffWords.in(language).name(member.firstName, member.lastName);
  if (answer?.invited) return <InvitedPage {...{ language, me, name }} {...answer.invited} />;
  const problems = answer?.errors ?? {};
  return (
    <SettingsFrame
      {...{ language, me }}
      title={words.inviteTitle(name)}
      lead={words.inviteLead}
      back={{ href: base, text: name }}
      errors={problemTexts(problems, FIELDS, language)}
    >
      <p className="govuk-body">{byEmail ? words.addLead.email : words.addLead.hand}</p>
      <SettingsForm
        {...{ language, problems }}
        form="invitation"
        action={`${base}/invitation`}
        fields={FIELDS}
        values={answer?.values ?? { email: member.email ?? '' }}
        submit={byEmail ? words.inviteSubmit : words.inviteByHand}
      />
    </SettingsFrame>
  );
}

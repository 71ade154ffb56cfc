import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { problemTexts, SettingsForm } from '~/components/staff/settings-form';
import { SettingsFrame } from '~/components/staff/settings-frame';
import { roleFields } from '~/domain/office/office-form';
import { allowStaff } from '~/http/allow.server';
import { showMember, showMemberToManage } from '~/http/member-desk.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { SETTING_ROLES, typedSettings } from '~/http/settings-desk.server';
import { memberWords } from '~/i18n/pages/staff-members';
import { officeWords } from '~/i18n/pages/staff-office';
import { staffWords } from '~/i18n/pages/staff';

export const loader = allowStaff(SETTING_ROLES, async (visit) => json(await showMemberToManage(visit)));

export const action = allowStaff(SETTING_ROLES, async (visit) => {
  const { person, request, context } = visit;
  const { shown } = await showMember(visit);
  const { id } = shown.member;
  const typed = await typedSettings(request);
  const changed = await context.services.changeRole({ staff: person, id, typed });
  if (changed.ok) return redirectWithin(`/staff/office/staff/${id}?done=${changed.changed ? 'role' : 'unchanged'}`);
  if (changed.reason === 'not_found') throw notFound();
  if (changed.reason === 'problems') {
    return json({ errors: changed.problems, bar: null, values: typed }, { status: 422 });
  }
  return json({ errors: {}, bar: changed.reason, values: typed }, { status: 422 });
});

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { firstName, lastName } = data.shown.member;
  const name = staffWords.in(data.language).name(firstName, lastName);
  return pageTitle(memberWords.in(data.language).roleTitle(name), data.language);
};

export default function MemberRole() {
  const { language, shown, me } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = memberWords.in(language);
  const { member, roles, partners } = shown;
  const base = `/staff/office/staff/${member.id}`;
  const name = staffWords.in(language).name(member.firstName, member.lastName);
  const problems = answer?.errors ?? {};
  const fields = roleFields({ roles, partners: partners.map(({ id }) => id) });
  const errors = problemTexts(problems, fields, language);
  return (
    <SettingsFrame
      {...{ language, me }}
      title={words.roleTitle(name)}
      lead={words.roleLead}
      back={{ href: base, text: name }}
      errors={[...(answer?.bar ? [{ text: words.bars[answer.bar], href: `${base}/leaving` }] : []), ...errors]}
    >
      <SettingsForm
        {...{ language, problems }}
        form="role"
        action={`${base}/role`}
        fields={fields}
        values={answer?.values ?? { role: member.role, partnerId: member.partnerId ?? '' }}
        names={Object.fromEntries(partners.map((one) => [one.id, one.name]))}
        submit={officeWords.in(language).save}
      />
    </SettingsFrame>
  );
}

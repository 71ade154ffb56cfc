import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { InvitedPage } from '~/components/staff/invited-page';
import { problemTexts, SettingsForm } from '~/components/staff/settings-form';
import { SettingsFrame } from '~/components/staff/settings-frame';
import { newMemberFields } from '~/domain/office/office-form';
import { allowStaff } from '~/http/allow.server';
import { formKeyIn } from '~/http/journal-form.server';
import { answerToInviting } from '~/http/member-desk.server';
import { badRequest } from '~/http/responses.server';
import { SETTING_ROLES, typedSettings } from '~/http/settings-desk.server';
import { memberWords } from '~/i18n/pages/staff-members';
import { staffWords } from '~/i18n/pages/staff';

export const loader = allowStaff(SETTING_ROLES, async ({ person, language, context }) => {
  const choice = await context.services.viewNewMember({ staff: person });
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, choice, key: context.services.newFormKey(), me });
});

export const action = allowStaff(SETTING_ROLES, async ({ person, request, context }) => {
  const typed = await typedSettings(request);
  const key = formKeyIn(typed);
  if (key === null) throw badRequest();
  const { services, requestId } = context;
  const { byEmail } = await services.viewNewMember({ staff: person });
  const added = await services.addColleague({ staff: person, key, typed, requestId });
  return answerToInviting(added, typed, { byEmail, done: 'added' });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(memberWords.in(data.language).addTitle, data.language) : [];

export default function NewMember() {
  const { language, choice, key, me } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = memberWords.in(language);
  const { roles, partners, byEmail } = choice;
  if (answer?.invited) {
    const { firstName = '', lastName = '' } = answer.values;
    return <InvitedPage {...{ language, me }} name={staffWords.in(language).name(firstName, lastName)} {...answer.invited} />; // prettier-ignore
  }
  const problems = answer?.errors ?? {};
  const fields = newMemberFields({ roles, partners: partners.map(({ id }) => id) });
  return (
    <SettingsFrame
      {...{ language, me }}
      title={words.addTitle}
      lead={byEmail ? words.addLead.email : words.addLead.hand}
      back={{ href: '/staff/office/staff', text: words.back }}
      errors={problemTexts(problems, fields, language)}
    >
      <SettingsForm
        {...{ language, problems }}
        form="member"
        action="/staff/office/staff/new"
        fields={fields}
        values={answer?.values ?? {}}
        names={Object.fromEntries(partners.map((one) => [one.id, one.name]))}
        hidden={{ key: answer?.values.key ?? key }}
        submit={words.addSubmit}
      />
    </SettingsFrame>
  );
}

import type { Language } from '~/domain/language';
import type { SettingField, SettingProblems, SettingValues } from '~/domain/office/setting-fields';
import { memberWords } from '~/i18n/pages/staff-members';
import { officeWords } from '~/i18n/pages/staff-office';
import { staffWords } from '~/i18n/pages/staff';
import { problemTexts, SettingsForm } from './settings-form';
import { SettingsFrame } from './settings-frame';

interface Shown {
  own: boolean;
  profile: {
    fields: readonly SettingField[];
    values: SettingValues;
    seen: string;
    member: { id: string; firstName: string; lastName: string };
  };
}

interface Props extends Shown {
  language: Language;
  action: string;
  done: 'profile' | 'unchanged' | null;
  /** What was wrong with what was sent. */
  answer: { errors: SettingProblems; since: boolean; values: SettingValues; seen: string } | null;
  me: { firstName: string; lastName: string };
}

/** "About you", or "Profile of Sioned Parry". */
export function profileTitle({ own, profile: { member } }: Shown, language: Language): string {
  const words = memberWords.in(language);
  return own ? words.ownProfile : words.profileTitle(staffWords.in(language).name(member.firstName, member.lastName));
}

/** What customers see of an adviser, to be changed by the adviser or by a manager. */
export function ProfilePage({ language, own, profile, action, done, answer, me }: Props) {
  const words = memberWords.in(language);
  const office = officeWords.in(language);
  const problems = answer?.errors ?? {};
  const errors = problemTexts(problems, profile.fields, language);
  const back = own
    ? { href: '/staff/office', text: office.back }
    : { href: `/staff/office/staff/${profile.member.id}`, text: words.back };
  return (
    <SettingsFrame
      {...{ language, me, back }}
      title={profileTitle({ own, profile }, language)}
      lead={words.profileLead}
      done={done && { text: words.notices[done] }}
      errors={[...(answer?.since ? [{ text: office.changedSince }] : []), ...errors]}
    >
      <SettingsForm
        {...{ language, action, problems }}
        form="profile"
        fields={profile.fields}
        values={answer?.values ?? profile.values}
        hidden={{ seen: answer?.seen ?? profile.seen }}
        submit={office.save}
      />
    </SettingsFrame>
  );
}

import { SummaryList } from '~/components/design-system/summary-list';
import type { Language } from '~/domain/language';
import { memberWords } from '~/i18n/pages/staff-members';
import { staffWords } from '~/i18n/pages/staff';
import type { OneMember } from '~/services/view-office-staff.server';
import { OneButton, SettingsFrame } from './settings-frame';
import { MemberState, signInLine } from './staff-list-page';

export const MEMBER_NOTICES = ['added', 'invited', 'role', 'profile', 'unchanged', 'left', 'returned'] as const;
export type MemberNotice = (typeof MEMBER_NOTICES)[number];

interface Props {
  language: Language;
  shown: OneMember;
  done: MemberNotice | null;
  me: { firstName: string; lastName: string };
}

/** One member of the office: what is known of them, and what can be done about it. */
export function MemberPage({ language, shown, done, me }: Props) {
  const words = memberWords.in(language);
  const { member, zone } = shown;
  const base = `/staff/office/staff/${member.id}`;
  const left = member.state === 'left';
  const links = [
    { path: 'profile', text: words.changeProfile },
    { path: 'role', text: words.changeRole },
    { path: 'invitation', text: member.state === 'here' ? words.resetSignIn : words.invite },
    { path: 'leaving', text: words.leaving },
  ];
  return (
    <SettingsFrame
      {...{ language, me }}
      title={staffWords.in(language).name(member.firstName, member.lastName)}
      back={{ href: '/staff/office/staff', text: words.back }}
      done={
        done && {
          text: words.notices[done],
          undo: done === 'left' && left && <OneButton action={`${base}/return`} label={words.undo} />,
        }
      }
    >
      <SummaryList
        rows={[
          { key: words.role, value: [words.roles[member.role], member.partner ?? ''].filter(Boolean).join(', ') },
          { key: words.email, value: member.email ?? words.noEmail },
          {
            key: words.state,
            value: (
              <>
                <MemberState state={member.state} language={language} /> {signInLine(member, { language, zone })}
              </>
            ),
          },
          { key: words.customersKey, value: String(member.customers) },
        ]}
      />
      {member.mayManage && !left && (
        <p className="wm-buttons">
          {links.map(({ path, text }) => (
            <a key={path} className="wm-tap" href={`${base}/${path}`}>
              {text}
            </a>
          ))}
        </p>
      )}
      {member.mayManage && left && <OneButton action={`${base}/return`} label={words.comeBack} />}
      {!member.mayManage && <p className="govuk-body">{shown.isOwn ? words.bars.own : words.bars.not_yours}</p>}
    </SettingsFrame>
  );
}

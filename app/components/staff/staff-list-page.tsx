import { Button } from '~/components/design-system/button';
import { Tag } from '~/components/design-system/text-blocks';
import type { Language } from '~/domain/language';
import { formatLongDate, formatTime } from '~/i18n/format';
import { memberWords } from '~/i18n/pages/staff-members';
import { officeWords } from '~/i18n/pages/staff-office';
import { staffWords } from '~/i18n/pages/staff';
import type { OfficeStaff, ShownMember } from '~/services/view-office-staff.server';
import { SettingsFrame } from './settings-frame';

interface Props {
  language: Language;
  shown: OfficeStaff;
  me: { firstName: string; lastName: string };
}

const COLOURS: Partial<Record<ShownMember['state'], string>> = {
  here: 'govuk-tag--green',
  invited: 'govuk-tag--blue',
  left: 'govuk-tag--grey',
};

/** "Works here", "Left", as a tag. */
export function MemberState({ state, language }: { state: ShownMember['state']; language: Language }) {
  return <Tag classes={COLOURS[state] ?? 'govuk-tag--grey'}>{memberWords.in(language).states[state]}</Tag>;
}

/** What is to be said of how somebody signs in, or that they have left. */
export function signInLine(member: ShownMember, { language, zone }: { language: Language; zone: string }): string {
  const words = memberWords.in(language);
  const day = (at: number) => formatLongDate(at, zone, language);
  if (member.leftAt !== null) return words.leftOn(day(member.leftAt));
  if (member.invitedUntil !== null) {
    const { invitedUntil } = member;
    return words.invitedUntil(staffWords.in(language).at(day(invitedUntil), formatTime(invitedUntil, zone, language)));
  }
  return member.signedInAt === null ? words.neverSignedIn : words.signedIn(day(member.signedInAt));
}

/** Everybody who works in the office, what they may do, and how many customers they have; then those who have left. */
export function StaffListPage({ language, shown, me }: Props) {
  const words = memberWords.in(language);
  const name = staffWords.in(language).name;
  return (
    <SettingsFrame
      {...{ language, me }}
      title={words.title}
      lead={words.lead}
      back={{ href: '/staff/office', text: officeWords.in(language).back }}
    >
      <Button href="/staff/office/staff/new">{words.add}</Button>
      <ul className="wm-needs__list wm-record__entries">
        {shown.members.map((member) => (
          <li key={member.id} className="wm-need">
            <h2 className="wm-need__who">
              <a className="govuk-link" href={`/staff/office/staff/${member.id}`}>
                {name(member.firstName, member.lastName)}
              </a>{' '}
              <MemberState state={member.state} language={language} />
            </h2>
            <p className="wm-need__why">
              {[
                words.roles[member.role],
                ...(member.partner ? [words.ofPartner(member.partner)] : []),
                ...(member.customers > 0 ? [words.customers(member.customers)] : []),
              ].join(' · ')}
            </p>
            <p className="wm-need__why">{signInLine(member, { language, zone: shown.zone })}</p>
          </li>
        ))}
      </ul>
    </SettingsFrame>
  );
}

import type { Language } from '~/domain/language';
import type { StaffBar } from '~/domain/office/office-form';
import { memberWords } from '~/i18n/pages/staff-members';
import { staffWords } from '~/i18n/pages/staff';
import type { OneMember } from '~/services/view-office-staff.server';
import { OneButton, SettingsFrame } from './settings-frame';
import { TouchedMeetings } from './touched-meetings';
import { wordingFor } from './wording';

interface Props {
  language: Language;
  shown: OneMember;
  bar: StaffBar | null;
  me: { firstName: string; lastName: string };
}

/** What has to be settled before somebody leaves, what happens then, and the button that does it. */
export function LeavingPage({ language, shown, bar, me }: Props) {
  const words = memberWords.in(language);
  const { member, ties, meetings, zone, now } = shown;
  const base = `/staff/office/staff/${member.id}`;
  const name = staffWords.in(language).name(member.firstName, member.lastName);
  const open = [
    { key: 'customers', href: `/staff/customers/transfer?from=${member.id}`, link: words.transfer },
    { key: 'appointments', href: `/staff/diary?adviser=${member.id}`, link: words.seeDiary },
    { key: 'groups', href: '/staff/group-sessions', link: words.seeGroups },
  ] as const;
  const settled = open.every(({ key }) => ties[key] === 0);
  const then = (['away', 'standsIn', 'calls'] as const).filter((key) => ties[key] > 0);
  return (
    <SettingsFrame
      {...{ language, me }}
      title={words.leavingTitle(name)}
      back={{ href: base, text: name }}
      errors={bar ? [{ text: words.bars[bar] }] : []}
    >
      {!settled && (
        <>
          <p className="govuk-body">{words.leavingLead}</p>
          <ul className="wm-needs__list">
            {open
              .filter(({ key }) => ties[key] > 0)
              .map(({ key, href, link }) => (
                <li key={key} className="wm-need">
                  <p className="wm-need__who">{words.ties[key](ties[key])}</p>
                  {meetings !== null && (
                    <a className="govuk-link" href={href}>
                      {link}
                    </a>
                  )}
                </li>
              ))}
          </ul>
          {meetings === null && <p className="govuk-body">{words.managerSettles}</p>}
          {meetings !== null && meetings.length > 0 && (
            <section>
              <h2 className="govuk-heading-m">{words.meetings}</h2>
              <p className="govuk-body">{words.meetingsHint}</p>
              <TouchedMeetings meetings={meetings} zone={zone} wording={wordingFor(language, { zone, now })} />
            </section>
          )}
        </>
      )}
      {settled && (
        <>
          <p className="govuk-body">{words.nothingLeft}</p>
          <p className="govuk-body">{words.happens}</p>
          <ul className="govuk-list govuk-list--bullet">
            <li>{words.then.signIn}</li>
            {then.map((key) => (
              <li key={key}>{words.then[key](ties[key])}</li>
            ))}
          </ul>
          <OneButton action={`${base}/leaving`} label={words.finish} />
        </>
      )}
    </SettingsFrame>
  );
}

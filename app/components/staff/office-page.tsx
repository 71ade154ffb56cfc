import type { Role } from '~/domain/access/role';
import type { Language } from '~/domain/language';
import { SETTING_LISTS, SETTING_ROLES } from '~/domain/office/setting-lists';
import { officeWords, type OfficeWords } from '~/i18n/pages/staff-office';
import type { Services } from '~/services/services.server';
import { SettingsFrame } from './settings-frame';

interface Props {
  language: Language;
  office: Awaited<ReturnType<Services['viewOffice']>>;
  role: Role;
  me: { firstName: string; lastName: string };
}

interface Entry {
  page: keyof OfficeWords['pages'];
  path: string;
  roles: readonly Role[];
}

const DIARY: readonly Role[] = ['adviser', 'manager'];
const MANAGER: readonly Role[] = ['manager'];

/** In this order, by group. */
const PAGES: Record<Exclude<keyof OfficeWords['groups'], 'settings'>, readonly Entry[]> = {
  work: [
    { page: 'cover', path: '/staff/cover', roles: DIARY },
    { page: 'groups', path: '/staff/group-sessions', roles: DIARY },
    { page: 'earlier', path: '/staff/earlier', roles: DIARY },
    { page: 'followUps', path: '/staff/follow-ups', roles: DIARY },
    { page: 'signposts', path: '/staff/signposts', roles: DIARY },
    { page: 'continuity', path: '/staff/office/continuity', roles: DIARY },
    { page: 'reasks', path: '/staff/office/re-asks', roles: DIARY },
    { page: 'channels', path: '/staff/office/channels', roles: DIARY },
    { page: 'fairness', path: '/staff/office/fairness', roles: MANAGER },
  ],
  rules: [
    { page: 'texts', path: '/staff/texts', roles: DIARY },
    { page: 'policy', path: '/staff/reminder-policy', roles: MANAGER },
  ],
  files: [{ page: 'import', path: '/staff/office/import', roles: MANAGER }],
  people: [
    { page: 'profile', path: '/staff/office/profile', roles: DIARY },
    { page: 'staff', path: '/staff/office/staff', roles: SETTING_ROLES },
    { page: 'kiosks', path: '/staff/office/kiosks', roles: MANAGER },
    { page: 'kioskPin', path: '/staff/kiosk-pin', roles: DIARY },
  ],
};

/** What of the office is not used every day, each in a line; everybody sees what they may open. */
export function OfficePage({ language, office, role, me }: Props) {
  const words = officeWords.in(language);
  const { counts } = office;
  const entries = (group: keyof typeof PAGES) =>
    PAGES[group]
      .filter(({ roles }) => roles.includes(role))
      .map(({ page, path }) => {
        const [title = '', line = ''] = words.pages[page];
        return { path, title, line, count: page === 'staff' ? counts.staff : undefined };
      });
  const [detailsTitle = '', detailsLine = ''] = words.pages.details;
  const settings = SETTING_ROLES.includes(role)
    ? [
        { path: '/staff/office/details', title: detailsTitle, line: detailsLine, count: undefined },
        ...SETTING_LISTS.map((list) => {
          const { title, lead } = words.lists[list];
          return { path: `/staff/office/${list}`, title, line: lead, count: counts[list] };
        }),
      ]
    : [];
  const groups = [
    { heading: words.groups.work, items: entries('work') },
    { heading: words.groups.rules, items: entries('rules') },
    { heading: words.groups.settings, items: settings },
    { heading: words.groups.people, items: entries('people') },
    { heading: words.groups.files, items: entries('files') },
  ];
  return (
    <SettingsFrame {...{ language, me }} title={words.title} lead={`${office.name}. ${words.lead}`}>
      {groups
        .filter(({ items }) => items.length > 0)
        .map(({ heading, items }) => (
          <section key={heading}>
            <h2 className="govuk-heading-m">{heading}</h2>
            <ul className="wm-needs__list">
              {items.map(({ path, title, line, count }) => (
                <li key={path} className="wm-need">
                  <a className="govuk-link wm-need__who" href={path}>
                    {title}
                  </a>
                  {count !== undefined && ` (${count})`}
                  <p className="wm-need__why">{line}</p>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </SettingsFrame>
  );
}

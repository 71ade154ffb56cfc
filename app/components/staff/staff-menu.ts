import type { Role } from '~/domain/access/role';
import type { MenuWords } from '~/i18n/pages/staff-menu';

/** A page that everybody with the role reaches from every page. */
interface MenuItem {
  name: keyof MenuWords['items'];
  path: string;
  roles: readonly Role[];
}

const DIARY: readonly Role[] = ['adviser', 'manager'];

/** In this order; what is used seldom is behind "Office". */
const MENU: readonly MenuItem[] = [
  { name: 'day', path: '/staff/day', roles: DIARY },
  { name: 'diary', path: '/staff/diary', roles: DIARY },
  { name: 'desk', path: '/staff/desk', roles: ['champion', ...DIARY] },
  { name: 'computers', path: '/staff/kiosk-pin', roles: ['champion'] },
  { name: 'customers', path: '/staff/customers', roles: [...DIARY, 'champion'] },
  { name: 'calls', path: '/staff/calls', roles: DIARY },
  { name: 'trouble', path: '/staff/messages', roles: DIARY },
  { name: 'replies', path: '/staff/replies', roles: DIARY },
  { name: 'letters', path: '/staff/letters', roles: DIARY },
  { name: 'formats', path: '/staff/formats', roles: DIARY },
  { name: 'clubs', path: '/staff/clubs', roles: [...DIARY, 'organiser'] },
  { name: 'plans', path: '/staff/shared-plans', roles: ['partner'] },
  { name: 'office', path: '/staff/office', roles: [...DIARY, 'administrator'] },
];

/** The pages that a member of staff reaches from every page. */
export function staffMenu(role: Role | undefined): readonly MenuItem[] {
  return MENU.filter(({ roles }) => role !== undefined && roles.includes(role));
}

import type { en } from './en-staff-menu';

export const cy: typeof en = {
  items: {
    day: 'Diwrnod',
    diary: 'Dyddiadur',
    desk: 'Desg yr hyrwyddwr',
    computers: 'Cyfrifiaduron',
    customers: 'Cwsmeriaid',
    calls: 'Galwadau',
    trouble: 'Mewn trafferth',
    replies: 'Negeseuon',
    letters: 'Llythyrau',
    formats: 'Fformatau',
    clubs: 'Clybiau gwaith',
    plans: 'Cynlluniau a rannwyd â ni',
    office: 'Swyddfa',
  },
  record: {
    booking: 'Trefnu cyfarfod',
    'walk-in': 'Maen nhw yma nawr',
    plan: 'Cynllun gweithredu',
    journal: 'Negeseuon',
    contacts: 'Cysylltiadau',
    adviser: 'Cynghorydd',
    card: 'Cerdyn mewngofnodi',
    profile: 'Proffil ar-lein',
    signposts: 'Help gerllaw',
    'club-going': 'Clybiau gwaith',
    formats: 'Fformatau',
    help: 'Eu helpu ar-lein',
  },
};

/** What staff reach from every page. */
export const en = {
  items: {
    day: 'Day',
    diary: 'Diary',
    desk: 'Champion’s desk',
    computers: 'Computers',
    customers: 'Customers',
    calls: 'Calls',
    trouble: 'In trouble',
    replies: 'Texts',
    letters: 'Letters',
    formats: 'Formats',
    clubs: 'Work clubs',
    plans: 'Plans shared with us',
    office: 'Office',
  },
  /** From a customer's record. */
  record: {
    booking: 'Book a meeting',
    'walk-in': 'They are here now',
    plan: 'Action plan',
    journal: 'Messages',
    contacts: 'Contacts',
    adviser: 'Adviser',
    card: 'Sign-in card',
    profile: 'Online profile',
    signposts: 'Help near by',
    'club-going': 'Work clubs',
    formats: 'Formats',
    help: 'Help them online',
  },
};

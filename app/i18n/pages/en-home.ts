/** A customer's first page. */
export const en = {
  title: 'Home',
  none: {
    heading: 'You have no meetings booked',
    before: 'Call',
    after: 'if you think you should have one.',
  },
  step: {
    heading: 'Your next step',
    by: (date: string) => `By ${date}`,
    late: (date: string) => `This was for ${date}. It’s not too late.`,
  },
  club: {
    heading: 'Work club near you',
    session: (weekday: string, time: string) => `${weekday} ${time}`,
    miles: (miles: string) => `${miles} miles`,
    free: 'free',
    at: (name: string, place: string) => `${name}, ${place}`,
  },
  plan: 'See your whole plan',
  clubs: 'See work clubs',
  adviser: 'Your adviser',
  reach: (adviser: string) => `How to reach ${adviser}`,
  reachUs: 'How to reach us',
  call: {
    ask: 'Ask someone to call me',
    coming: (when: string) => `Someone will call you by ${when}.`,
    now: 'Someone will call you soon.',
    at: (time: string, date: string) => `${time} ${date}`,
  },
  online: {
    heading: 'Being online',
    ask: 'Tell us what suits you',
    goOn: 'Go on telling us what suits you',
    again: 'Tell us again what suits you',
    long: 'Ten short questions. It is not a test.',
  },
  later: 'After that',
};

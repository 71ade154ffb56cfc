/** Signing a customer up for a work club. */
export const en = {
  title: (name: string) => `Work clubs: ${name}`,
  lead: 'Sign them up when they say that they would like to go. Where a text or an email reaches them, they are reminded. Others need the day and time from you.',
  back: 'Back to the record',
  none: 'No club meets in the next weeks.',
  at: (name: string, place: string) => `${name}, ${place}`,
  session: (date: string, time: string) => `${date}, ${time}`,
  signUp: 'Sign them up',
  going: 'They are going',
  takeOff: 'Take them off',
  about: (club: string, when: string) => ` ${club}, ${when}`,
  done: {
    'signed-up': 'They are signed up',
    'taken-off': 'They are taken off',
    'no-session': 'Nothing was changed: the club does not meet then any more',
  },
  undo: 'Undo',
};

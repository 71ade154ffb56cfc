/** What is around every page, and the pages for when there is none. */
export const en = {
  service: 'Waymark',
  title: (page: string) => `${page} – Waymark`,
  errorInTitle: 'Error: ',
  error: 'Error',
  problem: 'There is a problem',
  done: 'Done',
  skip: 'Skip to main content',
  back: 'Back',
  otherLanguage: 'Cymraeg',
  languageSwitch: 'Language',
  signOut: 'Sign out',
  help: 'Help',
  callUs: 'Call us on',
  helpText: 'We can do everything on these pages with you on the phone.',
  onRecord: 'For staff. It is on record who looks at which appointment.',
  demo: 'A demo with invented people.',
  draftNotice: '',
  notFound: {
    title: 'Page not found',
    text: 'There is no page at this address. Check that you have all of it.',
    start: 'Go to the start',
  },
  tooMany: {
    title: 'Please wait a few minutes',
    text: 'This page has been opened or sent too many times. Wait a few minutes, then try again.',
  },
  wrong: {
    title: 'Sorry, something went wrong',
    text: 'It is not your fault. Nothing you told us before is lost. Try again in a few minutes.',
  },
  orCall: 'If you need us now, call',
};

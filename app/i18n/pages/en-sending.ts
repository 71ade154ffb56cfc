/** Said on every page of staff while something keeps messages from going out. */
export const en = {
  notArmed: (when: string) => `Nothing is being sent. This is a copy of Waymark from ${when}, out of a backup`,
  paused: {
    all: (when: string) => `Sending has been stopped since ${when}`,
    sms: (when: string) => `Texts have been stopped since ${when}`,
    email: (when: string) => `Emails have been stopped since ${when}`,
    voice: (when: string) => `Voice calls have been stopped since ${when}`,
    letter: (when: string) => `Letters have been stopped since ${when}`,
  },
  down: {
    sms: 'Texts do not get through at present',
    email: 'Emails do not get through at present',
    voice: 'Voice calls do not get through at present',
    letter: 'Letters do not get through at present',
  },
  downSince: (what: string, when: string) => `${what}, since ${when}`,
  means: {
    notArmed:
      'No reminder goes out and nobody new comes on the call list until whoever runs Waymark lets it send. Until then, phone the people whose appointments are near.',
    all: 'Reminders wait. People who cannot be reached in time come on the call list.',
    some: 'Reminders wait or go another way. People who cannot be reached in time come on the call list.',
  },
  noCodes: 'Customers get no codes to sign in with.',
  fewCodes: 'Codes to sign in with do not go out this way either.',
};

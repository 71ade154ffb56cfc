/** Where a new colleague sets their password, and the email that leads there. */
export const en = {
  title: 'Set up your sign-in',
  hello: (name: string, email: string) =>
    `Hello ${name}. You sign in with ${email}, a password and a code from your phone.`,
  password: 'Choose a password',
  passwordHint: 'At least 12 characters. Three or four unconnected words make a good one.',
  app: 'Set up your authenticator app',
  scan: 'Scan this square with an authenticator app on your phone.',
  picture: 'A square for an authenticator app to scan. The key below says the same.',
  orType: 'Or type this key into the app:',
  code: 'Code from the app',
  codeHint: '6 digits. A new one comes every 30 seconds.',
  submit: 'Set up and sign in',
  faults: {
    empty: 'Choose a password',
    too_short: 'Use at least 12 characters',
    too_long: 'Use fewer than 200 characters',
    common: 'That is too easy to guess. Three or four unconnected words make a good one',
    wrong_code: 'That code is not right. Wait for a new one in the app, then type it here',
    wait: 'Too many tries. Wait a few minutes, then try again',
  },
  gone: {
    title: 'This link does not work',
    lead: 'It was used already, or is older than 48 hours. Ask your manager for another.',
    used: 'If you have just set your password,',
    signIn: 'sign in',
  },
  email: {
    subject: 'Set up your sign-in',
    body: (name: string, address: string) =>
      `Hello ${name},\n\nset your password and your authenticator app here. The link works once, for 48 hours:\n${address}\n\nIf you do not work with us, you can ignore this.`,
  },
};

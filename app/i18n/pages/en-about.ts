/** A part of a page that tells something: its heading and its paragraphs. */
export interface Part {
  heading: string;
  text: readonly string[];
}

/** What the service has to say about itself. Each page has its paragraphs, and then its parts in this order. */
export const en = {
  accessibility: {
    title: 'Accessibility',
    intro: [
      'We want everyone to be able to use these pages. You should be able to:',
      'make the text twice as big, use only a keyboard, use a screen reader, and do it all on an old phone.',
    ],
    parts: {
      help: {
        heading: 'If you can’t use a page',
        text: [
          'Call us. We can do all of it with you on the phone.',
          'If you can’t hear or speak on the phone, use Relay UK. Dial 18001, then our number.',
          'You can also ask for letters in large print, or for another way to hear from us.',
        ],
      },
      meets: {
        heading: 'How well it works',
        text: [
          'We aim to meet WCAG 2.2, level AA. That is a set of rules for web pages.',
          'We test every page by machine in English and Welsh. No one from outside has tested them yet.',
        ],
      },
      fails: {
        heading: 'What does not work yet',
        text: [
          'The Welsh is a draft. No Welsh speaker has checked it yet.',
          'What an office or an adviser types is in the language they typed it in.',
          'Error messages go when you change the language on a page. Your answers stay.',
          'To sign in with a passkey your browser must run a script. You can always sign in with a code.',
          'Letters to print are PDF files. We have tested how they are made, but not with screen readers.',
          'There are no pages in British Sign Language or in easy read.',
        ],
      },
      complain: {
        heading: 'Tell us about a problem',
        text: [
          'Call us and say which page it is and what went wrong. We’ll write it down and tell you what we will do.',
          'If our answer is no help, you can turn to the Equality Advisory and Support Service.',
        ],
      },
      date: { heading: 'About this page', text: ['We wrote this page on 26 November 2026.'] },
    },
  },
  cookies: {
    title: 'Cookies',
    intro: [
      'Cookies are small notes that a website leaves on your phone or computer.',
      'We only use the ones that make these pages work. We do not watch what you do, and nothing goes to other firms.',
    ],
    lasts: (time: string) => `Kept for: ${time}`,
    kinds: {
      session: { purpose: 'Knows that you are signed in.', time: 'until you sign out, or for 30 minutes without use' },
      'sign-in': { purpose: 'Makes your sign-in code work on this phone or computer only.', time: '1 hour' },
      lang: { purpose: 'Knows which language you chose.', time: '1 year' },
      display: {
        purpose: 'On a shared computer: knows the size of text and the colours you chose.',
        time: 'until you finish',
      },
      kiosk: { purpose: 'On a shared computer: knows that it is one. It is not about you.', time: '400 days' },
      seen: {
        purpose: 'On a shared computer: knows which page you saw last, so that nobody after you is shown it.',
        time: 'until you finish',
      },
      help: {
        purpose: 'For our staff: knows whom they are helping.',
        time: 'until they finish, or for 15 minutes without use',
      },
    },
    parts: {
      rid: {
        heading: 'How to get rid of them',
        text: [
          'Sign out and they are gone, but for the one that knows your language. You can clear that one in your browser.',
        ],
      },
    },
  },
  privacy: {
    title: 'Privacy',
    intro: ['This page says what we know about you, why, and who sees it.'],
    parts: {
      know: {
        heading: 'What we keep',
        text: [
          'Your name, and how to reach you: phone, email, address, language.',
          'Your appointments, and what you told us about them. Your plan and your steps.',
          'What you choose to tell us about your life or your needs. You don’t have to.',
          'Each message we send you, when we sent it, and whether it got to you. What you text back.',
        ],
      },
      why: {
        heading: 'Why',
        text: [
          'To remind you in time, to help you look for work, and to reach you in a way that works for you.',
          'No computer decides anything about you here. People do.',
        ],
      },
      who: {
        heading: 'Who sees it',
        text: [
          'Your adviser and the people in their office. We keep a list of who looked, and you can ask to see it.',
          'The firms that carry our texts, calls, emails and letters. They get your number or address, and the message.',
          'No one else, unless you say yes to a partner seeing your plan. We do not sell it, and there are no ads.',
        ],
      },
      safe: {
        heading: 'How we keep it safe',
        text: [
          'Your phone numbers, your email address and our messages are locked with a key in our files.',
          'If someone else sees your phone, tell us. Then our messages name no place and no reason.',
        ],
      },
      long: {
        heading: 'How long',
        text: [
          'We forget your sign-in codes soon after. We keep when you signed in, and on what sort of device, for 13 months.',
          'Our messages to you go after 13 months, or after a time that your district has set.',
          'Nothing else goes by itself yet. Ask your office if you want something gone.',
        ],
      },
      rights: {
        heading: 'What you can ask for',
        text: [
          'You can ask what we keep, ask us to put it right, and ask us to stop using it.',
          'Call us or tell your adviser. If our answer is no help, you can go to the Information Commissioner.',
        ],
      },
    },
  },
  terms: {
    title: 'Terms',
    intro: ['These pages are free. They are here to help you keep in touch with your adviser.'],
    parts: {
      yours: {
        heading: 'What we ask of you',
        text: [
          'Only sign in as yourself. Don’t tell others your code, and sign out on a phone or computer that others use.',
          'Tell us when your phone number changes, so our messages do not go to a stranger.',
        ],
      },
      ours: {
        heading: 'What you can count on',
        text: [
          'You never have to use these pages. You can do all of it by phone or with your adviser.',
          'We may have to close the pages for a while. Then we say until when, and we can still be called.',
          'If we make a mistake here, it won’t count against you.',
        ],
      },
      links: { heading: 'Other websites', text: ['Some links go to other websites. We don’t run those.'] },
    },
  },
  contact: {
    title: 'Contact us',
    intro: ['You can call us about anything on these pages.'],
    hours: (from: string, to: string) => `Monday to Friday, ${from} to ${to}`,
    phone: 'Phone',
    open: 'Open',
    address: 'Address',
    none: 'No office is listed yet.',
    parts: {
      other: {
        heading: 'If you can’t use the phone',
        text: [
          'Use Relay UK: dial 18001, then our number.',
          'Or answer one of our texts in your own words. Someone reads each one.',
        ],
      },
    },
  },
};

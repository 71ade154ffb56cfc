import { defineCatalogue } from './catalogue';

const en = {
  title: 'Diary',
  meeting: (kind: string, reference: string) => (kind ? `${kind}, ${reference}` : reference),
  outreach: (place: string) => `Outreach, ${place}`,
  /** Being ill is nobody else's business, on whatever computer the calendar ends up. */
  kinds: {
    leave: 'Away',
    sick: 'Away',
    training: 'Training',
    meeting: 'Meeting',
    extra: 'Extra hours',
    outreach: 'Outreach',
  },
};

const cy: typeof en = {
  title: 'Dyddiadur',
  meeting: en.meeting,
  outreach: (place) => `Allgymorth, ${place}`,
  kinds: {
    leave: 'I ffwrdd',
    sick: 'I ffwrdd',
    training: 'Hyfforddiant',
    meeting: 'Cyfarfod',
    extra: 'Oriau ychwanegol',
    outreach: 'Allgymorth',
  },
};

/** What an adviser's diary says in a calendar program. All Welsh here is a draft. */
export const diaryFeedWords = defineCatalogue('staff-diary-feed', { en, cy });

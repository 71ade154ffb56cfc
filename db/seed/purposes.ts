import type { Language } from '~/domain/language';

/** What a meeting is for and what to bring, as an office would write it on the booking. */
export interface Purpose {
  kind: string;
  name: Record<Language, string>;
  minutes: number;
  purpose: Record<Language, string>;
  bring: Record<Language, string>;
}

export const PURPOSES: readonly Purpose[] = [
  {
    kind: 'new_customer',
    name: { en: 'How your support works', cy: 'Sut mae eich cymorth yn gweithio' },
    minutes: 40,
    purpose: { en: 'Go through how your support works', cy: 'Mynd drwy sut mae eich cymorth yn gweithio' },
    bring: { en: 'something with your address on it', cy: 'rhywbeth â’ch cyfeiriad arno' },
  },
  {
    kind: 'work_focus',
    name: { en: 'Work-focused talk', cy: 'Sgwrs am waith' },
    minutes: 40,
    purpose: { en: 'Talk about the work you want', cy: 'Siarad am y gwaith yr hoffech ei wneud' },
    bring: { en: 'your CV if you have one', cy: 'eich CV os oes gennych un' },
  },
  {
    kind: 'review',
    name: { en: 'Review', cy: 'Adolygiad' },
    minutes: 30,
    purpose: { en: 'Plan your next steps together', cy: 'Cynllunio eich camau nesaf gyda’n gilydd' },
    bring: { en: 'your list of steps', cy: 'eich rhestr o gamau' },
  },
  {
    kind: 'job_search',
    name: { en: 'Job search', cy: 'Chwilio am swydd' },
    minutes: 30,
    purpose: { en: 'Look at jobs near you', cy: 'Edrych ar swyddi yn eich ardal' },
    bring: { en: 'your phone or a note of jobs you saw', cy: 'eich ffôn neu nodyn o swyddi a welsoch' },
  },
  {
    kind: 'training',
    name: { en: 'Training', cy: 'Hyfforddiant' },
    minutes: 30,
    purpose: { en: 'Choose a course, with its cost and hours', cy: 'Dewis cwrs, gyda’i gost a’i oriau' },
    bring: { en: '', cy: '' },
  },
];

/** Steps that people agree with their adviser. */
export const STEPS: readonly { owner: 'customer' | 'adviser' | 'partner'; action: Record<Language, string> }[] = [
  { owner: 'customer', action: { en: 'Ring two care homes near you', cy: 'Ffonio dau gartref gofal yn eich ardal' } },
  { owner: 'customer', action: { en: 'Finish the first page of your CV', cy: 'Gorffen tudalen gyntaf eich CV' } },
  { owner: 'customer', action: { en: 'Visit the work club once', cy: 'Mynd i’r clwb gwaith unwaith' } },
  { owner: 'customer', action: { en: 'Ask the school about breakfast club', cy: 'Holi’r ysgol am y clwb brecwast' } },
  { owner: 'customer', action: { en: 'Apply for the warehouse job', cy: 'Ymgeisio am y swydd warws' } },
  { owner: 'adviser', action: { en: 'Send you the bus times', cy: 'Anfon amserau’r bws atoch' } },
  { owner: 'adviser', action: { en: 'Find out what the forklift course costs', cy: 'Holi cost y cwrs fforch godi' } },
  {
    owner: 'partner',
    action: { en: 'Offer a place on the food hygiene day', cy: 'Cynnig lle ar y diwrnod hylendid bwyd' },
  },
];

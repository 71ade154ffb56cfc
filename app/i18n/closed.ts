import { defineCatalogue } from './catalogue';

const en = {
  heading: 'These pages are closed for now',
  until: (onDate: string, time: string) => `We are working on them. They open again ${onDate} at ${time}.`,
  meanwhile: 'Your appointments stand. We still send texts and make calls, and you can still answer our texts.',
  call: 'If you can’t come, or need us now, call',
};

const cy: typeof en = {
  heading: 'Mae’r tudalennau hyn ar gau am y tro',
  until: (onDate, time) => `Rydyn ni’n gweithio arnyn nhw. Byddan nhw’n agor eto ${onDate} am ${time}.`,
  meanwhile:
    'Mae eich apwyntiadau’n sefyll. Rydyn ni’n dal i anfon negeseuon testun ac yn ffonio, a gallwch chi ateb ein negeseuon o hyd.',
  call: 'Os na allwch chi ddod, neu os oes angen help arnoch chi nawr, ffoniwch',
};

/** Instead of every page, while the service is closed. The Welsh is a draft. */
export const closedWords = defineCatalogue('closed', { en, cy });

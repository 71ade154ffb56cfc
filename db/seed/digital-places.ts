import type { InferSelectModel } from 'drizzle-orm';
import type { Skill } from '~/domain/capability/answers';
import { outwardCodeOf } from '~/domain/club/outward-code';
import type { DigitalPlaceKind } from '~/domain/signpost/signpost';
import type { Tables } from '../schema/tables';
import { AREAS } from './places';
import type { Ids, RowMaking } from './rows';

interface Offer {
  kind: DigitalPlaceKind;
  what: string;
  whatInWelsh: string;
  teaches: readonly Skill[];
  open: string;
  cost: string;
}

/** What is there in every town. */
const OFFERS = {
  library: {
    kind: 'computers',
    what: 'Free computers, the internet and a printer. You do not need a library card.',
    whatInWelsh: 'Cyfrifiaduron, y rhyngrwyd ac argraffydd am ddim. Does dim angen cerdyn llyfrgell.',
    teaches: [],
    open: 'Mon to Sat / Llun i Sadwrn, 9:30am to 5pm',
    cost: 'free',
  },
  forms: {
    kind: 'training',
    what: 'A small group that fills in forms together, one page at a time. Six weeks. Bring your phone if you have one.',
    whatInWelsh: 'Grŵp bach sy’n llenwi ffurflenni gyda’i gilydd, un dudalen ar y tro. Chwe wythnos. Dewch â’ch ffôn.',
    teaches: ['fill_form', 'use_code'],
    open: 'Tuesdays / Dydd Mawrth, 10am to midday',
    cost: 'free',
  },
  start: {
    kind: 'training',
    what: 'First steps: messages, links and staying safe from scams. Four mornings. Ask about help with the cost.',
    whatInWelsh:
      'Camau cyntaf: negeseuon, dolenni a chadw’n ddiogel rhag sgamiau. Pedwar bore. Holwch am help gyda’r gost.',
    teaches: ['open_link', 'write_message', 'spot_scam'],
    open: 'Wednesdays / Dydd Mercher, 9:30am to 11:30am',
    cost: '£10',
  },
  cafe: {
    kind: 'supported',
    what: 'A digital café. Someone sits beside you and shows you how, as slowly as you like. Tea and cake.',
    whatInWelsh:
      'Caffi digidol. Mae rhywun yn eistedd wrth eich ochr ac yn dangos sut, mor araf ag y mynnwch. Te a chacen.',
    teaches: ['open_link', 'write_message'],
    open: 'Fridays / Dydd Gwener, 1pm to 4pm',
    cost: 'free',
  },
} as const satisfies Record<string, Offer>;

type Named = Record<keyof typeof OFFERS, readonly [name: string, address: string, postcode: string]>;

/** None of them exists, and their numbers lead nowhere. */
const PLACES: Record<string, Named> = {
  BAN: {
    library: ['Llyfrgell Lôn y Bont', '9 Lôn y Bont, Bangor', 'LL57 2ZW'],
    forms: ['Dysgu Menai: forms, step by step', '4 Ffordd Caellepa, Bangor', 'LL57 1ZV'],
    start: ['First steps online, Porthaethwy', 'Canolfan y Bont, Porthaethwy', 'LL59 5ZZ'],
    cafe: ['Caffi Digidol Hirael', '3 Lôn Hirael, Bangor', 'LL57 1ZY'],
  },
  WRE: {
    library: ['Rhosddu library', '31 Rhosddu Lane, Wrexham', 'LL11 2ZX'],
    forms: ['Learn Wrexham: forms, step by step', '7 Grove Yard, Wrexham', 'LL12 7ZY'],
    start: ['First steps online, Rhiwabon', 'The old school, Rhiwabon', 'LL14 6ZZ'],
    cafe: ['The Caia digital café', '24 Prince Row, Wrexham', 'LL13 8ZY'],
  },
  SHR: {
    library: ['Castle Fields library', '3 Spring Gardens, Shrewsbury', 'SY1 2ZX'],
    forms: ['Learn Shropshire: forms, step by step', '20 Old Mill Row, Shrewsbury', 'SY1 1ZW'],
    start: ['First steps online, Wem', 'The market hall, Wem', 'SY4 5ZZ'],
    cafe: ['The Flaxmill digital café', 'The Flaxmill room, Shrewsbury', 'SY1 2ZY'],
  },
};

/** Where people can be online, learn how, or have somebody beside them, near each office. */
export function digitalPlaceRows(ids: Ids, make: RowMaking): InferSelectModel<Tables['digitalPlaces']>[] {
  return Object.entries(PLACES).flatMap(([officeRef, named], office) =>
    Object.entries(named).map(([offer, [name, address, postcode]], index) => {
      const { teaches, ...said } = OFFERS[offer as keyof typeof OFFERS];
      const area = AREAS.find(({ code }) => code === outwardCodeOf(postcode));
      return {
        ...{ id: make.id(), ref: `DIGITAL-${officeRef}-${offer}`, officeId: ids.offices.get(officeRef)! },
        ...{ ...said, name, address, postcode, teaches: teaches.join(',') },
        ...{ latitude: area?.latitude ?? null, longitude: area?.longitude ?? null },
        ...{ phone: `01632 960${570 + office * 5 + index}`, stepFree: offer !== 'start', active: true },
      };
    }),
  );
}

import type { Barrier } from '~/domain/situation/barrier';

/** One organisation that helps: none of them exists, and their numbers lead nowhere. */
export interface HelpPlace {
  officeRef: string;
  barrier: Barrier;
  name: string;
  what: string;
  whatInWelsh: string;
  phone: string;
  address: string;
}

/** What such places do, in a sentence; the same in every town. */
const WHAT: Record<Barrier, { en: string; cy: string }> = {
  childcare: {
    en: 'Finds a childminder or nursery with you, and says what help there is with the cost.',
    cy: 'Dod o hyd i warchodwr neu feithrinfa gyda chi, a dweud pa help sydd gyda’r gost.',
  },
  caring: {
    en: 'Someone to talk to for people who care for a relative, and a sitter when you have an interview.',
    cy: 'Rhywun i siarad â nhw os ydych chi’n gofalu am berthynas, a rhywun i eistedd pan fydd gennych gyfweliad.',
  },
  travel: {
    en: 'Cheap lifts to work and to interviews, and bikes to borrow for three months.',
    cy: 'Lifft rhad i’r gwaith ac i gyfweliadau, a beiciau i’w benthyg am dri mis.',
  },
  health: {
    en: 'Someone to talk to about work and your health. No letter from a doctor needed.',
    cy: 'Rhywun i siarad â nhw am waith a’ch iechyd. Does dim angen llythyr gan feddyg.',
  },
  money: {
    en: 'Free and private advice about debt, rent and bills.',
    cy: 'Cyngor preifat am ddim am ddyled, rhent a biliau.',
  },
  housing: {
    en: 'Helps you stay in your home, or find one. They can ring the council with you.',
    cy: 'Help i aros yn eich cartref, neu ddod o hyd i un. Gallan nhw ffonio’r cyngor gyda chi.',
  },
  confidence: {
    en: 'A small group that meets each week. You can just listen at first.',
    cy: 'Grŵp bach sy’n cwrdd bob wythnos. Gallwch chi wrando yn unig i ddechrau.',
  },
  it: {
    en: 'Computers to use for free, and someone beside you who shows you how.',
    cy: 'Cyfrifiaduron i’w defnyddio am ddim, a rhywun wrth eich ochr i ddangos sut.',
  },
  reading: {
    en: 'Free lessons in reading, writing and numbers, one to one if you like.',
    cy: 'Gwersi am ddim mewn darllen, ysgrifennu a rhifau, un i un os hoffech chi.',
  },
  english: {
    en: 'Free English classes for every level, with a crèche on Tuesdays.',
    cy: 'Dosbarthiadau Saesneg am ddim ar bob lefel, gyda crèche ar ddydd Mawrth.',
  },
};

type Named = Record<Barrier, [name: string, address: string]>;

const PLACES: Record<string, Named> = {
  BAN: {
    childcare: ['Canolfan Deulu Hirael', '3 Lôn Hirael, Bangor, LL57 1ZY'],
    caring: ['Gofalwyr y Fenai', '8 Stryd yr Eglwys, Bangor, LL57 1ZT'],
    travel: ['Ceir Cymunedol Menai', '6 Ffordd y Garth, Bangor, LL57 2ZY'],
    health: ['Hafod y Coed', '12 Allt Glanrafon, Bangor, LL57 2ZX'],
    money: ['Cyngor Arian Menai', '21 Stryd y Deon, Bangor, LL57 1ZX'],
    housing: ['Cartref Menai', '5 Ffordd Farrar, Bangor, LL57 1ZS'],
    confidence: ['Camau Cyntaf', 'Festri Penuel, Bangor, LL57 1ZW'],
    it: ['Llyfrgell Lôn y Bont', '9 Lôn y Bont, Bangor, LL57 2ZW'],
    reading: ['Dysgu Menai', '4 Ffordd Caellepa, Bangor, LL57 1ZV'],
    english: ['Tŷ Croeso', '17 Ffordd y Coleg, Bangor, LL57 2ZV'],
  },
  WRE: {
    childcare: ['Caia family rooms', '24 Prince Row, Wrexham, LL13 8ZY'],
    caring: ['Carers of Clywedog', '14 Vicarage Row, Wrexham, LL13 8ZX'],
    travel: ['Clywedog community cars', '8 Mill Court, Wrexham, LL13 7ZY'],
    health: ['The Steady Room', '15 Chester Yard, Wrexham, LL11 2ZY'],
    money: ['Wrexham money advice', '2 Temple Row, Wrexham, LL13 7ZX'],
    housing: ['A Door of Your Own', '3 Regent Yard, Wrexham, LL11 1ZY'],
    confidence: ['One Step', 'Acton Park pavilion, Wrexham, LL12 8ZX'],
    it: ['Rhosddu library', '31 Rhosddu Lane, Wrexham, LL11 2ZX'],
    reading: ['Learn Wrexham', '7 Grove Yard, Wrexham, LL12 7ZY'],
    english: ['The Welcome House', '10 Bridge Row, Wrexham, LL13 7ZW'],
  },
  SHR: {
    childcare: ['Harlescott family rooms', '52 Meadow Lane, Shrewsbury, SY1 4ZY'],
    caring: ['Severn carers', '9 Coton Row, Shrewsbury, SY1 2ZW'],
    travel: ['Severn community cars', '5 Quarry Row, Shrewsbury, SY1 1ZY'],
    health: ['The Quiet Mill', '18 Abbey Yard, Shrewsbury, SY2 6ZY'],
    money: ['Severn money advice', '11 Fish Row, Shrewsbury, SY1 1ZX'],
    housing: ['Severn housing advice', '2 Claremont Yard, Shrewsbury, SY1 1ZV'],
    confidence: ['Small Steps', 'The Flaxmill room, Shrewsbury, SY1 2ZY'],
    it: ['Castle Fields library', '3 Spring Gardens, Shrewsbury, SY1 2ZX'],
    reading: ['Learn Shropshire', '20 Old Mill Row, Shrewsbury, SY1 1ZW'],
    english: ['The Open Door', '6 Belle Row, Shrewsbury, SY3 7ZY'],
  },
};

/** Who helps near each office. */
export const LOCAL_HELP: readonly HelpPlace[] = Object.entries(PLACES).flatMap(([officeRef, named], office) =>
  Object.entries(named).map(([kind, [name, address]], index) => {
    const barrier = kind as Barrier;
    const { en: what, cy: whatInWelsh } = WHAT[barrier];
    return { officeRef, barrier, name, address, what, whatInWelsh, phone: `01632 960${501 + office * 20 + index}` };
  }),
);

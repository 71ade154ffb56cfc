/** Work clubs: in halls that do not exist, in towns that do. Times are the local wall clock, every week. */
export interface ClubPlace {
  name: string;
  place: string;
  address: string;
  postcode: string;
  latitude: number;
  longitude: number;
  askFor: string;
  helpsWith: string;
  weekday: number;
  fromTime: string;
  toTime: string;
  computers: boolean;
  creche: boolean;
  stepFree: boolean;
}

type Row = [
  name: string,
  place: string,
  address: string,
  postcode: string,
  latitude: number,
  longitude: number,
  askFor: string,
  helpsWith: string,
  session: [weekday: number, fromTime: string, toTime: string],
  has: string,
];

const ROWS: Row[] = [
  ['Clwb Gwaith y Bont', 'Neuadd y Bont', '2 Lôn y Bont, Bangor', 'LL57 2ZZ', 53.2295, -4.1365, 'Beca', 'CVs, looking for jobs online, interviews', [4, '10:00', '12:30'], 'computers step-free'], // prettier-ignore
  ['Maes y Coed job club', 'Maes y Coed community house', '8 Maes y Coed, Bangor', 'LL57 3ZZ', 53.218, -4.105, 'Del', 'forms, phone calls, a cup of tea', [2, '13:00', '15:00'], 'creche step-free'], // prettier-ignore
  ['Clwb Gwaith Menai', 'Festri Seilo', '1 Stryd y Paced, Porthaethwy', 'LL59 5ZZ', 53.2255, -4.163, 'Olwen', 'CVs, Welsh for work', [3, '18:00', '20:00'], 'computers'], // prettier-ignore
  ['Caernarfon harbour work club', 'The Sail Loft', '5 Lôn y Cei, Caernarfon', 'LL55 1ZZ', 53.141, -4.279, 'Idris', 'interviews, seasonal work', [1, '10:00', '12:00'], 'computers step-free'], // prettier-ignore
  ['Clwb Gwaith Llangefni', 'Canolfan y Felin', '11 Stryd y Felin, Llangefni', 'LL77 7ZZ', 53.2563, -4.309, 'Gwyn', 'computers for beginners, CVs', [5, '09:30', '12:00'], 'computers creche step-free'], // prettier-ignore
  ['Llandudno next steps', 'Mostyn Rooms', '40 Heol y Graig, Llandudno', 'LL30 2ZZ', 53.323, -3.826, 'Pauline', 'hotel and care work, interviews', [2, '10:00', '13:00'], 'step-free'], // prettier-ignore
  ['Acton Park job club', 'Acton Park pavilion', '9 Park View, Wrexham', 'LL12 8ZZ', 53.0585, -2.978, 'Mo', 'CVs, warehouse and driving work', [1, '13:00', '16:00'], 'computers step-free'], // prettier-ignore
  ['Clwb Gwaith Caia', 'The Caia Hub', '22 Prince Row, Wrexham', 'LL13 8ZZ', 53.0405, -2.977, 'Sharon', 'interviews, confidence, childcare', [3, '09:30', '11:30'], 'computers creche step-free'], // prettier-ignore
  ['Plas work club', 'Plas reading room', '6 Chapel Street, Rhiwabon', 'LL14 6ZZ', 52.986, -3.04, 'Arwel', 'forms, looking for jobs online', [4, '17:30', '19:30'], 'computers'], // prettier-ignore
  ['Llangollen job club', 'The Old Wharf', '3 Wharf Hill, Llangollen', 'LL20 8ZZ', 52.971, -3.17, 'Fran', 'self-employment, CVs', [5, '10:00', '12:00'], 'step-free'], // prettier-ignore
  ['Harlescott work club', 'Harlescott hall', '50 Meadow Lane, Shrewsbury', 'SY1 4ZZ', 52.7365, -2.727, 'Steve', 'factory and food work, CVs, interviews', [2, '09:30', '12:30'], 'computers creche step-free'], // prettier-ignore
  ['Castle Fields job club', 'The Flaxmill room', '1 Spring Gardens, Shrewsbury', 'SY1 2ZZ', 52.719, -2.742, 'Anjum', 'computers for beginners, English for work', [4, '13:00', '15:30'], 'computers step-free'], // prettier-ignore
  ['Oswestry work club', 'The Welsh Walls rooms', '12 Beatrice Row, Oswestry', 'SY11 1ZZ', 52.861, -3.056, 'Jan', 'farm and food work, interviews', [3, '10:00', '12:30'], 'computers step-free'], // prettier-ignore
  ['Whitchurch job club', 'Brownlow rooms', '4 Claypit Street, Whitchurch', 'SY13 1ZZ', 52.97, -2.684, 'Ken', 'forms, phone calls, CVs', [5, '13:30', '15:30'], 'step-free'], // prettier-ignore
];

export const CLUBS: readonly ClubPlace[] = ROWS.map(
  ([name, place, address, postcode, latitude, longitude, askFor, helpsWith, [weekday, fromTime, toTime], has]) => ({
    ...{ name, place, address, postcode, latitude, longitude, askFor, helpsWith, weekday, fromTime, toTime },
    computers: has.includes('computers'),
    creche: has.includes('creche'),
    stepFree: has.includes('step-free'),
  }),
);

/** The district's places. Towns and their positions are real; offices, halls and addresses in them are not. */
export interface OfficePlace {
  ref: string;
  name: string;
  address: string;
  postcode: string;
  phone: string;
  gettingThere: string;
  stepFree: string;
  country: 'wales' | 'marches';
  /** Outward codes its customers live in, nearest first. */
  areas: readonly string[];
}

export const OFFICES: readonly OfficePlace[] = [
  {
    ref: 'BAN',
    name: 'Bangor Jobcentre',
    address: '14 Stryd y Bont, Bangor',
    postcode: 'LL57 1ZZ',
    phone: '01632 960100',
    gettingThere: 'Five minutes on foot from the station. Buses 5 and 67 stop outside.',
    stepFree: 'Level entrance from the car park in Lôn Isaf. There is a lift.',
    country: 'wales',
    areas: ['LL57', 'LL57', 'LL57', 'LL59', 'LL55', 'LL77', 'LL65', 'LL30', 'LL33', 'LL58'],
  },
  {
    ref: 'WRE',
    name: 'Wrexham Jobcentre',
    address: '3 Priory Yard, Wrexham',
    postcode: 'LL11 1ZZ',
    phone: '01632 960200',
    gettingThere: 'Opposite the bus station. Parking behind the market is free for an hour.',
    stepFree: 'Ramp to the left of the main door; press the bell if the door is heavy.',
    country: 'wales',
    areas: ['LL11', 'LL11', 'LL13', 'LL13', 'LL12', 'LL14', 'LL20', 'CH7'],
  },
  {
    ref: 'SHR',
    name: 'Shrewsbury Jobcentre',
    address: '27 Old Mill Row, Shrewsbury',
    postcode: 'SY1 1ZZ',
    phone: '01632 960300',
    gettingThere: 'Ten minutes on foot from the station, over the English Bridge. Park and ride stops nearby.',
    stepFree: 'No steps. The accessible toilet is on the ground floor.',
    country: 'marches',
    areas: ['SY1', 'SY1', 'SY2', 'SY3', 'SY4', 'SY5', 'SY11', 'SY13'],
  },
];

/** Outward codes with the middle of each area, in degrees, to about half a mile. */
export const AREAS: readonly { code: string; name: string; latitude: number; longitude: number }[] = [
  { code: 'LL57', name: 'Bangor', latitude: 53.222, longitude: -4.125 },
  { code: 'LL55', name: 'Caernarfon', latitude: 53.139, longitude: -4.27 },
  { code: 'LL58', name: 'Biwmares', latitude: 53.263, longitude: -4.092 },
  { code: 'LL59', name: 'Porthaethwy', latitude: 53.226, longitude: -4.164 },
  { code: 'LL77', name: 'Llangefni', latitude: 53.256, longitude: -4.311 },
  { code: 'LL65', name: 'Caergybi', latitude: 53.309, longitude: -4.633 },
  { code: 'LL30', name: 'Llandudno', latitude: 53.324, longitude: -3.828 },
  { code: 'LL33', name: 'Llanfairfechan', latitude: 53.253, longitude: -3.975 },
  { code: 'LL56', name: 'Y Felinheli', latitude: 53.187, longitude: -4.205 },
  { code: 'LL60', name: 'Gaerwen', latitude: 53.217, longitude: -4.275 },
  { code: 'LL61', name: 'Llanfairpwll', latitude: 53.205, longitude: -4.235 },
  { code: 'LL32', name: 'Conwy', latitude: 53.279, longitude: -3.842 },
  { code: 'LL11', name: 'Wrexham', latitude: 53.05, longitude: -3.0 },
  { code: 'LL12', name: 'Gresford', latitude: 53.087, longitude: -2.979 },
  { code: 'LL13', name: 'Wrexham south', latitude: 53.038, longitude: -2.97 },
  { code: 'LL14', name: 'Rhiwabon', latitude: 52.987, longitude: -3.039 },
  { code: 'LL20', name: 'Llangollen', latitude: 52.969, longitude: -3.172 },
  { code: 'CH7', name: 'Mold', latitude: 53.167, longitude: -3.143 },
  { code: 'SY1', name: 'Shrewsbury', latitude: 52.718, longitude: -2.745 },
  { code: 'SY2', name: 'Shrewsbury east', latitude: 52.705, longitude: -2.72 },
  { code: 'SY3', name: 'Shrewsbury south', latitude: 52.698, longitude: -2.775 },
  { code: 'SY4', name: 'Wem', latitude: 52.855, longitude: -2.725 },
  { code: 'SY5', name: 'Pontesbury', latitude: 52.648, longitude: -2.89 },
  { code: 'SY11', name: 'Oswestry', latitude: 52.86, longitude: -3.054 },
  { code: 'SY13', name: 'Whitchurch', latitude: 52.969, longitude: -2.682 },
];

import type { en } from './en-calendar';

export const cy: typeof en = {
  title: 'Eich cyfarfodydd yn eich calendr',
  what: 'Gall eich calendr ddangos eich cyfarfodydd ei hun. Pan fydd amser yn newid, bydd eich calendr yn newid hefyd.',
  private: 'Cewch gyfeiriad gwe preifat. Gall unrhyw un sydd â’r cyfeiriad weld amseroedd eich cyfarfodydd.',
  shows: 'Mae’n dangos yr amseroedd a’r gair “Apwyntiad”. Dydy e ddim yn dweud ble, pam na gyda phwy.',
  make: 'Gwneud cyfeiriad preifat',
  address: 'Eich cyfeiriad preifat',
  addHere: 'Ei ychwanegu at y calendr ar y ddyfais hon',
  byHand: 'Neu gopïo’r cyfeiriad. Yn eich calendr, ychwanegwch galendr o gyfeiriad gwe, a’i ludo yno.',
  slow: 'Mae rhai calendrau’n cymryd diwrnod i ddangos newid. Edrychwch yma os nad ydych chi’n siŵr.',
  resetHeading: 'Os oes rhywun arall wedi gweld y cyfeiriad',
  reset: 'Cael cyfeiriad newydd',
  resetHint: 'Bydd yr hen gyfeiriad yn peidio â gweithio. Ychwanegwch yr un newydd at eich calendr.',
  endHeading: 'Os nad ydych chi ei eisiau mwyach',
  end: 'Rhoi’r gorau i hyn',
  endHint: 'Bydd y cyfeiriad yn peidio â gweithio. Gallwch wneud un newydd yn nes ymlaen.',
  doneMade: 'Mae eich cyfeiriad preifat yn barod.',
  doneEnded: 'Dydy’r cyfeiriad ddim yn gweithio mwyach.',
};

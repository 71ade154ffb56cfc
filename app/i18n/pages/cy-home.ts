import { ag, onDay } from '../welsh';
import type { en } from './en-home';

export const cy: typeof en = {
  title: 'Hafan',
  none: {
    heading: 'Does gennych chi ddim cyfarfodydd wedi’u trefnu',
    before: 'Ffoniwch',
    after: 'os ydych chi’n meddwl y dylai fod gennych chi un.',
  },
  step: {
    heading: 'Eich cam nesaf',
    by: (date) => `Erbyn ${date}`,
    late: (date) => `Roedd hwn ar gyfer ${date}. Dydy hi ddim yn rhy hwyr.`,
  },
  club: {
    heading: 'Clwb gwaith yn eich ardal chi',
    session: (weekday, time) => `${weekday} ${time}`,
    miles: (miles) => `${miles} milltir`,
    free: 'am ddim',
    at: (name, place) => `${name}, ${place}`,
  },
  plan: 'Gweld eich cynllun cyfan',
  clubs: 'Gweld clybiau gwaith',
  adviser: 'Eich cynghorydd',
  reach: (adviser) => `Sut i gysylltu ${ag(adviser)}`,
  reachUs: 'Sut i gysylltu â ni',
  call: {
    ask: 'Gofyn i rywun fy ffonio i',
    coming: (when) => `Bydd rhywun yn eich ffonio chi erbyn ${when}.`,
    now: 'Bydd rhywun yn eich ffonio chi cyn bo hir.',
    at: (time, date) => `${time} ${onDay(date)}`,
  },
  online: {
    heading: 'Bod ar-lein',
    ask: 'Dywedwch wrthym ni beth sy’n addas i chi',
    goOn: 'Mynd ymlaen i ddweud beth sy’n addas i chi',
    again: 'Dywedwch wrthym ni eto beth sy’n addas i chi',
    long: 'Deg cwestiwn byr. Nid prawf yw hwn.',
  },
  later: 'Ar ôl hynny',
};

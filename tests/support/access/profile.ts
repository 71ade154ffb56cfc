import type { Question } from '~/domain/capability/answers';
import type { OwnersRecord } from '../access-world';
import {
  at,
  CUSTOMERS_GO,
  CUSTOMERS_SEE,
  DIARY_GOES,
  DIARY_OF_THE_OFFICE_GOES,
  EVERYONE_SEES,
  type Row,
} from './cells';

const desk = (rest: string) => (record: OwnersRecord) => `/staff/customers/${record.customerId}/profile${rest}`;
const wish = (rest: string) => (record: OwnersRecord) => `/staff/other-ways/${record.otherWayId}/${rest}`;
const ofProfile = (record: OwnersRecord) => `profile=${record.profileId}`;

/** Champions see what somebody can do online, and may ask them; what is made of it is the adviser’s and the manager’s. */
const WITH_CHAMPIONS_SEES = 'st st st ok -- ok -- ok -- --';
const WITH_CHAMPIONS_GOES = 'st st st go -- go -- go -- --';

const ANSWERS: Record<Question, string> = {
  ...{ device: 'own', online: 'yes', readByOthers: 'no', often: 'weekly', way: 'text' },
  ...{ open_link: 'alone', write_message: 'alone', fill_form: 'alone', use_code: 'alone', spot_scam: 'alone' },
};

export const PROFILE_ROWS: Record<string, Row> = {
  'routes/profile._index': { path: at('/profile'), load: CUSTOMERS_SEE },
  'routes/profile.$question': {
    path: at('/profile/device'),
    load: CUSTOMERS_SEE,
    act: CUSTOMERS_GO,
    form: 'device=own',
  },
  // The stranger has answered nothing that would come before it.
  'routes/profile.age': {
    path: at('/profile/age'),
    load: 'in ok go in in in in in in in',
    act: CUSTOMERS_GO,
    form: 'ageBand=25_to_34',
  },
  // Nothing is under way to be checked.
  'routes/profile.check': { path: at('/profile/check'), load: CUSTOMERS_GO, act: CUSTOMERS_GO, form: '' },
  'routes/profile.plain-messages': { path: at('/profile/plain-messages'), load: CUSTOMERS_SEE },
  'routes/profile.another-way': {
    path: at('/profile/another-way'),
    load: EVERYONE_SEES,
    act: CUSTOMERS_SEE,
    form: 'wants=letter&note=',
  },
  'routes/profile.another-way_.request': {
    path: at('/profile/another-way/request'),
    load: CUSTOMERS_GO,
    act: CUSTOMERS_GO,
    form: 'wants=letter&note=',
  },
  'routes/profile.another-way_.withdrawal': {
    path: at('/profile/another-way/withdrawal'),
    load: CUSTOMERS_GO,
    act: CUSTOMERS_GO,
    form: '',
  },
  'routes/staff.customers.$id.profile._index': {
    path: desk('?index'),
    load: WITH_CHAMPIONS_SEES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: (r) => `${ofProfile(r)}&seen=&level=self_service`,
  },
  'routes/staff.customers.$id.profile.questions': {
    path: desk('/questions'),
    load: WITH_CHAMPIONS_SEES,
    act: WITH_CHAMPIONS_GOES,
    form: `${new URLSearchParams(ANSWERS)}`,
  },
  'routes/staff.customers.$id.profile.decision-undo': {
    path: desk('/decision-undo'),
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: ofProfile,
  },
  'routes/staff.customers.$id.profile.channel': {
    path: desk('/channel'),
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: ofProfile,
  },
  'routes/staff.other-ways.$id.settlement': {
    path: wish('settlement'),
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: '',
  },
  'routes/staff.other-ways.$id.settlement-undo': {
    path: wish('settlement-undo'),
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: '',
  },
};

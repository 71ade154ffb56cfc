import { defineCatalogue } from './catalogue';

/** What the server itself may have to say before, or instead of, a page. */
export type Refusal =
  | 'bad_request'
  | 'another_site'
  | 'not_found'
  | 'method'
  | 'too_long'
  | 'too_many_fields'
  | 'wrong_type'
  | 'long_address'
  | 'busy'
  | 'unavailable'
  | 'read_only'
  | 'failed';

type Words = Record<Refusal, { heading: string; text: string }>;

const en: Words = {
  bad_request: {
    heading: 'We could not read that',
    text: 'Nothing was changed. Go back, check what you typed, and try again.',
  },
  another_site: {
    heading: 'Nothing was changed',
    text: 'This came from another website, so we did not act on it. Open the page here and try again.',
  },
  not_found: { heading: 'Page not found', text: 'Check the address, or start again from the first page.' },
  method: { heading: 'That cannot be done here', text: 'Nothing was changed. Go back and try again.' },
  too_long: {
    heading: 'That was too long',
    text: 'Nothing was changed. Go back, make your answer shorter, and try again.',
  },
  too_many_fields: { heading: 'That was too much at once', text: 'Nothing was changed. Go back and try again.' },
  wrong_type: {
    heading: 'We cannot take that kind of file or form',
    text: 'Nothing was changed. Go back and try again.',
  },
  long_address: { heading: 'That address is too long', text: 'Check the address, or start from the first page.' },
  busy: { heading: 'Too many tries', text: 'Wait a few minutes, then try again.' },
  unavailable: {
    heading: 'Sorry, the service is not available just now',
    text: 'It is not your fault. Wait a minute, then try again. If you were sending us something, check whether it is there: it may not have been saved. If it cannot wait, phone your jobcentre.',
  },
  read_only: {
    heading: 'Nothing can be changed just now',
    text: 'It is not your fault. Nothing was saved or sent. You can still look at your pages: go back, and try again in a few minutes. If it cannot wait, phone your jobcentre.',
  },
  failed: {
    heading: 'Sorry, something went wrong',
    text: 'It is not your fault. Try again in a few minutes. If it happens again, phone your jobcentre.',
  },
};

const cy: Words = {
  bad_request: {
    heading: 'Doedden ni ddim yn gallu darllen hynny',
    text: 'Does dim byd wedi newid. Ewch yn ôl, gwiriwch beth wnaethoch chi ei deipio, a rhowch gynnig arall arni.',
  },
  another_site: {
    heading: 'Does dim byd wedi newid',
    text: 'Daeth hyn o wefan arall, felly wnaethon ni ddim gweithredu arno. Agorwch y dudalen yma a rhowch gynnig arall arni.',
  },
  not_found: {
    heading: 'Heb ddod o hyd i’r dudalen',
    text: 'Gwiriwch y cyfeiriad, neu dechreuwch eto o’r dudalen gyntaf.',
  },
  method: {
    heading: 'Does dim modd gwneud hynny yma',
    text: 'Does dim byd wedi newid. Ewch yn ôl a rhowch gynnig arall arni.',
  },
  too_long: {
    heading: 'Roedd hynny’n rhy hir',
    text: 'Does dim byd wedi newid. Ewch yn ôl, gwnewch eich ateb yn fyrrach, a rhowch gynnig arall arni.',
  },
  too_many_fields: {
    heading: 'Roedd hynny’n ormod ar unwaith',
    text: 'Does dim byd wedi newid. Ewch yn ôl a rhowch gynnig arall arni.',
  },
  wrong_type: {
    heading: 'Allwn ni ddim derbyn ffeil neu ffurflen o’r math yna',
    text: 'Does dim byd wedi newid. Ewch yn ôl a rhowch gynnig arall arni.',
  },
  long_address: {
    heading: 'Mae’r cyfeiriad yna’n rhy hir',
    text: 'Gwiriwch y cyfeiriad, neu dechreuwch o’r dudalen gyntaf.',
  },
  busy: { heading: 'Gormod o gynigion', text: 'Arhoswch ychydig funudau, yna rhowch gynnig arall arni.' },
  unavailable: {
    heading: 'Mae’n ddrwg gennym, nid yw’r gwasanaeth ar gael ar hyn o bryd',
    text: 'Nid eich bai chi yw hyn. Arhoswch funud, yna rhowch gynnig arall arni. Os oeddech chi’n anfon rhywbeth aton ni, gwiriwch a yw yno: efallai na chafodd ei gadw. Os na all aros, ffoniwch eich canolfan waith.',
  },
  read_only: {
    heading: 'Does dim modd newid dim byd ar hyn o bryd',
    text: 'Nid eich bai chi yw hyn. Chafodd dim byd ei gadw na’i anfon. Gallwch chi edrych ar eich tudalennau o hyd: ewch yn ôl, a rhowch gynnig arall arni mewn ychydig funudau. Os na all aros, ffoniwch eich canolfan waith.',
  },
  failed: {
    heading: 'Mae’n ddrwg gennym, aeth rhywbeth o’i le',
    text: 'Nid eich bai chi yw hyn. Rhowch gynnig arall arni mewn ychydig funudau. Os bydd yn digwydd eto, ffoniwch eich canolfan waith.',
  },
};

/** The Welsh is a draft that a Welsh speaker has not yet reviewed. */
export const refusalWords = defineCatalogue('refusals', { en, cy });

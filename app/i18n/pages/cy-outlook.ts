import { onDay } from '../welsh';
import type { en } from './en-outlook';

/** Draft Welsh. */
export const cy: typeof en = {
  title: 'Sut rydych chi’n teimlo am waith',
  lead: 'Does dim rhaid i chi ateb. Gadewch beth hoffech chi. Mae’n helpu eich cynghorydd i’ch helpu chi.',
  safe: 'Dydy hyn ddim yn newid eich arian. Does neb yn ei gyfrif. Dim ond eich cynghorydd sy’n darllen eich geiriau chi.',
  confidence: 'Pa mor siŵr rydych chi’n teimlo am gael gwaith?',
  confidences: {
    sure: 'Rydw i’n teimlo’n siŵr y caf i waith',
    fairly_sure: 'Rydw i’n teimlo’n weddol siŵr',
    not_sure: 'Dydw i ddim yn teimlo’n siŵr',
  },
  attitude: 'Sut rydych chi’n edrych arno ar hyn o bryd?',
  attitudes: {
    ready_now: 'Rydw i’n barod i ddechrau nawr',
    ready_with_help: 'Rydw i’n barod, gyda rhywfaint o help',
    not_yet: 'Dydw i ddim yn barod eto',
  },
  skip: 'Byddai’n well gen i beidio â dweud',
  note: 'Yn eich geiriau eich hun, os hoffech chi',
  noteHint: 'Beth fyddai’n ei gwneud hi’n haws? Gadewch hwn yn wag os hoffech chi.',
  submit: 'Cadw',
  told: (day) => `Dywedoch chi hyn wrthym ni ${onDay(day)}.`,
  toldStaff: (day) => `Dywedoch chi hyn gyda rhywun yn eich swyddfa ${onDay(day)}.`,
  withdraw: {
    heading: 'Ei dynnu’n ôl',
    text: 'Gallwch chi dynnu hyn yn ôl unrhyw bryd. Wedyn dydy e ddim yn cyfrif. Rydyn ni’n cadw nodyn o beth oedd e.',
    submit: 'Ei dynnu’n ôl',
  },
  errors: {
    nothing: 'Dewiswch ateb neu ysgrifennwch rywbeth, neu ewch yn ôl',
    long: 'Ysgrifennwch lai: mae lle i 1,000 o lythrennau',
    wrong: 'Dewiswch un o’r rhain',
  },
  done: { saved: 'Rydyn ni wedi cadw beth ddywedoch chi wrthym ni.', withdrawn: 'Rydych chi wedi ei dynnu’n ôl.' },
  link: 'Sut rydych chi’n teimlo am waith',
  nearMe: 'Help yn eich ardal chi i fod ar-lein',
};

import type { en } from './en-sending';

/** Drafts: nobody who may say that they are right has read them yet. */
export const cy: typeof en = {
  notArmed: (when) => `Nid oes dim yn cael ei anfon. Copi o Waymark o ${when} yw hwn, o gopi wrth gefn`,
  paused: {
    all: (when) => `Mae anfon wedi’i atal ers ${when}`,
    sms: (when) => `Mae negeseuon testun wedi’u hatal ers ${when}`,
    email: (when) => `Mae e-byst wedi’u hatal ers ${when}`,
    voice: (when) => `Mae galwadau llais wedi’u hatal ers ${when}`,
    letter: (when) => `Mae llythyrau wedi’u hatal ers ${when}`,
  },
  down: {
    sms: 'Nid yw negeseuon testun yn cyrraedd ar hyn o bryd',
    email: 'Nid yw e-byst yn cyrraedd ar hyn o bryd',
    voice: 'Nid yw galwadau llais yn cyrraedd ar hyn o bryd',
    letter: 'Nid yw llythyrau’n cyrraedd ar hyn o bryd',
  },
  downSince: (what, when) => `${what}, ers ${when}`,
  means: {
    notArmed:
      'Nid oes nodyn atgoffa’n mynd ac nid oes neb newydd yn dod ar y rhestr alwadau nes i bwy bynnag sy’n rhedeg Waymark adael iddo anfon. Tan hynny, ffoniwch y bobl y mae eu hapwyntiadau’n agos.',
    all: 'Mae nodiadau atgoffa’n aros. Mae pobl na ellir eu cyrraedd mewn pryd yn dod ar y rhestr alwadau.',
    some: 'Mae nodiadau atgoffa’n aros neu’n mynd ffordd arall. Mae pobl na ellir eu cyrraedd mewn pryd yn dod ar y rhestr alwadau.',
  },
  noCodes: 'Nid yw cwsmeriaid yn cael codau i fewngofnodi.',
  fewCodes: 'Nid yw codau i fewngofnodi’n mynd y ffordd hon chwaith.',
};

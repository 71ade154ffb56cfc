import type { adviser as en, AdviserNewsGaps } from './en-adviser';

export const adviser: typeof en = {
  subject: (g: AdviserNewsGaps) => `${g.adviser} yw eich cynghorydd nawr`,
  discreetSubject: (g: AdviserNewsGaps) => `Neges gan ${g.adviser}`,
  changed: (g: AdviserNewsGaps) => [
    `Helo ${g.first}, ${g.adviser} yw eich cynghorydd o hyn ymlaen. Os oes cyfarfod wedi'i drefnu, mae'n aros fel y mae oni bai ein bod yn dweud. Cwestiwn? Ffoniwch ${g.phone}`,
    `Helo ${g.first}, ${g.adviser} yw eich cynghorydd o hyn ymlaen. Mae eich cyfarfodydd yn aros fel y maen nhw. Cwestiwn? Ffoniwch ${g.phone}`,
    `Helo ${g.first}, ${g.adviser} yw eich cynghorydd nawr. Cwestiwn? Ffoniwch ${g.phone}`,
  ],
  first: (g: AdviserNewsGaps) => [
    `Helo ${g.first}, mae gennych eich cynghorydd eich hun nawr: ${g.adviser}. Rydym yn edrych ymlaen at eich helpu. Cwestiwn? Ffoniwch ${g.phone}`,
    `Helo ${g.first}, mae gennych eich cynghorydd eich hun nawr: ${g.adviser}. Cwestiwn? Ffoniwch ${g.phone}`,
  ],
  discreet: (g: AdviserNewsGaps) => [
    `Helo ${g.first}, o hyn ymlaen gofynnwch am ${g.adviser} pan fyddwch yn ffonio ${g.phone}`,
    `Helo ${g.first}, gofynnwch am ${g.adviser} o hyn ymlaen. ${g.phone}`,
  ],
  letter: {
    changed: (g: AdviserNewsGaps) => [
      `${g.adviser} yw eich cynghorydd o hyn ymlaen.`,
      `Os oes cyfarfod wedi’i drefnu, mae’n aros fel y mae oni bai ein bod yn dweud wrthych.`,
      `Rydym yn edrych ymlaen at eich helpu. Os oes gennych gwestiwn, ffoniwch a gofynnwch am ${g.adviser}.`,
    ],
    first: (g: AdviserNewsGaps) => [
      `Mae gennych eich cynghorydd eich hun nawr: ${g.adviser}.`,
      `Rydym yn edrych ymlaen at eich helpu. Os oes gennych gwestiwn, ffoniwch a gofynnwch am ${g.adviser}.`,
    ],
    discreet: (g: AdviserNewsGaps) => [`O hyn ymlaen gofynnwch am ${g.adviser} pan fyddwch yn ffonio.`],
  },
};

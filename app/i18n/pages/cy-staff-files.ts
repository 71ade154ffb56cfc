import { plural } from '../format';
import type { en } from './en-staff-files';

const kinds = { customers: 'Cwsmeriaid', appointments: 'Apwyntiadau', clubs: 'Clybiau gwaith' };

export const cy: typeof en = {
  title: 'Ffeiliau i mewn ac allan',
  send: {
    heading: 'Anfon ffeil i mewn',
    intro: 'Ffeil CSV, fel y mae taenlen yn ei chadw. Ni chedwir dim cyn i chi edrych drwyddi.',
    columns: (ref) => `“${ref}” yw eich swyddfa yn y ffeil. Gwrthodir llinellau am swyddfeydd eraill.`,
    columnsHeading: 'Pa golofnau sydd mewn ffeil',
    columnsIntro: 'Mae eu henwau ar y llinell gyntaf, mewn unrhyw drefn. Tynnwch ffeil allan isod i weld un gywir.',
    needs: (columns) => `Mae angen ${columns}.`,
    mayHave: (columns) => `Gall gynnwys ${columns}.`,
    kind: 'Beth sydd ynddi?',
    kinds,
    file: 'Y ffeil',
    submit: 'Edrych drwyddi',
    problems: {
      kind: 'Dewiswch beth sydd yn y ffeil',
      file: 'Dewiswch ffeil',
      empty: 'Mae’r ffeil yn wag',
      unreadable: (why) => why,
    },
  },
  take: {
    heading: 'Tynnu ffeil allan',
    intro: 'Mae’r ffeiliau’n agor mewn unrhyw daenlen, a gellir eu hanfon i mewn eto. Cofnodir pwy sy’n tynnu un.',
    kinds,
    about: {
      customers: 'gyda’u rhifau, cyfeiriadau e-bost a chynghorydd',
      appointments: 'y 400 diwrnod diwethaf a’r 400 nesaf',
      clubs: 'ger eich swyddfa',
    },
    care: 'Cadwch hi lle na all neb ond pobl sydd ei hangen ei hagor, a’i dileu wedyn.',
  },
  earlier: {
    heading: 'Ffeiliau a anfonwyd i mewn',
    none: 'Dim eto.',
    row: (kind, date, by) => `${kind}, ${date}, ${by}`,
    states: { review: 'Yn aros i rywun edrych drwyddi', saved: 'Wedi’i chadw', dropped: 'Wedi’i rhoi heibio' },
  },
  review: {
    title: (name) => `Edrych drwy ${name}`,
    done: (name) => `${name}`,
    rather: (kind) =>
      `Colofnau math arall o ffeil sydd ynddi: ${kind}. Rhowch hi heibio a’i hanfon fel honno, oni bai mai dyma oedd eich bwriad.`,
    nothing: 'Ni ellir defnyddio’r ffeil hon.',
    saysNew: 'Newydd',
    saysChanged: 'Wedi newid',
    saysSame: 'Dim byd newydd',
    saysWrong: 'Anghywir',
    wouldBe: 'Os cadwch hi nawr:',
    was: 'Beth a gadwyd:',
    lines: (n) => plural('cy', n, { one: '1 llinell', other: '# llinell' }),
    wrong: {
      heading: 'Llinellau nad ydynt yn gywir',
      intro: 'Cânt eu gadael allan. Cywirwch nhw yn eich ffeil a’i hanfon eto, neu cadwch y lleill nawr.',
      goes: 'Bydd y rhestr hon yn mynd pan gadwch y lleill neu roi’r ffeil heibio. Tynnwch hi allan gyntaf os oes ei hangen.',
      line: 'Llinell',
      why: 'Beth sydd o’i le',
      cells: 'Beth mae’n ei ddweud',
      more: (n) => plural('cy', n, { one: 'Ac 1 llinell arall.', other: 'A # llinell arall.' }),
      take: 'Tynnu’r llinellau hyn allan fel ffeil, gyda’r rhesymau',
    },
    warnings: 'Gwerth edrych',
    warningsIntro: 'Cedwir y llinellau hyn gyda’r lleill.',
    ignored: (names) => `Colofnau a anwybyddir: ${names}`,
    meant: (name, meant) => `“${name}” (ai “${meant}” oedd gennych mewn golwg?)`,
    save: (n) => plural('cy', n, { one: 'Cadw 1 llinell', other: 'Cadw # llinell' }),
    drop: 'Ei rhoi heibio',
    saved: 'Mae’r ffeil wedi’i chadw.',
    dropped: 'Mae’r ffeil wedi’i rhoi heibio. Ni chadwyd dim ohoni.',
    over: 'Cafodd y ffeil hon ei chadw neu ei rhoi heibio o’r blaen.',
  },
};

import type { en } from './en-call-request';

/** Draft Welsh. */
export const cy: typeof en = {
  title: 'Pryd mae’n dda i’ch ffonio?',
  lead: 'Bydd rhywun o’r swyddfa yn eich ffonio bryd hynny.',
  day: 'Pa ddiwrnod?',
  soon: 'Cyn gynted ag y gallwch',
  part: 'Pa adeg o’r dydd?',
  parts: {
    any: 'Unrhyw bryd rydym ar agor',
    morning: 'Bore, cyn 12',
    afternoon: 'Prynhawn, o 12',
  },
  submit: 'Gofyn am alwad',
  choose: 'Dewis amser da',
  change: 'Dewis amser arall',
  errors: {
    day: 'Dewiswch ddiwrnod',
    part: 'Dewiswch adeg o’r dydd',
    not_then: 'Mae’r amser hwnnw drosodd, neu mae’r swyddfa ar gau. Dewiswch un arall',
  },
};

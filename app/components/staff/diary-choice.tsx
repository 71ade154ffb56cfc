import { diaryWords } from '~/i18n/pages/staff-diary';
import type { DiaryWeek } from '~/services/view-diary.server';
import { diaryPath } from './diary-path';
import { WhenAndWhose } from './when-and-whose';
import type { Wording } from './wording';

/** The weeks on either side, my own diary or everybody's, and behind one press a form for any other week or person. */
export function DiaryChoice({ view, wording }: { view: DiaryWeek; wording: Wording }) {
  const { adviser, advisers, monday, today, weekFault, previous, next } = view;
  const words = diaryWords.in(wording.language);
  const ofWeek = (text: string, week: string) => ({ text, href: `/staff/diary?week=${week}&adviser=${adviser}` });
  const near = [
    ofWeek(words.previous, previous),
    { text: words.thisWeek, href: diaryPath(today, adviser) },
    ofWeek(words.next, next),
  ];
  return (
    <WhenAndWhose
      {...{ words, wording, near, adviser, advisers }}
      action="/staff/diary"
      pathOf={diaryPath}
      date={monday}
      dateFault={weekFault}
    />
  );
}

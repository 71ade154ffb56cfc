import { pictured } from '~/domain/letter/easy-marks';
import type { ReminderRule } from '~/domain/reminder/policy';
import type { en } from './en';
import type { Gaps } from './facts';

const paragraphs = (...parts: string[]) => parts.filter(Boolean).join('\n\n');

/** The words of a letter about a meeting in easy read: one idea on a line, and what its picture is before it. */
export function easyLetterBody(words: typeof en, rule: ReminderRule, gaps: Gaps): string {
  const { easy, letter } = words;
  const over = rule === 'missed' || rule === 'cancelled';
  return paragraphs(
    pictured('phone', easy.phone(gaps)),
    over ? '' : pictured('web', easy.online(gaps)),
    letter.greeting(gaps),
    rule === 'changed' ? pictured('change', easy.changed) : '',
    gaps.replaces ? pictured('change', easy.replaces) : '',
    over ? pictured('change', easy.over[rule](gaps)) : pictured('person', easy.meeting(gaps)),
    ...(over
      ? []
      : [
          pictured('clock', easy.when(gaps)),
          pictured('place', easy.where(gaps)),
          pictured('step', easy.purpose(gaps)),
          pictured('bring', easy.bring(gaps)),
          pictured('phone', easy.ask(gaps)),
        ]),
    pictured('clock', easy.another),
  );
}

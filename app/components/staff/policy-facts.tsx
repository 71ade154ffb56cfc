import { SummaryList } from '~/components/design-system/summary-list';
import type { Language } from '~/domain/language';
import { REMINDER_RULES, type PolicyRule, type PolicyRules, type ReminderRule } from '~/domain/reminder/policy';
import { formatTime } from '~/i18n/format';
import { policyWords } from '~/i18n/pages/policy';

/** What the rules say, one line for each. */
export function PolicyFacts({ rules, language }: { rules: PolicyRules; language: Language }) {
  const words = policyWords.in(language);
  const clock = (time: string) => formatTime(time, '', language);
  const { quietHours, mergeWithinMinutes } = rules;
  const noQuiet = quietHours.from === quietHours.to;
  return (
    <SummaryList
      rows={[
        ...REMINDER_RULES.map((rule) => ({ key: words.rules[rule], value: factOf(rule, rules, language) })),
        {
          key: words.quiet,
          value: noQuiet ? words.noQuiet : words.quietFromTo(clock(quietHours.from), clock(quietHours.to)),
        },
        {
          key: words.merge,
          value: mergeWithinMinutes === 0 ? words.noMerge : words.mergeWithin(Math.round(mergeWithinMinutes / 60)),
        },
        { key: words.holidays, value: words.holidayWays[rules.bankHolidays] },
      ]}
    />
  );
}

function factOf(name: ReminderRule, policy: PolicyRules, language: Language): string {
  const words = policyWords.in(language);
  const rule = policy.rules[name];
  if (!rule.on) return words.off;
  switch (rule.timing.kind) {
    case 'at_once':
      return words.atOnce;
    case 'after_outcome':
      return words.afterMissed(rule.timing.minutes);
    case 'before_start':
      return joined(
        policy.sameDay === 'voice' ? words.voiceBefore(rule.timing.minutes) : words.callBefore(rule.timing.minutes),
        sendBy(rule, language),
      );
    case 'days_before': {
      const { days, at, lateAt } = rule.timing;
      const late = lateAt === undefined ? null : words.late(formatTime(lateAt, '', language));
      return joined(words.daysBefore(days, formatTime(at, '', language)), late, sendBy(rule, language));
    }
  }
}

function sendBy({ sendBy: last }: PolicyRule, language: Language): string | null {
  return 'beforeStart' in last ? policyWords.in(language).notAfter(last.beforeStart) : null;
}

const joined = (...parts: (string | null)[]) => parts.filter((part) => part !== null).join('; ');

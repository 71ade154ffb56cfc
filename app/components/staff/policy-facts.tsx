import { SummaryList } from '~/components/design-system/summary-list';
import type { Language } from '~/domain/language';
import { REMINDER_RULES, type PolicyRule, type PolicyRules, type ReminderRule } from '~/domain/reminder/policy';
import { formatTime } from '~/i18n/format';
import { policyWords } from '~/i18n/pages/policy';

/** What the rules say, one line for each. */
export function PolicyFacts({ rules, language }: { rules: PolicyRules; language: Language }) {
  return <SummaryList rows={factsOf(rules, language)} />;
}

/** The lines in which new rules differ from those that count now; what is new first. */
export function PolicyChanges({
  now,
  wanted,
  language,
}: Record<'now' | 'wanted', PolicyRules> & { language: Language }) {
  const words = policyWords.in(language).preview;
  const old = factsOf(now, language);
  const changed = factsOf(wanted, language).flatMap((fact, index) => {
    const before = old[index]?.value ?? '';
    return before === fact.value ? [] : [{ ...fact, before }];
  });
  if (changed.length === 0) return <p className="govuk-body">{words.same}</p>;
  return (
    <SummaryList
      rows={changed.map(({ key, value, before }) => ({
        key,
        value: (
          <>
            <p className="govuk-body">{words.becomes(value)}</p>
            <p className="govuk-body">{words.was(before)}</p>
          </>
        ),
      }))}
    />
  );
}

function factsOf(rules: PolicyRules, language: Language): { key: string; value: string }[] {
  const words = policyWords.in(language);
  const clock = (time: string) => formatTime(time, '', language);
  const { quietHours, mergeWithinMinutes } = rules;
  const noQuiet = quietHours.from === quietHours.to;
  return [
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
  ];
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

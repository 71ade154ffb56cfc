import { findOffice } from '@db/queries/office-day.server';
import { countPlannedTexts, listCharged } from '@db/queries/text-costs.server';
import { DAY } from '~/domain/clock';
import { LANGUAGES, type Language } from '~/domain/language';
import { segmentPrice, type SegmentPrice } from '~/domain/messaging/prices';
import { segmentsOf } from '~/domain/messaging/text-segments';
import { REMINDER_RULES, type ReminderRule } from '~/domain/reminder/policy';
import { previewText, TEXT_SETS, type PreviewPerson, type TextSet, type WrittenText } from '~/i18n/messages/preview';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

/** The same text in each language; `segments` is null for what is not a text. */
export interface ShownText {
  /** Which rule or answer. */
  key: string;
  inLanguage: Record<Language, WrittenText & { segments: number | null }>;
}

export interface TextsPage {
  office: { name: string };
  set: TextSet;
  person: PreviewPerson;
  discreet: boolean;
  texts: ShownText[];
  price: SegmentPrice;
  /** The reminders planned for the next 30 days that can go as texts: how many, and in how many segments. */
  forecast: { texts: number; segments: number };
}

const FORECAST_DAYS = 30;

/**
 * Everything that is sent, in the words in which it is sent, to a made-up person or to the longest names; what a text
 * costs, and what the texts that are planned will cost.
 */
export const viewTexts =
  (deps: Deps) =>
  async (input: {
    staff: SignedInStaff;
    set: string | null;
    person: string | null;
    discreet: boolean;
  }): Promise<TextsPage> => {
    const { staff, discreet } = input;
    const now = deps.clock.now();
    const set = TEXT_SETS.find((one) => one === input.set) ?? 'sms';
    const person = input.person === 'longest' ? 'longest' : 'example';
    const known = await deps.db.read(async (q) => ({
      office: await findOffice(q, staff.officeId),
      charged: await listCharged(q, now - FORECAST_DAYS * DAY),
      planned: await countPlannedTexts(q, {
        officeId: staff.officeId,
        from: now,
        to: now + FORECAST_DAYS * DAY,
      }),
    }));
    if (!known.office) throw new Error('a member of staff has an office that does not exist');
    const asText = set === 'sms' || set === 'answers';
    const written = Object.fromEntries(
      LANGUAGES.map((language) => [language, previewText({ set, person, language, discreet, now })]),
    ) as Record<Language, Record<string, WrittenText>>;
    const shown = (language: Language, key: string) => {
      const text = written[language][key]!;
      return { ...text, segments: asText ? segmentsOf(text.body) : null };
    };
    const forecast = known.planned.reduce(
      (sum, { rule, language, discreet: quiet, texts }) => ({
        texts: sum.texts + texts,
        segments: sum.segments + texts * segmentsOfRule(rule, language, quiet, now),
      }),
      { texts: 0, segments: 0 },
    );
    return {
      office: { name: known.office.name },
      set,
      person,
      discreet,
      texts: Object.keys(written.en).map((key) => ({
        key,
        inLanguage: Object.fromEntries(
          LANGUAGES.map((language) => [language, shown(language, key)]),
        ) as ShownText['inLanguage'],
      })),
      price: segmentPrice(known.charged),
      forecast,
    };
  };

/** What a text of a rule takes, by the example: the same for every rule of a language within a segment or so. */
function segmentsOfRule(rule: ReminderRule, language: Language, discreet: boolean, now: number): number {
  const texts = previewText({ set: 'sms', person: 'example', language, discreet, now });
  const text = REMINDER_RULES.includes(rule) ? texts[rule] : undefined;
  return segmentsOf(text?.body ?? '');
}

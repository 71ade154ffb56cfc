import type { Language } from '~/domain/language';
import { segmentsOf } from '~/domain/messaging/text-segments';
import type { SettingList } from '~/domain/office/setting-lists';
import { formatDate } from '~/i18n/format';
import { adviserWords } from '~/i18n/pages/adviser';
import { recordWords } from '~/i18n/pages/record';
import { memberWords } from '~/i18n/pages/staff-members';
import { officeWords } from '~/i18n/pages/staff-office';

/** What references and ids are called: of kinds of appointment, and of partners. */
export type SettingNames = Record<string, string>;

/** The answers of a question, in words. */
export function choiceTexts(
  name: string,
  options: readonly string[],
  language: Language,
  names: SettingNames,
): { value: string; text: string; hint?: string }[] {
  const words = officeWords.in(language);
  const members = memberWords.in(language);
  const texts: Record<string, Record<string, string>> = {
    kind: { ...words.placeKinds, ...words.digitalPlaceKinds },
    teaches: words.skills,
    stepFree: words.yesOrNo,
    owner: words.owners,
    division: words.divisions,
    barrier: { ...recordWords.in(language).barrierNames, '': words.anybody },
    followedBy: { ...names, '': words.nothing },
    role: members.roles,
    partnerId: { ...names, '': members.noPartner },
    speaks: adviserWords.in(language).languages,
  };
  const hints: Record<string, string> = name === 'role' ? members.roleHints : {};
  return options.map((value) => ({ value, text: texts[name]?.[value] ?? value, hint: hints[value] }));
}

/** One fact of a setting; what is in Welsh is marked as such. */
export interface SettingFact {
  text: string;
  welsh?: true;
}

/** What one of a list is called. */
export function settingName(list: SettingList, values: Record<string, string>): string {
  return (list === 'answers' ? values.title : list === 'steps' ? values.action : values.name) ?? '';
}

/** What a list says of one of its things, beside its name. */
export function settingFacts(
  list: SettingList,
  values: Record<string, string>,
  { language, zone, names }: { language: Language; zone: string; names: SettingNames },
): SettingFact[] {
  const words = officeWords.in(language);
  const barriers: Record<string, string> = recordWords.in(language).barrierNames;
  const value = (name: string) => values[name] ?? '';
  const number = (name: string) => Number(value(name));
  const day = (name: string) => formatDate(value(name), zone, language);
  const plain = (text: string) => (text === '' ? [] : [{ text }]);
  const welsh = (text: string) => (text === '' ? [] : [{ text, welsh: true as const }]);
  switch (list) {
    case 'places':
      return [
        { text: (words.placeKinds as Record<string, string>)[value('kind')] ?? value('kind') },
        ...plain([value('address'), value('postcode')].filter(Boolean).join(', ')),
        { text: words.seats(number('seats')) },
        ...plain(value('stepFree')),
      ];
    case 'kinds':
      return [
        ...welsh(value('nameInWelsh')),
        { text: words.minutes(number('minutes')) },
        ...(number('bufferMinutes') > 0 ? [{ text: words.free(number('bufferMinutes')) }] : []),
        ...(number('capacity') > 1 ? [{ text: words.together(number('capacity')) }] : []),
        ...(value('followedBy') ? [{ text: words.followed(names[value('followedBy')] ?? value('followedBy')) }] : []),
        ...plain(value('purpose')),
      ];
    case 'steps':
      return [
        ...welsh(value('actionInWelsh')),
        { text: (words.owners as Record<string, string>)[value('owner')] ?? value('owner') },
        { text: words.days(number('days')) },
        ...(value('barrier') ? [{ text: words.helps(barriers[value('barrier')] ?? value('barrier')) }] : []),
      ];
    case 'answers':
      return [
        { text: value('body') },
        { text: words.length([...value('body')].length, segmentsOf(value('body'))) },
        ...welsh(value('bodyInWelsh')),
        ...(value('bodyInWelsh')
          ? [{ text: words.length([...value('bodyInWelsh')].length, segmentsOf(value('bodyInWelsh'))) }]
          : []),
      ];
    case 'help':
      return [
        { text: words.helps(barriers[value('barrier')] ?? value('barrier')) },
        ...[...plain(value('what')), ...welsh(value('whatInWelsh'))],
        ...plain([value('phone'), value('address')].filter(Boolean).join(', ')),
      ];
    case 'digital-places': {
      const skills: Record<string, string> = words.skills;
      const teaches = value('teaches').split(',').filter(Boolean).map((skill) => skills[skill] ?? skill); // prettier-ignore
      return [
        { text: (words.digitalPlaceKinds as Record<string, string>)[value('kind')] ?? value('kind') },
        ...[...plain(value('what')), ...welsh(value('whatInWelsh'))],
        ...(teaches.length > 0 ? [{ text: words.teaches(teaches.join(', ')) }] : []),
        ...plain([value('phone'), value('address'), value('postcode')].filter(Boolean).join(', ')),
        ...plain([value('open'), value('cost') && words.costs(value('cost'))].filter(Boolean).join('. ')),
        ...(value('stepFree') === 'yes' ? [{ text: words.stepFreeIn }] : []),
      ];
    }
    case 'partners':
      return [...plain(value('what')), ...welsh(value('whatInWelsh'))];
    case 'school-holidays':
      return [{ text: words.between(day('fromOn'), day('untilOn')) }];
  }
}

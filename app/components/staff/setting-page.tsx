import type { Language } from '~/domain/language';
import type { SettingProblems, SettingValues } from '~/domain/office/setting-fields';
import { isTakenAway } from '~/domain/office/setting-lists';
import { staffPlanWords } from '~/i18n/pages/staff-plan';
import { officeWords } from '~/i18n/pages/staff-office';
import type { ShownSettingForm } from '~/services/office-settings.server';
import { OneButton, SettingsFrame } from './settings-frame';
import { problemTexts, SettingsForm } from './settings-form';
import { settingName } from './setting-texts';

interface Props {
  language: Language;
  shown: ShownSettingForm;
  values: SettingValues;
  problems: SettingProblems;
  changedSince: boolean;
  hidden: Record<string, string>;
  me: { firstName: string; lastName: string };
}

/** "Change: Room 1", or "Add a room or venue". */
export function settingTitle(shown: ShownSettingForm, language: Language): string {
  const words = officeWords.in(language);
  if (!shown.item) return words.lists[shown.list].add;
  return `${words.change}${words.aboutItem(settingName(shown.list, shown.item.values))}`;
}

/** One of a list: its form, and the button that retires it. */
export function SettingPage({ language, shown, values, problems, changedSince, hidden, me }: Props) {
  const words = officeWords.in(language);
  const { list, item, fields, toCome } = shown;
  const base = `/staff/office/${list}`;
  const action = item ? `${base}/${item.id}` : `${base}/new`;
  const errors = problemTexts(problems, fields, language, list);
  const hints = staffPlanWords.in(language).hints;
  return (
    <SettingsFrame
      {...{ language, me }}
      title={settingTitle(shown, language)}
      back={{ href: base, text: words.lists[list].title }}
      errors={[...(changedSince ? [{ text: words.changedSince }] : []), ...errors]}
    >
      {shown.hints.map((hint) => (
        <p key={hint} className="govuk-inset-text">
          {hints[hint]}
        </p>
      ))}
      <SettingsForm
        {...{ language, action, fields, values, problems, hidden }}
        form={list}
        names={Object.fromEntries(shown.kinds.map(({ ref, name }) => [ref, name]))}
        submit={words.save}
      />
      {item?.active && (
        <section>
          {toCome > 0 && (list === 'places' || list === 'kinds') && (
            <p className="govuk-body">{words.toCome[list](toCome)}</p>
          )}
          {!isTakenAway(list) && <p className="govuk-body">{words.retireLead}</p>}
          <OneButton
            action={`${base}/${item.id}/retirement`}
            label={isTakenAway(list) ? words.takeAway : words.retire}
            about={words.aboutItem(settingName(list, item.values))}
          />
        </section>
      )}
    </SettingsFrame>
  );
}

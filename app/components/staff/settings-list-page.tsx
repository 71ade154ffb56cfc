import { Button } from '~/components/design-system/button';
import type { Language } from '~/domain/language';
import { isOrdered, isTakenAway } from '~/domain/office/setting-lists';
import { officeWords } from '~/i18n/pages/staff-office';
import type { ShownSettings } from '~/services/office-settings.server';
import type { ShownSetting } from '~/services/setting-rows';
import { OneButton, SettingsFrame } from './settings-frame';
import { settingFacts, settingName, type SettingNames } from './setting-texts';

export const SETTING_NOTICES = [
  'added',
  'changed',
  'unchanged',
  'retired',
  'restored',
  'moved',
  'removed',
] as const satisfies readonly (keyof ReturnType<typeof officeWords.in>['notices'])[];
export type SettingNotice = (typeof SETTING_NOTICES)[number];

interface Props {
  language: Language;
  zone: string;
  shown: ShownSettings;
  notice: { done: SettingNotice; about: string | null; again: string } | null;
  me: { firstName: string; lastName: string };
}

/** One list of the office: what is in use, in its order, and what is retired. */
export function SettingsListPage({ language, zone, shown, notice, me }: Props) {
  const words = officeWords.in(language);
  const { list, items, mayEdit } = shown;
  const own = words.lists[list];
  const base = `/staff/office/${list}`;
  const names: SettingNames = Object.fromEntries(shown.kinds.map(({ ref, name }) => [ref, name]));
  const used = items.filter(({ active }) => active);
  const retired = items.filter(({ active }) => !active);
  const row = (item: ShownSetting, position: number) => (
    <Item key={item.id} {...{ item, position, shown, names, language, zone }} last={used.length - 1} />
  );
  return (
    <SettingsFrame
      {...{ language, me }}
      title={own.title}
      lead={own.lead}
      back={{ href: '/staff/office', text: words.back }}
      done={notice && { text: words.notices[notice.done], undo: <Undo {...{ notice, base, language }} /> }}
    >
      {mayEdit ? <Button href={`${base}/new`}>{own.add}</Button> : <p className="govuk-body">{words.seeOnly}</p>}
      {items.length === 0 && <p className="govuk-body">{own.none}</p>}
      {used.length > 0 && <ul className="wm-needs__list wm-record__entries">{used.map(row)}</ul>}
      {retired.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{words.retired}</h2>
          <ul className="wm-needs__list wm-record__entries">{retired.map(row)}</ul>
        </>
      )}
    </SettingsFrame>
  );
}

interface UndoProps {
  notice: NonNullable<Props['notice']>;
  base: string;
  language: Language;
}

function Undo({ notice: { done, about, again }, base, language }: UndoProps) {
  const words = officeWords.in(language);
  if (done === 'removed') {
    return (
      <a className="govuk-notification-banner__link" href={`${base}/new?${again}`}>
        {words.addAgain}
      </a>
    );
  }
  if (done !== 'retired' || about === null) return null;
  return <OneButton action={`${base}/${about}/restoration`} label={words.undo} />;
}

interface ItemProps {
  item: ShownSetting;
  position: number;
  last: number;
  shown: ShownSettings;
  names: SettingNames;
  language: Language;
  zone: string;
}

function Item({ item, position, last, shown, names, language, zone }: ItemProps) {
  const words = officeWords.in(language);
  const { list, mayEdit } = shown;
  const path = `/staff/office/${list}/${item.id}`;
  const name = settingName(list, item.values);
  const facts = settingFacts(list, item.values, { language, zone, names });
  const Name = item.active ? 'h2' : 'h3';
  return (
    <li className="wm-need">
      <Name className="wm-need__who">{name}</Name>
      {facts.map((fact) => (
        <p key={fact.text} className="wm-need__why" lang={fact.welsh && language !== 'cy' ? 'cy' : undefined}>
          {fact.text}
        </p>
      ))}
      {mayEdit && (
        <div className="wm-buttons">
          {item.active && (
            <a className="wm-tap" href={path}>
              {words.change}
              <span className="govuk-visually-hidden">{words.about(name)}</span>
            </a>
          )}
          {item.active && isOrdered(list) && position > 0 && (
            <Move path={path} to={position - 1} label={words.up} about={words.aboutItem(name)} />
          )}
          {item.active && isOrdered(list) && position < last && (
            <Move path={path} to={position + 1} label={words.down} about={words.aboutItem(name)} />
          )}
          {!item.active && !isTakenAway(list) && (
            <OneButton action={`${path}/restoration`} label={words.restore} about={words.aboutItem(name)} />
          )}
        </div>
      )}
    </li>
  );
}

/** The place is sent, and not the direction: pressed twice, it moves once. */
function Move({ path, to, label, about }: { path: string; to: number; label: string; about: string }) {
  return <OneButton action={`${path}/position`} hidden={{ to: String(to) }} label={label} about={about} />;
}

import type { SettingRow } from '@db/queries/office-settings.server';
import { YES_OR_NO, type SettingField, type SettingValues } from '~/domain/office/setting-fields';

/** What a column of a setting holds. */
export type SettingValue = string | number | boolean | null;

/** One of a list as its page shows it: what is stored, by field. */
export interface ShownSetting {
  id: string;
  values: SettingValues;
  active: boolean;
}

/** A stored row as its form shows it. */
export function shownSetting(row: SettingRow, fields: readonly SettingField[]): ShownSetting {
  const text = (value: SettingValue | undefined) =>
    typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value ?? '');
  return {
    id: row.id,
    values: Object.fromEntries(fields.map(({ name }) => [name, text(row[name])])),
    active: row.active !== false,
  };
}

/** What was typed, as it is stored. */
export function settingRow(fields: readonly SettingField[], values: SettingValues): Record<string, SettingValue> {
  return Object.fromEntries(
    fields.map((field): [string, SettingValue] => {
      const { name, kind } = field;
      const value = values[name] ?? '';
      if (kind === 'number') return [name, Number(value)];
      if (kind === 'choice' && field.options === YES_OR_NO) return [name, value === 'yes'];
      // Somebody whom it helps with nothing in particular has none.
      return [name, name === 'barrier' && value === '' ? null : value];
    }),
  );
}

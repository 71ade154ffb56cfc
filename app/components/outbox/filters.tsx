import { Button } from '~/components/design-system/button';
import { Details } from '~/components/design-system/text-blocks';
import { Input } from '~/components/design-system/input';
import { CHANNELS } from '~/domain/messaging/channel';
import type { Language } from '~/domain/language';
import { outboxWords } from '~/i18n/pages/outbox';

/** What the visitor chose to see; empty text means everything. */
export interface Chosen {
  show: 'out' | 'coming' | 'unsent';
  channel: string;
  status: string;
  name: string;
}

export const STATUS_CHOICES = ['open', 'arrived', 'lost'] as const;

/** The address of a page of the outbox with these choices. */
export function outboxAddress(chosen: Partial<Chosen>, page = 1): string {
  const query = new URLSearchParams();
  if (chosen.show && chosen.show !== 'out') query.set('show', chosen.show);
  for (const name of ['channel', 'status', 'name'] as const) {
    if (chosen[name]) query.set(name, chosen[name]);
  }
  if (page > 1) query.set('page', String(page));
  return query.size > 0 ? `/outbox?${query}` : '/outbox';
}

export function Filters({ chosen, language }: { chosen: Chosen; language: Language }) {
  const words = outboxWords.in(language);
  const isFiltered = Boolean(chosen.channel || chosen.status || chosen.name);
  return (
    <Details summary={words.filter.heading} open={isFiltered}>
      <form method="get" action="/outbox">
        {chosen.show !== 'out' && <input type="hidden" name="show" value={chosen.show} />}
        <Choice
          name="channel"
          label={words.filter.channel}
          value={chosen.channel}
          options={[['', words.filter.anyChannel], ...CHANNELS.map((one) => [one, words.channel[one]] as const)]}
        />
        {chosen.show === 'out' && (
          <Choice
            name="status"
            label={words.filter.status}
            value={chosen.status}
            options={[['', words.filter.anyStatus], ...STATUS_CHOICES.map((one) => [one, words.filter[one]] as const)]}
          />
        )}
        <Input
          name="name"
          label={{ text: words.filter.name }}
          classes="govuk-input--width-20"
          defaultValue={chosen.name}
          autoComplete="off"
        />
        <div className="wm-outbox__buttons">
          <Button classes="govuk-button--secondary">{words.filter.apply}</Button>
          {isFiltered && (
            <a className="govuk-link" href={outboxAddress({ show: chosen.show })}>
              {words.filter.clear}
            </a>
          )}
        </div>
      </form>
    </Details>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  value: string;
  options: readonly (readonly [value: string, text: string])[];
}

function Choice({ name, label, value, options }: ChoiceProps) {
  return (
    <div className="govuk-form-group">
      <label className="govuk-label" htmlFor={name}>
        {label}
      </label>
      <select className="govuk-select" id={name} name={name} defaultValue={value}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

import { Fragment, type ReactNode } from 'react';
import { classNames } from './class-names';
import { Fieldset, type Legend } from './fieldset';
import { ErrorMessage, FormGroup, Hint, Label, type ErrorText } from './form-parts';

export type RadioItem = { divider: string } | { value: string; text: ReactNode; hint?: ReactNode; id?: string };

interface RadiosProps {
  name: string;
  /** Start of the ids; the name, when not given. The first radio has it as its id. */
  idPrefix?: string;
  items: readonly RadioItem[];
  /** The answer given before. */
  value?: string | null;
  fieldset?: { legend: Legend; classes?: string; describedBy?: string };
  hint?: ReactNode;
  error?: ErrorText;
  classes?: string;
}

/** One answer out of several. */
export function Radios({ name, idPrefix = name, items, value, fieldset, hint, error, classes }: RadiosProps) {
  const describedBy = classNames(
    fieldset?.describedBy,
    hint !== undefined && `${idPrefix}-hint`,
    error && `${idPrefix}-error`,
  );
  const question = (
    <>
      {hint !== undefined && <Hint id={`${idPrefix}-hint`}>{hint}</Hint>}
      {error && <ErrorMessage id={`${idPrefix}-error`} error={error} />}
      <div className={classNames('govuk-radios', classes)}>
        {items.map((item, index) => {
          const id = index === 0 ? idPrefix : `${idPrefix}-${index + 1}`;
          if ('divider' in item) {
            return (
              <div key={id} className="govuk-radios__divider">
                {item.divider}
              </div>
            );
          }
          return <Radio key={id} name={name} id={item.id ?? id} item={item} checked={item.value === value} />;
        })}
      </div>
    </>
  );
  return (
    <FormGroup error={error}>
      {fieldset ? (
        <Fieldset legend={fieldset.legend} classes={fieldset.classes} describedBy={describedBy}>
          {question}
        </Fieldset>
      ) : (
        <Fragment>{question}</Fragment>
      )}
    </FormGroup>
  );
}

interface RadioProps {
  name: string;
  id: string;
  item: { value: string; text: ReactNode; hint?: ReactNode };
  checked: boolean;
}

function Radio({ name, id, item, checked }: RadioProps) {
  const hintId = item.hint === undefined ? undefined : `${id}-item-hint`;
  return (
    <div className="govuk-radios__item">
      <input
        className="govuk-radios__input"
        id={id}
        name={name}
        type="radio"
        value={item.value}
        defaultChecked={checked}
        aria-describedby={hintId}
      />
      <Label htmlFor={id} classes="govuk-radios__label">
        {item.text}
      </Label>
      {hintId && (
        <Hint id={hintId} classes="govuk-radios__hint">
          {item.hint}
        </Hint>
      )}
    </div>
  );
}

import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Fieldset, type Legend } from './fieldset';
import { ErrorMessage, FormGroup, Hint, Label, type ErrorText } from './form-parts';

export interface CheckboxItem {
  value: string;
  text: ReactNode;
  hint?: ReactNode;
  id?: string;
  /** Where it has a name of its own. */
  name?: string;
  /** Ticked, whatever `values` says. */
  checked?: boolean;
}

interface CheckboxesProps {
  name: string;
  /** Start of the ids; the name, when not given. The first box has it as its id. */
  idPrefix?: string;
  items: readonly CheckboxItem[];
  /** The values that are ticked. */
  values?: readonly string[];
  fieldset?: { legend: Legend; classes?: string; describedBy?: string };
  hint?: ReactNode;
  error?: ErrorText;
  classes?: string;
}

/** Any number of answers out of several. */
export function Checkboxes(props: CheckboxesProps) {
  const { name, idPrefix = name, items, values = [], fieldset, hint, error, classes } = props;
  const describedBy = classNames(
    fieldset?.describedBy,
    hint !== undefined && `${idPrefix}-hint`,
    error && `${idPrefix}-error`,
  );
  const question = (
    <>
      {hint !== undefined && <Hint id={`${idPrefix}-hint`}>{hint}</Hint>}
      {error && <ErrorMessage id={`${idPrefix}-error`} error={error} />}
      <div className={classNames('govuk-checkboxes', classes)}>
        {items.map((item, index) => {
          const id = item.id ?? (index === 0 ? idPrefix : `${idPrefix}-${index + 1}`);
          return (
            <Checkbox
              key={id}
              name={item.name ?? name}
              id={id}
              item={item}
              checked={item.checked ?? values.includes(item.value)}
              describedBy={fieldset ? '' : describedBy}
            />
          );
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
        question
      )}
    </FormGroup>
  );
}

interface CheckboxProps {
  name: string;
  id: string;
  item: CheckboxItem;
  checked: boolean;
  /** Of the question, where there is no fieldset to say it. */
  describedBy: string;
}

function Checkbox({ name, id, item, checked, describedBy }: CheckboxProps) {
  const hintId = item.hint === undefined ? undefined : `${id}-item-hint`;
  return (
    <div className="govuk-checkboxes__item">
      <input
        className="govuk-checkboxes__input"
        id={id}
        name={name}
        type="checkbox"
        value={item.value}
        defaultChecked={checked}
        aria-describedby={classNames(describedBy, hintId) || undefined}
      />
      <Label htmlFor={id} classes="govuk-checkboxes__label">
        {item.text}
      </Label>
      {hintId && (
        <Hint id={hintId} classes="govuk-checkboxes__hint">
          {item.hint}
        </Hint>
      )}
    </div>
  );
}

import { Fieldset } from '~/components/design-system/fieldset';
import { ErrorMessage, FormGroup, Hint, type ErrorText } from '~/components/design-system/form-parts';
import { Input } from '~/components/design-system/input';

interface Props {
  legend: string;
  hint: string;
  labels: { day: string; month: string; year: string };
  values: { day?: string; month?: string; year?: string };
  error?: ErrorText;
}

/** A date in three plain fields, which everybody can type. The first has the id "day". */
export function DateFields({ legend, hint, labels, values, error }: Props) {
  return (
    <FormGroup error={error}>
      <Fieldset legend={{ text: legend }} describedBy={`date-hint${error ? ' date-error' : ''}`}>
        <Hint id="date-hint">{hint}</Hint>
        {error && <ErrorMessage id="date-error" error={error} />}
        <div className="wm-date">
          {(['day', 'month', 'year'] as const).map((part) => (
            <Input
              key={part}
              name={part}
              label={{ text: labels[part] }}
              inputMode="numeric"
              autoComplete="off"
              defaultValue={values[part]}
              classes={part === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2'}
            />
          ))}
        </div>
      </Fieldset>
    </FormGroup>
  );
}

import { Button } from '~/components/design-system/button';
import { Radios } from '~/components/design-system/radios';
import { Textarea } from '~/components/design-system/textarea';
import { errorBeside } from '~/components/question-page';
import { LEVELS } from '~/domain/capability/assess-capability';
import type { DecisionProblems, DecisionValues } from '~/domain/capability/decision-form';
import type { Language } from '~/domain/language';
import { staffProfileWords } from '~/i18n/pages/staff-profile';
import type { ProfileDesk } from '~/services/view-profile-desk.server';
import type { ShownProfile } from './capability-result';

interface Props {
  language: Language;
  view: ProfileDesk;
  current: ShownProfile;
  /** What was typed; null before anything was. */
  values: DecisionValues | null;
  errors: DecisionProblems;
}

/** Confirms what is recommended, or decides otherwise with a reason. It carries what was seen, so that nothing newer is decided unseen. */
export function CapabilityDecision({ language, view, current, values, errors }: Props) {
  const words = staffProfileWords.in(language);
  const { decision, recommended } = current;
  return (
    <form method="post" action={`/staff/customers/${view.customer.id}/profile?index`} noValidate>
      <input type="hidden" name="profile" value={current.id} />
      <input type="hidden" name="seen" value={decision?.at ?? ''} />
      <Radios
        name="level"
        fieldset={{
          legend: {
            text: decision ? words.decideAgain : words.decide,
            classes: 'govuk-fieldset__legend--m',
          },
        }}
        error={errorBeside(errors.level && words.errors.level, language)}
        value={values?.level ?? decision?.level ?? recommended}
        items={LEVELS.map((level) => ({
          value: level,
          text: level === recommended ? `${words.levels[level]} (${words.recommended})` : words.levels[level],
        }))}
      />
      <Textarea
        name="reason"
        label={{ text: words.whyOther, classes: 'govuk-label--s' }}
        hint={words.whyHint}
        error={errorBeside(errors.reason && words.errors[errors.reason], language)}
        rows={3}
        defaultValue={values?.reason ?? decision?.reason ?? ''}
      />
      <Button>{words.save}</Button>
    </form>
  );
}

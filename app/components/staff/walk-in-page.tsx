import { Button } from '~/components/design-system/button';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { Input } from '~/components/design-system/input';
import { BackLink } from '~/components/design-system/links';
import { Radios } from '~/components/design-system/radios';
import { InsetText } from '~/components/design-system/text-blocks';
import { errorBeside } from '~/components/question-page';
import type { Language } from '~/domain/language';
import { frameWords } from '~/i18n/pages/frame';
import { bookingWords } from '~/i18n/pages/staff-booking';
import type { FreeNow, WalkInView } from '~/services/record-walk-in.server';
import { Select } from '~/components/design-system/select';
import { StaffBar } from './staff-bar';
import { wordingFor } from './wording';

export type WalkInFault = 'taken' | 'changed' | 'choose' | 'minutes';

interface Props {
  language: Language;
  view: WalkInView;
  me: { firstName: string; lastName: string };
  formKey: string;
  fault: WalkInFault | null;
  values: { adviser: string; kind: string; minutes: string } | null;
}

/** Somebody has come without an appointment: who sees them, and for how long. */
export function WalkInPage({ language, view, me, formKey, fault, values }: Props) {
  const wording = wordingFor(language, { zone: view.zone, now: view.now });
  const all = bookingWords.in(language);
  const words = all.walk;
  const frame = frameWords.in(language);
  const record = `/staff/customers/${view.customer.id}`;
  const text = fault && (fault === 'minutes' ? all.faults.minutes : words[fault]);
  const error = (field: string) =>
    errorBeside(text && (fault === 'minutes' ? 'minutes' : 'adviser') === field ? text : undefined, language);
  const item = ({ adviser, until }: FreeNow, name: string) => ({
    ...{ value: adviser.id, text: name, hint: until === null ? words.rest : words.until(wording.time(until)) },
  });
  const items = [
    ...(view.me ? [item(view.me, words.me(wording.name(view.me.adviser)))] : []),
    ...view.others.map((one) => item(one, wording.name(one.adviser))),
  ];
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href={record}>{frame.back}</BackLink>
      {text && (
        <ErrorSummary
          title={frame.problem}
          errors={[{ text, href: fault === 'minutes' ? '#minutes' : items.length > 0 ? '#adviser' : '#book' }]}
        />
      )}
      <h1 className="govuk-heading-l">{words.title(wording.name(view.customer))}</h1>
      <p className="govuk-body">{words.intro}</p>
      {!view.me && <InsetText>{`${words.busy} ${items.length > 0 ? words.freeNow : words.nobody}`}</InsetText>}
      {items.length === 0 && (
        <Button href={`${record}/booking`} id="book">
          {words.book}
        </Button>
      )}
      {items.length > 0 && (
        <form method="post" action={`${record}/walk-in`} noValidate>
          <input type="hidden" name="key" value={formKey} />
          <Radios
            name="adviser"
            classes="govuk-radios--small"
            fieldset={{ legend: { text: words.who, classes: 'govuk-fieldset__legend--s' } }}
            items={items}
            value={values?.adviser ?? view.me?.adviser.id ?? null}
            error={error('adviser')}
          />
          <Select
            name="kind"
            label={all.kind}
            items={view.kinds.map(({ ref, name, minutes }) => ({ value: ref, text: all.kindItem(name, minutes) }))}
            defaultValue={values?.kind ?? view.usual}
          />
          <Input
            name="minutes"
            label={{ text: all.minutes }}
            hint={all.minutesHint(view.kinds.find(({ ref }) => ref === view.usual)?.minutes ?? 0)}
            error={error('minutes')}
            defaultValue={values?.minutes ?? ''}
            inputMode="numeric"
            classes="govuk-input--width-3"
          />
          <Button>{words.submit}</Button>
        </form>
      )}
    </div>
  );
}

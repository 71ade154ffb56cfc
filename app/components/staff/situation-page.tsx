import { Button } from '~/components/design-system/button';
import { Checkboxes } from '~/components/design-system/checkboxes';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { BackLink } from '~/components/design-system/links';
import { Radios } from '~/components/design-system/radios';
import { Textarea } from '~/components/design-system/textarea';
import { errorBeside } from '~/components/question-page';
import type { Language } from '~/domain/language';
import { BARRIERS, type Barrier } from '~/domain/situation/barrier';
import { ATTITUDES, CONFIDENCES } from '~/domain/situation/outlook';
import type { SignpostNotice } from '~/http/signpost-desk.server';
import type { StaffSituationErrors } from '~/http/staff-situation-form.server';
import { frameWords } from '~/i18n/pages/frame';
import { recordWords } from '~/i18n/pages/record';
import { signpostWords } from '~/i18n/pages/signposts';
import type { StaffSituation } from '~/services/record-situation.server';
import { HelpByName } from './help-by-name';
import { OutlookFacts } from './record-outlook';
import { SignpostBanner } from './signpost-banner';
import { StaffBar } from './staff-bar';
import { wordingFor } from './wording';

interface Values {
  kinds: readonly Barrier[];
  note: string;
  outlook: { confidence: string; attitude: string; note: string };
}

interface Props {
  language: Language;
  view: StaffSituation;
  /** What was typed before; null for what stands. */
  values: Values | null;
  problems: StaffSituationErrors;
  notice: SignpostNotice | null;
  me: { firstName: string; lastName: string };
}

const FIELDS = ['barrier', 'note', 'confidence', 'outlookNote'] as const;

/** A customer's situation, put down with them by their adviser, and help by name; managers see of what kind it is. */
export function SituationPage({ language, view, values, problems, notice, me }: Props) {
  const { customer, zone, now, mayRecord } = view;
  const wording = wordingFor(language, { zone, now });
  const all = signpostWords.in(language);
  const words = all.situation;
  const base = `/staff/customers/${customer.id}`;
  const texts: Partial<Record<(typeof FIELDS)[number], string>> = {};
  for (const field of FIELDS) {
    const problem = problems[field];
    if (problem) texts[field] = words.errors[problem];
  }
  const errors = FIELDS.flatMap((field) => (texts[field] ? [{ text: texts[field], href: `#${field}` }] : []));
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href={base}>{all.back}</BackLink>
      {errors.length > 0 && <ErrorSummary title={frameWords.in(language).problem} errors={errors} />}
      {notice && errors.length === 0 && <SignpostBanner notice={notice} back={`${base}/situation`} wording={wording} />}
      <h1 className="govuk-heading-l">{words.title(wording.name(customer))}</h1>
      <p className="govuk-body">{mayRecord ? words.intro : words.managers}</p>
      {mayRecord ? (
        <SituationForm
          action={`${base}/situation`}
          values={values ?? standing(view)}
          texts={texts}
          language={language}
        />
      ) : (
        <section>
          <h2 className="govuk-heading-m">{words.outlook}</h2>
          <OutlookFacts outlook={view.outlook} zone={zone} wording={wording} />
        </section>
      )}
      <HelpByName view={view} language={language} />
    </div>
  );
}

function standing({ barriers, outlook }: StaffSituation): Values {
  const { confidence, attitude, note } = outlook ?? { confidence: null, attitude: null, note: '' };
  return { ...barriers, outlook: { confidence: confidence ?? '', attitude: attitude ?? '', note } };
}

interface FormProps {
  action: string;
  values: Values;
  texts: Partial<Record<(typeof FIELDS)[number], string>>;
  language: Language;
}

function SituationForm({ action, values, texts, language }: FormProps) {
  const words = signpostWords.in(language).situation;
  const names = recordWords.in(language).barrierNames;
  const skip = { value: '', text: words.skip };
  const { confidence, attitude, note } = values.outlook;
  return (
    <form method="post" action={action} noValidate>
      <Checkboxes
        name="barrier"
        fieldset={{ legend: { text: words.barriers, classes: 'govuk-fieldset__legend--m' } }}
        error={errorBeside(texts.barrier, language)}
        values={values.kinds}
        items={BARRIERS.map((kind) => ({ value: kind, text: names[kind] }))}
      />
      <Textarea
        {...{ name: 'note', rows: 3, spellCheck: true, defaultValue: values.note }}
        label={{ text: words.barriersNote }}
        error={errorBeside(texts.note, language)}
      />
      <Radios
        name="confidence"
        fieldset={{ legend: { text: words.confidence, classes: 'govuk-fieldset__legend--m' } }}
        error={errorBeside(texts.confidence, language)}
        value={confidence}
        items={[...CONFIDENCES.map((one) => ({ value: one, text: words.confidences[one] })), skip]}
      />
      <Radios
        name="attitude"
        fieldset={{ legend: { text: words.attitude, classes: 'govuk-fieldset__legend--m' } }}
        value={attitude}
        items={[...ATTITUDES.map((one) => ({ value: one, text: words.attitudes[one] })), skip]}
      />
      <Textarea
        {...{ name: 'outlookNote', rows: 3, spellCheck: true, defaultValue: note }}
        label={{ text: words.outlookNote }}
        error={errorBeside(texts.outlookNote, language)}
      />
      <Button>{words.submit}</Button>
    </form>
  );
}

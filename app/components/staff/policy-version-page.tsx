import { ErrorSummary } from '~/components/design-system/error-summary';
import { BackLink } from '~/components/design-system/links';
import type { FormProblems, FormValues } from '~/http/policy-form.server';
import type { Language } from '~/domain/language';
import { formatLongDate } from '~/i18n/format';
import { frameWords } from '~/i18n/pages/frame';
import { policyWords } from '~/i18n/pages/policy';
import type { PolicyVersionView } from '~/services/manage-policies.server';
import { kindName, type KindNames } from './kind-name';
import { savedLine } from './kind-policy';
import { PolicyFacts } from './policy-facts';
import { policyErrors, PolicyForm } from './policy-form';
import { PolicyPreview, type Comparison } from './policy-preview';
import { StaffBar } from './staff-bar';

export interface PolicyVersionData {
  language: Language;
  me: { firstName: string; lastName: string };
  zone: string;
  names: KindNames;
  kind: string;
  /** The id of the newest version that the writer saw; empty for none. */
  after: string;
  values: FormValues;
  problems: FormProblems;
  /** A colleague saved or took back a version since the form was shown; and which is the newest now. */
  overtaken: { by: PolicyVersionView | null } | null;
  comparison: Comparison | null;
}

/** The form for a new version; once it is filled in, with what it would change above it. */
export function PolicyVersionPage(data: PolicyVersionData) {
  const { language, kind, comparison, problems, overtaken, zone, names } = data;
  const words = policyWords.in(language);
  const frame = frameWords.in(language);
  const errors = [
    ...(overtaken ? [{ text: words.problems.newer, href: '#newest' }] : []),
    ...policyErrors(problems, words),
  ];
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={data.me} language={language} />
      <BackLink href="/staff/reminder-policy">{frame.back}</BackLink>
      {errors.length > 0 && <ErrorSummary title={frame.problem} errors={errors} />}
      <h1 className="govuk-heading-l">{comparison ? words.preview.title : words.edit.title}</h1>
      <p className="govuk-body">{words.edit.kind(kindName(kind, words, names, language))}</p>
      {overtaken && (
        <section className="govuk-inset-text" id="newest" aria-labelledby="newest-title" tabIndex={-1}>
          <h2 className="govuk-heading-s" id="newest-title">
            {overtaken.by
              ? words.from(overtaken.by.version, formatLongDate(overtaken.by.effectiveFrom, zone, language))
              : words.edit.takenBack}
          </h2>
          {overtaken.by && (
            <>
              <p className="govuk-body">{savedLine(overtaken.by, zone, language)}.</p>
              <PolicyFacts rules={overtaken.by.rules} language={language} />
            </>
          )}
        </section>
      )}
      {comparison && (
        <>
          <PolicyPreview {...data} comparison={comparison} />
          <h2 className="govuk-heading-m">{words.preview.again}</h2>
        </>
      )}
      {overtaken && <h2 className="govuk-heading-m">{words.edit.yours}</h2>}
      <PolicyForm {...data} />
    </div>
  );
}

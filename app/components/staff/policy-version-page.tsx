import { ErrorSummary } from '~/components/design-system/error-summary';
import { BackLink } from '~/components/design-system/links';
import type { FormProblems, FormValues } from '~/http/policy-form.server';
import type { Language } from '~/domain/language';
import { frameWords } from '~/i18n/pages/frame';
import { policyWords } from '~/i18n/pages/policy';
import { policyErrors, PolicyForm } from './policy-form';
import { PolicyPreview, type Comparison } from './policy-preview';
import { StaffBar } from './staff-bar';

export interface PolicyVersionData {
  language: Language;
  me: { firstName: string; lastName: string };
  zone: string;
  kind: string;
  after: number;
  values: FormValues;
  problems: FormProblems;
  /** A colleague saved a version since the form was shown. */
  newer: boolean;
  comparison: Comparison | null;
}

/** The form for a new version; once it is filled in, with what it would change above it. */
export function PolicyVersionPage(data: PolicyVersionData) {
  const { language, kind, comparison, problems, newer } = data;
  const words = policyWords.in(language);
  const frame = frameWords.in(language);
  const errors = [
    ...(newer ? [{ text: words.problems.newer, href: '/staff/reminder-policy' }] : []),
    ...policyErrors(problems, words),
  ];
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={data.me} language={language} />
      <BackLink href="/staff/reminder-policy">{frame.back}</BackLink>
      {errors.length > 0 && <ErrorSummary title={frame.problem} errors={errors} />}
      <h1 className="govuk-heading-l">{comparison ? words.preview.title : words.edit.title}</h1>
      <p className="govuk-body">{words.edit.kind(kind === '' ? words.everyKind : kind)}</p>
      {comparison && (
        <>
          <PolicyPreview {...data} comparison={comparison} />
          <h2 className="govuk-heading-m">{words.preview.again}</h2>
        </>
      )}
      <PolicyForm {...data} />
    </div>
  );
}

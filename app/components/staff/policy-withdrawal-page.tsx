import { Button } from '~/components/design-system/button';
import { BackLink } from '~/components/design-system/links';
import type { Language } from '~/domain/language';
import { formatLongDate } from '~/i18n/format';
import { frameWords } from '~/i18n/pages/frame';
import { policyWords } from '~/i18n/pages/policy';
import type { PolicyVersionView } from '~/services/manage-policies.server';
import { kindName, type KindNames } from './kind-name';
import { savedLine } from './kind-policy';
import { PolicyFacts } from './policy-facts';
import { StaffBar } from './staff-bar';

export interface PolicyWithdrawalData {
  language: Language;
  me: { firstName: string; lastName: string };
  zone: string;
  names: KindNames;
  kind: string;
  version: PolicyVersionView;
}

/** Asks once more before rules that are to come are taken back: they cannot be had again but by writing them anew. */
export function PolicyWithdrawalPage({ language, me, zone, names, kind, version }: PolicyWithdrawalData) {
  const words = policyWords.in(language);
  const begins = formatLongDate(version.effectiveFrom, zone, language);
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href="/staff/reminder-policy">{frameWords.in(language).back}</BackLink>
      <h1 className="govuk-heading-l">{words.withdrawal.title(version.version)}</h1>
      <p className="govuk-body">{words.edit.kind(kindName(kind, words, names, language))}</p>
      <p className="govuk-body">
        {words.coming(version.version, begins)}. {savedLine(version, zone, language)}.
      </p>
      <PolicyFacts rules={version.rules} language={language} />
      <p className="govuk-body">{words.withdrawal.means}</p>
      <form method="post" action={`/staff/reminder-policy/${version.id}/withdrawal`}>
        <Button>{words.withdrawal.submit}</Button>
      </form>
      <p className="govuk-body">
        <a className="govuk-link" href="/staff/reminder-policy">
          {words.withdrawal.keep}
        </a>
      </p>
    </div>
  );
}

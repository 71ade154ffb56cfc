import type { Language } from '~/domain/language';
import { formatLongDate } from '~/i18n/format';
import { policyWords } from '~/i18n/pages/policy';
import { staffWords } from '~/i18n/pages/staff';
import type { KindPolicies, PolicyVersionView } from '~/services/manage-policies.server';
import { kindName, type KindNames } from './kind-name';
import { PolicyFacts } from './policy-facts';

/** Where new rules for a kind are written. */
export function newVersionPath(kind: string): string {
  return `/staff/reminder-policy/new-version?kind=${encodeURIComponent(kind)}`;
}

/** "Saved by Elin Vaughan, Tuesday 24 November 2026". */
export function savedLine({ by, createdAt }: PolicyVersionView, zone: string, language: Language): string {
  const words = policyWords.in(language);
  const date = formatLongDate(createdAt, zone, language);
  return by ? words.by(staffWords.in(language).name(by.firstName, by.lastName), date) : words.bySystem(date);
}

interface Props {
  policies: KindPolicies;
  names: KindNames;
  zone: string;
  language: Language;
}

/** The rules of one kind: in force, to come, and earlier ones. */
export function KindPolicy({ policies, names, zone, language }: Props) {
  const words = policyWords.in(language);
  const { kind, inForce, rules, coming, earlier } = policies;
  const name = kindName(kind, words, names, language);
  const date = (at: number) => formatLongDate(at, zone, language);
  const none = kind === '' ? words.standard : words.asOthers;
  return (
    <section>
      <h2 className="govuk-heading-m">{name}</h2>
      <p className="govuk-body">
        {inForce
          ? `${words.since(inForce.version, date(inForce.effectiveFrom))}. ${savedLine(inForce, zone, language)}.`
          : none}
      </p>
      {(inForce ?? kind === '') && <PolicyFacts rules={rules} language={language} />}
      {coming.map((version) => (
        <div key={version.id} className="govuk-inset-text">
          <h3 className="govuk-heading-s">{words.coming(version.version, date(version.effectiveFrom))}</h3>
          <p className="govuk-body">{savedLine(version, zone, language)}.</p>
          <PolicyFacts rules={version.rules} language={language} />
          <a href={`/staff/reminder-policy/${version.id}/withdrawal`} className="govuk-button govuk-button--secondary">
            {words.withdraw}
            <span className="govuk-visually-hidden">{words.withdrawAbout(version.version, name)}</span>
          </a>
        </div>
      ))}
      <a href={newVersionPath(kind)} className="govuk-button govuk-button--secondary">
        {words.change}
        <span className="govuk-visually-hidden">{words.changeAbout(name)}</span>
      </a>
      {earlier.length > 0 && (
        <div className="wm-policy-earlier">
          <h3 className="govuk-heading-s">
            {words.earlier}
            <span className="govuk-visually-hidden">: {name}</span>
          </h3>
          {earlier.map((version) => (
            <details key={version.id} className="wm-more">
              <summary className="wm-more__summary">
                {words.from(version.version, date(version.effectiveFrom))}
                <span className="govuk-visually-hidden">: {name}</span>
              </summary>
              <p className="govuk-body">{savedLine(version, zone, language)}.</p>
              <PolicyFacts rules={version.rules} language={language} />
            </details>
          ))}
        </div>
      )}
    </section>
  );
}

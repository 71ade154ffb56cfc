import { Button } from '~/components/design-system/button';
import { NotificationBanner } from '~/components/design-system/notification-banner';
import type { Language } from '~/domain/language';
import { formatLongDate } from '~/i18n/format';
import { frameWords } from '~/i18n/pages/frame';
import { policyWords } from '~/i18n/pages/policy';
import { staffWords } from '~/i18n/pages/staff';
import type { KindPolicies, OfficePolicies, PolicyVersionView } from '~/services/manage-policies.server';
import { PolicyFacts } from './policy-facts';
import { StaffBar } from './staff-bar';

export const POLICY_NOTICES = ['saved', 'withdrawn', 'notWithdrawn'] as const;

interface Props {
  language: Language;
  policies: OfficePolicies;
  me: { firstName: string; lastName: string };
  notice: (typeof POLICY_NOTICES)[number] | null;
}

/** The office's reminder rules: what counts now, what is to come, and what was. */
export function PoliciesPage({ language, policies, me, notice }: Props) {
  const words = policyWords.in(language);
  return (
    <div className="wm-staff">
      <StaffBar me={me} language={language} />
      {notice && (
        <NotificationBanner
          type={notice === 'notWithdrawn' ? undefined : 'success'}
          role={notice === 'notWithdrawn' ? 'alert' : undefined}
          title={notice === 'notWithdrawn' ? staffWords.in(language).important : frameWords.in(language).done}
        >
          <p className="govuk-notification-banner__heading">{words[notice]}</p>
        </NotificationBanner>
      )}
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">{words.lead}</p>
      {policies.kinds.map((one) => (
        <Kind key={one.kind} policies={one} zone={policies.zone} language={language} />
      ))}
    </div>
  );
}

function Kind({ policies, zone, language }: { policies: KindPolicies; zone: string; language: Language }) {
  const words = policyWords.in(language);
  const { kind, inForce, rules, coming, history } = policies;
  const name = kind === '' ? words.everyKind : kind;
  const date = (at: number) => formatLongDate(at, zone, language);
  const saved = ({ by, createdAt }: PolicyVersionView) =>
    by
      ? words.by(staffWords.in(language).name(by.firstName, by.lastName), date(createdAt))
      : words.bySystem(date(createdAt));
  const none = kind === '' ? words.standard : words.asOthers;
  return (
    <section>
      <h2 className="govuk-heading-m">{name}</h2>
      <p className="govuk-body">
        {inForce ? `${words.since(inForce.version, date(inForce.effectiveFrom))}. ${saved(inForce)}` : none}
      </p>
      {(inForce ?? kind === '') && <PolicyFacts rules={rules} language={language} />}
      {coming.map((version) => (
        <div key={version.id} className="govuk-inset-text">
          <p className="govuk-body">
            {words.coming(version.version, date(version.effectiveFrom))}. {saved(version)}
          </p>
          <PolicyFacts rules={version.rules} language={language} />
          <form method="post" action={`/staff/reminder-policy/${version.id}/withdrawal`}>
            <Button classes="govuk-button--secondary">
              {words.withdraw}
              <span className="govuk-visually-hidden">{words.withdrawAbout(version.version, name)}</span>
            </Button>
          </form>
        </div>
      ))}
      <Button
        href={`/staff/reminder-policy/new-version?kind=${encodeURIComponent(kind)}`}
        classes="govuk-button--secondary"
      >
        {words.change}
        <span className="govuk-visually-hidden">{words.changeAbout(name)}</span>
      </Button>
      {history.length > 0 && (
        <details className="wm-more">
          <summary className="wm-more__summary">
            {words.history}
            <span className="govuk-visually-hidden">: {name}</span>
          </summary>
          <ul className="govuk-list">
            {history.map((version) => (
              <li key={version.id}>
                {words.since(version.version, date(version.effectiveFrom))}. {saved(version)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

import { BackLink } from '~/components/design-system/links';
import { NotificationBanner } from '~/components/design-system/notification-banner';
import { SummaryList } from '~/components/design-system/summary-list';
import type { Language } from '~/domain/language';
import { frameWords } from '~/i18n/pages/frame';
import { policyWords } from '~/i18n/pages/policy';
import { staffWords } from '~/i18n/pages/staff';
import { officeWords } from '~/i18n/pages/staff-office';
import type { OfficePolicies } from '~/services/manage-policies.server';
import { kindName } from './kind-name';
import { KindPolicy, newVersionPath } from './kind-policy';
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
  const hasOwn = ({ kind, inForce, coming }: OfficePolicies['kinds'][number]) =>
    kind === '' || inForce !== null || coming.length > 0;
  const others = policies.kinds.filter((one) => !hasOwn(one));
  return (
    <div className="wm-staff">
      <StaffBar me={me} language={language} />
      <BackLink href="/staff/office">{officeWords.in(language).back}</BackLink>
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
      {policies.kinds.filter(hasOwn).map((one) => (
        <KindPolicy key={one.kind} policies={one} names={policies.names} zone={policies.zone} language={language} />
      ))}
      {others.length > 0 && (
        <section>
          <h2 className="govuk-heading-m">{words.others}</h2>
          <SummaryList
            rows={others.map(({ kind }) => ({
              key: kindName(kind, words, policies.names, language),
              value: (
                <a className="govuk-link" href={newVersionPath(kind)}>
                  {words.ownRules}
                  <span className="govuk-visually-hidden">
                    {words.ownRulesAbout(kindName(kind, words, policies.names, language))}
                  </span>
                </a>
              ),
            }))}
          />
        </section>
      )}
    </div>
  );
}

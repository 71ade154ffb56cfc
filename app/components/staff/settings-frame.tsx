import type { ReactNode } from 'react';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { BackLink } from '~/components/design-system/links';
import { NotificationBanner } from '~/components/design-system/notification-banner';
import type { Language } from '~/domain/language';
import { frameWords } from '~/i18n/pages/frame';
import { StaffBar } from './staff-bar';

interface Props {
  language: Language;
  me: { firstName: string; lastName: string };
  title: string;
  lead?: string;
  back?: { href: string; text: string };
  /** What was done; with a way to take it back. */
  done?: { text: string; undo?: ReactNode } | null;
  errors?: readonly { text: string; href?: string }[];
  children: ReactNode;
}

/** Around every page of the office's settings: who is signed in, the way back, what was done or is wrong. */
export function SettingsFrame({ language, me, title, lead, back, done, errors = [], children }: Props) {
  const frame = frameWords.in(language);
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      {back && <BackLink href={back.href}>{back.text}</BackLink>}
      {errors.length > 0 && <ErrorSummary title={frame.problem} errors={errors} />}
      {done && errors.length === 0 && (
        <NotificationBanner type="success" title={frame.done}>
          <p className="govuk-notification-banner__heading">{done.text}</p>
          {done.undo}
        </NotificationBanner>
      )}
      <h1 className="govuk-heading-l">{title}</h1>
      {lead && <p className="govuk-body">{lead}</p>}
      {children}
    </div>
  );
}

/** One button, which sends something that was decided already. */
export function OneButton({
  action,
  label,
  about,
  hidden = {},
}: {
  action: string;
  label: string;
  /** For those who hear the button alone. */
  about?: string;
  hidden?: Record<string, string>;
}) {
  return (
    <form method="post" action={action}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button className="wm-tap" type="submit">
        {label}
        {about !== undefined && <span className="govuk-visually-hidden">{about}</span>}
      </button>
    </form>
  );
}

import type { ReactNode } from 'react';
import { classNames } from './class-names';

interface NotificationBannerProps {
  title: string;
  children: ReactNode;
  type?: 'success';
  role?: 'alert' | 'region';
  titleId?: string;
  classes?: string;
}

/** News at the top of the page: something was done, or needs to be known. A string becomes its heading. */
export function NotificationBanner(props: NotificationBannerProps) {
  const { title, children, type, titleId = 'govuk-notification-banner-title', classes } = props;
  const role = props.role ?? (type === 'success' ? 'alert' : 'region');
  // A section with a name is a region by itself.
  const Box = role === 'region' ? 'section' : 'div';
  return (
    <Box
      className={classNames(
        'govuk-notification-banner',
        type === 'success' && 'govuk-notification-banner--success',
        classes,
      )}
      role={role === 'region' ? undefined : role}
      aria-labelledby={titleId}
    >
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id={titleId}>
          {title}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">
        {typeof children === 'string' ? <p className="govuk-notification-banner__heading">{children}</p> : children}
      </div>
    </Box>
  );
}

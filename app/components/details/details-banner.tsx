import { NotificationBanner } from '~/components/design-system/notification-banner';
import type { Language } from '~/domain/language';
import { formatDate } from '~/i18n/format';
import { detailsWords } from '~/i18n/pages/details';
import { frameWords } from '~/i18n/pages/frame';
import type { DetailsView } from '~/services/view-details.server';

/** What can just have been done on the pages below "My details", as the address says it: `?done=name`. */
export const DETAILS_DONE = [
  'name',
  'language',
  'preferences',
  'needs',
  'changed',
  'added',
  'shared',
  'landline',
  'post',
  'removed',
  'cancelled',
] as const;
export type DetailsDone = (typeof DETAILS_DONE)[number];

export function DetailsBanner({ done, view, language }: { done: DetailsDone; view: DetailsView; language: Language }) {
  const words = detailsWords.in(language);
  const { newAddress } = words;
  return (
    <NotificationBanner type="success" title={frameWords.in(language).done}>
      {done === 'post' ? (
        <>
          <p className="govuk-notification-banner__heading">{newAddress.done}</p>
          <p className="govuk-body">
            {newAddress.from(formatDate(view.letters.newAddressFrom, view.zone, language))}{' '}
            {view.letters.underWay && newAddress.underWay}
          </p>
        </>
      ) : (
        words.done[done]
      )}
    </NotificationBanner>
  );
}

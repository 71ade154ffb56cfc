import type { ProfileNotice } from '~/domain/capability/profile-notice';

/** What a page says after something was done about a profile. */
export const profileNotices: Record<ProfileNotice, string> = {
  profile_finished: 'Mae’r atebion wedi’u cadw, ac mae’r hyn sy’n addas iddyn nhw wedi’i gyfrif o’r newydd',
  profile_confirmed: 'Wedi’i gadarnhau. Gall y cwsmer ei weld',
  profile_overridden: 'Mae eich penderfyniad wedi’i gadw. Gall y cwsmer ei weld, a pham',
  profile_undone: 'Wedi’i dynnu’n ôl: mae’n aros i gael ei gadarnhau',
  profile_changed_since: 'Mae atebion mwy newydd, felly ni thynnwyd dim yn ôl',
  channel_preferred: 'Wedi cadw sut maen nhw eisiau i ni gysylltu',
  other_way_settled: 'Wedi’i nodi fel wedi’i drin. Mae’r cwsmer yn gweld nad yw’n aros mwyach',
  other_way_reopened: 'Mae’n aros eto',
};

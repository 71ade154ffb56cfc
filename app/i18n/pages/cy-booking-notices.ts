import type { BookingNotice } from '~/domain/appointment/booking-notice';

export const bookingNotices: Record<BookingNotice, string> = {
  booked: 'Mae wedi’i drefnu',
  booked_two: 'Mae’r ddau apwyntiad wedi’u trefnu',
  booked_series: 'Mae’r gyfres wedi’i threfnu',
  booked_series_part: 'Mae rhan o’r gyfres wedi’i threfnu. Mae’r hyn nad oedd ar gael isod',
  booking_undone: 'Cafodd y trefniad ei dynnu’n ôl. Doedd dim wedi’i anfon, a fydd dim',
  booking_undone_told: 'Cafodd y trefniad ei dynnu’n ôl. Roedd neges wedi mynd, felly mae’r cwsmer yn cael gwybod',
  walk_in: 'Wedi’i gofnodi: daethon nhw heb apwyntiad ac maen nhw’n cael eu gweld',
  series_cancelled: 'Mae gweddill y gyfres wedi’i ganslo, ac mae’r cwsmer yn cael gwybod',
  series_restored: 'Mae’r apwyntiadau’n sefyll eto, ac mae’r cwsmer yn cael gwybod',
  series_restored_part:
    'Mae rhai o’r apwyntiadau’n sefyll eto. Mae’r lleill wedi mynd, neu mae’r amser gan rywun arall',
  group_opened: 'Mae’r sesiwn yn y dyddiadur',
  group_joined: 'Mae ganddyn nhw le',
  group_has_place: 'Mae ganddyn nhw le’n barod',
  group_left: 'Cawson nhw eu tynnu oddi ar y rhestr, ac mae eu lle’n rhydd',
  group_recorded: 'Cadwyd pwy ddaeth',
  group_cancelled: 'Mae’r sesiwn wedi’i chanslo, ac mae pawb ynddi’n cael gwybod',
  group_full: 'Mae’r lle olaf newydd gael ei gymryd, felly ychwanegwyd neb',
  group_busy: 'Mae ganddyn nhw apwyntiad arall bryd hynny, felly chawson nhw mo’u hychwanegu',
  group_over: 'Mae’r sesiwn wedi dechrau, wedi gorffen neu wedi’i chanslo, felly ni newidiwyd dim',
  group_not_yet: 'Mae’n rhy gynnar i gadw pwy ddaeth',
};

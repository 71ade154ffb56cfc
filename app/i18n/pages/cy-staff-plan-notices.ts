/** What staff pages say after something was done with a plan, its steps and its follow-ups. */
export const planNotices = {
  step_done: 'Mae’r cam wedi’i wneud',
  step_going_on: 'Mae ar gofnod eich bod wedi edrych ar y cam, a’i fod yn mynd yn ei flaen',
  step_help: 'Mae ar gofnod bod angen help arnyn nhw gyda’r cam',
  step_cannot: 'Mae ar gofnod nad ydyn nhw’n gallu gwneud y cam',
  step_date: 'Mae gan y cam ei ddyddiad newydd',
  step_end: 'Mae’r cam oddi ar y cynllun',
  step_put_back: 'Mae’r cam fel yr oedd o’r blaen',
  step_not_yet: 'Gellir cofnodi beth a ddaeth o gam o ddiwrnod y cyfarfod ymlaen',
  step_changed_since: 'Mae rhywbeth arall wedi digwydd i’r cam ers hynny, felly ni newidiwyd dim',
  plan_agreed_again: 'Mae ar gofnod eich bod wedi cytuno ar y cynllun eto heddiw',
  follow_up_done: 'Mae ar gofnod eich bod wedi gofyn sut mae’r cynllun yn mynd',
  follow_up_reopened: 'Mae’r alwad ddilynol yn ôl ar y rhestr',
  follow_up_not_reached: 'Mae’r alwad ddilynol yn aros ar y rhestr, ac mae galwad i’w gwneud',
  follow_up_over: 'Cytunwyd ar y cynllun o’r newydd, felly does dim i’w ofyn am yr hen un',
  follow_up_done_before: 'Mae cydweithiwr wedi gofyn yn barod',
};

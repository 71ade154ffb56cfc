import { allowStaff } from '~/http/allow.server';
import { backToClub, CLUB_KEEPERS, clubPage } from '~/http/kept-club-desk.server';

/** Changes nothing: the button is beside the days. */
export const loader = allowStaff(CLUB_KEEPERS, ({ params }) => clubPage(params));

export const action = allowStaff(CLUB_KEEPERS, async ({ person, params, context }) => {
  const { ref = '', id = '' } = params;
  const ok = await context.services.setClosureEnded({ staff: person, ref, id, ended: true });
  return backToClub(ref, ok, 'days-opened', id);
});

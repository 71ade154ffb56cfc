import { allowStaff } from '~/http/allow.server';
import { backToClub, CLUB_KEEPERS, clubPage } from '~/http/kept-club-desk.server';

/** Changes nothing: the button is on the club's page. */
export const loader = allowStaff(CLUB_KEEPERS, ({ params }) => clubPage(params));

export const action = allowStaff(CLUB_KEEPERS, async ({ person, params, context }) => {
  const { ref = '' } = params;
  return backToClub(ref, await context.services.setClubOpen({ staff: person, ref, open: true }), 'reopened');
});

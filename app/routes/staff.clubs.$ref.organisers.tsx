import { allowStaff } from '~/http/allow.server';
import { backToClub, clubPage } from '~/http/kept-club-desk.server';

/** Changes nothing: the form is on the club's page. */
export const loader = allowStaff(['manager'], ({ params }) => clubPage(params));

export const action = allowStaff(['manager'], async ({ person, params, request, context }) => {
  const { ref = '' } = params;
  const organiserIds = (await request.formData()).getAll('organiser').map(String);
  return backToClub(ref, await context.services.setOrganisers({ staff: person, ref, organiserIds }), 'keepers');
});

import { allowStaff } from '~/http/allow.server';
import { idsOfLetters } from '~/http/letters-desk.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';

/** Changes nothing: the letters are on their page. */
export const loader = allowStaff(DIARY_ROLES, () => redirectWithin('/staff/letters'));

export const action = allowStaff(DIARY_ROLES, async ({ person, params, context }) => {
  const ids = idsOfLetters([params.id ?? '']);
  const { back, kept } = await context.services.unpostLetters({ staff: person, ids });
  if (back === 0 && kept === 0) throw notFound();
  return redirectWithin(`/staff/letters?undone=${back > 0 ? 'back' : 'kept'}`);
});

import { allowStaff } from '~/http/allow.server';
import { idsOfLetters } from '~/http/letters-desk.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { DIARY_ROLES, idIn } from '~/http/staff-desk.server';

/** Letters as a document for the printer: all that wait, or only one. Changes nothing but the record of who saw them. */
export const loader = allowStaff(DIARY_ROLES, async ({ person, language, url, context }) => {
  const only = idIn(url, 'only');
  if (only === null && url.searchParams.has('only')) throw notFound();
  const large = idsOfLetters(url.searchParams.getAll('large'));
  const pdf = await context.services.printLetters({ staff: person, only, large, language });
  if (pdf) {
    return new Response(new Uint8Array(pdf), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': 'inline; filename="letters.pdf"',
        'content-length': String(pdf.length),
      },
    });
  }
  if (only !== null) throw notFound();
  return redirectWithin('/staff/letters');
});

import { allowStaff } from '~/http/allow.server';
import { notFound } from '~/http/responses.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';

/** The list for the door, as a document for the printer. Changes nothing but the record of who saw it. */
export const loader = allowStaff(DIARY_ROLES, async ({ person, language, params, context }) => {
  const pdf = await context.services.printGroupSession({ staff: person, sessionId: params.id ?? '', language });
  if (!pdf) throw notFound();
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="session.pdf"',
      'content-length': String(pdf.length),
    },
  });
});

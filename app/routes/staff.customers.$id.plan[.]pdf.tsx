import { allowStaff } from '~/http/allow.server';
import { notFound } from '~/http/responses.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';

/** A customer's plan as a document to hand over, in their language; `?size=large` in large print. */
export const loader = allowStaff(DIARY_ROLES, async ({ person, params, url, context }) => {
  const large = url.searchParams.get('size') === 'large';
  const pdf = await context.services.printPlanAsStaff({ staff: person, customerId: params.id ?? '', large });
  if (!pdf) throw notFound();
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="plan.pdf"',
      'content-length': String(pdf.length),
    },
  });
});

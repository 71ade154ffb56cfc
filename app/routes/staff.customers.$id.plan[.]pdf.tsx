import type { Language } from '~/domain/language';
import { allowStaff } from '~/http/allow.server';
import { planStyleIn } from '~/http/plan-paper.server';
import { notFound } from '~/http/responses.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';

/** A customer's plan as a document to hand over, in their language; the same forms as /plan.pdf. */
export const loader = allowStaff(DIARY_ROLES, async ({ person, params, url, context }) => {
  const styleOf = (theirs: Language) => planStyleIn(url, theirs);
  const pdf = await context.services.printPlanAsStaff({ staff: person, customerId: params.id ?? '', styleOf });
  if (!pdf) throw notFound();
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="plan.pdf"',
      'content-length': String(pdf.length),
    },
  });
});

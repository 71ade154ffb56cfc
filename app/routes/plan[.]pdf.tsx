import { allowCustomer } from '~/http/allow.server';
import { planStyleIn } from '~/http/plan-paper.server';

/** One's own plan as a document to print or keep; `?size=large` in large print, `?size=easy` in easy read, `in=both` in both languages. */
export const loader = allowCustomer(async ({ person, language, url, context }) => {
  const style = planStyleIn(url, language);
  const pdf = await context.services.printPlan({ customerId: person.id, style });
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="plan.pdf"',
      'content-length': String(pdf.length),
    },
  });
});

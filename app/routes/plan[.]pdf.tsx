import { allowCustomer } from '~/http/allow.server';

/** One's own plan as a document to print or keep; `?size=large` in large print. */
export const loader = allowCustomer(async ({ person, language, url, context }) => {
  const large = url.searchParams.get('size') === 'large';
  const pdf = await context.services.printPlan({ customerId: person.id, large, language });
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="plan.pdf"',
      'content-length': String(pdf.length),
    },
  });
});

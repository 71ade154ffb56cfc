/** "There is no such page": the same answer for what does not exist and what is not yours. */
export function notFound(): Response {
  return new Response(null, { status: 404 });
}

/** "This is not a form of ours": for what no page of ours could have sent. */
export function badRequest(): Response {
  return new Response(null, { status: 400 });
}

/** "Please wait a few minutes": for what was asked for too often. */
export function tooMany(): Response {
  return new Response(null, { status: 429 });
}

/** A CSV file to keep, not to look at in the browser. @param file its name may hold letters, digits, hyphens and a dot. */
export function csvFile({ name, text }: { name: string; text: string }): Response {
  return new Response(`\ufeff${text}`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
}

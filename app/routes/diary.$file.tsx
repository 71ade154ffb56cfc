import { allowLink } from '~/http/allow.server';
import { notFound } from '~/http/responses.server';

/** An adviser's diary behind its private address, `/diary/TOKEN.ics`, for a program that reads it again and again. */
export const loader = allowLink(async ({ params, language, context }) => {
  const token = /^(.+)\.ics$/.exec(params.file ?? '')?.[1];
  if (!token) throw notFound();
  const feed = await context.services.writeDiaryFeed({ token, address: context.address, language });
  if (feed.state === 'unknown') throw notFound();
  if (feed.state === 'too_many')
    return new Response(null, { status: 429, headers: { 'Retry-After': String(feed.retryAfter) } });
  return new Response(feed.file, { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } });
});

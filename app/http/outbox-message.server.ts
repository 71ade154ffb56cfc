import type { Visit } from './allow.server';
import { notFound } from './responses.server';

/** The message in the address, for the pages that show one. @throws 404 when there is none. */
export async function loadOutboxMessage({ params, context, language }: Visit<null>) {
  const found = await context.services.findInOutbox(params.messageId ?? '');
  if (!found) throw notFound();
  return { language, ...found, portal: context.publicUrl };
}

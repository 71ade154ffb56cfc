import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { isLanguage } from '~/domain/language';
import { onKiosk } from '~/http/kiosk-page.server';
import { withTyped } from '~/http/with-typed.server';
import { frameWords } from '~/i18n/pages/frame';

/**
 * Renders a page whole: there is no client to stream to, and a page in one piece is cheaper. The page is left in the context
 * (remix-handler.server.ts sends it); the answer has its status and its headers.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  loadContext: AppLoadContext,
) {
  const { typed, notSaved, kiosk } = loadContext;
  const { pathname, search } = new URL(request.url);
  const rendered = renderToStaticMarkup(<RemixServer context={context} url={request.url} />);
  const filled = withTyped(rendered, `${pathname}${search}`, typed, !notSaved);
  const markup = kiosk ? onKiosk(filled, `${pathname}${search}`, kiosk.mark) : filled;
  headers.set('Content-Type', 'text/html; charset=utf-8');
  const page = hasMistakes(context) ? withErrorTitle(markup) : markup;
  loadContext.page = `<!doctype html>${page}`;
  return new Response(null, { status, headers });
}

/** True when an action answered with `errors`: what was typed has to be put right. */
function hasMistakes(context: EntryContext): boolean {
  const answers: unknown[] = Object.values(context.staticHandlerContext.actionData ?? {});
  return answers.some((answer) => typeof answer === 'object' && answer !== null && 'errors' in answer);
}

/** A route's `meta` cannot see what its action answered, so "Error: " is put before the title here, for every form. */
function withErrorTitle(markup: string): string {
  const tag = /^<html lang="([\w-]+)"/.exec(markup)?.[1];
  const language = isLanguage(tag) ? tag : 'en';
  return markup.replace('<title>', `<title>${frameWords.in(language).errorInTitle}`);
}

/** What broke in a loader, an action or a page, for the log. What a visitor got wrong is in the request log. */
export function handleError(error: unknown, { context }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (isRouteErrorResponse(error) && error.status < 500) return;
  context.noteFailure(error);
  context.log.error({ err: error }, 'a route failed');
}

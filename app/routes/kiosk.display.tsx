import { TEXT_SIZES } from '~/domain/assisted/kiosk-rooms';
import { allowAnyone } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { displayCookie } from '~/http/kiosk-cookies.server';
import { redirectWithin } from '~/http/redirect-within.server';

/** Changes nothing: the form is on the start page. */
export const loader = allowAnyone(() => redirectWithin('/kiosk'));

/** Keeps, for this visit, how the pages should look. */
export const action = allowAnyone(async ({ request, kiosk, context }) => {
  if (!kiosk) return redirectWithin('/kiosk');
  const { text, contrast } = await readAnswers(request);
  const size = TEXT_SIZES.find((one) => one === text) ?? 'usual';
  const display = { text: size, contrast: contrast === 'high' ? ('high' as const) : ('usual' as const) };
  return redirectWithin('/kiosk', { 'Set-Cookie': displayCookie(context.publicUrl, display) });
});

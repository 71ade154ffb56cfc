import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { LettersPage } from '~/components/staff/letters-page';
import { pageTitle } from '~/components/page-title';
import { allowStaff } from '~/http/allow.server';
import { idsOfLetters } from '~/http/letters-desk.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';
import { lettersWords } from '~/i18n/pages/letters';

export const loader = allowStaff(DIARY_ROLES, async ({ person, language, url, context }) => {
  const queue = await context.services.viewLetters({ staff: person });
  const number = (name: string) => Number(/^\d{1,4}$/.exec(url.searchParams.get(name) ?? '')?.[0] ?? 0);
  const undone = url.searchParams.get('undone');
  const notice = {
    marked: number('marked'),
    overtaken: number('overtaken'),
    undone: undone === 'back' || undone === 'kept' ? undone : null,
  } as const;
  const me = { firstName: person.firstName, lastName: person.lastName, role: person.role };
  return json({ language, queue, notice, me, chosenAll: url.searchParams.get('choose') === 'all' });
});

/** Marks the ticked letters as posted. */
export const action = allowStaff(DIARY_ROLES, async ({ person, request, context }) => {
  const form = await request.formData();
  const ids = idsOfLetters(form.getAll('letter'));
  if (ids.length === 0) return json({ large: idsOfLetters(form.getAll('large')) }, { status: 422 });
  const { posted, overtaken } = await context.services.postLetters({ staff: person, ids });
  return redirectWithin(`/staff/letters?marked=${posted.length}&overtaken=${overtaken}`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(lettersWords.in(data.language).title, data.language) : [];

export default function StaffLetters() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <LettersPage {...data} fault={answer !== undefined} large={answer?.large ?? null} />;
}

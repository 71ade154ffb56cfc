import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { CoverFormPage } from '~/components/staff/cover-form-page';
import { allowStaff } from '~/http/allow.server';
import { saveFrom } from '~/http/cover-desk.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';
import { recordWords } from '~/i18n/pages/record';

export const loader = allowStaff(DIARY_ROLES, async ({ person, language, context }) => {
  const view = await context.services.viewCovers({ staff: person });
  // Whoever can only choose themselves need not choose.
  const adviser = view.advisers.length === 1 ? view.advisers[0]!.id : '';
  const values = { adviser, standIn: '', from: view.today, until: '' };
  return json({ language, view, values, me: { firstName: person.firstName, lastName: person.lastName } });
});

export const action = allowStaff(DIARY_ROLES, (visit) => saveFrom(visit, null));

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(recordWords.in(data.language).cover.form.set, data.language) : [];

export default function NewCover() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <CoverFormPage
      {...data}
      action="/staff/cover/new"
      adviser={null}
      values={answer?.values ?? data.values}
      problems={answer?.errors ?? {}}
      clash={answer?.clash ?? null}
    />
  );
}

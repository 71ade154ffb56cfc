import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { CoverFormPage } from '~/components/staff/cover-form-page';
import { allowStaff, type Visit } from '~/http/allow.server';
import { saveFrom } from '~/http/cover-desk.server';
import { notFound } from '~/http/responses.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';
import { recordWords } from '~/i18n/pages/record';
import type { SignedInStaff } from '~/services/sessions.server';

/** The cover, if the visitor may correct it: one that is over or was ended stays as it was. */
async function openCover({ person, params, context }: Visit<SignedInStaff>) {
  const view = await context.services.viewCovers({ staff: person });
  const cover = view.covers.find(({ id }) => id === params.id);
  if (!cover?.mayChange || cover.state === 'over' || cover.state === 'ended') throw notFound();
  return { view, cover };
}

export const loader = allowStaff(DIARY_ROLES, async (visit) => {
  const { view, cover } = await openCover(visit);
  const values = { adviser: cover.adviser.id, standIn: cover.standIn.id, from: cover.fromOn, until: cover.untilOn };
  const { language, person } = visit;
  return json({ language, view, cover, values, me: { firstName: person.firstName, lastName: person.lastName } });
});

export const action = allowStaff(DIARY_ROLES, async (visit) => saveFrom(visit, (await openCover(visit)).cover));

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(recordWords.in(data.language).cover.form.correct, data.language) : [];

export default function CoverDates() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <CoverFormPage
      {...data}
      action={`/staff/cover/${data.cover.id}/dates`}
      adviser={data.cover.adviser}
      values={answer?.values ?? data.values}
      problems={answer?.errors ?? {}}
      clash={answer?.clash ?? null}
    />
  );
}

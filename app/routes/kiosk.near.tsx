import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ClubList } from '~/components/clubs/club-list';
import { Button } from '~/components/design-system/button';
import { Input } from '~/components/design-system/input';
import { ComputerList } from '~/components/kiosk/computer-list';
import { pageTitle } from '~/components/page-title';
import { errorBeside, QuestionPage } from '~/components/question-page';
import { allowAnyone } from '~/http/allow.server';
import { readClubSearch } from '~/http/club-search.server';
import { clubsWords } from '~/i18n/pages/clubs';
import { kioskWords } from '~/i18n/pages/kiosk';

/** It never asks who somebody is: whoever has signed in is shown what everybody is shown. */
export const loader = allowAnyone(async ({ language, url, context }) => {
  const { near, wrong, typed } = readClubSearch(url);
  const view = await context.services.viewClubs({ near, needed: [], all: false, customerId: null });
  const computers = await context.services.viewComputersNear({ near, language });
  return json({ language, view, computers, near, typed, wrong }, { status: wrong ? 422 : 200 });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(kioskWords.in(data.language).near.title, data.language, data.wrong !== null) : [];

/** Work clubs and free computers around a place, on one sheet that can be printed. */
export default function Near() {
  const { language, view, computers, near, typed, wrong } = useLoaderData<typeof loader>();
  const words = kioskWords.in(language).near;
  const clubs = clubsWords.in(language);
  const error = wrong ? clubs.errors[wrong] : undefined;
  return (
    <QuestionPage language={language} error={error ? { text: error, field: 'near' } : undefined}>
      <h1 className="govuk-heading-l">{words.heading}</h1>
      <p className="govuk-body wm-screen">{words.lead}</p>
      <form method="get" action="/kiosk/near" noValidate>
        <Input
          name="near"
          label={{ text: clubs.question, classes: 'govuk-label--s' }}
          hint={clubs.hint}
          error={errorBeside(error, language)}
          classes="govuk-input--width-10"
          defaultValue={typed}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <Button>{words.submit}</Button>
      </form>
      {near !== null && (
        <>
          {!view.area?.name && <p className="govuk-body">{words.unknown(near)}</p>}
          <h2 className="govuk-heading-m">{words.clubs}</h2>
          {view.clubs.length > 0 ? (
            <ClubList view={view} language={language} />
          ) : (
            <p className="govuk-body">{words.noClubs}</p>
          )}
          <ComputerList computers={computers} language={language} />
          <p className="govuk-body wm-screen">{words.print}</p>
        </>
      )}
    </QuestionPage>
  );
}

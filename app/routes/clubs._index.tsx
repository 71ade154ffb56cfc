import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ClubResults } from '~/components/clubs/club-results';
import { ClubSearchForm } from '~/components/clubs/club-search-form';
import { pageTitle } from '~/components/page-title';
import { QuestionPage } from '~/components/question-page';
import { allowAnyone } from '~/http/allow.server';
import { readClubSearch } from '~/http/club-search.server';
import { clubsWords } from '~/i18n/pages/clubs';

export const loader = allowAnyone(async ({ person, language, url, context }) => {
  const { near, wrong: slip, typed, needed, all } = readClubSearch(url);
  const customerId = person?.kind === 'customer' ? person.id : null;
  const view = await context.services.viewClubs({ near, needed, all, customerId });
  // An empty field means home, where that is known.
  const wrong = slip === 'empty' && view.homeArea !== null ? null : slip;
  return json({ language, view, near, typed, needed, wrong }, { status: wrong ? 422 : 200 });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(clubsWords.in(data.language).title, data.language, data.wrong !== null) : [];

/** The work clubs near a place, nearest first; for everybody. */
export default function Clubs() {
  const { language, view, near, typed, needed, wrong } = useLoaderData<typeof loader>();
  const words = clubsWords.in(language);
  const error = wrong ? words.errors[wrong] : undefined;
  const form = <ClubSearchForm typed={typed} needed={needed} error={error} language={language} />;
  const results = <ClubResults view={view} near={near} needed={needed} language={language} />;
  return (
    <QuestionPage language={language} error={error ? { text: error, field: 'near' } : undefined}>
      <h1 className="govuk-heading-l">{words.heading}</h1>
      <p className="govuk-body">{words.free}</p>
      {view.clubs.length > 0 ? (
        <>
          {results}
          <h2 className="govuk-heading-m">{words.elsewhere}</h2>
          {form}
        </>
      ) : (
        <>
          {form}
          {results}
        </>
      )}
    </QuestionPage>
  );
}

import { kindOf } from '~/components/near-me/thing-facts';
import { Button } from '~/components/design-system/button';
import { Checkboxes } from '~/components/design-system/checkboxes';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { Input } from '~/components/design-system/input';
import { BackLink } from '~/components/design-system/links';
import { errorBeside } from '~/components/question-page';
import type { Language } from '~/domain/language';
import { pickValue, type GivingProblems } from '~/domain/signpost/signpost-form';
import type { SignpostNotice } from '~/http/signpost-desk.server';
import { milesInWords } from '~/i18n/club-session';
import { frameWords } from '~/i18n/pages/frame';
import { signpostWords } from '~/i18n/pages/signposts';
import type { SignpostsView } from '~/services/give-signposts.server';
import { GivenSignposts } from './given-signposts';
import { SignpostBanner } from './signpost-banner';
import { StaffBar } from './staff-bar';
import { wordingFor } from './wording';

interface Props {
  language: Language;
  view: SignpostsView;
  values: { picks: readonly string[]; askOn: string } | null;
  problems: GivingProblems;
  notice: SignpostNotice | null;
  me: { firstName: string; lastName: string };
}

/** What a customer can be pointed to, with the reasons, to tick and give; and what they were given. */
export function SignpostsPage({ language, view, values, problems, notice, me }: Props) {
  const { customer, zone, now, suggestions, profiled, told, mayAsk } = view;
  const wording = wordingFor(language, { zone, now });
  const words = signpostWords.in(language);
  const base = `/staff/customers/${customer.id}`;
  const texts = {
    pick: problems.pick && words.problems[problems.pick],
    askOn: problems.askOn && words.problems[problems.askOn],
  };
  const errors = (['pick', 'askOn'] as const).flatMap((field) => {
    const text = texts[field];
    return text ? [{ text, href: `#${field}` }] : [];
  });
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href={mayAsk ? base : '/staff/customers'}>{mayAsk ? words.back : words.backToCustomers}</BackLink>
      {errors.length > 0 && <ErrorSummary title={frameWords.in(language).problem} errors={errors} />}
      {notice && errors.length === 0 && <SignpostBanner notice={notice} back={`${base}/signposts`} wording={wording} />}
      <h1 className="govuk-heading-l">{words.title(wording.name(customer))}</h1>
      <p className="govuk-body">
        <a className="govuk-link" href={`${base}/signposts/sheet`}>
          {words.sheet}
        </a>
      </p>
      {suggestions.length > 0 ? (
        <form method="post" action={`${base}/signposts?index`} noValidate>
          <Checkboxes
            name="pick"
            fieldset={{ legend: { text: words.suggested, classes: 'govuk-fieldset__legend--m' } }}
            hint={profiled || told ? words.intro : words.introAll}
            error={errorBeside(texts.pick, language)}
            values={values?.picks ?? []}
            items={suggestions.map((one) => ({
              value: pickValue({ kind: one.kind, targetId: one.targetId, need: one.needs[0]! }),
              text: one.name,
              hint: [
                kindOf(one, language),
                one.miles === null ? '' : milesInWords(one.miles, language),
                words.because(one.needs.map((need) => words.reasons[need]).join(', ')),
              ]
                .filter(Boolean)
                .join('. '),
            }))}
          />
          <Input
            name="askOn"
            type="date"
            label={{ text: words.askOn }}
            hint={words.askHint}
            error={errorBeside(texts.askOn, language)}
            defaultValue={values?.askOn ?? view.askOn}
            classes="govuk-input--width-10"
          />
          <Button>{words.submit}</Button>
        </form>
      ) : (
        <p className="govuk-body">{words.none}</p>
      )}
      <GivenSignposts view={view} back={`${base}/signposts`} wording={wording} />
    </div>
  );
}

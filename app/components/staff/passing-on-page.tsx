import { Button } from '~/components/design-system/button';
import { Checkboxes } from '~/components/design-system/checkboxes';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { BackLink } from '~/components/design-system/links';
import { NotificationBanner } from '~/components/design-system/notification-banner';
import { Radios } from '~/components/design-system/radios';
import { errorBeside } from '~/components/question-page';
import {
  PASSING_PAGE,
  passingPath,
  type PassingChoice,
  type PassingAnswer,
  type PassingDone,
  type PassingProblems,
} from '~/domain/adviser/passing-form';
import { WRITTEN_LANGUAGES, type Language } from '~/domain/language';
import { customersWords } from '~/i18n/pages/customers';
import { frameWords } from '~/i18n/pages/frame';
import type { PassingOn } from '~/services/view-passing-on.server';
import { WhyFields } from './naming-fields';
import { PassingPreview } from './passing-preview';
import { StaffBar } from './staff-bar';
import { wordingFor, type Wording } from './wording';

interface Props {
  language: Language;
  me: { firstName: string; lastName: string };
  view: PassingOn;
  choice: PassingChoice;
  done: PassingDone | null;
  answer: PassingAnswer | null;
}

/** Gives customers of one adviser to others: whose, which, to whom, and what that changes. */
export function PassingOnPage({ language, me, view, choice, done, answer }: Props) {
  const words = customersWords.in(language).passing;
  const wording = wordingFor(language, { zone: view.office.zone, now: 0 });
  const { from } = view;
  const title = from === null ? words.title : from.adviser ? words.titleOf(wording.name(from.adviser)) : words.titleNobodys; // prettier-ignore
  return (
    <div className="wm-staff">
      <StaffBar me={me} language={language} />
      {from ? (
        <BackLink href="/staff/customers/transfer">{words.backToChoice}</BackLink>
      ) : (
        <BackLink href="/staff/customers">{words.back}</BackLink>
      )}
      {done && <Done done={done} language={language} />}
      {answer?.step === 'wrong' && <Problems problems={answer.errors} language={language} />}
      <span className="govuk-caption-l">{view.office.name}</span>
      <h1 className="govuk-heading-l">{answer?.step === 'preview' ? words.previewTitle : title}</h1>
      {answer?.step === 'preview' ? (
        <PassingPreview answer={answer} choice={choice} wording={wording} />
      ) : from ? (
        <Form view={view} from={from} choice={choice} answer={answer} wording={wording} />
      ) : (
        <Whose view={view} wording={wording} />
      )}
    </div>
  );
}

function Problems({ problems, language }: { problems: PassingProblems; language: Language }) {
  const words = customersWords.in(language).passing.problems;
  const errors = (['which', 'to', 'reason', 'note'] as const).flatMap((field) =>
    problems[field] ? [{ text: words[problems[field]], href: `#${field}` }] : [],
  );
  return <ErrorSummary title={frameWords.in(language).problem} errors={errors} />;
}

function Done({ done, language }: { done: PassingDone; language: Language }) {
  const words = customersWords.in(language).passing;
  const { told, since, until, undone } = done;
  return (
    <NotificationBanner type="success" title={frameWords.in(language).done}>
      <p className="govuk-notification-banner__heading">
        {undone ? words.undone(undone.back, undone.stay) : words.done(told.moved)}
      </p>
      {told.moved > 0 && <p className="govuk-body">{words.told(told)}</p>}
      {!undone && told.moved > 0 && (
        <form method="post" action="/staff/customers/transfer/undo" className="wm-buttons">
          <input type="hidden" name="since" value={since} />
          <input type="hidden" name="until" value={until} />
          <button className="wm-tap" type="submit">
            {words.undo}
          </button>
        </form>
      )}
      {!undone && told.moved > 0 && <p className="govuk-body">{customersWords.in(language).adviser.undoHint}</p>}
    </NotificationBanner>
  );
}

function Whose({ view, wording }: { view: PassingOn; wording: Wording }) {
  const words = customersWords.in(wording.language).passing;
  return (
    <>
      <p className="govuk-body">{words.intro}</p>
      <h2 className="govuk-heading-m">{words.choose}</h2>
      <ul className="govuk-list wm-record__list">
        {view.advisers.map((one) => (
          <li key={one.id}>
            <a className="govuk-link" href={`/staff/customers/transfer?from=${one.id}`}>
              {words.count(wording.name(one), one.caseload)}
            </a>
          </li>
        ))}
        {view.nobodys > 0 && (
          <li>
            <a className="govuk-link" href="/staff/customers/transfer?from=none">
              {words.nobodys(view.nobodys)}
            </a>
          </li>
        )}
      </ul>
    </>
  );
}

interface FormProps {
  view: PassingOn;
  from: NonNullable<PassingOn['from']>;
  choice: PassingChoice;
  answer: Exclude<PassingAnswer, { step: 'preview' }> | null;
  wording: Wording;
}

function Form({ view, from, choice, answer, wording }: FormProps) {
  const { language, name } = wording;
  const words = customersWords.in(language).passing;
  const { adviser, left, customers } = from;
  const pages = Math.max(1, Math.ceil(customers.length / PASSING_PAGE));
  const page = Math.min(choice.page, pages);
  const first = (page - 1) * PASSING_PAGE;
  const shown = customers.slice(first, first + PASSING_PAGE);
  const values = answer?.values ?? { which: '', ticked: [], to: [], reason: '', note: '' };
  const errors: PassingProblems = answer?.step === 'wrong' ? answer.errors : {};
  const problem = (field: 'which' | 'to') => {
    const kind = errors[field];
    return errorBeside(kind && words.problems[kind], language);
  };
  const texts = (field: 'reason' | 'note') => (errors[field] ? words.problems[field] : undefined);
  const here = { ...choice, page };
  return (
    <>
      {adviser && <p className="govuk-body">{words.left(name(adviser), left.customers, left.appointments)}</p>}
      <nav aria-label={words.language}>
        <ul className="wm-links">
          {[null, ...WRITTEN_LANGUAGES].map((one) => (
            <li key={one}>
              <a
                className="govuk-link"
                href={passingPath(choice, { language: one })}
                aria-current={choice.language === one ? 'page' : undefined}
              >
                {words.languages[one ?? 'any']}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {customers.length === 0 ? (
        <p className="govuk-body">{words.none}</p>
      ) : (
        <form method="post" action={passingPath(choice, { page })} noValidate>
          <Radios
            name="which"
            fieldset={{ legend: { text: words.which } }}
            items={[
              { value: 'all', text: words.all(customers.length) },
              { value: 'ticked', text: words.ticked },
            ]}
            value={values.which || (choice.tickAll ? 'ticked' : null)}
            error={problem('which')}
          />
          <Checkboxes
            name="customer"
            fieldset={{ legend: { text: words.tick(customers.length, first + 1, first + shown.length) } }}
            items={shown.map((one) => ({
              value: one.id,
              text: `${name(one)} (${one.ref})`,
              checked: choice.tickAll || values.ticked.includes(one.id),
            }))}
            classes="govuk-checkboxes--small"
          />
          <ul className="wm-links">
            <li>
              <a className="govuk-link" href={passingPath(here, { page, tickAll: !choice.tickAll })}>
                {choice.tickAll ? words.tickNone : words.tickAll}
              </a>
            </li>
            {page > 1 && (
              <li>
                <a className="govuk-link" href={passingPath(choice, { page: page - 1 })}>
                  {customersWords.in(language).list.previous}
                </a>
              </li>
            )}
            {page < pages && (
              <li>
                <a className="govuk-link" href={passingPath(choice, { page: page + 1 })}>
                  {customersWords.in(language).list.next}
                </a>
              </li>
            )}
          </ul>
          <Checkboxes
            name="to"
            fieldset={{ legend: { text: words.to } }}
            hint={words.toHint}
            items={view.advisers
              .filter(({ id }) => id !== adviser?.id)
              .map((one) => ({ value: one.id, text: words.taker(name(one), one.caseload) }))}
            values={values.to}
            error={problem('to')}
            classes="govuk-checkboxes--small"
          />
          <WhyFields language={language} values={values} problems={{ reason: texts('reason'), note: texts('note') }} />
          <Button name="step" value="preview">
            {words.preview}
          </Button>
        </form>
      )}
    </>
  );
}

import { Button } from '~/components/design-system/button';
import { NotificationBanner } from '~/components/design-system/notification-banner';
import { Radios } from '~/components/design-system/radios';
import { SummaryList } from '~/components/design-system/summary-list';
import { Textarea } from '~/components/design-system/textarea';
import { PhoneLink } from '~/components/phone-link';
import { errorBeside, QuestionPage } from '~/components/question-page';
import type { OtherWayProblems, OtherWayValues } from '~/domain/capability/other-way-form';
import { OTHER_WAYS, type OtherWay } from '~/domain/capability/reassess';
import type { Language } from '~/domain/language';
import { formatDate } from '~/i18n/format';
import { frameWords } from '~/i18n/pages/frame';
import { profileWords } from '~/i18n/pages/profile';
import type { OtherWayView } from '~/services/view-own-profile.server';

const HERE = '/profile/another-way';

/** What was just done. */
export type OtherWayDone = 'asked' | 'taken_back';

interface Props {
  language: Language;
  view: OtherWayView;
  done: OtherWayDone | null;
  answer: { errors: OtherWayProblems | null; values: OtherWayValues; checking: boolean } | null;
}

/** Asking for another way: the choice, then the check; what waits, and the way to take it back. */
export function OtherWayPage({ language, view, done, answer }: Props) {
  const words = profileWords.in(language).otherWay;
  if (answer?.checking) return <Check language={language} values={answer.values} />;
  const { wants, note } = answer?.errors ?? {};
  const wrong = wants ? { text: words.errors[wants], field: 'wants' } : note && { text: words.errors[note], field: 'note' }; // prettier-ignore
  const heading = view.asked === null;
  return (
    <QuestionPage language={language} back="/profile" error={wrong || undefined}>
      {done && !answer && (
        <NotificationBanner type="success" title={frameWords.in(language).done}>
          {done === 'asked' ? words.asked : words.takenBack}
        </NotificationBanner>
      )}
      {view.asked && <Waiting language={language} view={view} asked={view.asked} />}
      <form method="post" action={HERE} noValidate>
        <Radios
          name="wants"
          fieldset={{
            legend: {
              ...{ text: words.question, isPageHeading: heading },
              classes: `govuk-fieldset__legend--${heading ? 'l' : 'm'}`,
            },
          }}
          hint={words.hint}
          error={errorBeside(wants && words.errors[wants], language)}
          value={answer?.values.wants ?? null}
          items={OTHER_WAYS.map((value) => ({ value, text: words.ways[value] }))}
        />
        <Textarea
          name="note"
          label={{ text: words.note, classes: 'govuk-label--s' }}
          hint={words.noteHint}
          error={errorBeside(note && words.errors[note], language)}
          rows={3}
          defaultValue={answer?.values.note ?? ''}
        />
        <Button>{words.next}</Button>
      </form>
    </QuestionPage>
  );
}

function Waiting({
  language,
  view,
  asked,
}: Omit<Props, 'done' | 'answer'> & { asked: NonNullable<OtherWayView['asked']> }) {
  const words = profileWords.in(language).otherWay;
  return (
    <>
      <h1 className="govuk-heading-l">{words.asked}</h1>
      <p className="govuk-body">
        <strong>{words.ways[asked.wants]}</strong>
      </p>
      {asked.note && <p className="govuk-body wm-journal__text">{asked.note}</p>}
      <p className="govuk-body">
        {words.askedOn(formatDate(asked.askedAt, view.zone, language))} {words.soon(view.adviser ?? words.us)}
      </p>
      <form method="post" action="/profile/another-way/withdrawal">
        <Button classes="govuk-button--secondary">{words.takeBack}</Button>
      </form>
      <h2 className="govuk-heading-m">{words.askElse}</h2>
    </>
  );
}

/** What they are about to ask for. What was typed travels in the form, not in an address. */
function Check({ language, values }: { language: Language; values: OtherWayValues }) {
  const words = profileWords.in(language).otherWay;
  const kept = (
    <>
      <input type="hidden" name="wants" value={values.wants} />
      <input type="hidden" name="note" value={values.note} />
    </>
  );
  return (
    <>
      <h1 className="govuk-heading-l">{words.check}</h1>
      <SummaryList
        rows={[
          { key: words.want, value: words.ways[values.wants as OtherWay] },
          { key: words.words, value: values.note.trim() || words.none, classes: 'wm-journal__text' },
        ]}
      />
      <form method="post" action={`${HERE}/request`}>
        {kept}
        <Button>{words.send}</Button>{' '}
        <Button name="step" value="change" formAction={HERE} classes="govuk-button--secondary">
          {words.change}
        </Button>
      </form>
    </>
  );
}

/** For whoever is not signed in: the ways that need no page. */
export function OtherWayOutside({ language, phone }: { language: Language; phone: string }) {
  const words = profileWords.in(language).otherWay;
  return (
    <>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">{words.signedOut}</p>
      {phone && (
        <p className="govuk-body">
          {words.call} <PhoneLink phone={phone} />
        </p>
      )}
      <p className="govuk-body">{words.orCome}</p>
      <p className="govuk-body">
        <a className="govuk-link" href="/sign-in">
          {words.signIn}
        </a>
      </p>
    </>
  );
}

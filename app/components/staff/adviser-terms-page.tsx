import { errorBeside } from '~/components/question-page';
import { Select } from '~/components/design-system/select';
import { Button } from '~/components/design-system/button';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { BackLink } from '~/components/design-system/links';
import { InsetText } from '~/components/design-system/text-blocks';
import { capitalised } from '~/components/appointment/shown-appointment';
import type { NamingAnswer } from '~/domain/adviser/naming-form';
import type { Language } from '~/domain/language';
import { formatDate, formatLongDate } from '~/i18n/format';
import { customersWords } from '~/i18n/pages/customers';
import { frameWords } from '~/i18n/pages/frame';
import type { AdviserTermsView } from '~/services/view-adviser-terms.server';
import { StaffDoneBanner, type Notice } from './done-banner';
import { WhyFields } from './naming-fields';
import { StaffBar } from './staff-bar';
import { UndoForm } from './undo-form';
import { wordingFor, type Wording } from './wording';

interface Props {
  language: Language;
  me: { firstName: string; lastName: string };
  view: AdviserTermsView;
  notice: Notice | null;
  answer: NamingAnswer | null;
}

/** Who is a customer's adviser, who was, and the form that names another. */
export function AdviserTermsPage({ language, me, view, notice, answer }: Props) {
  const { customer, adviser, people, zone, now } = view;
  const wording = wordingFor(language, { zone, now });
  const words = customersWords.in(language).adviser;
  const path = `/staff/customers/${customer.id}`;
  const texts = Object.fromEntries(
    Object.entries(answer?.errors ?? {}).map(([field, problem]) => [field, words.problems[problem]]),
  );
  const errors = (['to', 'reason', 'note'] as const).flatMap((field) =>
    texts[field] ? [{ text: texts[field], href: `#${field}` }] : [],
  );
  const values = answer?.values ?? { to: '', reason: '', note: '' };
  return (
    <div className="wm-staff">
      <StaffBar me={me} language={language} />
      <BackLink href={path}>{words.backToRecord}</BackLink>
      {notice && <StaffDoneBanner notice={notice} wording={wording} back={`${path}/adviser`} />}
      {errors.length > 0 && <ErrorSummary title={frameWords.in(language).problem} errors={errors} />}
      <h1 className="govuk-heading-l">{words.title(wording.name(customer))}</h1>
      <div className="wm-record">
        <div>
          <Now view={view} wording={wording} />
          <h2 className="govuk-heading-m">{adviser ? words.change : words.changeFirst}</h2>
          {people.length === 0 ? (
            <p className="govuk-body">{words.nobodyElse}</p>
          ) : (
            <form method="post" action={`${path}/adviser`} noValidate>
              <input type="hidden" name="from" value={adviser?.id ?? ''} />
              <Select
                name="to"
                label={words.to}
                none={words.choose}
                items={people.map((one) => ({
                  value: one.id,
                  text: words.caseload(wording.name(one), one.caseload),
                }))}
                defaultValue={values.to}
                error={errorBeside(texts.to, language)}
              />
              <WhyFields language={language} values={values} problems={texts} />
              <p className="govuk-body">{words.tells}</p>
              <Button>{words.submit}</Button>
            </form>
          )}
        </div>
        <div>
          <Ahead view={view} wording={wording} />
          <History view={view} wording={wording} />
        </div>
      </div>
    </div>
  );
}

function Now({ view, wording }: { view: AdviserTermsView; wording: Wording }) {
  const { language } = wording;
  const words = customersWords.in(language).adviser;
  const { adviser, cover, coverAhead, terms, told, undoTermId, customer, zone } = view;
  const day = (when: number | string) => formatDate(when, zone, language);
  const since = terms.find(({ untilAt }) => untilAt === null)?.fromAt;
  const covered = [cover, coverAhead].filter((one) => one !== null);
  return (
    <>
      <h2 className="govuk-heading-m">{words.now}</h2>
      <p className="govuk-body">
        {adviser ? <strong>{wording.name(adviser)}</strong> : words.nobody}
        {since !== undefined && <> {words.since(formatLongDate(since, zone, language))}</>}
      </p>
      {covered.map((one) => (
        <p key={one.fromOn} className="govuk-body">
          {words.cover(wording.name(one.standIn), day(one.fromOn), day(one.untilOn))}
        </p>
      ))}
      {told !== null && (since ?? 0) > view.now - TOLD_SHOWN && <p className="govuk-body">{toldText(told, wording)}</p>}
      {undoTermId && (
        <InsetText>
          <p className="govuk-body">{words.undoHint}</p>
          <UndoForm
            action={`/staff/customers/${customer.id}/adviser/undo`}
            back=""
            event={undoTermId}
            words={wording.words}
            label={words.undo}
            about={words.undoAbout}
          />
        </InsetText>
      )}
    </>
  );
}

/** How they heard of it is news for so long (ms). */
const TOLD_SHOWN = 14 * 86_400_000;

function toldText(told: NonNullable<AdviserTermsView['told']>, wording: Wording): string {
  const words = customersWords.in(wording.language).adviser;
  if (told === 'call') return words.toldCall;
  const channel = told.channel === 'email' || told.channel === 'letter' ? told.channel : 'sms';
  if (told.status === 'accepted' && told.provider === 'print') return words.toldByPost;
  switch (told.status) {
    case 'planned':
      return words.toldBy[channel](wording.when(told.notBefore));
    case 'accepted':
    case 'sent':
    case 'delivered':
    case 'claimed':
    case 'unknown':
      return words.toldAlready[channel];
    default:
      return words.toldNot;
  }
}

function Ahead({ view, wording }: { view: AdviserTermsView; wording: Wording }) {
  const words = customersWords.in(wording.language).adviser;
  return (
    <>
      <h2 className="govuk-heading-m">{words.ahead}</h2>
      {view.ahead.length === 0 ? (
        <p className="govuk-body">{words.aheadNone}</p>
      ) : (
        <>
          <p className="govuk-body">{words.aheadStay}</p>
          <ul className="govuk-list wm-record__list">
            {view.ahead.map(({ id, startsAt, adviser }) => {
              const when = capitalised(wording.when(startsAt));
              return (
                <li key={id}>
                  {words.appointment(when, wording.name(adviser))}{' '}
                  <a className="govuk-link" href={`/staff/appointments/${id}/new-time`}>
                    {words.move}
                    <span className="govuk-visually-hidden">{words.moveAbout(when)}</span>
                  </a>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </>
  );
}

function History({ view, wording }: { view: AdviserTermsView; wording: Wording }) {
  const { adviser: words, termReasons } = customersWords.in(wording.language);
  const day = (at: number) => formatLongDate(at, view.zone, wording.language);
  return (
    <>
      <h2 className="govuk-heading-m">{words.history}</h2>
      {view.terms.length === 0 && <p className="govuk-body">{words.nobody}</p>}
      <ol className="govuk-list wm-record__list">
        {view.terms.map(({ id, adviser, fromAt, untilAt, reason, note, namedBy }) => (
          <li key={id}>
            <strong>{wording.name(adviser)}</strong>: {day(fromAt)} – {untilAt === null ? words.lasts : day(untilAt)}
            <br />
            {[termReasons[reason], namedBy && words.by(wording.name(namedBy))].filter(Boolean).join('. ')}
            {note !== '' && <blockquote className="wm-need__text wm-journal__text">{note}</blockquote>}
          </li>
        ))}
      </ol>
    </>
  );
}

import { capitalised } from '~/components/appointment/shown-appointment';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { NotificationBanner } from '~/components/design-system/notification-banner';
import { Tag } from '~/components/design-system/text-blocks';
import type { Language } from '~/domain/language';
import { lettersWords } from '~/i18n/pages/letters';
import type { LetterQueue, QueuedLetter } from '~/services/view-letters.server';
import { StaffBar } from './staff-bar';
import { UndoForm } from './undo-form';
import { wordingFor, type Wording } from './wording';

/** What was just done, with how many. */
export interface LettersNotice {
  marked: number;
  overtaken: number;
  undone: 'back' | 'kept' | null;
}

interface Props {
  language: Language;
  queue: LetterQueue;
  me: { firstName: string; lastName: string };
  notice: LettersNotice;
  /** Nothing was ticked. */
  fault: boolean;
  chosenAll: boolean;
  /** Those that were ticked for large print; null before anybody has: then those whose customers need it. */
  large: readonly string[] | null;
}

type Words = ReturnType<typeof lettersWords.in>;

/** The print queue of an office. Works as one form: printing asks for a document, posting changes the queue. */
export function LettersPage({ language, queue, me, notice, fault, chosenAll, large }: Props) {
  const words = lettersWords.in(language);
  const wording = wordingFor(language, queue);
  const { waiting } = queue;
  return (
    <div className="wm-staff">
      <StaffBar me={me} language={language} />
      {fault && (
        <ErrorSummary title={words.problem} errors={[{ href: `#letter-${waiting[0]?.id}`, text: words.noneChosen }]} />
      )}
      <Done notice={notice} words={words} />
      <h1 className="govuk-heading-l">{words.title}</h1>
      {waiting.length === 0 ? (
        <>
          <p className="govuk-body">{words.none}</p>
          <p className="govuk-body">{words.noneMore}</p>
        </>
      ) : (
        <form method="get" action="/staff/letters/print">
          <h2 className="govuk-heading-m">{words.count(waiting.length)}</h2>
          <p className="govuk-body">{words.how}</p>
          <p className="wm-buttons">
            <button className="govuk-button" type="submit">
              {words.printAll(waiting.length)}
            </button>{' '}
            <a className="govuk-link" href="/staff/letters?choose=all">
              {words.chooseAll}
            </a>
          </p>
          {fault && (
            <p id="letters-error" className="govuk-error-message">
              {words.noneChosen}
            </p>
          )}
          <ul className="wm-needs__list">
            {waiting.map((letter) => (
              <Waiting
                key={letter.id}
                {...{ letter, words, wording, fault }}
                chosen={chosenAll}
                large={large?.includes(letter.id) ?? letter.large}
              />
            ))}
          </ul>
          <p className="wm-buttons">
            <button className="govuk-button" type="submit" formMethod="post" formAction="/staff/letters?index">
              {words.posted}
            </button>
          </p>
        </form>
      )}
      <Overtaken letters={queue.overtaken} words={words} wording={wording} />
      <Posted letters={queue.posted} words={words} wording={wording} />
    </div>
  );
}

function Done({ notice, words }: { notice: LettersNotice; words: Words }) {
  const { marked, overtaken, undone } = notice;
  const good = [marked > 0 && words.marked(marked), undone === 'back' && words.back].filter(Boolean);
  const bad = [overtaken > 0 && words.overtaken(overtaken), undone === 'kept' && words.kept].filter(Boolean);
  const said = [...good, ...bad];
  if (said.length === 0) return null;
  const plain = bad.length > 0;
  return (
    <NotificationBanner type={plain ? undefined : 'success'} role="alert" title={plain ? words.important : words.done}>
      {said.map((text) => (
        <p key={String(text)} className="govuk-notification-banner__heading">
          {text}
        </p>
      ))}
    </NotificationBanner>
  );
}

interface LineProps {
  letter: QueuedLetter;
  words: Words;
  wording: Wording;
}

function Waiting({
  letter,
  words,
  wording,
  fault,
  chosen,
  large,
}: LineProps & { fault: boolean; chosen: boolean; large: boolean }) {
  const { id, lastDay, postBy } = letter;
  const name = wording.name(letter.customer);
  return (
    <li className="wm-need">
      <Tick
        id={`letter-${id}`}
        name="letter"
        value={id}
        checked={chosen}
        describedBy={fault ? 'letters-error' : undefined}
      >
        {words.choose(name)}
      </Tick>
      <About letter={letter} words={words} wording={wording} />
      <p className="wm-need__why">
        {words.postBy(wording.when(postBy))} {lastDay && <Tag classes="govuk-tag--orange">{words.lastDay}</Tag>}
      </p>
      <Tick id={`large-${id}`} name="large" value={id} checked={large}>
        {words.large}
        <span className="govuk-visually-hidden">{words.isFor(name)}</span>
      </Tick>
      <p className="wm-buttons">
        <button className="wm-tap" type="submit" name="only" value={id}>
          {words.printOne}
          <span className="govuk-visually-hidden">{words.isFor(name)}</span>
        </button>
      </p>
    </li>
  );
}

function Tick(props: {
  id: string;
  name: string;
  value: string;
  checked: boolean;
  describedBy?: string;
  children: React.ReactNode;
}) {
  const { id, name, value, checked, describedBy, children } = props;
  return (
    <div className="govuk-checkboxes govuk-checkboxes--small">
      <div className="govuk-checkboxes__item">
        <input
          className="govuk-checkboxes__input"
          type="checkbox"
          {...{ id, name, value }}
          defaultChecked={checked}
          aria-describedby={describedBy}
        />
        <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
          {children}
        </label>
      </div>
    </div>
  );
}

/** What it is about, and the way to the appointment, or to who their adviser is. */
function About({ letter, words, wording }: LineProps) {
  const { about, customer } = letter;
  return (
    <p className="wm-need__why">
      <a
        className="govuk-link"
        href={
          about
            ? `/staff/appointments/${about.appointmentId}`
            : `/staff/customers/${customer.id}/${letter.byHand ? 'formats' : 'adviser'}`
        }
      >
        {about
          ? words.about(capitalised(wording.words.rules[about.rule]), wording.when(about.startsAt))
          : capitalised(wording.words.purposes[letter.byHand ? 'notice' : 'adviser'])}
        <span className="govuk-visually-hidden">{words.isFor(wording.name(letter.customer))}</span>
      </a>
      {letter.language === 'cy' && `. ${words.inWelsh}`}
    </p>
  );
}

interface ListProps {
  letters: readonly QueuedLetter[];
  words: Words;
  wording: Wording;
}

function Overtaken({ letters, words, wording }: ListProps) {
  if (letters.length === 0) return null;
  return (
    <section aria-labelledby="do-not-post">
      <h2 className="govuk-heading-m" id="do-not-post">
        {words.doNotPost}
      </h2>
      <p className="govuk-body">{words.doNotPostWhy}</p>
      <ul className="wm-needs__list">
        {letters.map((letter) => (
          <li key={letter.id} className="wm-need">
            <p className="wm-need__who">{wording.name(letter.customer)}</p>
            <About letter={letter} words={words} wording={wording} />
            <p className="wm-need__why">
              {letter.about
                ? words.why[letter.status as keyof Words['why']]
                : words.whyOfAdviser[letter.status as keyof Words['why']]}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Posted({ letters, words, wording }: ListProps) {
  if (letters.length === 0) return null;
  return (
    <section aria-labelledby="posted">
      <h2 className="govuk-heading-m" id="posted">
        {words.postedTitle}
      </h2>
      <ul className="wm-needs__list">
        {letters.map((letter) => (
          <li key={letter.id} className="wm-need">
            <p className="wm-need__who">{wording.name(letter.customer)}</p>
            <p className="wm-need__why">{words.postedAt(wording.when(letter.postedAt ?? 0))}</p>
            <About letter={letter} words={words} wording={wording} />
            <p className="wm-need__why">
              <a
                className="govuk-link"
                href={`/staff/letters/print?only=${letter.id}${letter.large ? `&large=${letter.id}` : ''}`}
              >
                {words.printAgain}
                <span className="govuk-visually-hidden">{words.isFor(wording.name(letter.customer))}</span>
              </a>
            </p>
            <UndoForm
              action={`/staff/letters/${letter.id}/posted-undo`}
              back=""
              words={wording.words}
              label={words.undo}
              about={words.isFor(wording.name(letter.customer))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

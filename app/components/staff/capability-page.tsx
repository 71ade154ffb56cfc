import { answerLines, ageLine, wantsLine } from '~/components/profile/answer-names';
import { Button } from '~/components/design-system/button';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { BackLink } from '~/components/design-system/links';
import { SummaryList } from '~/components/design-system/summary-list';
import { InsetText } from '~/components/design-system/text-blocks';
import type { DecisionProblems, DecisionValues } from '~/domain/capability/decision-form';
import type { Language } from '~/domain/language';
import { formatDate } from '~/i18n/format';
import { frameWords } from '~/i18n/pages/frame';
import { profileWords } from '~/i18n/pages/profile';
import { staffProfileWords } from '~/i18n/pages/staff-profile';
import type { ProfileDesk } from '~/services/view-profile-desk.server';
import { CapabilityDecision } from './capability-decision';
import { CapabilityResult } from './capability-result';
import { CareForm } from './care-form';
import { StaffDoneBanner, type Notice } from './done-banner';
import { RecordSection } from './record-sections';
import { StaffBar } from './staff-bar';
import { UndoForm } from './undo-form';
import { wordingFor, type Wording } from './wording';

interface Props {
  language: Language;
  me: { firstName: string; lastName: string };
  view: ProfileDesk;
  notice: Notice | null;
  answer: { errors: DecisionProblems & { changed?: true }; values: DecisionValues } | null;
}

/** What a customer can do online and what is made of it; for champions without the words. */
export function CapabilityPage({ language, me, view, notice, answer }: Props) {
  const wording = wordingFor(language, { zone: view.zone, now: view.now });
  const words = staffProfileWords.in(language);
  const { customer, current, mayDecide } = view;
  const path = `/staff/customers/${customer.id}`;
  const { level, reason, changed } = answer?.errors ?? {};
  const wrong = [
    ...(changed ? [{ text: words.errors.changed, href: '#page' }] : []),
    ...(level ? [{ text: words.errors.level, href: '#level' }] : []),
    ...(reason ? [{ text: words.errors[reason], href: '#reason' }] : []),
  ];
  return (
    <div className="wm-staff">
      <StaffBar me={me} language={language} />
      <BackLink href={mayDecide ? path : '/staff/customers'}>{mayDecide ? words.back : words.backToCustomers}</BackLink>
      {notice && !answer && <StaffDoneBanner notice={notice} wording={wording} back={`${path}/profile`} />}
      {wrong.length > 0 && <ErrorSummary title={frameWords.in(language).problem} errors={wrong} />}
      <h1 className="govuk-heading-l">{words.title(wording.name(customer))}</h1>
      <div className="wm-record">
        <div>
          <OtherWay view={view} wording={wording} />
          {current ? (
            <CapabilityResult current={current} view={view} wording={wording} />
          ) : (
            <p className="govuk-body">{words.none}</p>
          )}
          {view.open && <p className="govuk-body">{words.open(wording.when(view.open.updatedAt))}</p>}
          {view.outOfDate && <InsetText>{words.old}</InsetText>}
          <Button href={`${path}/profile/questions`} classes={current ? 'govuk-button--secondary' : undefined}>
            {current ? words.askAgain : words.askThem}
          </Button>
          {current && mayDecide && (
            <CapabilityDecision
              {...{ language, view, current }}
              values={answer?.values ?? null}
              errors={answer?.errors ?? {}}
            />
          )}
        </div>
        <div>
          {current?.answers && <Answers view={view} answers={current.answers} wording={wording} />}
          <Earlier view={view} wording={wording} />
        </div>
      </div>
    </div>
  );
}

function OtherWay({ view, wording }: { view: ProfileDesk; wording: Wording }) {
  const words = staffProfileWords.in(wording.language);
  const { otherWay, customer, mayDecide } = view;
  if (!otherWay) return null;
  const way = profileWords.in(wording.language).otherWay.ways[otherWay.wants];
  return (
    <RecordSection id="other-way" heading={words.otherWay}>
      <p className="govuk-body">{words.otherWayAsked(way, wording.when(otherWay.askedAt))}</p>
      {otherWay.note && <blockquote className="wm-need__text wm-journal__text">{otherWay.note}</blockquote>}
      {mayDecide && (
        <UndoForm
          action={`/staff/other-ways/${otherWay.id}/settlement`}
          back={`/staff/customers/${customer.id}/profile`}
          words={wording.words}
          label={words.settle}
        />
      )}
    </RecordSection>
  );
}

/** What they said, and the two things that follow from it with one press. */
function Answers({
  view,
  answers,
  wording,
}: {
  view: ProfileDesk;
  answers: NonNullable<NonNullable<ProfileDesk['current']>['answers']>;
  wording: Wording;
}) {
  const { language } = wording;
  const words = staffProfileWords.in(language);
  const { short } = profileWords.in(language);
  const { customer, current, channel, mayDecide } = view;
  const path = `/staff/customers/${customer.id}`;
  return (
    <RecordSection id="what-they-said" heading={words.answers}>
      {customer.discreet && <p className="govuk-body">{words.discreetOn}</p>}
      {!customer.discreet && answers.readByOthers !== 'no' && (
        <>
          <p className="govuk-body">{words.perhapsRead}</p>
          {mayDecide && (
            <CareForm customerId={customer.id} care="discreet" on back={`${path}/profile`} label={words.setDiscreet} />
          )}
        </>
      )}
      {channel && mayDecide && (
        <form method="post" action={`${path}/profile/channel`} className="wm-buttons">
          <p className="govuk-body">{words.channel(wording.words.channels[channel])}</p>
          <input type="hidden" name="profile" value={current!.id} />
          <button className="wm-tap" type="submit">
            {words.setChannel}
          </button>
        </form>
      )}
      <SummaryList
        rows={[
          ...answerLines(answers, language).map(({ key, value }) => ({ key, value })),
          { key: short.wants, value: wantsLine(answers, language) },
          { key: short.ageBand, value: ageLine(current!.ageBand, language) },
        ]}
      />
    </RecordSection>
  );
}

function Earlier({ view, wording }: { view: ProfileDesk; wording: Wording }) {
  const words = staffProfileWords.in(wording.language);
  if (view.current === null) return null;
  return (
    <RecordSection id="earlier" heading={words.earlier}>
      {view.earlier.length === 0 && <p className="govuk-body">{words.noEarlier}</p>}
      <ul className="govuk-list">
        {view.earlier.map(({ id, finishedAt, recommended, score, decision }) => (
          <li key={id}>
            {words.earlierLine(
              formatDate(finishedAt, view.zone, wording.language),
              words.levels[recommended],
              `${score}`,
            )}
            {decision && `; ${words.earlierDecided(words.levels[decision.level])}`}
          </li>
        ))}
      </ul>
    </RecordSection>
  );
}

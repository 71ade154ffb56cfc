import { Button } from '~/components/design-system/button';
import { BackLink } from '~/components/design-system/links';
import { NotificationBanner } from '~/components/design-system/notification-banner';
import { Details, InsetText } from '~/components/design-system/text-blocks';
import { firstOpen, QUESTIONS } from '~/domain/capability/answers';
import { MOST_POINTS } from '~/domain/capability/assess-capability';
import { questionPath } from '~/domain/capability/question-path';
import type { Language } from '~/domain/language';
import { formatDate } from '~/i18n/format';
import { frameWords } from '~/i18n/pages/frame';
import { profileWords } from '~/i18n/pages/profile';
import type { OwnProfile, OwnResult } from '~/services/view-own-profile.server';
import { AnswersList } from './answers-list';

interface Props {
  language: Language;
  view: OwnProfile;
  /** They have just finished. */
  finished: boolean;
}

/** What suits somebody and why, or the way to the questions. */
export function ProfilePage({ language, view, finished }: Props) {
  const words = profileWords.in(language);
  const { current, open } = view;
  return (
    <>
      <BackLink href="/">{frameWords.in(language).back}</BackLink>
      {finished && current && (
        <NotificationBanner type="success" title={frameWords.in(language).done}>
          {words.result.done}
        </NotificationBanner>
      )}
      <h1 className="govuk-heading-l">{words.title}</h1>
      {open ? (
        <GoOn language={language} open={open} />
      ) : (
        (!current || current.outOfDate) && <Start language={language} old={current !== null} />
      )}
      {current && <Result language={language} view={view} result={current} />}
      <p className="govuk-body">
        <a className="govuk-link" href="/profile/another-way">
          {words.result.otherWay}
        </a>
      </p>
    </>
  );
}

function Start({ language, old }: { language: Language; old: boolean }) {
  const { intro } = profileWords.in(language);
  return (
    <>
      {old && <InsetText>{intro.old}</InsetText>}
      <p className="govuk-body">{intro.lead}</p>
      <p className="govuk-body">{intro.what}</p>
      <p className="govuk-body">
        {intro.noTest} {intro.money}
      </p>
      <Button href={questionPath(QUESTIONS[0])}>{intro.start}</Button>
      <p className="govuk-body">{intro.byPhone}</p>
    </>
  );
}

function GoOn({ language, open }: { language: Language; open: NonNullable<OwnProfile['open']> }) {
  const { intro } = profileWords.in(language);
  const next = firstOpen(open.answers);
  return (
    <>
      <p className="govuk-body">{intro.half}</p>
      <Button href={next ? questionPath(next) : '/profile/check'}>{intro.goOn}</Button>
    </>
  );
}

/** The result first, then what it rests on: the rule, the points, the answers. */
function Result({ language, view, result }: { language: Language; view: OwnProfile; result: OwnResult }) {
  const { result: words } = profileWords.in(language);
  const { decision, recommended } = result;
  const day = (at: number) => formatDate(at, view.zone, language);
  const level = decision?.level ?? recommended;
  const name = decision?.by?.firstName ?? words.colleague;
  const isOther = decision && decision.level !== recommended;
  return (
    <>
      <h2 className="govuk-heading-m">{words.suits}</h2>
      <InsetText>
        <strong>{words.levels[level]}</strong>
      </InsetText>
      <p className="govuk-body">{words.means[level]}</p>
      {!decision && <p className="govuk-body">{words.suggestion(view.adviser ?? words.us)}</p>}
      {decision && <p className="govuk-body">{(isOther ? words.decided : words.agreed)(name, day(decision.at))}</p>}
      {isOther && decision.reason && (
        <>
          <h3 className="govuk-heading-s">{words.because}</h3>
          <p className="govuk-body wm-journal__text">{decision.reason}</p>
        </>
      )}
      <p className="govuk-body">
        <strong>{words.money}</strong>
      </p>
      {view.discreet && <p className="govuk-body">{words.quiet}</p>}
      <Why language={language} result={result} isOther={Boolean(isOther)} />
      <h2 className="govuk-heading-m">{words.answers}</h2>
      <p className="govuk-body">
        {result.source === 'evidence' && `${words.seen} `}
        {words.on(day(result.finishedAt))} {words.again} {words.sixMonths}
      </p>
      <AnswersList language={language} answers={result.answers} ageBand={result.ageBand} />
    </>
  );
}

function Why({ language, result, isOther }: { language: Language; result: OwnResult; isOther: boolean }) {
  const { result: words } = profileWords.in(language);
  const { rule, answers, score, recommended } = result;
  return (
    <>
      <h2 className="govuk-heading-m">{isOther ? words.otherwise : words.why}</h2>
      {isOther && <p className="govuk-body">{words.levels[recommended]}</p>}
      <p className="govuk-body">{rule === 'preference' ? words.rules.preference[answers.way] : words.rules[rule]}</p>
      <p className="govuk-body">{words.points(`${score}`, `${MOST_POINTS}`)}</p>
      <Details summary={words.how}>
        <p className="govuk-body">{words.order}</p>
        <ol className="govuk-list govuk-list--number">
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p className="govuk-body">{words.scoring}</p>
      </Details>
    </>
  );
}

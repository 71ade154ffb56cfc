import { Button } from '~/components/design-system/button';
import { BackLink } from '~/components/design-system/links';
import type { Language } from '~/domain/language';
import { formatMoney } from '~/i18n/format';
import { replyWords } from '~/i18n/pages/replies';
import type { AnswerPreview, ReplyToAnswer } from '~/services/view-reply.server';
import { ReplyFacts, senderOf } from './reply-card';
import type { AnswerValues } from './reply-page';
import { StaffBar } from './staff-bar';
import { wordingFor } from './wording';

interface Props {
  language: Language;
  shown: ReplyToAnswer;
  me: { firstName: string; lastName: string };
  values: AnswerValues;
  preview: AnswerPreview;
}

/** The answer, letter for letter as it will go, with its cost; one button sends it, another goes back to it. */
export function AnswerPreviewPage({ language, shown, me, values, preview }: Props) {
  const { reply, office } = shown;
  const wording = wordingFor(language, { zone: office.zone, now: shown.now });
  const words = replyWords.in(language);
  const { body, segments, price } = preview;
  const path = `/staff/replies/${reply.id}`;
  const cost = words.preview.about(formatMoney(segments * price.perSegment, price.currency));
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href={path}>{words.preview.change}</BackLink>
      <h1 className="govuk-heading-l">{words.preview.title}</h1>
      <div className="wm-need wm-need--alone">
        <ReplyFacts reply={reply} wording={wording} />
      </div>
      <p className="govuk-body">{words.preview.exactly(senderOf(reply, words, wording.name))}</p>
      <p className="govuk-inset-text wm-as-sent" lang={values.choice === 'own' ? undefined : shown.language}>
        {body}
      </p>
      <p className="govuk-body">
        {words.preview.characters([...body].length)}. {words.preview.cost(words.preview.segments(segments), cost)}
      </p>
      <form method="post" action={`${path}/answer`}>
        {Object.entries(values).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value ?? ''} />
        ))}
        <Button>{words.preview.send}</Button>
      </form>
    </div>
  );
}

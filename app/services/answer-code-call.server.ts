import type { MessageRow } from '@db/queries/messages.server';
import { useUpCodes } from '@db/queries/sign-in-codes.server';
import type { CallMark } from '~/domain/messaging/call-status';
import type { CallTurn } from '~/domain/messaging/call-turn';
import { codeCallText, type CodeCallSaying } from '~/i18n/messages/call';
import type { CallMoment } from './answer-call.server';
import type { Deps } from './deps';
import { keepMark, refuseCalls } from './take-call-key.server';

/**
 * What a voice call that says a sign-in code says next. The code is said only after a key, digit by digit and twice, so
 * that no machine records it; and only while it may still work. Whoever says that they did not ask for it ends every open
 * code of that number.
 */
export async function answerCodeCall(
  deps: Deps,
  call: MessageRow,
  { step, again, key }: CallMoment,
): Promise<CallTurn> {
  const { language } = call;
  const end = (saying: CodeCallSaying): CallTurn => ({ language, say: codeCallText(saying, language), listen: null });
  const ask = (): CallTurn => ({
    language,
    say: codeCallText('hello', language),
    listen: { step: 'who', again: step !== 'hello' },
  });
  if (step === 'hello') return ask();
  if (key === '3') {
    await mark(deps, call, 'opted_out');
    return end('noMoreCalls');
  }
  if (step === 'who' && key === '2') {
    await mark(deps, call, 'not_asked');
    return end('notAsked');
  }
  const wanted = step === 'who' ? key === '1' : key === '9';
  if (!wanted) return step === 'who' && !again ? ask() : end('noKey');
  if (deps.clock.now() > call.sendBy) return end('gone');
  await mark(deps, call, 'heard');
  return { language, say: linesOf(deps, call), slowly: true, listen: { step: 'answer', again: false } };
}

/** Each line is said by itself, and of the code each digit. */
function linesOf(deps: Deps, { body }: MessageRow): string[] {
  const lines = deps.vault.open(body ?? '').split('\n');
  return lines.flatMap((line) => (/^[\d ]+$/.test(line) ? line.split(' ') : [line]));
}

async function mark(deps: Deps, { id, recipientIndex }: MessageRow, what: CallMark): Promise<void> {
  await deps.db.write((q) =>
    keepMark(q, deps, id, what, async () => {
      if (what === 'opted_out') await refuseCalls(q, deps, recipientIndex);
      if (what === 'not_asked' && recipientIndex)
        await useUpCodes(q, { contactIndex: recipientIndex, now: deps.clock.now() });
    }),
  );
}

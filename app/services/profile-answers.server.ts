import { answersIn, type AnswersSoFar } from '~/domain/capability/answers';
import type { Deps } from './deps';

/** Answers as they are kept. */
export function sealAnswers({ vault }: Pick<Deps, 'vault'>, answers: AnswersSoFar): string {
  return vault.seal(JSON.stringify(answers));
}

/** Answers as they were kept, opened. */
export function openAnswers({ vault }: Pick<Deps, 'vault'>, sealed: string): AnswersSoFar {
  return answersIn(JSON.parse(vault.open(sealed)));
}

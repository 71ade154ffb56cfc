import { spokenLanguage, type Language } from '~/domain/language';
import { spokenPhone } from '../spoken';
import { messageWords } from './index';

/** What a voice call that says a sign-in code says around it. */
export type CodeCallSaying = 'hello' | 'notAsked' | 'gone' | 'noMoreCalls' | 'noKey';

/** What a voice call says around its message, in the order in which it may come to it. */
export type CallSaying = 'whoIsIt' | 'confirmed' | 'willCall' | 'wrongNumber' | 'noMoreCalls' | 'changed' | 'noKey';

/**
 * The words of a voice call around its message. Before a key is pressed nothing but the first name is said, and to people
 * who share their telephone not even the office's number, by which others could find out who calls.
 * @param facts.officePhone as people read it.
 * @returns sentences, each said in one breath.
 */
export function callText(call: {
  saying: CallSaying;
  language: Language;
  discreet: boolean;
  facts: { firstName: string; officePhone: string };
}): string[] {
  const { saying, discreet, facts } = call;
  const language = spokenLanguage(call.language);
  const { voice } = messageWords.in(language);
  const first = facts.firstName.trim();
  const phone = spokenPhone(facts.officePhone.trim());
  switch (saying) {
    case 'whoIsIt':
      return [voice.hello({ first }), voice.whoIsIt({ first })];
    case 'changed':
      return [voice.changed({ first, phone })];
    case 'noKey':
      return [voice.noKey({ first, phone: discreet ? '' : phone })];
    default:
      return [voice[saying]];
  }
}

/**
 * The words of a voice call around a sign-in code. A machine, or whoever else answers, hears that a code was asked for and
 * neither by whom nor for what: no name, no place, no service.
 */
export function codeCallText(saying: CodeCallSaying, language: Language): string[] {
  const { voice } = messageWords.in(language);
  switch (saying) {
    case 'hello':
      return [voice.code.hello, voice.code.question];
    case 'noMoreCalls':
      return [voice.noMoreCalls];
    case 'noKey':
      return [voice.code.goodbye];
    default:
      return [voice.code[saying]];
  }
}

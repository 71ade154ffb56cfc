import type { Language } from '~/domain/language';
import { formatDate, relativeDay } from '../format';
import { messageWords, type MessageText } from './index';

/** What a reminder of a step is made of. `dueOn` and `today` are dates of `zone`. */
export interface StepFacts {
  firstName: string;
  adviserFirstName: string;
  action: string;
  dueOn: string;
  today: string;
  zone: string;
  officePhone: string;
  /** Where the plan is; it has to be signed in to. */
  link: string;
}

/** The words of a reminder of a step. To a person whose messages others may see they say neither what it is nor where to look. */
export function stepText(message: {
  channel: 'sms' | 'email';
  language: Language;
  discreet: boolean;
  facts: StepFacts;
}): MessageText {
  const { channel, language, discreet, facts } = message;
  const { step, email } = messageWords.in(language);
  const gaps = {
    first: facts.firstName.trim(),
    action: facts.action.trim().replace(/[.\s]+$/, ''),
    day: relativeDay(facts.dueOn, facts.today, language) ?? formatDate(facts.dueOn, facts.zone, language),
    adviser: facts.adviserFirstName.trim(),
    phone: facts.officePhone.trim(),
    link: facts.link,
  };
  if (channel === 'sms') return { subject: null, body: discreet ? step.discreetText(gaps) : step.text(gaps) };
  const greeting = email.greeting({ first: gaps.first });
  const said = discreet ? [step.discreetEmail(gaps)] : [step.email(gaps), step.answer(gaps)];
  return {
    subject: discreet ? step.discreetSubject(gaps) : step.subject(gaps),
    body: [greeting, ...said, step.talk(gaps)].filter(Boolean).join('\n\n'),
  };
}

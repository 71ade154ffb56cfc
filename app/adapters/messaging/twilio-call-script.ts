import twilio from 'twilio';
import type VoiceResponse from 'twilio/lib/twiml/VoiceResponse';
import { findAdded, inLanguage, spokenLanguage, type Language } from '~/domain/language';
import type { CallTurn } from '~/domain/messaging/call-turn';

/** The voices that speak: British English and Welsh, of one kind. */
const VOICES: Record<Language, VoiceResponse.SayAttributes> = {
  en: { voice: 'Polly.Amy', language: 'en-GB' },
  cy: { voice: 'Polly.Gwyneth', language: 'cy-GB' },
};

function voiceFor(language: Language): VoiceResponse.SayAttributes {
  const spoken = spokenLanguage(language);
  const added = findAdded(spoken)?.voice;
  if (!added) return inLanguage(VOICES, spoken);
  // Twilio's types name the voices that it has; one from a file is taken at its word.
  return { voice: added.name, language: added.language } as VoiceResponse.SayAttributes;
}

/** How long it listens for a key after the last word (seconds). */
const PATIENCE = 8;

/**
 * What a call does next, in Twilio's language (TwiML).
 * @param turn null hangs up without a word.
 * @param address where the next key is sent to.
 */
export function writeCallScript(turn: CallTurn | null, address: string): string {
  const response = new twilio.twiml.VoiceResponse();
  if (!turn) {
    response.hangup();
    return response.toString();
  }
  const { language, say, slowly = false, listen } = turn;
  // Time to bring the telephone to the ear, and to understand that a machine is speaking.
  response.pause({ length: 1 });
  const speak = (verb: Pick<VoiceResponse, 'say' | 'pause'>, sentences: readonly string[]) => {
    for (const [index, sentence] of sentences.entries()) {
      if (slowly && index > 0) verb.pause({ length: 1 });
      verb.say(voiceFor(language), sentence);
    }
  };
  if (listen) {
    const gather = response.gather({
      input: ['dtmf'],
      numDigits: 1,
      // Every key is an answer, # and * too.
      finishOnKey: '',
      timeout: PATIENCE,
      // Twilio comes back when nobody presses anything as well: then it is said once more, or goodbye.
      actionOnEmptyResult: true,
      action: address,
      method: 'POST',
    });
    speak(gather, say);
  } else {
    speak(response, say);
    response.hangup();
  }
  return response.toString();
}

import twilio from 'twilio';

/** Checks that a request comes from Twilio. */
export interface TwilioSignature {
  /**
   * @param url the address that Twilio called, as the public knows it.
   * @param signature the `X-Twilio-Signature` header.
   * @param params the fields of the form.
   */
  isGenuine(url: string, signature: string | undefined, params: Record<string, string>): boolean;
}

/** @param authToken the account's token, which is the signing key; without one nothing is genuine. */
export function createTwilioSignature(authToken: string): TwilioSignature {
  return {
    isGenuine: (url, signature, params) =>
      authToken !== '' && signature !== undefined && twilio.validateRequest(authToken, signature, url, params),
  };
}

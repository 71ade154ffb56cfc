/** The account of the local Twilio. */
export const ACCOUNT = { accountSid: `AC${'a1'.repeat(16)}`, authToken: 'f'.repeat(32) };

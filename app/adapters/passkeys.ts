import { isIP } from 'node:net';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';

/** What is kept of a passkey; nothing of it is secret. */
export interface StoredPasskey {
  /** Base64url, as the browser gives it. */
  id: string;
  /** COSE, base64url. */
  publicKey: string;
  /** How often the authenticator says that it has signed; 0 where it does not count. */
  counter: number;
  transports: readonly string[];
}

/** Something for a browser to sign: what to hand to it, and the challenge to remember. */
export interface PasskeyQuestion {
  challenge: string;
  options: object;
}

/** Asks browsers for passkeys (WebAuthn), and checks what they answer. */
export interface Passkeys {
  /** False where browsers would refuse: at an address that is a number and no name. */
  available: boolean;
  askToCreate(
    person: { id: string; name: string },
    known: readonly Pick<StoredPasskey, 'id' | 'transports'>[],
  ): Promise<PasskeyQuestion>;
  /** @returns null when the answer is not to this challenge, not for this site, or no answer at all. */
  checkCreated(answer: string, challenge: string): Promise<StoredPasskey | null>;
  askToSign(): Promise<PasskeyQuestion>;
  /** Whose passkey an answer claims to be; null when it is no answer. */
  idIn(answer: string): string | null;
  /** @returns the new count; null when the answer is wrong, or the count has not gone on: then there may be a copy of it. */
  checkSigned(answer: string, challenge: string, passkey: StoredPasskey): Promise<{ counter: number } | null>;
}

/** Ed25519, ECDSA with P-256, RSA with SHA-256: what all authenticators of today have. */
const ALGORITHMS = [-8, -7, -257];
/** How long the browser shows its question (ms); the challenge lives as long. */
const TIMEOUT = 300_000;
const NAME = 'Waymark';

/** The package is loaded when it is first needed: the worker and the commands never do. */
const library = () => import('@simplewebauthn/server');

/** @param publicUrl the portal's address: passkeys are for its host alone. */
export function createPasskeys(publicUrl: string): Passkeys {
  const { hostname: rpID, origin } = new URL(publicUrl);
  const here = { expectedOrigin: origin, expectedRPID: rpID, requireUserVerification: true };
  return {
    available: isIP(rpID.replace(/^\[|\]$/g, '')) === 0,
    async askToCreate(person, known) {
      const { generateRegistrationOptions } = await library();
      const options = await generateRegistrationOptions({
        ...{ rpName: NAME, rpID, userName: person.name, userDisplayName: person.name },
        userID: new TextEncoder().encode(person.id),
        timeout: TIMEOUT,
        attestationType: 'none',
        supportedAlgorithmIDs: ALGORITHMS,
        excludeCredentials: known.map(({ id, transports }) => ({ id, transports: [...transports] })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      return { challenge: options.challenge, options };
    },
    async checkCreated(answer, challenge) {
      const { verifyRegistrationResponse } = await library();
      const response = answerIn<RegistrationResponseJSON>(answer);
      if (!response) return null;
      const checked = await verifyRegistrationResponse({
        ...{ response, expectedChallenge: challenge, ...here, supportedAlgorithmIDs: ALGORITHMS },
      }).catch(() => null);
      if (!checked?.verified) return null;
      const { id, publicKey, counter } = checked.registrationInfo.credential;
      const transports = (response.response.transports ?? []).filter((one) => /^[a-z-]{1,20}$/.test(one)).slice(0, 8);
      return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports };
    },
    async askToSign() {
      const { generateAuthenticationOptions } = await library();
      const options = await generateAuthenticationOptions({ rpID, timeout: TIMEOUT, userVerification: 'required' });
      return { challenge: options.challenge, options };
    },
    idIn: (answer) => answerIn<AuthenticationResponseJSON>(answer)?.id ?? null,
    async checkSigned(answer, challenge, passkey) {
      const { verifyAuthenticationResponse } = await library();
      const response = answerIn<AuthenticationResponseJSON>(answer);
      if (!response) return null;
      const { id, publicKey, counter } = passkey;
      const checked = await verifyAuthenticationResponse({
        ...{ response, expectedChallenge: challenge, ...here },
        credential: { id, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter },
      }).catch(() => null);
      return checked?.verified ? { counter: checked.authenticationInfo.newCounter } : null;
    },
  };
}

/** What a page of ours has sent; the rest of it the library checks. */
function answerIn<T extends { id: string }>(text: string): T | null {
  try {
    const answer: unknown = JSON.parse(text);
    const has = typeof answer === 'object' && answer !== null && 'id' in answer && 'response' in answer;
    return has && typeof answer.id === 'string' && /^[\w-]{1,1400}$/.test(answer.id) && isObject(answer.response)
      ? (answer as unknown as T)
      : null;
  } catch {
    return null;
  }
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null;

import type { NewPasskey, PasskeyAssertion, PasskeyChallenge } from '@/lib/api/types';
import { fromBase64Url, toBase64Url } from '@/lib/id/base64url';

/** ES256, EdDSA and RS256 (RFC 9053): what authenticators of today have. */
const ALGORITHMS = [-7, -8, -257];

/** Whether this browser knows passkeys. */
export function hasPasskeys(): boolean {
  return 'PublicKeyCredential' in window;
}

/** Whether this browser offers passkeys where a user name is typed. */
export async function offersPasskeysWhileTyping(): Promise<boolean> {
  // Older browsers know passkeys, and not this.
  const { isConditionalMediationAvailable } = (
    window as { PublicKeyCredential?: Partial<typeof PublicKeyCredential> }
  ).PublicKeyCredential ?? { isConditionalMediationAvailable: undefined };
  return (await isConditionalMediationAvailable?.call(window.PublicKeyCredential)) === true;
}

/**
 * Has an authenticator make a passkey, after it has made sure that the person is there.
 *
 * @returns undefined when the person did not want to, or the authenticator has one of his already
 */
export async function makePasskey(
  challenge: PasskeyChallenge,
  username: string,
): Promise<Omit<NewPasskey, 'name'> | undefined> {
  const made = await orNothing(() =>
    navigator.credentials.create({
      publicKey: {
        challenge: fromBase64Url(challenge.challenge),
        rp: { id: challenge.rpId, name: 'Parley' },
        user: { id: fromBase64Url(challenge.user ?? ''), name: username, displayName: username },
        pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
        excludeCredentials: descriptors(challenge),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        attestation: 'none',
        // So that it can also give a secret of its own: see passkeySecret.
        extensions: { prf: {} },
      },
    }),
  );
  if (!(made instanceof PublicKeyCredential)) {
    return undefined;
  }
  const response = made.response as AuthenticatorAttestationResponse;
  return {
    attestationObject: toBase64Url(new Uint8Array(response.attestationObject)),
    clientDataJson: toBase64Url(new Uint8Array(response.clientDataJSON)),
  };
}

/** How to ask for a passkey: in a window of the browser, or beside the field that is typed in. */
export interface AskingPasskey {
  isBesideField?: boolean;
  signal?: AbortSignal;
}

/**
 * Has a passkey sign a challenge.
 *
 * @returns undefined when the person did not want to, or there is none
 */
export async function signWithPasskey(
  challenge: PasskeyChallenge,
  { isBesideField = false, signal }: AskingPasskey = {},
): Promise<PasskeyAssertion | undefined> {
  const signed = await orNothing(() =>
    navigator.credentials.get({
      mediation: isBesideField ? 'conditional' : 'optional',
      signal,
      publicKey: {
        challenge: fromBase64Url(challenge.challenge),
        rpId: challenge.rpId,
        allowCredentials: descriptors(challenge),
        userVerification: 'required',
      },
    }),
  );
  if (!(signed instanceof PublicKeyCredential)) {
    return undefined;
  }
  const response = signed.response as AuthenticatorAssertionResponse;
  return {
    credential: toBase64Url(new Uint8Array(signed.rawId)),
    authenticatorData: toBase64Url(new Uint8Array(response.authenticatorData)),
    clientDataJson: toBase64Url(new Uint8Array(response.clientDataJSON)),
    signature: toBase64Url(new Uint8Array(response.signature)),
    userHandle:
      response.userHandle === null ? undefined : toBase64Url(new Uint8Array(response.userHandle)),
  };
}

/** What a passkey gives besides its signature. */
export interface PasskeySecret {
  /** The id of the passkey. */
  credential: string;
  /** 32 bytes that this passkey alone makes of the input; undefined when it cannot. */
  secret: Uint8Array<ArrayBuffer> | undefined;
}

/**
 * Has a passkey make a secret of an input (WebAuthn, the extension `prf`): always the same, and of
 * another passkey another one.
 *
 * @param credentials the passkeys that may, by their ids
 * @returns undefined when the person did not want to, or there is none
 */
export async function passkeySecret(
  rpId: string,
  credentials: readonly string[],
  input: Uint8Array<ArrayBuffer>,
): Promise<PasskeySecret | undefined> {
  const signed = await orNothing(() =>
    navigator.credentials.get({
      publicKey: {
        // Nobody checks the signature: what is made of the input proves itself.
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        rpId,
        allowCredentials: credentials.map(descriptor),
        userVerification: 'required',
        extensions: { prf: { eval: { first: input } } },
      },
    }),
  );
  if (!(signed instanceof PublicKeyCredential)) {
    return undefined;
  }
  const made = signed.getClientExtensionResults().prf?.results?.first;
  return {
    credential: toBase64Url(new Uint8Array(signed.rawId)),
    secret: made === undefined ? undefined : copied(made),
  };
}

function copied(bytes: BufferSource): Uint8Array<ArrayBuffer> {
  const view = ArrayBuffer.isView(bytes)
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : new Uint8Array(bytes);
  return Uint8Array.from(view);
}

function descriptor(id: string): PublicKeyCredentialDescriptor {
  return { type: 'public-key', id: fromBase64Url(id) };
}

function descriptors({ credentials }: PasskeyChallenge): PublicKeyCredentialDescriptor[] {
  return credentials.map(descriptor);
}

/** A no of the person, or of the page that goes on without an answer, is no failure. */
async function orNothing(ask: () => Promise<Credential | null>): Promise<Credential | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof DOMException && REFUSALS.includes(error.name)) {
      return null;
    }
    throw error;
  }
}

const REFUSALS = ['NotAllowedError', 'AbortError', 'InvalidStateError'];

import { createGroup, joinGroup } from 'ts-mls/clientState.js';
import { createCommit } from 'ts-mls/createCommit.js';
import { createApplicationMessage } from 'ts-mls/createMessage.js';
import type { CiphersuiteImpl } from 'ts-mls/crypto/ciphersuite.js';
import type { MLSMessage } from 'ts-mls/message.js';
import { processPrivateMessage, processPublicMessage } from 'ts-mls/processMessages.js';
import { emptyPskIndex } from 'ts-mls/pskIndex.js';
import { fromBase64Url, toBase64Url } from '@/lib/id/base64url';
import { decodeMessage, encodeMessage, encodeSigned, uuidBytes } from '../codec';
import { generateKeyPackage } from '../key-package-store';
import { clientConfig } from '../suite';
import { uuid } from './virtual-group';

/**
 * A group of two that one library has made, as the other device is told of it, with everything that
 * this device knows: so that another library can take its place. Bytes are base64url.
 */
export interface InteropVector {
  keyPackage: string;
  /** The seed of Ed25519. */
  signatureKey: string;
  encryptionKey: string;
  initKey: string;
  welcome: string;
  epochs: {
    /** Leads into this epoch; absent in the one that the Welcome leads into. */
    commit?: string | undefined;
    authenticator: string;
    message: string;
    text: string;
  }[];
}

const TEXTS = ['hello', 'Grüße aus dem nächsten Abschnitt 🗝️'];

/** What comes in front of the seed of an Ed25519 key in PKCS #8 (RFC 8410). */
const SEED_PREFIX = Uint8Array.of(48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32);

/** Has this library make one. */
export async function makeInteropVector(suite: CiphersuiteImpl): Promise<InteropVector> {
  const now = Math.floor(Date.now() / 1_000);
  const device = async (n: number) => {
    const { signKey, publicKey } = await suite.signature.keygen();
    const identity = { account: uuid(0xa, n), device: uuid(0xd, n), signKey, publicKey };
    return { identity, ...(await generateKeyPackage(identity, suite, now)) };
  };
  const [own, other] = [await device(1), await device(2)];
  let state = await createGroup(
    uuidBytes(uuid(0xc, 1)),
    own.publicPackage,
    own.privatePackage,
    [],
    suite,
    clientConfig(0),
  );
  const committed = async (extraProposals: Parameters<typeof createCommit>[1] = {}) => {
    const made = await createCommit(
      { state, cipherSuite: suite },
      { wireAsPublicMessage: true, ratchetTreeExtension: true, ...extraProposals },
    );
    state = made.newState;
    return made;
  };
  const epoch = async (text: string, commit?: MLSMessage) => {
    const { newState, privateMessage } = await createApplicationMessage(
      { ...state, clientConfig: clientConfig(256) },
      new TextEncoder().encode(text),
      suite,
      encodeSigned({ commitment: new Uint8Array(32).fill(8) }),
    );
    state = newState;
    return {
      commit: commit && encodeMessage(commit),
      authenticator: toBase64Url(copy(state.keySchedule.epochAuthenticator)),
      message: encodeMessage({
        version: 'mls10',
        wireformat: 'mls_private_message',
        privateMessage,
      }),
      text,
    };
  };

  const { welcome } = await committed({
    extraProposals: [{ proposalType: 'add', add: { keyPackage: other.publicPackage } }],
  });
  if (welcome === undefined) {
    throw new Error('nobody is welcome');
  }
  const [first = '', second = ''] = TEXTS;
  return {
    keyPackage: encodeMessage({
      version: 'mls10',
      wireformat: 'mls_key_package',
      keyPackage: other.publicPackage,
    }),
    signatureKey: toBase64Url(copy(other.identity.signKey.slice(-32))),
    encryptionKey: toBase64Url(copy(other.privatePackage.hpkePrivateKey)),
    initKey: toBase64Url(copy(other.privatePackage.initPrivateKey)),
    welcome: encodeMessage({ version: 'mls10', wireformat: 'mls_welcome', welcome }),
    epochs: [await epoch(first), await epoch(second, (await committed()).commit)],
  };
}

/**
 * Takes the place of the other device.
 *
 * @returns of each epoch what all in it have in common, and the text that was said in it
 */
export async function followInteropVector(
  suite: CiphersuiteImpl,
  vector: InteropVector,
): Promise<{ authenticator: string; text: string }[]> {
  const own = decodeMessage(vector.keyPackage);
  const welcome = decodeMessage(vector.welcome);
  if (own?.wireformat !== 'mls_key_package' || welcome?.wireformat !== 'mls_welcome') {
    throw new Error('not a Welcome to a KeyPackage');
  }
  let state = await joinGroup(
    welcome.welcome,
    own.keyPackage,
    {
      initPrivateKey: fromBase64Url(vector.initKey),
      hpkePrivateKey: fromBase64Url(vector.encryptionKey),
      signaturePrivateKey: Uint8Array.of(...SEED_PREFIX, ...fromBase64Url(vector.signatureKey)),
    },
    emptyPskIndex,
    suite,
    undefined,
    undefined,
    clientConfig(0),
  );
  const followed: { authenticator: string; text: string }[] = [];
  for (const { commit, message } of vector.epochs) {
    const change = commit === undefined ? undefined : decodeMessage(commit);
    if (change?.wireformat === 'mls_public_message') {
      const step = await processPublicMessage(state, change.publicMessage, emptyPskIndex, suite);
      state = step.newState;
    }
    const said = decodeMessage(message);
    if (said?.wireformat !== 'mls_private_message') {
      throw new Error('not a message');
    }
    const opened = await processPrivateMessage(state, said.privateMessage, emptyPskIndex, suite);
    state = opened.newState;
    followed.push({
      authenticator: toBase64Url(copy(state.keySchedule.epochAuthenticator)),
      text: opened.kind === 'applicationMessage' ? new TextDecoder().decode(opened.message) : '',
    });
  }
  return followed;
}

function copy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes);
}

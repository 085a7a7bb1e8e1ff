import { makeRecoveryKey, readRecoveryKey, RECOVERY_KEY_CHANCE } from '@/lib/backup/recovery-key';
import { fromBase64Url, toBase64Url } from '@/lib/id/base64url';
import { fromJson, isUuid, strictBase64Url, toJson, wipe } from './bytes';
import { purposed, STATES_DEVICE, statementBytes, type DeviceStatement } from './device-statement';
import { paddedSize } from './padding';
import { CryptoRefusal } from './refusal';
import { ACCOUNT_PINS, type AccountPin } from './account-pin';
import { Vault } from './vault';

/** By what a new browser gets to the key of the account. */
export type RecoveryKind = 'passkey' | 'wallet' | 'key';

/** What an entry says. */
export interface ReadEntry {
  seq: number;
  text: string;
}

/** What an entry says, sealed for the backup. In base64url. */
export interface SealedEntry {
  seq: number;
  sealed: string;
}

/** A recovery key that was just made, and what it opens. */
export interface MadeRecoveryKey {
  recoveryKey: string;
  sealedRoot: string;
}

/** The root of this account, and where one waits until the server has its key. */
const ROOT = 'account/root';
const CANDIDATE = 'account/candidate';

const ROOT_BYTES = 32;
const NONCE_BYTES = 12;
const VERSION = 1;

/** What comes before the seed in a private key of Ed25519 (RFC 8410, PKCS #8). */
const PKCS8 = Uint8Array.of(
  ...[0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06],
  ...[0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20],
);

/** What a browser that has the root keeps ready; none of it can be exported. */
interface Opened {
  key: string;
  root: CryptoKey;
  /** The keys of backups by conversation. */
  backups: Map<string, Promise<CryptoKey>>;
}

/**
 * The root of an account: 32 random bytes that the first browser of the account makes, and that every
 * other one gets by a way of recovery. By HKDF (RFC 5869) come from it the account's key, which signs,
 * and the keys of the backup. It is kept in the vault and leaves this worker sealed only.
 *
 * Every call names the account and the public key that the server has for it: what is kept here of
 * another root is of no use for it, and is refused as `locked`.
 */
export class AccountKeys {
  private readonly vaults = new Map<string, Promise<Vault>>();
  private readonly browserKeys = new Map<string, CryptoKey>();
  private readonly opened = new Map<string, Opened>();

  /** Takes the key of this browser, which a lock that is on opens for the app alone. */
  unlockBrowser(account: string, key: CryptoKey): Promise<void> {
    this.browserKeys.set(account, key);
    return Promise.resolve();
  }

  /** Makes a root, unless one waits here already. Its public key, to be told to the server. */
  async propose(account: string): Promise<string> {
    const vault = await this.vault(account);
    const root = crypto.getRandomValues(new Uint8Array(ROOT_BYTES));
    const key = await publicKeyOf(account, await importRoot(root));
    const made = toJson({ key, root: toBase64Url(root) } satisfies StoredRoot);
    wipe([root]);
    return readRoot(await vault.writeFirst(CANDIDATE, made)).key;
  }

  /** Whether the root of this key is here. The one that waits is taken when it is the one. */
  async holds(account: string, key: string): Promise<boolean> {
    return (await this.find(account, key)) !== undefined;
  }

  /** Seals the root under a secret, which is wiped. */
  async seal(
    account: string,
    key: string,
    kind: RecoveryKind,
    secret: Uint8Array<ArrayBuffer>,
  ): Promise<string> {
    const vault = await this.vault(account);
    await this.require(account, key);
    const { root } = readRoot(required(await vault.read(ROOT)));
    const bytes = fromBase64Url(root);
    const sealing = await recoveryKeyOf(account, kind, secret);
    const sealed = await sealBytes(sealing, rootPlace(account, kind, key), bytes);
    wipe([bytes, secret]);
    return toBase64Url(sealed);
  }

  /** Makes a recovery key. It is told this once, for its owner to write down. */
  async makeRecoveryKey(account: string, key: string): Promise<MadeRecoveryKey> {
    const chance = crypto.getRandomValues(new Uint8Array(RECOVERY_KEY_CHANCE));
    const recoveryKey = makeRecoveryKey(chance);
    wipe([chance]);
    const typed = readRecoveryKey(recoveryKey);
    if (typed.kind !== 'whole') {
      throw new CryptoRefusal('invalid');
    }
    return { recoveryKey, sealedRoot: await this.seal(account, key, 'key', typed.secret) };
  }

  /**
   * Opens the root by a way of recovery, and keeps it. The secret is wiped.
   *
   * @throws CryptoRefusal `wrong-secret` when it does not open it, `tampered` when it is not the root
   *   of this key
   */
  async unlock(
    account: string,
    key: string,
    kind: RecoveryKind,
    sealedRoot: string,
    secret: Uint8Array<ArrayBuffer>,
  ): Promise<void> {
    const vault = await this.vault(account);
    const sealed = strictBase64Url(sealedRoot);
    if (sealed === undefined) {
      throw new CryptoRefusal('tampered');
    }
    const sealing = await recoveryKeyOf(account, kind, secret);
    wipe([secret]);
    const bytes = await openBytes(sealing, rootPlace(account, kind, key), sealed);
    if (bytes === undefined) {
      throw new CryptoRefusal('wrong-secret');
    }
    const isRight =
      bytes.length === ROOT_BYTES && (await publicKeyOf(account, await importRoot(bytes))) === key;
    const root = toBase64Url(bytes);
    wipe([bytes]);
    if (!isRight) {
      throw new CryptoRefusal('tampered');
    }
    await vault.write(new Map([[ROOT, toJson({ key, root } satisfies StoredRoot)]]));
    this.opened.delete(account);
  }

  /**
   * Signs with the account's key (Ed25519), for one purpose: a signature for one is none for another.
   *
   * @param purpose a word of ours, such as `device`
   */
  async sign(
    account: string,
    key: string,
    purpose: string,
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<string> {
    const { root } = await this.require(account, key);
    const { privateKey } = await signatureKeys(account, root);
    const signature = await crypto.subtle.sign('Ed25519', privateKey, purposed(purpose, bytes));
    return toBase64Url(new Uint8Array(signature));
  }

  /** Says for the account that a device signs with its key. */
  async state(
    account: string,
    key: string,
    device: string,
    signatureKey: string,
    at: number,
  ): Promise<DeviceStatement> {
    if (!isUuid(device) || strictBase64Url(signatureKey)?.length !== 32) {
      throw new CryptoRefusal('invalid');
    }
    const bytes = statementBytes(account, device, signatureKey, key, at);
    return { accountKey: key, at, signature: await this.sign(account, key, STATES_DEVICE, bytes) };
  }

  /** Seals whom this person has verified. */
  async sealVerified(account: string, key: string, text: string): Promise<string> {
    const { root } = await this.require(account, key);
    const sealing = await derive(root, account, 'verifications', encryption);
    return toBase64Url(await sealBytes(sealing, verifiedPlace(account), padded(text)));
  }

  /** Whom this person has verified; undefined when it was not sealed for this. */
  async openVerified(account: string, key: string, sealed: string): Promise<string | undefined> {
    const { root } = await this.require(account, key);
    const bytes = strictBase64Url(sealed);
    const sealing = await derive(root, account, 'verifications', encryption);
    const opened =
      bytes === undefined ? undefined : await openBytes(sealing, verifiedPlace(account), bytes);
    return opened === undefined ? undefined : unpadded(opened);
  }

  /** Which keys this browser believes of these people's accounts; nothing of those it does not know. */
  async believed(account: string, people: readonly string[]): Promise<Believed[]> {
    const vault = await this.vault(account);
    const found = await Promise.all(
      people.filter(isUuid).map(async (person) => {
        const bytes = await vault.read(`${ACCOUNT_PINS}${person}`);
        return bytes === undefined ? [] : [believedOf(person, fromJson(bytes) as AccountPin)];
      }),
    );
    return found.flat();
  }

  /** Everybody whose account's key this browser believes. */
  async everyBelieved(account: string): Promise<Believed[]> {
    const vault = await this.vault(account);
    const pins = await vault.readAll(ACCOUNT_PINS);
    return Array.from(pins, ([path, bytes]) =>
      believedOf(path.slice(ACCOUNT_PINS.length), fromJson(bytes) as AccountPin),
    );
  }

  /** A text that was kept here under a name. */
  async readNote(account: string, name: string): Promise<string | undefined> {
    const vault = await this.vault(account);
    const bytes = await vault.read(`notes/${name}`);
    return bytes === undefined ? undefined : (fromJson(bytes) as string);
  }

  /** Keeps a text here under a name. */
  async keepNote(account: string, name: string, text: string): Promise<void> {
    const vault = await this.vault(account);
    await vault.write(new Map([[`notes/${name}`, toJson(text)]]));
  }

  /** Seals what entries say, each for its place in this conversation. */
  async sealBackup(
    account: string,
    key: string,
    conversation: string,
    entries: readonly ReadEntry[],
  ): Promise<SealedEntry[]> {
    const backup = await this.backupKey(account, key, conversation);
    return Promise.all(
      entries.map(async ({ seq, text }) => {
        const place = entryPlace(account, conversation, seq);
        const sealed = await sealBytes(backup, place, padded(text));
        return { seq, sealed: toBase64Url(sealed) };
      }),
    );
  }

  /** What entries say; what was not sealed for its place is left out. */
  async openBackup(
    account: string,
    key: string,
    conversation: string,
    entries: readonly SealedEntry[],
  ): Promise<ReadEntry[]> {
    const backup = await this.backupKey(account, key, conversation);
    const read = await Promise.all(
      entries.map(async ({ seq, sealed }) => {
        const bytes = strictBase64Url(sealed);
        const opened =
          bytes === undefined
            ? undefined
            : await openBytes(backup, entryPlace(account, conversation, seq), bytes);
        const text = opened === undefined ? undefined : unpadded(opened);
        return text === undefined ? [] : [{ seq, text }];
      }),
    );
    return read.flat();
  }

  /** Lets go of everything that is open. */
  async close(): Promise<void> {
    const vaults = [...this.vaults.values()];
    this.vaults.clear();
    this.opened.clear();
    await Promise.allSettled(vaults.map(async (vault) => (await vault).close()));
  }

  private async backupKey(account: string, key: string, conversation: string): Promise<CryptoKey> {
    if (!isUuid(conversation)) {
      throw new CryptoRefusal('invalid');
    }
    const { root, backups } = await this.require(account, key);
    let backup = backups.get(conversation);
    if (backup === undefined) {
      backup = derive(root, account, `backup ${conversation}`, encryption);
      backups.set(conversation, backup);
    }
    return backup;
  }

  private async require(account: string, key: string): Promise<Opened> {
    return required(await this.find(account, key));
  }

  private async find(account: string, key: string): Promise<Opened | undefined> {
    const known = this.opened.get(account);
    if (known?.key === key) {
      return known;
    }
    const vault = await this.vault(account);
    const stored = await vault.readAll('account/');
    const found = [ROOT, CANDIDATE].find((path) => {
      const bytes = stored.get(path);
      return bytes !== undefined && readRoot(bytes).key === key;
    });
    const bytes = found === undefined ? undefined : stored.get(found);
    if (bytes === undefined) {
      return undefined;
    }
    if (found === CANDIDATE) {
      await vault.write(
        new Map([
          [ROOT, bytes],
          [CANDIDATE, undefined],
        ]),
      );
    }
    const root = fromBase64Url(readRoot(bytes).root);
    const opened = { key, root: await importRoot(root), backups: new Map() };
    wipe([root, bytes]);
    this.opened.set(account, opened);
    return opened;
  }

  private async vault(account: string): Promise<Vault> {
    if (!isUuid(account)) {
      throw new CryptoRefusal('invalid');
    }
    let vault = this.vaults.get(account);
    if (vault === undefined) {
      vault = Vault.open(account, this.browserKeys.get(account));
      this.vaults.set(account, vault);
      vault.catch(() => this.vaults.delete(account));
    }
    return vault;
  }
}

/** The key of somebody's account that this browser believes. */
export interface Believed {
  person: string;
  key: string;
  /** Another one that the server tells of, and that nobody has accepted. */
  candidate?: string;
}

function believedOf(person: string, { key, candidate }: AccountPin): Believed {
  return { person, key, ...(candidate === undefined ? {} : { candidate }) };
}

function verifiedPlace(account: string): string {
  return `Parley 1 verifications ${account}`;
}

interface StoredRoot {
  key: string;
  root: string;
}

function readRoot(bytes: Uint8Array): StoredRoot {
  return fromJson(bytes) as StoredRoot;
}

function required<T>(found: T | undefined): T {
  if (found === undefined) {
    throw new CryptoRefusal('locked');
  }
  return found;
}

const utf8 = new TextEncoder();

function importRoot(root: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', root, 'HKDF', false, ['deriveBits']);
}

/** Derives 32 bytes for one purpose, and makes something of them. */
async function derive<T>(
  from: CryptoKey,
  account: string,
  purpose: string,
  make: (bytes: Uint8Array<ArrayBuffer>) => Promise<T>,
): Promise<T> {
  const parameters = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: utf8.encode(account),
    info: utf8.encode(`Parley 1 ${purpose}`),
  };
  const bytes = new Uint8Array(await crypto.subtle.deriveBits(parameters, from, 256));
  const made = await make(bytes);
  wipe([bytes]);
  return made;
}

function encryption(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

async function signatureKeys(
  account: string,
  root: CryptoKey,
): Promise<{ privateKey: CryptoKey; publicKey: string }> {
  return derive(root, account, 'signature', async (seed) => {
    const pkcs8 = new Uint8Array([...PKCS8, ...seed]);
    const use = ['sign'] as const;
    const exportable = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, use);
    const privateKey = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, use);
    wipe([pkcs8]);
    // The only form in which WebCrypto tells the public half of a private key.
    const { x } = await crypto.subtle.exportKey('jwk', exportable);
    return { privateKey, publicKey: required(x) };
  });
}

async function publicKeyOf(account: string, root: CryptoKey): Promise<string> {
  return (await signatureKeys(account, root)).publicKey;
}

/** The key that a way of recovery gives. */
async function recoveryKeyOf(
  account: string,
  kind: RecoveryKind,
  secret: Uint8Array<ArrayBuffer>,
): Promise<CryptoKey> {
  if (secret.length < 16) {
    throw new CryptoRefusal('invalid');
  }
  return derive(await importRoot(secret), account, `recovery ${kind}`, encryption);
}

function rootPlace(account: string, kind: RecoveryKind, key: string): string {
  return `Parley 1 root ${account} ${kind} ${key}`;
}

function entryPlace(account: string, conversation: string, seq: number): string {
  return `Parley 1 backup ${account} ${conversation} ${seq}`;
}

/** A version, a nonce, and what is sealed, bound to its place. */
async function sealBytes(
  key: CryptoKey,
  place: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const algorithm = { name: 'AES-GCM', iv, additionalData: utf8.encode(place) };
  const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm, key, bytes));
  const whole = new Uint8Array(1 + NONCE_BYTES + sealed.length);
  whole.set([VERSION]);
  whole.set(iv, 1);
  whole.set(sealed, 1 + NONCE_BYTES);
  return whole;
}

async function openBytes(
  key: CryptoKey,
  place: string,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (sealed[0] !== VERSION) {
    return undefined;
  }
  const iv = sealed.slice(1, 1 + NONCE_BYTES);
  const algorithm = { name: 'AES-GCM', iv, additionalData: utf8.encode(place) };
  try {
    const opened = await crypto.subtle.decrypt(algorithm, key, sealed.slice(1 + NONCE_BYTES));
    return new Uint8Array(opened);
  } catch {
    // It was not sealed with this key, or not for this place.
    return undefined;
  }
}

const LENGTH_BYTES = 4;

/** A text with its length before it, filled up to a size that many texts have. */
function padded(text: string): Uint8Array<ArrayBuffer> {
  const bytes = utf8.encode(text);
  const whole = new Uint8Array(paddedSize(LENGTH_BYTES + bytes.length));
  new DataView(whole.buffer).setUint32(0, bytes.length);
  whole.set(bytes, LENGTH_BYTES);
  return whole;
}

function unpadded(whole: Uint8Array<ArrayBuffer>): string | undefined {
  if (whole.length < LENGTH_BYTES) {
    return undefined;
  }
  const length = new DataView(whole.buffer).getUint32(0);
  return length > whole.length - LENGTH_BYTES
    ? undefined
    : new TextDecoder().decode(whole.subarray(LENGTH_BYTES, LENGTH_BYTES + length));
}

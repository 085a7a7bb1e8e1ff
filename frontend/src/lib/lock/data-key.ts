const WRAPPING = 'AES-KW';
const DATA = { name: 'AES-GCM', length: 256 };
const USES: KeyUsage[] = ['encrypt', 'decrypt'];

/**
 * The key under which a database of this browser seals its rows, as it is stored there: wrapped by
 * the key of the browser. Databases from before there was a lock hold a bare one, which opens without.
 */
export type StoredKey = CryptoKey | Uint8Array<ArrayBuffer>;

/** The data key does not open: the key of this browser that it was wrapped by is gone. */
export class KeyLost extends Error {
  constructor(cause: unknown) {
    super('What is stored here was sealed with a key that is gone.', { cause });
    this.name = 'KeyLost';
  }
}

/** Where a database keeps its data key. */
export interface KeyPlace {
  get(): Promise<StoredKey | undefined>;
  /** Stores a key where there is none, in one transaction, and says which one is there now. */
  putFirst(made: StoredKey): Promise<StoredKey>;
}

/**
 * The data key of a database, made when there is none. Whoever makes one at the same time gets the
 * same. It cannot be exported.
 *
 * @throws KeyLost when it was wrapped by another key of the browser
 */
export async function dataKey(place: KeyPlace, browserKey: CryptoKey): Promise<CryptoKey> {
  const stored = (await place.get()) ?? (await place.putFirst(await made(browserKey)));
  if (!ArrayBuffer.isView(stored)) {
    return stored;
  }
  try {
    return await crypto.subtle.unwrapKey(
      'raw',
      stored,
      browserKey,
      WRAPPING,
      DATA.name,
      false,
      USES,
    );
  } catch (cause) {
    throw new KeyLost(cause);
  }
}

async function made(browserKey: CryptoKey): Promise<StoredKey> {
  const key = await crypto.subtle.generateKey(DATA, true, USES);
  return new Uint8Array(await crypto.subtle.wrapKey('raw', key, browserKey, WRAPPING));
}

/**
 * Opens a database; where its key is lost, nobody can read it any more: it is deleted, and a new one
 * is opened in its place.
 */
export async function openOrBegin<Opened>(
  open: () => Promise<Opened>,
  remove: () => Promise<void>,
): Promise<Opened> {
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof KeyLost)) {
      throw error;
    }
    await remove();
    return open();
  }
}

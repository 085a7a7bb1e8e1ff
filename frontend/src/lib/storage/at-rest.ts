import { dataKey, type StoredKey } from '@/lib/lock/data-key';
import type { Database } from './database';

const ALGORITHM = 'AES-GCM';
const NONCE_BYTES = 12;
const KEY = 'content';

/**
 * What people write is kept encrypted in this browser, with a key that is made here and stored
 * wrapped by the key of the browser, which has a lock (see `BrowserLock`). It goes when the database
 * is deleted. It keeps texts out of the hands of who copies the values of the database, and, while
 * the lock is on, of who has the whole profile; it is no help against who controls the unlocked app.
 */
export class AtRest {
  private constructor(private readonly key: CryptoKey) {}

  /**
   * With the key of this database, made when there is none. All tabs get the same.
   *
   * @throws KeyLost when the key of the browser is another one than that which it was made with
   */
  static async of(database: Database, browserKey: CryptoKey): Promise<AtRest> {
    const place = {
      get: () => database.get('keys', KEY),
      putFirst: async (made: StoredKey) => {
        // Another tab may have been quicker: one transaction decides.
        const transaction = database.transaction('keys', 'readwrite');
        const winner = (await transaction.store.get(KEY)) ?? made;
        await transaction.store.put(winner, KEY);
        await transaction.done;
        return winner;
      },
    };
    return new AtRest(await dataKey(place, browserKey));
  }

  /**
   * Encrypts a text for one place; it can be read at no other.
   *
   * @param place what the row is that holds it, such as its store and key
   */
  seal(text: string, place: string): Promise<Uint8Array> {
    return this.sealBytes(utf8(text), place);
  }

  /** The same for what is no text. */
  async sealBytes(bytes: Uint8Array<ArrayBuffer>, place: string): Promise<Uint8Array> {
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
    const sealed = await crypto.subtle.encrypt(
      { name: ALGORITHM, iv: nonce, additionalData: utf8(place) },
      this.key,
      bytes,
    );
    const stored = new Uint8Array(NONCE_BYTES + sealed.byteLength);
    stored.set(nonce);
    stored.set(new Uint8Array(sealed), NONCE_BYTES);
    return stored;
  }

  /**
   * What was sealed for this place.
   *
   * @throws DOMException when it was sealed for another place or with another key, or was changed
   */
  async open(sealed: Uint8Array, place: string): Promise<string> {
    return new TextDecoder().decode(await this.openBytes(sealed, place));
  }

  /** The same for what is no text. */
  async openBytes(sealed: Uint8Array, place: string): Promise<Uint8Array> {
    const bytes = await crypto.subtle.decrypt(
      {
        name: ALGORITHM,
        iv: sealed.slice(0, NONCE_BYTES),
        additionalData: utf8(place),
      },
      this.key,
      sealed.slice(NONCE_BYTES),
    );
    return new Uint8Array(bytes);
  }
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

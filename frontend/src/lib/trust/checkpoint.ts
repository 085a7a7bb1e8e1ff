import { sameHash, type Hash } from './merkle';

/** A state of the log of keys, as a signed note says (C2SP: checkpoint, signed-note). */
export interface Checkpoint {
  origin: string;
  size: number;
  root: Hash;
  /** The verifier keys that have signed it. */
  signedBy: string[];
}

/** The kind of signature: Ed25519. */
const KIND = 1;

function fromBase64(text: string): Hash | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

interface Verifier {
  name: string;
  id: Hash;
  key: Hash;
}

/** Takes a verifier key apart: name, id and key; undefined when the id is not that of the key. */
async function verifierOf(text: string): Promise<Verifier | undefined> {
  const match = /^(?<name>[^+]+)\+(?<id>[0-9a-f]{8})\+(?<key>[A-Za-z0-9+/=]+)$/u.exec(text);
  const typed = fromBase64(match?.groups?.key ?? '');
  const name = match?.groups?.name ?? '';
  if (typed?.length !== 33 || typed[0] !== KIND) {
    return undefined;
  }
  const named = Uint8Array.of(...new TextEncoder().encode(`${name}\n`), ...typed);
  const id = new Uint8Array(await crypto.subtle.digest('SHA-256', named)).slice(0, 4);
  const told = Array.from(id, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return told === match?.groups?.id ? { name, id, key: typed.slice(1) } : undefined;
}

/**
 * Reads a checkpoint.
 *
 * @param keys whose signatures are looked for
 * @returns undefined when it is none
 */
export async function readCheckpoint(
  note: string,
  keys: readonly string[],
): Promise<Checkpoint | undefined> {
  const end = note.indexOf('\n\n') + 1;
  const [origin = '', digits = '', hash = ''] = note.split('\n', 3);
  const root = fromBase64(hash);
  const size = Number(digits);
  if (end === 0 || !/^\d{1,15}$/u.test(digits) || root?.length !== 32 || origin === '') {
    return undefined;
  }
  const signed = new TextEncoder().encode(note.slice(0, end));
  const signatures = note
    .slice(end + 1)
    .split('\n')
    .filter((line) => line.startsWith(`\u2014 ${origin} `))
    .map((line) => fromBase64(line.slice(origin.length + 3)));
  const signedBy: string[] = [];
  for (const text of keys) {
    const verifier = await verifierOf(text);
    if (verifier?.name === origin) {
      for (const each of signatures) {
        if (each?.length === 68 && sameHash(each.slice(0, 4), verifier.id)) {
          const key = await crypto.subtle.importKey('raw', verifier.key, 'Ed25519', false, [
            'verify',
          ]);
          if (await crypto.subtle.verify('Ed25519', key, each.slice(4), signed)) {
            signedBy.push(text);
          }
        }
      }
    }
  }
  return { origin, size, root, signedBy };
}

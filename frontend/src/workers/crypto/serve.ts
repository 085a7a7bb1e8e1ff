import { actionNames, type Action, type Reply, type Request } from './actions';
import type { CryptoApi } from './crypto-api';
import { CryptoRefusal } from './refusal';

/** Where requests come from and replies go: the worker's side of the channel. */
export interface Port {
  postMessage(reply: Reply, transfer: Transferable[]): void;
}

/**
 * Answers one request. What nobody expected becomes a refusal without a word about it: what is in it
 * could be a key.
 */
export async function serve(api: CryptoApi, { id, action }: Request, port: Port): Promise<void> {
  let reply: Reply;
  try {
    reply = { id, kind: 'done', result: await perform(api, action) };
  } catch (error) {
    const { refusal, devices } =
      error instanceof CryptoRefusal ? error : new CryptoRefusal('storage');
    reply = { id, kind: 'refused', refusal, devices };
  }
  port.postMessage(reply, reply.kind === 'done' ? buffersIn(reply.result) : []);
}

function perform(api: CryptoApi, { name, given }: Action): Promise<unknown> {
  if (!actionNames.includes(name)) {
    throw new CryptoRefusal('invalid');
  }
  const calls = api as unknown as Record<string, (...given: unknown[]) => Promise<unknown>>;
  return calls[name]?.(...given) ?? Promise.reject(new CryptoRefusal('invalid'));
}

/** The texts among the results of `receive`: they are handed over and not copied. */
export function buffersIn(result: unknown): Transferable[] {
  const { results } = (result ?? {}) as { results?: { plaintext?: Uint8Array<ArrayBuffer> }[] };
  return (results ?? []).flatMap(({ plaintext }) =>
    plaintext === undefined ? [] : [plaintext.buffer],
  );
}

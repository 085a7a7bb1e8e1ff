import type { Call, CallReply, CallRequest } from './calls';
import { CryptoRefusal } from './refusal';

/** Where requests come from and replies go: the worker's side of the channel. */
export interface Port {
  postMessage(reply: CallReply, transfer: Transferable[]): void;
}

/**
 * Answers one request, for one of these calls. What nobody expected becomes a refusal without a word
 * about it: what is in it could be a key.
 */
export async function serve(
  api: object,
  names: readonly string[],
  { id, action }: CallRequest,
  port: Port,
): Promise<void> {
  let reply: CallReply;
  try {
    reply = { id, kind: 'done', result: await perform(api, names, action) };
  } catch (error) {
    const { refusal, devices } =
      error instanceof CryptoRefusal ? error : new CryptoRefusal('storage');
    reply = { id, kind: 'refused', refusal, devices };
  }
  port.postMessage(reply, reply.kind === 'done' ? buffersIn(reply.result) : []);
}

function perform(api: object, names: readonly string[], { name, given }: Call): Promise<unknown> {
  if (!names.includes(name)) {
    throw new CryptoRefusal('invalid');
  }
  const calls = api as Record<string, ((...given: unknown[]) => Promise<unknown>) | undefined>;
  return calls[name]?.(...given) ?? Promise.reject(new CryptoRefusal('invalid'));
}

/** The texts among the results of `receive`: they are handed over and not copied. */
export function buffersIn(result: unknown): Transferable[] {
  const { results } = (result ?? {}) as { results?: { plaintext?: Uint8Array<ArrayBuffer> }[] };
  return (results ?? []).flatMap(({ plaintext }) =>
    plaintext === undefined ? [] : [plaintext.buffer],
  );
}

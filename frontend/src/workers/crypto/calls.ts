import type { RefusalCause } from './refusal';
import { CryptoRefusal } from './refusal';

/** A call, with what it is given. */
export interface Call {
  name: string;
  given: unknown[];
}

/** The app to a worker. */
export interface CallRequest {
  id: number;
  action: Call;
}

/** A worker to the app. */
export type CallReply =
  | { id: number; kind: 'done'; result: unknown }
  | { id: number; kind: 'refused'; refusal: RefusalCause; devices: readonly string[] };

/** The app's side of the channel. */
export type Channel = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

interface Asked {
  resolve: (result: unknown) => void;
  reject: (refusal: CryptoRefusal) => void;
}

/** What calls a worker over a channel. */
export interface Caller {
  call: (name: string, given: unknown[]) => Promise<unknown>;
  /** Ends the worker. Calls that are under way are refused as `not-open`. */
  end: () => void;
}

/** Numbers the calls of a worker, and gives each its answer. */
export function callsOver(channel: Channel): Caller {
  const asked = new Map<number, Asked>();
  let last = 0;
  let hasEnded = false;

  function end(): void {
    hasEnded = true;
    channel.terminate();
    asked.forEach((call) => call.reject(new CryptoRefusal('not-open')));
    asked.clear();
  }

  channel.addEventListener('message', ({ data }: MessageEvent<CallReply>) => {
    const call = asked.get(data.id);
    asked.delete(data.id);
    if (data.kind === 'done') {
      call?.resolve(data.result);
    } else {
      call?.reject(new CryptoRefusal(data.refusal, data.devices));
    }
  });
  // The worker did not load, or answered with something that cannot be passed on.
  channel.addEventListener('error', end);
  channel.addEventListener('messageerror', end);

  return {
    call: (name, given) =>
      new Promise((resolve, reject) => {
        if (hasEnded) {
          reject(new CryptoRefusal('not-open'));
          return;
        }
        last += 1;
        asked.set(last, { resolve, reject });
        channel.postMessage({ id: last, action: { name, given } } satisfies CallRequest);
      }),
    end,
  };
}

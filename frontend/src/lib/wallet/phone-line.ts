import { SignClient } from '@walletconnect/sign-client';
import type { WalletRelay } from '@/lib/api/types';

/** A wallet on another device that has said yes. */
export interface PhoneLine {
  readonly address: string;
  readonly chain: number;
  request(method: string, params: readonly unknown[]): Promise<unknown>;
  /** Ends what both share, and leaves the relay. */
  hangUp(): Promise<void>;
}

/** An error as EIP-1193 has them. */
export class PhoneError extends Error {
  constructor(
    message: string,
    readonly code: number,
  ) {
    super(message);
  }
}

/** A person's no, and nobody there (EIP-1193). */
const USER_REJECTED = 4001;
const DISCONNECTED = 4900;

/** No is 5000 to 5099 among the protocol's own codes. */
const FIRST_REJECTION = 5000;
const LAST_REJECTION = 5099;

/** CAIP-10. */
const ACCOUNT = /^eip155:([1-9][0-9]{0,17}):(0x[0-9a-fA-F]{40})$/;

/** EIP-1328. */
const PAIRING = /^wc:([0-9a-f]+)@2/;

const GOODBYE = { code: 6000, message: 'done' };

type Client = InstanceType<typeof SignClient>;
type Options = NonNullable<Parameters<typeof SignClient.init>[0]>;
/** An interface in all but name. */
type Storage = Pick<
  NonNullable<Options['storage']>,
  'getKeys' | 'getEntries' | 'getItem' | 'setItem' | 'removeItem'
>;

/** Where the library keeps the keys of a line, among others: nothing of it outlives the page. */
function memory(): Storage {
  const entries = new Map<string, unknown>();
  return {
    getKeys: () => Promise.resolve([...entries.keys()]),
    getEntries: <T>() => Promise.resolve([...entries] as [string, T][]),
    getItem: <T>(key: string) => Promise.resolve(entries.get(key) as T | undefined),
    setItem: (key, value) => {
      entries.set(key, value);
      return Promise.resolve();
    },
    removeItem: (key) => {
      entries.delete(key);
      return Promise.resolve();
    },
  };
}

let client: Promise<Client> | undefined;

/** Calls that need the relay: one may begin before the one that was given up has ended. */
let calls = 0;

function theClient({ project, relay }: WalletRelay): Promise<Client> {
  client ??= SignClient.init({
    projectId: project,
    relayUrl: relay,
    metadata: {
      name: 'Parley',
      description: 'Private chat for people with wallets',
      url: location.origin,
      icons: [],
    },
    storage: memory(),
    telemetryEnabled: false,
    logger: 'silent',
  }).then((made) => {
    // It would show a page of the relay's owner in a frame here, which our policy forbids.
    made.core.verify.register = () => Promise.resolve('');
    return made;
  });
  // What could not be made is made anew the next time.
  client.catch(() => (client = undefined));
  return client;
}

/**
 * Shows a code for a phone to read, and waits until its wallet has said yes.
 *
 * @param onCode gets the code (WalletConnect 2.0 pairing URI, EIP-1328)
 * @param signal nobody waits any more
 * @throws PhoneError 4001 when the person says no, 4900 when the code was not read in time
 */
export async function callPhone(
  relay: WalletRelay,
  chains: readonly number[],
  onCode: (code: string) => void,
  signal: AbortSignal,
): Promise<PhoneLine> {
  const phone = await theClient(relay);
  calls += 1;
  let uri: string | undefined;
  try {
    const begun = await phone.connect({
      optionalNamespaces: {
        eip155: {
          methods: ['personal_sign', 'eth_signTypedData_v4', 'eth_sendTransaction'],
          chains: chains.map((chain) => `eip155:${chain}`),
          events: [],
        },
      },
    });
    uri = begun.uri;
    signal.throwIfAborted();
    onCode(uri ?? '');
    const { topic, namespaces } = await unlessAborted(begun.approval(), signal);
    const [, chain, address] = ACCOUNT.exec(namespaces.eip155?.accounts[0] ?? '') ?? [];
    if (chain === undefined || address === undefined) {
      throw new Error('the wallet named no account');
    }
    return {
      address,
      chain: Number(chain),
      request: (method, params) =>
        phone
          .request({ topic, chainId: `eip155:${chain}`, request: { method, params } })
          .catch(asProviderError),
      hangUp: async () => {
        try {
          await phone.disconnect({ topic, reason: GOODBYE });
        } finally {
          await leave(phone, begun.uri);
        }
      },
    };
  } catch (error) {
    // Why it failed is said, not that the relay could not be told.
    await leave(phone, uri).catch(() => undefined);
    return asProviderError(error);
  }
}

/** Forgets the code, and goes from the relay unless another call needs it. */
async function leave(phone: Client, code: string | undefined): Promise<void> {
  const topic = PAIRING.exec(code ?? '')?.[1];
  try {
    if (topic !== undefined) {
      await phone.core.pairing.disconnect({ topic });
    }
  } finally {
    calls -= 1;
    if (calls === 0) {
      await phone.core.relayer.transportClose();
    }
  }
}

function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new PhoneError('given up', USER_REJECTED)));
    promise.then(resolve, reject);
  });
}

function asProviderError(error: unknown): never {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === 'number' && code >= FIRST_REJECTION && code <= LAST_REJECTION) {
    throw new PhoneError(String(message), USER_REJECTED);
  }
  throw /expired/i.test(String(message)) ? new PhoneError(String(message), DISCONNECTED) : error;
}

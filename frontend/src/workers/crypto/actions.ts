import type { CryptoApi } from './crypto-api';
import type { RefusalCause } from './refusal';

/** What the worker can be asked for: the calls of {@link CryptoApi}, by their names. */
export const actionNames = [
  'open',
  'close',
  'forget',
  'makeKeyPackages',
  'pruneKeyPackages',
  'trust',
  'acceptKey',
  'create',
  'commit',
  'joinExternally',
  'abandon',
  'join',
  'encrypt',
  'receive',
  'stored',
  'members',
  'pending',
  'leave',
] as const satisfies (keyof CryptoApi)[];

export type ActionName = (typeof actionNames)[number];

/** A call, with what it is given. */
export type Action = {
  [Name in ActionName]: { name: Name; given: Parameters<CryptoApi[Name]> };
}[ActionName];

/** What a call of this name answers. */
export type ResultOf<Name extends ActionName> = Awaited<ReturnType<CryptoApi[Name]>>;

/** The app to the worker. */
export interface Request {
  id: number;
  action: Action;
}

/** The worker to the app. */
export type Reply =
  | { id: number; kind: 'done'; result: unknown }
  | { id: number; kind: 'refused'; refusal: RefusalCause; devices: readonly string[] };

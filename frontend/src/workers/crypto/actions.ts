import type { CryptoApi } from './crypto-api';

/** What the worker can be asked for: the calls of {@link CryptoApi}, by their names. */
export const actionNames = [
  'open',
  'close',
  'forget',
  'makeKeyPackages',
  'pruneKeyPackages',
  'trust',
  'acceptKey',
  'acceptPerson',
  'create',
  'commit',
  'joinExternally',
  'abandon',
  'join',
  'encrypt',
  'receive',
  'stored',
  'redeem',
  'members',
  'pending',
  'leave',
] as const satisfies (keyof CryptoApi)[];

export type ActionName = (typeof actionNames)[number];

/** What a call of this name answers. */
export type ResultOf<Name extends ActionName> = Awaited<ReturnType<CryptoApi[Name]>>;

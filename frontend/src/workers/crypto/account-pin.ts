/** Where the keys of accounts that are believed are kept. */
export const ACCOUNT_PINS = 'account-pins/';

/** What is believed of an account. */
export interface AccountPin {
  key: string;
  /** Keys that were believed before. */
  former: string[];
  /** The key that the server tells of now, when nobody has accepted it. */
  candidate?: string;
  /** It has confirmed a device: so it can, and one that it does not confirm is a reason to ask. */
  states?: true;
}

/**
 * Whether a text names exactly one person, so that it is looked up instead of searched for: an
 * e-mail address, a wallet, a name of the chain, or a user name behind an @.
 */
export function isExactName(text: string): boolean {
  return /^@?\S+@?\S*$/.test(text) && /^0x|@|\.eth$/i.test(text);
}

/** What the tests are told about the running system. */

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') {
    throw new Error(
      `${name} is not set: the browser tests need a running Parley, see CONTRIBUTING`,
    );
  }
  return value;
}

const urls = required('PARLEY_URLS')
  .split(',')
  .map((url) => url.trim().replace(/\/$/, ''));

/** The web app of one instance, and of another one, if there is more than one. */
export const FIRST = urls[0] ?? '';
export const SECOND = urls[1] ?? FIRST;

/** Where the tests start an issuer of OpenID Connect, which the system was told of at its start. */
export const ISSUER_PORT = () => required('PARLEY_OIDC_PORT');

/** The folder of the running system. */
export const HOME = required('PARLEY_HOME');

export const CHROMIUM = process.env.PARLEY_CHROMIUM ?? '/usr/bin/chromium';

/**
 * Where pictures for the documents go; unset when none are wanted. People then have plain names,
 * so the server must be new.
 */
export const SCREENSHOTS = process.env.PARLEY_SCREENSHOTS;

/** The id of the development chain. */
export const DEV_CHAIN = 31_337;

/** Where the running system expects the relay to wallets on phones: a test has to stand there. */
export function relayAddress(): string {
  return required('PARLEY_WALLETCONNECT_RELAY');
}

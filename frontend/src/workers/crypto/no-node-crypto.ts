/** What stands in for the module of Node that a library names: the cryptography of every browser. */
export const webcrypto = globalThis.crypto;

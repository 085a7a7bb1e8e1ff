import { concatHex, keccak256, pad, sliceHex, stringToHex, toHex, type Hex } from 'viem';
import { namehash } from 'viem/ens';

const REGISTRY = '0x00000000000C2E074eC69A0dFb2997BA6C7d2e1e';

/** Answers with the word that it keeps under its first argument, which is the node of a name. */
const CODE = '0x6004355460005260206000f3';

/** The name service of the development chain: gives an address a name that leads back to it. */
export async function callsWallet(node: string, address: Hex, name: string): Promise<void> {
  const ask = async (method: string, ...params: unknown[]) => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(node, { method: 'POST', headers, body });
    if (!answer.ok) {
      throw new Error(`the chain refused ${method}`);
    }
  };
  const resolve = async (of: string, code: Hex) => {
    const resolver = sliceHex(keccak256(stringToHex(`resolver of ${of}`)), 12);
    await ask('anvil_setCode', resolver, code);
    await ask('anvil_setStorageAt', REGISTRY, namehash(of), pad(resolver));
    return resolver;
  };
  await ask('anvil_setCode', REGISTRY, CODE);
  const resolver = await resolve(name, CODE);
  await ask('anvil_setStorageAt', resolver, namehash(name), pad(address));
  const text = stringToHex(name);
  const words = Math.ceil(name.length / 32) * 32;
  const answer = concatHex([
    toHex(32, { size: 32 }),
    toHex(name.length, { size: 32 }),
    pad(text, { dir: 'right', size: words }),
  ]);
  // Copies what stands behind these twelve bytes, and returns it.
  const length = toHex(64 + words, { size: 2 });
  const code = concatHex(['0x61', length, '0x80600c6000396000f3', answer]);
  await resolve(`${address.slice(2).toLowerCase()}.addr.reverse`, code);
}

import { Vault } from '../vault';

/** What the workers keep in this browser, for tests of those who may not open it themselves. */
export async function virtualVault(account: string, key?: CryptoKey) {
  const vault = await Vault.open(account, key);
  return {
    write: (path: string, text: string) =>
      vault.write(new Map([[path, new TextEncoder().encode(text)]])),
    read: async (path: string) => {
      const bytes = await vault.read(path);
      return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
    },
    close: () => vault.close(),
  };
}

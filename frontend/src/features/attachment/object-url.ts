const addresses = new WeakMap<Blob, string>();
const forgotten = new FinalizationRegistry<string>((address) => URL.revokeObjectURL(address));

/** The address under which this page, and nobody else, finds a blob; given back with the blob. */
export function objectUrl(blob: Blob | undefined): string | undefined {
  if (blob === undefined) {
    return undefined;
  }
  let address = addresses.get(blob);
  if (address === undefined) {
    address = URL.createObjectURL(blob);
    addresses.set(blob, address);
    forgotten.register(blob, address);
  }
  return address;
}

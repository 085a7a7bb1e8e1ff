/** The two ends of an address, enough to recognise it: `0xd8dA…6045`. */
export function shortAddress(address: string): string {
  return `${address.slice(0, 6)}…${address.slice(-4)}`;
}

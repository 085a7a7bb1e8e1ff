const CODE = /^#([A-Za-z0-9_-]{43})$/;

/** The address that a code makes. Behind the `#` no server and no log on the way sees it. */
export function codeAddress(origin: string, code: string): string {
  return `${origin}/meet#${code}`;
}

/** The code behind the `#` of an address; undefined when it can be none. */
export function codeIn(hash: string): string | undefined {
  return CODE.exec(hash)?.[1];
}

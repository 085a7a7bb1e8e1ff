const LONGEST = 255;

/** ASCII alone: letters of other scripts look alike. No punycode, and no underscore behind a letter. */
const FORM = /^(?:_*(?!..--)[a-z0-9-]{1,63}\.)+eth$/;

/** A name that may stand beside an address; undefined for whatever could pass for another name. */
export function readWalletName(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= LONGEST && FORM.test(value)
    ? value
    : undefined;
}

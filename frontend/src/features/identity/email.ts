const MAX_LENGTH = 254;
const MAX_LOCAL_LENGTH = 64;
const LOCAL = /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i;
const TOKEN = /^#([A-Za-z0-9_-]{43})$/;

/** Whether the server takes this for an e-mail address. */
export function isEmailAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  const labels = text.slice(at + 1).split('.');
  return (
    text.length <= MAX_LENGTH &&
    at <= MAX_LOCAL_LENGTH &&
    LOCAL.test(text.slice(0, Math.max(at, 0))) &&
    labels.length > 1 &&
    labels.every((label) => LABEL.test(label)) &&
    !/^[0-9]+$/.test(labels.at(-1) ?? '')
  );
}

/** The token behind the `#` of a link that verifies an address; undefined when it can be none. */
export function emailTokenIn(hash: string): string | undefined {
  return TOKEN.exec(hash)?.[1];
}

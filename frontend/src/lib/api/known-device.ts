const KEY = 'parley.device';

/**
 * The device that last signed in here: names the same device to the server the next time, and tells
 * a first visit from a return. It opens nothing by itself.
 */
export function knownDevice(): string | undefined {
  return localStorage.getItem(KEY) ?? undefined;
}

export function rememberDevice(id: string): void {
  localStorage.setItem(KEY, id);
}

export function forgetDevice(): void {
  localStorage.removeItem(KEY);
}

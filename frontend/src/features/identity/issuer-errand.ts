/** For what a person went to an issuer, and where he goes when he is back. */
export interface IssuerErrand {
  purpose: 'sign-in' | 'link' | 'proof';
  returnTo?: string | undefined;
}

const KEY = 'parley-errand';

const PURPOSES: readonly unknown[] = ['sign-in', 'link', 'proof'];

/** Remembers an errand of this tab. Only a path is kept: what stands behind it may be a secret. */
export function rememberErrand({ purpose, returnTo }: IssuerErrand): void {
  const isPlain = returnTo !== undefined && !/[?#]/.test(returnTo);
  sessionStorage.setItem(KEY, JSON.stringify({ purpose, ...(isPlain ? { returnTo } : {}) }));
}

/** The errand of this tab, which is then forgotten. Without one, the person signs in. */
export function takeErrand(): IssuerErrand {
  const kept = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  try {
    const errand = JSON.parse(kept ?? '') as Partial<IssuerErrand>;
    if (PURPOSES.includes(errand.purpose)) {
      return errand as IssuerErrand;
    }
  } catch {
    // Nothing, or nothing of ours.
  }
  return { purpose: 'sign-in' };
}

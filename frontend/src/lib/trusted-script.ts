/** The part of Trusted Types that a strict policy asks of us before a script of ours is run. */
interface ScriptPolicies {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

/** Says of one script, which begins so, that we mean to run it; no other passes. */
export function trustedScript(name: string, beginning: string): (url: string) => string {
  let policy: { createScriptURL(url: string): string } | undefined;
  return (url) => {
    const { trustedTypes } = globalThis as { trustedTypes?: ScriptPolicies };
    if (trustedTypes === undefined) {
      return url;
    }
    policy ??= trustedTypes.createPolicy(name, {
      createScriptURL: (wanted) => {
        if (!wanted.startsWith(beginning)) {
          throw new TypeError(`This is not the script of ${name}.`);
        }
        return wanted;
      },
    });
    return policy.createScriptURL(url);
  };
}

/** What stands in the file that a person keeps his recovery codes in. */
export function recoveryFile(username: string, host: string, codes: readonly string[]): string {
  return [
    `Recovery codes of the Parley account ${username} at ${host}`,
    'Each opens the account once, together with a link in a mail.',
    '',
    ...codes,
    '',
  ].join('\n');
}

import { groupsOf } from '@/lib/backup/recovery-key';

/** What stands in the file, and on the paper, that a person keeps the recovery key on. */
export function recoveryKeyFile(
  username: string,
  host: string,
  recoveryKey: string,
  madeOn: string,
): string {
  return [
    `Parley recovery key of ${username} at ${host}`,
    `Made on ${madeOn}. It takes the place of any earlier one.`,
    '',
    groupsOf(recoveryKey).slice(0, 4).join(' '),
    groupsOf(recoveryKey).slice(4).join(' '),
    '',
    'It opens your encrypted messages in a new browser, after you have signed in.',
    'It does not sign you in. Whoever has it and can sign in as you can read them.',
    '',
  ].join('\n');
}

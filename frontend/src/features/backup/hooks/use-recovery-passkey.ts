import { useMutation } from '@tanstack/react-query';
import { passkeySecret } from '@/lib/passkey/passkey';
import { requestPasskeyProof } from '../../identity/api/request-passkey-proof';
import { useCurrentSession } from '../../identity/hooks/use-current-session';

/** What became of it: `closed` by the person, or a passkey that gives no secret. */
export type PasskeyOutcome = 'done' | 'closed' | 'unfit';

interface RecoveryPasskeyTask {
  /** The passkeys that may be used, by their ids; all of the account when it is not said. */
  credentials?: readonly string[];
  perform: (credential: string, secret: Uint8Array<ArrayBuffer>) => Promise<unknown>;
  onDone: () => void;
}

/** Something that is done with the secret of a passkey. */
export function useRecoveryPasskey({ credentials, perform, onDone }: RecoveryPasskeyTask) {
  const { account } = useCurrentSession();
  return useMutation({
    mutationFn: async (): Promise<PasskeyOutcome> => {
      const challenge = await requestPasskeyProof();
      const made = await passkeySecret(
        challenge.rpId,
        credentials ?? challenge.credentials,
        inputOf(account.id),
      );
      if (made === undefined) {
        return 'closed';
      }
      if (made.secret === undefined) {
        return 'unfit';
      }
      await perform(made.credential, made.secret);
      return 'done';
    },
    onSuccess: (outcome) => {
      if (outcome === 'done') {
        onDone();
      }
    },
  });
}

/** The same for ever: another input would give another secret. */
function inputOf(account: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`Parley 1 recovery ${account}`);
}

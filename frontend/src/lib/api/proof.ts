import { createStore } from 'zustand/vanilla';

/** The person did not want to prove again who he is: what was asked is not done. */
export class ProofDeclined extends Error {
  override readonly name = 'ProofDeclined';
}

interface AskedProof {
  /** The server has taken a proof. */
  give: () => void;
  decline: () => void;
}

/** The proof that the person is asked for at this moment; the app draws the question. */
export const proofStore = createStore<{ asked: AskedProof | undefined }>(() => ({
  asked: undefined,
}));

let asking: Promise<void> | undefined;

/**
 * Asks the person to prove again who he is: once, however many requests need it.
 *
 * @throws ProofDeclined when he does not want to
 */
export function askForProof(): Promise<void> {
  asking ??= new Promise<void>((resolve, reject) => {
    proofStore.setState({
      asked: { give: resolve, decline: () => reject(new ProofDeclined('The person declined.')) },
    });
  }).finally(() => {
    asking = undefined;
    proofStore.setState({ asked: undefined });
  });
  return asking;
}

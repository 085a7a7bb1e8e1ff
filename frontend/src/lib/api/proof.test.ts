import { expect, test } from 'vitest';
import { askForProof, ProofDeclined, proofStore } from './proof';

test('many who need a proof wait for one question, and go on when it is answered', async () => {
  const waiting = Promise.all([askForProof(), askForProof()]);
  proofStore.getState().asked?.give();
  await waiting;
  expect(proofStore.getState().asked).toBeUndefined();
});

test('who declines is asked again the next time', async () => {
  const declined = askForProof();
  proofStore.getState().asked?.decline();
  await expect(declined).rejects.toBeInstanceOf(ProofDeclined);
  const again = askForProof();
  proofStore.getState().asked?.give();
  await again;
});

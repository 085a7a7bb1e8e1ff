import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { beginSession } from '@/lib/api/session';
import {
  offersPasskeysWhileTyping,
  signWithPasskey,
  type AskingPasskey,
} from '@/lib/passkey/passkey';
import { requestPasskeySignIn } from '../api/request-passkey-sign-in';
import { signInWithPasskey } from '../api/sign-in-with-passkey';
import { thisDevice } from '../this-device';

/** A challenge is good for five minutes: the one that waits beside the field is renewed before. */
const RENEWED_AFTER_MS = 4 * 60_000;

/** Signs in with a passkey: when asked to, and when the person picks one beside the field. */
export function usePasskeySignIn() {
  const offer = useRef<AbortController>(undefined);
  const { mutate, ...rest } = useMutation({
    mutationFn: async (asking: AskingPasskey) => {
      const assertion = await signWithPasskey(await requestPasskeySignIn(), asking);
      return assertion === undefined
        ? undefined
        : signInWithPasskey({ assertion, device: thisDevice() });
    },
    onSuccess: (signedIn) => {
      if (signedIn !== undefined) {
        beginSession(signedIn);
      }
    },
  });
  useEffect(() => {
    const begin = () => {
      offer.current?.abort();
      const controller = new AbortController();
      offer.current = controller;
      void offerBesideField(controller.signal, mutate);
    };
    begin();
    const timer = setInterval(begin, RENEWED_AFTER_MS);
    return () => {
      clearInterval(timer);
      offer.current?.abort();
    };
  }, [mutate]);
  return {
    ...rest,
    start: () => {
      // A browser asks for one passkey at a time.
      offer.current?.abort();
      mutate({});
    },
  };
}

async function offerBesideField(
  signal: AbortSignal,
  ask: (asking: AskingPasskey) => void,
): Promise<void> {
  if ((await offersPasskeysWhileTyping()) && !signal.aborted) {
    ask({ isBesideField: true, signal });
  }
}

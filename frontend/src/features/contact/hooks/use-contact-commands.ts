import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Person, RequestAnswer } from '@/lib/api/types';
import { toast } from '@/components/ui/toast-store';
import { answerRequest } from '../api/answer-request';
import { askToTalk } from '../api/ask-to-talk';
import { blockPerson } from '../api/block-person';
import { unblockPerson } from '../api/unblock-person';
import { withdrawRequest } from '../api/withdraw-request';
import { CONTACT_COMMAND, useRenewContacts } from './use-renew-contacts';

/** Asks somebody to talk. */
export function useAsk(person: Person) {
  const { t } = useTranslation();
  const renew = useRenewContacts();
  return useMutation({
    mutationKey: CONTACT_COMMAND,
    mutationFn: (note: string) => askToTalk(person.id, note),
    onSuccess: ({ standing }) => {
      if (standing === 'sent') {
        toast(t('contact.asked', { name: person.username }));
      }
    },
    onSettled: () => renew(),
  });
}

/** Takes a request back. */
export function useWithdraw(person: Person) {
  const { t } = useTranslation();
  const renew = useRenewContacts();
  return useMutation({
    mutationKey: CONTACT_COMMAND,
    mutationFn: () => withdrawRequest(person.id),
    onError: () => toast(t('contact.failed'), 'failed'),
    onSettled: () => renew(),
  });
}

/** Answers a request. */
export function useAnswer(person: Person) {
  const { t } = useTranslation();
  const renew = useRenewContacts();
  return useMutation({
    mutationKey: CONTACT_COMMAND,
    mutationFn: (answer: RequestAnswer['answer']) => answerRequest(person.id, answer),
    onError: () => toast(t('contact.failed'), 'failed'),
    onSettled: () => renew(),
  });
}

/**
 * Blocks somebody, or ends that.
 *
 * @param onDone called when it is so, even if nothing is left on the screen of what asked for it
 */
export function useBlock(person: Person, onDone?: () => void) {
  const { t } = useTranslation();
  const renew = useRenewContacts();
  return useMutation({
    mutationKey: CONTACT_COMMAND,
    mutationFn: (isBlocked: boolean) =>
      isBlocked ? blockPerson(person.id) : unblockPerson(person.id),
    onSuccess: (_nothing, isBlocked) => {
      toast(t(isBlocked ? 'blocks.done' : 'blocks.lifted', { name: person.username }));
      onDone?.();
    },
    onError: () => toast(t('contact.failed'), 'failed'),
    onSettled: (_nothing, error, isBlocked) =>
      renew(isBlocked && error === null ? person.id : undefined),
  });
}

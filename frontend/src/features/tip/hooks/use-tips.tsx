import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '@/lib/api/types';
import { useReplicaState } from '@/lib/sync/replica-context';
import { useMembers } from '../../conversation/hooks/use-members';
import { useNames } from '../../message/hooks/use-names';
import type { TipSlot } from '../../message/tip-slot';
import { TipBubble } from '../components/tip-bubble';
import { TipDialog } from '../components/tip-dialog';
import { useChains } from './use-chains';

/** Tips of one conversation: how they are shown among its messages, and the dialog that gives one. */
export function useTips(about: Conversation): { slot: TipSlot; dialog: ReactNode } {
  const { t } = useTranslation();
  const account = useReplicaState((state) => state.account);
  const known = useNames(about);
  const members = useMembers(about.id);
  const hasChains = useChains().length > 0;
  const [isGiving, setGiving] = useState(false);
  const people = useMemo(() => members.filter(({ id }) => id !== account), [account, members]);
  const mayGive = hasChains && people.length > 0 && about.leftSeq === undefined;
  const slot = useMemo(
    (): TipSlot => ({
      bubble: (tip) => (
        <TipBubble
          tip={tip}
          account={account}
          nameOf={(id) => (id === account ? t('messages.you') : (known(id) ?? t('chats.unknown')))}
        />
      ),
      give: mayGive ? () => setGiving(true) : undefined,
    }),
    [account, known, mayGive, t],
  );
  const dialog = isGiving && (
    <TipDialog conversation={about.id} people={people} onClose={() => setGiving(false)} />
  );
  return { slot, dialog };
}

import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '@/lib/api/types';
import { browserIds } from '@/lib/id/uuid-v7';
import { writeBody } from '@/lib/message/message-body';
import { useReplica, useReplicaState } from '@/lib/sync/replica-context';
import type { PaymentRequest } from '@/lib/tip/payment-request';
import { rightsIn } from '../../conversation/group-rights';
import { useMembers } from '../../conversation/hooks/use-members';
import { useNames } from '../../message/hooks/use-names';
import { lifetimeOf } from '../../message/message-lifetime';
import type { TipSlot } from '../../message/tip-slot';
import { AskDialog } from '../components/ask-dialog';
import { PaymentCodeDialog, type PaymentCode } from '../components/payment-code-dialog';
import { RequestCard } from '../components/request-card';
import { TipBubble } from '../components/tip-bubble';
import { TipDialog, type TipWish } from '../components/tip-dialog';
import { useChains } from './use-chains';

/** What is open above the conversation. */
type Opened =
  { what: 'give'; wish?: TipWish } | { what: 'ask' } | { what: 'code'; code: PaymentCode };

/** Tips of one conversation: how they are shown among its messages, and the dialogs that give and ask. */
export function useTips(about: Conversation): { slot: TipSlot; dialog: ReactNode } {
  const { t } = useTranslation();
  const replica = useReplica();
  const account = useReplicaState((state) => state.account);
  const known = useNames(about);
  const members = useMembers(about.id);
  const hasChains = useChains().length > 0;
  const [opened, setOpened] = useState<Opened>();
  const people = useMemo(() => members.filter(({ id }) => id !== account), [account, members]);
  const mayGive = hasChains && people.length > 0 && about.leftSeq === undefined;
  const mayAsk = mayGive && rightsIn(about).write;
  const slot = useMemo((): TipSlot => {
    const nameOf = (id: string) =>
      id === account ? t('messages.you') : (known(id) ?? t('chats.unknown'));
    return {
      bubble: (tip) => <TipBubble tip={tip} account={account} nameOf={nameOf} />,
      request: (asked) => (
        <RequestCard
          asked={asked}
          account={account}
          nameOf={nameOf}
          onCode={(code) => setOpened({ what: 'code', code })}
          onPay={
            mayGive && people.some(({ id }) => id === asked.by)
              ? ({ amount }) => {
                  const { chain, token, address } = asked.request;
                  const { seq } = asked;
                  if (seq !== undefined) {
                    const wish = { recipient: asked.by, chain, token, address, amount, seq };
                    setOpened({ what: 'give', wish });
                  }
                }
              : undefined
          }
        />
      ),
      give: mayGive ? () => setOpened({ what: 'give' }) : undefined,
      ask: mayAsk ? () => setOpened({ what: 'ask' }) : undefined,
    };
  }, [account, known, mayAsk, mayGive, people, t]);
  const ask = (request: PaymentRequest, text: string) => {
    const expiresIn = lifetimeOf(undefined, about.settings?.disappearing ?? 0);
    void replica.send(
      about.id,
      writeBody({ type: 'text', text, request }, browserIds),
      expiresIn === undefined ? {} : { expiresIn },
    );
  };
  const close = () => setOpened(undefined);
  return { slot, dialog: dialogOf(opened) };

  function dialogOf(shown: Opened | undefined): ReactNode {
    switch (shown?.what) {
      case 'give':
        return (
          <TipDialog
            conversation={about.id}
            people={people}
            onClose={close}
            {...(shown.wish === undefined ? {} : { wish: shown.wish })}
          />
        );
      case 'ask':
        return <AskDialog account={account} people={people} onAsk={ask} onClose={close} />;
      case 'code':
        return <PaymentCodeDialog code={shown.code} onClose={close} />;
      case undefined:
        return null;
    }
  }
}

import { Coins } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '@/lib/api/types';
import { useReplicaState } from '@/lib/sync/replica-context';
import { Button } from '@/components/ui/button';
import { useChains } from '../hooks/use-chains';
import { TipDialog } from './tip-dialog';

/** Gives a tip to somebody with whom one talks: it stands in the conversation of the two. */
export function TipPersonButton({ person }: { person: Person }) {
  const { t } = useTranslation();
  const [isGiving, setGiving] = useState(false);
  const conversations = useReplicaState((state) => state.conversations);
  const ofBoth = [...conversations.values()].filter(
    ({ type, members }) => type === 'direct' && members.some(({ id }) => id === person.id),
  );
  const conversation = ofBoth.find(({ kind }) => kind === 'e2ee') ?? ofBoth[0];
  const hasChains = useChains().length > 0;
  const isOneself = useReplicaState((state) => state.account) === person.id;
  if (conversation === undefined || !hasChains || isOneself) {
    return null;
  }
  return (
    <>
      <Button look="secondary" onClick={() => setGiving(true)}>
        <Coins aria-hidden className="size-4.5" />
        {t('tip.give')}
      </Button>
      {isGiving && (
        <TipDialog
          conversation={conversation.id}
          people={[person]}
          onClose={() => setGiving(false)}
        />
      )}
    </>
  );
}

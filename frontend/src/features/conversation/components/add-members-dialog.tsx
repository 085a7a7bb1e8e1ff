import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation, Person } from '@/lib/api/types';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { toast } from '@/components/ui/toast-store';
import { addMembers } from '../api/add-members';
import { GroupProblem } from './group-problem';
import { PeoplePicker } from './people-picker';

interface AddMembersDialogProps {
  group: Conversation;
  onClose: () => void;
}

/** Adds people to a group. */
export function AddMembersDialog({ group, onClose }: AddMembersDialogProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<readonly Person[]>([]);
  const adding = useMutation({
    mutationFn: () =>
      addMembers(
        group.id,
        chosen.map(({ id }) => id),
      ),
    onSuccess: ({ added }) => {
      onClose();
      toast(t('group.add.done', { count: added.length }));
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('group.add.title')}>
      <p className="mb-3 text-muted">{t('group.add.lead')}</p>
      <div className="-mx-1 max-h-[55dvh] overflow-y-auto px-1">
        <PeoplePicker
          chosen={chosen}
          onChoose={setChosen}
          without={new Set(group.members.map(({ id }) => id))}
        />
      </div>
      {adding.isError && (
        <div className="mt-3">
          <GroupProblem error={adding.error} />
        </div>
      )}
      <div className="mt-4 flex flex-wrap justify-end gap-3">
        <Button look="secondary" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button
          disabled={chosen.length === 0}
          isBusy={adding.isPending}
          onClick={() => adding.mutate()}
        >
          {t('group.add.submit', { count: chosen.length })}
        </Button>
      </div>
    </Dialog>
  );
}

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '@/lib/api/types';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { changeGroup } from '../api/change-group';
import { GroupNameFields } from './group-name-fields';
import { GroupProblem } from './group-problem';

interface EditGroupDialogProps {
  group: Conversation;
  onClose: () => void;
}

/** Changes how a group is called and what it is about. */
export function EditGroupDialog({ group, onClose }: EditGroupDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(group.name ?? '');
  const [description, setDescription] = useState(group.description ?? '');
  const [isTried, setTried] = useState(false);
  const change = useMutation({
    // What was not touched is not sent: somebody else may have changed it meanwhile.
    mutationFn: () =>
      changeGroup(group.id, {
        ...(name.trim() === group.name ? {} : { name: name.trim() }),
        ...(description.trim() === (group.description ?? '')
          ? {}
          : { description: description.trim() }),
      }),
    onSuccess: onClose,
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('group.edit.title')}>
      <form
        noValidate
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (name.trim() !== '') {
            change.mutate();
          }
        }}
      >
        <GroupNameFields
          name={name}
          description={description}
          isTried={isTried}
          onName={setName}
          onDescription={setDescription}
        />
        {change.isError && <GroupProblem error={change.error} />}
        <div className="flex flex-wrap justify-end gap-3">
          <Button look="secondary" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" isBusy={change.isPending}>
            {t('group.edit.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

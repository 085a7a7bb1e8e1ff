import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '@/lib/api/types';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast-store';
import { sessionsQuery } from '../api/list-sessions';
import { renameDevice } from '../api/rename-device';
import { ProblemNotice } from './problem-notice';

const LONGEST = 64;

interface RenameDeviceDialogProps {
  session: Session;
  onClose: () => void;
}

/** Lets a person call a device by a name of his own. */
export function RenameDeviceDialog({ session, onClose }: RenameDeviceDialogProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [name, setName] = useState(session.deviceName ?? '');
  const naming = useMutation({
    mutationFn: () => renameDevice(session.id, name.trim()),
    onSuccess: (renamed) => {
      queries.setQueryData(sessionsQuery.queryKey, (known) =>
        known?.map((each) =>
          each.deviceId === renamed.deviceId ? { ...each, deviceName: renamed.deviceName } : each,
        ),
      );
      toast(t('settings.renamed', { device: name.trim() }));
      onClose();
    },
  });
  function submit(event: SubmitEvent) {
    event.preventDefault();
    naming.mutate();
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('settings.renameTitle')}>
      <form onSubmit={submit} className="mt-4 space-y-5">
        <TextField
          label={t('settings.renameLabel')}
          hint={t('settings.renameHint')}
          value={name}
          maxLength={LONGEST}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        {naming.isError && <ProblemNotice error={naming.error} />}
        <div className="flex flex-wrap justify-end gap-3">
          <Button look="secondary" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" isBusy={naming.isPending} disabled={name.trim() === ''}>
            {t('settings.renameSubmit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

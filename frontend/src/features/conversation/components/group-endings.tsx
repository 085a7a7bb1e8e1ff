import { LogOut, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '@/lib/api/types';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { deleteGroup } from '../api/delete-group';
import { removeMember } from '../api/remove-member';
import { rightsIn } from '../group-rights';
import { isLastOwner } from '../group-standing';
import { ConfirmDialog } from './confirm-dialog';

interface GroupEndingsProps {
  group: Conversation;
  account: string;
}

/** Leaving a group, and deleting it. */
export function GroupEndings({ group, account }: GroupEndingsProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<'leave' | 'delete'>();
  const close = () => setAsked(undefined);
  const isStuck = isLastOwner(group, account);
  const words = { group: group.name ?? '' };
  return (
    <div className="flex flex-wrap gap-3">
      <Button look="secondary" className="text-danger" onClick={() => setAsked('leave')}>
        <LogOut aria-hidden className="size-4.5 rtl:-scale-x-100" />
        {t('group.leave.action')}
      </Button>
      {rightsIn(group).delete && (
        <Button look="secondary" className="text-danger" onClick={() => setAsked('delete')}>
          <Trash2 aria-hidden className="size-4.5" />
          {t('group.delete.action')}
        </Button>
      )}
      {asked === 'leave' && isStuck && (
        <Dialog isOpen onClose={close} title={t('group.leave.lastTitle')}>
          <p className="text-pretty text-muted">{t('group.leave.lastDetail')}</p>
          <div className="mt-6 flex flex-wrap justify-end gap-3">
            <Button look="secondary" className="text-danger" onClick={() => setAsked('delete')}>
              {t('group.delete.action')}
            </Button>
            <Button onClick={close}>{t('app.close')}</Button>
          </div>
        </Dialog>
      )}
      {asked === 'leave' && !isStuck && (
        <ConfirmDialog
          title={t('group.leave.title', words)}
          submit={t('group.leave.submit')}
          action={() => removeMember(group.id, account)}
          onClose={close}
        >
          {group.memberCount === 1 ? t('group.leave.aloneDetail') : t('group.leave.detail')}
        </ConfirmDialog>
      )}
      {asked === 'delete' && (
        <ConfirmDialog
          title={t('group.delete.title', words)}
          submit={t('group.delete.submit')}
          action={() => deleteGroup(group.id)}
          onClose={close}
        >
          {t('group.delete.detail')}
        </ConfirmDialog>
      )}
    </div>
  );
}

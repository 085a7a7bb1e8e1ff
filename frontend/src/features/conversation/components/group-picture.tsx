import { useMutation } from '@tanstack/react-query';
import { Camera, ImagePlus, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '@/lib/api/types';
import { cx } from '@/components/cx';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { Spinner } from '@/components/ui/spinner';
import { toast } from '@/components/ui/toast-store';
import { removePicture } from '../api/remove-picture';
import { setPicture } from '../api/set-picture';
import { useGroupProblem } from '../hooks/use-group-problem';
import { squarePicture } from '../square-picture';
import { ConversationAvatar } from './conversation-avatar';

const ICON = 'size-5 shrink-0';

/** The picture of a group, large, and the way to another one for those who may change it. */
export function GroupPicture({ group, mayEdit }: { group: Conversation; mayEdit: boolean }) {
  const { t } = useTranslation();
  const words = useGroupProblem();
  const [at, setAt] = useState<{ x: number; y: number }>();
  const chooser = useRef<HTMLInputElement>(null);
  const change = useMutation({
    mutationFn: async (file: File | undefined) => {
      if (file === undefined) {
        await removePicture(group.id);
        return true;
      }
      const picture = await squarePicture(file);
      if (picture !== undefined) {
        await setPicture(group.id, picture);
      }
      return picture !== undefined;
    },
    onSuccess: (isDone) => {
      if (!isDone) {
        toast(t('group.picture.unreadable'), 'failed');
      }
    },
    onError: (error) => toast(words(error).title, 'failed'),
  });
  const choose = () => chooser.current?.click();
  return (
    <div className="relative">
      <ConversationAvatar
        conversation={group.id}
        partner={{ id: group.id, username: group.name ?? '?' }}
        className={cx('size-22', change.isPending && 'opacity-50')}
      />
      {change.isPending && (
        <span
          role="status"
          aria-label={t('group.picture.sending')}
          className="absolute inset-0 grid place-items-center"
        >
          <Spinner className="size-7 text-ink" />
        </span>
      )}
      {mayEdit && (
        <>
          <input
            ref={chooser}
            type="file"
            accept="image/*"
            tabIndex={-1}
            aria-label={t('group.picture.file')}
            className="sr-only"
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              // The same file can be chosen again.
              currentTarget.value = '';
              if (file !== undefined) {
                change.mutate(file);
              }
            }}
          />
          <IconButton
            label={t('group.picture.change')}
            icon={<Camera aria-hidden className="size-5" />}
            disabled={change.isPending}
            aria-haspopup={group.picture === undefined ? undefined : 'dialog'}
            className="absolute -end-3 -bottom-3 rounded-full border border-line bg-raised shadow-bubble"
            onClick={({ currentTarget }) => {
              const { left, bottom } = currentTarget.getBoundingClientRect();
              if (group.picture === undefined) {
                choose();
              } else {
                setAt({ x: left, y: bottom });
              }
            }}
          />
        </>
      )}
      {at !== undefined && (
        <Menu
          label={t('group.picture.change')}
          at={at}
          items={[
            {
              id: 'choose',
              label: t('group.picture.choose'),
              icon: <ImagePlus aria-hidden className={ICON} />,
              onSelect: choose,
            },
            {
              id: 'remove',
              label: t('group.picture.remove'),
              tone: 'danger',
              icon: <Trash2 aria-hidden className={ICON} />,
              onSelect: () => change.mutate(undefined),
            },
          ]}
          onClose={() => setAt(undefined)}
        />
      )}
    </div>
  );
}

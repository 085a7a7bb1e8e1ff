import { Pause, Play, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageFile } from '@/lib/message/message-files';
import type { OutboxItem } from '@/lib/sync/outbox-item';
import { useAttachments } from '../attachment-context';
import { fileSize } from '../file-words';
import type { UploadState } from '../uploads';
import { ProgressRing } from './progress-ring';

interface UploadControlProps {
  item: OutboxItem;
  files: readonly MessageFile[];
  upload: UploadState;
}

/** How far the files of a message have come, and what one can do about it. */
export function UploadControl({ item, files, upload }: UploadControlProps) {
  const { t, i18n } = useTranslation();
  const { uploads } = useAttachments();
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const gone = files.reduce((sum, { id, size }) => sum + size * (upload.done.get(id) ?? 0), 0);
  const done = bytes === 0 ? 1 : gone / bytes;
  const size = (count: number) => fileSize(count, i18n.language);
  return (
    <div data-upload className="flex items-center gap-1">
      <span className="relative">
        <ProgressRing done={done} label={t('files.uploading')} />
        {upload.isPaused ? (
          <BubbleButton
            label={t('files.resume')}
            icon={<Play aria-hidden className="size-5" />}
            onClick={() => void uploads.goOn(item)}
          />
        ) : (
          <BubbleButton
            label={t('files.pause')}
            icon={<Pause aria-hidden className="size-5" />}
            onClick={() => uploads.pause(item.cid)}
          />
        )}
      </span>
      <span className="min-w-0 flex-1 text-xs tabular-nums">
        {upload.isPaused
          ? t('files.paused')
          : t('files.progress', { done: size(gone), size: size(bytes) })}
      </span>
      <BubbleButton
        label={t('files.cancel')}
        icon={<X aria-hidden className="size-5" />}
        onClick={() => void uploads.cancel(item)}
      />
    </div>
  );
}

interface BubbleButtonProps {
  label: string;
  icon: ReactNode;
  onClick: () => void;
}

/** A button in the colours of the message that it stands in. */
function BubbleButton({ label, icon, onClick }: BubbleButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onClick}
      className="grid size-11 shrink-0 place-items-center rounded-full hover:bg-own-shade"
    >
      {icon}
    </button>
  );
}

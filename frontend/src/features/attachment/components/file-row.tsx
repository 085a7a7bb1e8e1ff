import { Download, FileText, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '@/lib/api/problem';
import type { MessageFile } from '@/lib/message/message-files';
import { cx } from '@/components/cx';
import { toast } from '@/components/ui/toast-store';
import { FileRefused } from '@/workers/files/format';
import { useAttachments } from '../attachment-context';
import { fileSize } from '../file-words';
import { saveAttachment } from '../save-attachment';
import { ProgressRing } from './progress-ring';

/** Saves a file of a message; how far it has come, while it does. */
export function useSave(conversation: string, file: MessageFile) {
  const { t } = useTranslation();
  const { library } = useAttachments();
  const [progress, setProgress] = useState<number>();
  const giving = useRef<AbortController>(undefined);
  const save = async () => {
    const controller = new AbortController();
    giving.current = controller;
    setProgress(0);
    try {
      await saveAttachment(library, conversation, file, controller.signal, setProgress);
    } catch (error) {
      // Whoever closes the question where to put it, or gives up, knows.
      const isGivenUp = error instanceof DOMException && error.name === 'AbortError';
      if (!isGivenUp) {
        toast(t(`files.failed.${failureOf(error)}`), 'failed');
      }
    } finally {
      setProgress(undefined);
    }
  };
  return { progress, save, cancel: () => giving.current?.abort() };
}

function failureOf(error: unknown): 'tampered' | 'gone' | 'other' {
  if (error instanceof FileRefused) {
    return 'tampered';
  }
  return error instanceof ApiProblem && error.status === 404 ? 'gone' : 'other';
}

interface FileRowProps {
  conversation: string;
  file: MessageFile;
  isOwn: boolean;
  isOnItsWay: boolean;
}

/** A file that is not shown: its name and size, and a way to save it. */
export function FileRow({ conversation, file, isOwn, isOnItsWay }: FileRowProps) {
  const { t, i18n } = useTranslation();
  const { progress, save, cancel } = useSave(conversation, file);
  const label = progress === undefined ? 'files.save' : 'files.cancel';
  return (
    <div data-file={file.id} className="flex w-72 max-w-full items-center gap-3 py-0.5">
      <button
        type="button"
        disabled={isOnItsWay}
        aria-label={t(label, { name: file.name })}
        title={t(label, { name: file.name })}
        onClick={() => (progress === undefined ? void save() : cancel())}
        className={cx(
          'relative grid size-11 shrink-0 place-items-center rounded-full',
          isOwn ? 'bg-own-shade' : 'bg-accent-soft text-accent-text',
        )}
      >
        {progress !== undefined && <ProgressRing done={progress} label={t('files.fetching')} />}
        {isOnItsWay ? (
          <FileText aria-hidden className="size-5" />
        ) : progress === undefined ? (
          <Download aria-hidden className="size-5" />
        ) : (
          <X aria-hidden className="size-5" />
        )}
      </button>
      <div className="min-w-0">
        <p dir="auto" className="line-clamp-2 font-medium wrap-anywhere">
          {file.name}
        </p>
        <p className={cx('text-xs', isOwn ? 'text-own-meta' : 'text-muted')}>
          {fileSize(file.size, i18n.language)}
        </p>
      </div>
    </div>
  );
}

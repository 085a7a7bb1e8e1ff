import { Download } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { fromBase64Url } from '@/lib/id/base64url';
import type { MessageFile } from '@/lib/message/message-files';
import { cx } from '@/components/cx';
import { fileSize } from '../file-words';
import { useFile } from '../hooks/use-file';
import { objectUrl } from '../object-url';
import { FileFailure } from './file-state';
import { ProgressRing } from './progress-ring';

/** Larger pictures are fetched when somebody asks for them. */
const AT_ONCE_BYTES = 16 * 1024 * 1024;

/** The tiny picture that stands in a message, until the picture is here. */
export function usePreview({ preview }: MessageFile): string | undefined {
  const blob = useMemo(
    () =>
      preview === undefined
        ? undefined
        : new Blob([fromBase64Url(preview)], { type: 'image/jpeg' }),
    [preview],
  );
  return objectUrl(blob);
}

interface PictureViewProps {
  conversation: string;
  file: MessageFile;
  /** One of several, all of the same size. */
  isTile: boolean;
  onOpen: () => void;
}

/** A picture in a message; it keeps its place before it is here. */
export function PictureView({ conversation, file, isTile, onOpen }: PictureViewProps) {
  const { t, i18n } = useTranslation();
  const view = useFile(conversation, file, file.size <= AT_ONCE_BYTES);
  const address = objectUrl(view.blob);
  const preview = usePreview(file);
  const { width = 4, height = 3 } = file;
  if (view.failed !== undefined) {
    return <FileFailure view={view} />;
  }
  const isIdle = view.blob === undefined && view.progress === undefined;
  return (
    <button
      type="button"
      data-picture={file.id}
      aria-label={t('files.open', { name: file.name })}
      onClick={() => (isIdle && file.size > AT_ONCE_BYTES ? void view.fetch() : onOpen())}
      style={isTile ? undefined : { aspectRatio: `${width} / ${Math.min(height, width * 1.6)}` }}
      className={cx(
        'relative block overflow-hidden rounded-xl bg-hover',
        isTile ? 'aspect-square w-full' : 'w-80 max-w-full',
      )}
    >
      {preview !== undefined && address === undefined && (
        <img
          src={preview}
          alt=""
          className="absolute inset-0 size-full scale-110 object-cover blur-md"
        />
      )}
      {address !== undefined && (
        <img
          src={address}
          alt={file.name}
          decoding="async"
          className="absolute inset-0 size-full object-cover"
        />
      )}
      {address === undefined && (
        <span className="absolute inset-0 m-auto grid size-11 place-items-center rounded-full bg-stage/70 text-on-stage">
          {view.progress === undefined ? (
            <Download aria-hidden className="size-5" />
          ) : (
            <ProgressRing done={view.progress} label={t('files.fetching')} />
          )}
        </span>
      )}
      {isIdle && file.size > AT_ONCE_BYTES && (
        <span className="absolute end-2 bottom-2 rounded-full bg-stage/70 px-2 py-0.5 text-xs text-on-stage">
          {fileSize(file.size, i18n.language)}
        </span>
      )}
    </button>
  );
}

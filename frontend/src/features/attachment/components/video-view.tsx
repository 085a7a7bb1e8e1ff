import { Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MessageFile } from '@/lib/message/message-files';
import { cx } from '@/components/cx';
import { clock, fileSize } from '../file-words';
import { useFile } from '../hooks/use-file';
import { objectUrl } from '../object-url';
import { FileFailure } from './file-state';
import { usePreview } from './picture-view';
import { ProgressRing } from './progress-ring';

interface VideoViewProps {
  conversation: string;
  file: MessageFile;
  isTile: boolean;
}

/** A film in a message: fetched when somebody wants to see it, and then played in its place. */
export function VideoView({ conversation, file, isTile }: VideoViewProps) {
  const { t, i18n } = useTranslation();
  const view = useFile(conversation, file, false);
  const address = objectUrl(view.blob);
  const preview = usePreview(file);
  const { width = 16, height = 9 } = file;
  const place = cx(
    'relative overflow-hidden rounded-xl bg-stage',
    isTile ? 'aspect-square w-full' : 'w-80 max-w-full',
  );
  const shape = isTile ? undefined : { aspectRatio: `${width} / ${Math.min(height, width * 1.6)}` };
  if (view.failed !== undefined) {
    return <FileFailure view={view} />;
  }
  if (address !== undefined) {
    return (
      // What people send one another has no captions.
      // eslint-disable-next-line jsx-a11y/media-has-caption
      <video
        src={address}
        controls
        playsInline
        preload="metadata"
        aria-label={file.name}
        style={shape}
        className={place}
      />
    );
  }
  return (
    <button
      type="button"
      aria-label={t('files.play', { name: file.name })}
      onClick={() => void view.fetch()}
      style={shape}
      className={cx(place, 'block')}
    >
      {preview !== undefined && (
        <img
          src={preview}
          alt=""
          className="absolute inset-0 size-full scale-110 object-cover blur-md"
        />
      )}
      <span className="absolute inset-0 m-auto grid size-11 place-items-center rounded-full bg-stage/70 text-on-stage">
        {view.progress === undefined ? (
          <Play aria-hidden className="size-5" />
        ) : (
          <ProgressRing done={view.progress} label={t('files.fetching')} />
        )}
      </span>
      <span className="absolute end-2 bottom-2 rounded-full bg-stage/70 px-2 py-0.5 text-xs text-on-stage tabular-nums">
        {file.duration === undefined
          ? fileSize(file.size, i18n.language)
          : `${clock(file.duration)} · ${fileSize(file.size, i18n.language)}`}
      </span>
    </button>
  );
}

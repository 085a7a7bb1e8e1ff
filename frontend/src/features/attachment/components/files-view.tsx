import { useStore } from 'zustand';
import { kindOf, type MessageFile } from '@/lib/message/message-files';
import type { OutboxItem } from '@/lib/sync/outbox-item';
import { cx } from '@/components/cx';
import { useAttachments } from '../attachment-context';
import { FileRow } from './file-row';
import { PictureView } from './picture-view';
import { UploadControl } from './upload-control';
import { VideoView } from './video-view';
import { VoiceView } from './voice-view';

interface FilesViewProps {
  conversation: string;
  files: readonly MessageFile[];
  isOwn: boolean;
  /** The message while it is on its way. */
  outbox: OutboxItem | undefined;
  /** Shows a picture or a film large. */
  onOpen: (id: string) => void;
}

/** The files of a message: pictures and films beside each other, all others below one another. */
export function FilesView({ conversation, files, isOwn, outbox, onOpen }: FilesViewProps) {
  const { uploads } = useAttachments();
  const upload = useStore(uploads.store, (all) =>
    outbox === undefined ? undefined : all.get(outbox.cid),
  );
  const seen = files.filter((file) => ['picture', 'video'].includes(kindOf(file)));
  const others = files.filter((file) => !seen.includes(file));
  return (
    <div className="space-y-1.5">
      {seen.length > 0 && (
        <div
          className={cx('relative', seen.length > 1 && 'grid w-80 max-w-full grid-cols-2 gap-1')}
        >
          {seen.map((file) =>
            kindOf(file) === 'picture' ? (
              <PictureView
                key={file.id}
                conversation={conversation}
                file={file}
                isTile={seen.length > 1}
                onOpen={() => onOpen(file.id)}
              />
            ) : (
              <VideoView
                key={file.id}
                conversation={conversation}
                file={file}
                isTile={seen.length > 1}
              />
            ),
          )}
        </div>
      )}
      {others.map((file) =>
        kindOf(file) === 'file' ? (
          <FileRow
            key={file.id}
            conversation={conversation}
            file={file}
            isOwn={isOwn}
            isOnItsWay={upload !== undefined}
          />
        ) : (
          <VoiceView key={file.id} conversation={conversation} file={file} isOwn={isOwn} />
        ),
      )}
      {upload !== undefined && outbox !== undefined && (
        <UploadControl item={outbox} files={files} upload={upload} />
      )}
    </div>
  );
}

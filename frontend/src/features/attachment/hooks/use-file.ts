import { useCallback, useEffect, useRef, useState } from 'react';
import type { MessageFile } from '@/lib/message/message-files';
import { FileRefused } from '@/workers/files/format';
import { ApiProblem } from '@/lib/api/problem';
import { useAttachments } from '../attachment-context';

export interface FileView {
  blob?: Blob;
  /** From 0 to 1 while it is fetched. */
  progress?: number;
  /** Why it is not to be had: it was changed, it is gone, or something else. */
  failed?: 'tampered' | 'gone' | 'other';
  fetch: () => Promise<Blob | undefined>;
  cancel: () => void;
}

type Seen = Pick<FileView, 'blob' | 'progress' | 'failed'>;

/**
 * A file of a message, as far as it is here.
 *
 * @param isWanted whether it is fetched without being asked for
 */
export function useFile(conversation: string, file: MessageFile, isWanted: boolean): FileView {
  const { library } = useAttachments();
  const [seen, setSeen] = useState<Seen>({});
  const giving = useRef<AbortController>(undefined);
  const fetch = useCallback(async () => {
    const controller = new AbortController();
    giving.current = controller;
    try {
      const here = library.at(file.id);
      if (here === undefined) {
        setSeen({ progress: 0 });
      }
      const blob = await library.fetch(conversation, file, controller.signal, (progress) =>
        setSeen({ progress }),
      );
      setSeen({ blob });
      return blob;
    } catch (error) {
      setSeen(controller.signal.aborted ? {} : { failed: reasonOf(error) });
      return undefined;
    }
  }, [conversation, file, library]);
  useEffect(() => {
    if (isWanted || library.at(file.id) !== undefined) {
      // What is fetched is told when it comes.
      void Promise.resolve().then(fetch);
    }
  }, [fetch, file.id, isWanted, library]);
  const cancel = useCallback(() => giving.current?.abort(), []);
  return { ...seen, fetch, cancel };
}

function reasonOf(error: unknown): FileView['failed'] {
  if (error instanceof FileRefused) {
    return 'tampered';
  }
  return error instanceof ApiProblem && error.status === 404 ? 'gone' : 'other';
}

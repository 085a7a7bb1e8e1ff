import { useEffect, useMemo } from 'react';
import { createStore } from 'zustand/vanilla';
import { browserIds } from '@/lib/id/uuid-v7';
import type { Replica } from '@/lib/sync/replica';
import { lazyFilesWorker } from '@/workers/files/files-client';
import { beginUpload } from '../api/begin-upload';
import { cancelUpload } from '../api/cancel-upload';
import { completeUpload } from '../api/complete-upload';
import { getAttachment } from '../api/get-attachment';
import { putPart } from '../api/put-part';
import type { Attachments } from '../attachment-context';
import { Library } from '../library';
import { waitInBrowser, type Patience } from '../persist';
import { Uploads } from '../uploads';

const patience: Patience = {
  // Only spreads attempts over time.
  // eslint-disable-next-line no-restricted-syntax
  random: () => Math.random(),
  wait: waitInBrowser,
};

/** What this tab does with files, for as long as the account is signed in. */
export function useOpenAttachments(replica: Replica | undefined): Attachments | undefined {
  const attachments = useMemo(() => (replica === undefined ? undefined : open(replica)), [replica]);
  useEffect(() => {
    void attachments?.uploads.resume();
    return () => {
      attachments?.uploads.close();
      attachments?.worker.end();
    };
  }, [attachments]);
  return attachments;
}

function open(replica: Replica) {
  const worker = lazyFilesWorker();
  const uploads = new Uploads({
    replica,
    worker,
    patience,
    ids: browserIds,
    alone,
    server: {
      begin: beginUpload,
      put: putPart,
      complete: completeUpload,
      cancel: cancelUpload,
    },
  });
  const library = new Library({
    read: getAttachment,
    worker,
    patience,
    own: (id) => uploads.sent(id),
  });
  return { uploads, library, worker, chosen: createStore<Chosen>(() => new Map()) };
}

type Chosen = ReturnType<Attachments['chosen']['getState']>;

function alone(name: string, work: () => Promise<void>): Promise<boolean> {
  return navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock === null) {
      return false;
    }
    await work();
    return true;
  });
}

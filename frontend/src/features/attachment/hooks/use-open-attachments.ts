import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { createStore } from 'zustand/vanilla';
import { getSigned, putSigned } from '@/lib/api/signed';
import { configurationQuery } from '@/lib/config/load-configuration';
import { browserIds } from '@/lib/id/uuid-v7';
import type { Replica } from '@/lib/sync/replica';
import { lazyFilesWorker } from '@/workers/files/files-client';
import { beginUpload } from '../api/begin-upload';
import { cancelUpload } from '../api/cancel-upload';
import { completeUpload } from '../api/complete-upload';
import { getAttachment } from '../api/get-attachment';
import { putPart } from '../api/put-part';
import { signPartDownload } from '../api/sign-part-download';
import { signPartUpload } from '../api/sign-part-upload';
import type { Attachments } from '../attachment-context';
import { DirectParts } from '../direct-parts';
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
  const queries = useQueryClient();
  const attachments = useMemo(
    () => (replica === undefined ? undefined : open(replica, queries)),
    [replica, queries],
  );
  useEffect(() => {
    void attachments?.uploads.resume();
    return () => {
      attachments?.uploads.close();
      attachments?.worker.end();
    };
  }, [attachments]);
  return attachments;
}

function open(replica: Replica, queries: QueryClient) {
  const worker = lazyFilesWorker();
  const parts = new DirectParts(
    {
      partBytes: async () =>
        (await queries.query({ ...configurationQuery, staleTime: 'static' })).directPartBytes,
      signPut: signPartUpload,
      signGet: signPartDownload,
      put: putSigned,
      get: getSigned,
    },
    { put: putPart, read: getAttachment },
  );
  const uploads = new Uploads({
    replica,
    worker,
    patience,
    ids: browserIds,
    alone,
    server: {
      begin: beginUpload,
      put: parts.put,
      complete: completeUpload,
      cancel: cancelUpload,
    },
  });
  const library = new Library({
    read: parts.read,
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

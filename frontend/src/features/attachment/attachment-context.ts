import { createContext, useContext } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { Library } from './library';
import type { PreparedFile } from './prepared-file';
import type { Uploads } from './uploads';

/** What one tab does with files, for the account that is signed in. */
export interface Attachments {
  uploads: Uploads;
  library: Library;
  /** By conversation: what was chosen and waits to be sent. */
  chosen: StoreApi<ReadonlyMap<string, readonly ChosenFile[]>>;
}

/** A file that was chosen; it is made ready meanwhile. */
export interface ChosenFile {
  choice: string;
  file: File;
  /** Absent while it is made ready. */
  ready?: PreparedFile;
  /** Picture as it was chosen, with what the camera wrote into it. */
  isOriginal: boolean;
}

export const AttachmentContext = createContext<Attachments | null>(null);

/** Only below the part of the app that needs a signed-in person. */
export function useAttachments(): Attachments {
  const attachments = useContext(AttachmentContext);
  if (attachments === null) {
    throw new Error('useAttachments is used outside of the signed-in part of the app');
  }
  return attachments;
}

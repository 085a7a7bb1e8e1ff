import type { MessageFile } from '@/lib/message/message-files';

/** What is said of a file besides how to get at it. */
export type AboutFile = Omit<MessageFile, 'id' | 'key' | 'digest' | 'size'>;

/** A file that was chosen to be sent, as it will be. */
export interface PreparedFile extends AboutFile {
  /** Of this choice, on this device. */
  choice: string;
  blob: Blob;
  /** What was chosen, when something else is sent: a picture without what the camera wrote into it. */
  original?: File;
}

/** What is said of a file, and nothing else of it. */
export function aboutOf(file: AboutFile): AboutFile {
  const { name, mediaType, width, height, duration, waveform, preview } = file;
  return { name, mediaType, width, height, duration, waveform, preview };
}

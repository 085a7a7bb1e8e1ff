import type { MessageFile } from '@/lib/message/message-files';
import { saveFile } from '@/lib/save-file';
import type { Library } from './library';

/** Larger files go straight to the disk where the browser lets them. */
const DIRECT_FROM_BYTES = 64 * 1024 * 1024;

/** The part of the File System Access API that not every browser has. */
interface SavePicker {
  showSaveFilePicker(options: { suggestedName: string }): Promise<{
    createWritable(): Promise<WritableStream<Uint8Array<ArrayBuffer>>>;
  }>;
}

/**
 * Saves a file of a message where the person wants it. A large one is written while it comes, where
 * the browser can; elsewhere the browser keeps the blob it is put together from, on its own disk.
 */
export async function saveAttachment(
  library: Library,
  conversation: string,
  file: MessageFile,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<void> {
  const known = library.at(file.id);
  const picker = globalThis as Partial<SavePicker>;
  if (
    known === undefined &&
    file.size >= DIRECT_FROM_BYTES &&
    picker.showSaveFilePicker !== undefined
  ) {
    const place = await picker.showSaveFilePicker({ suggestedName: file.name });
    const stream = await place.createWritable();
    await library.write(conversation, file, signal, stream.getWriter(), onProgress);
    return;
  }
  const blob = await library.fetch(conversation, file, signal, onProgress);
  // Never as a type that a browser would open as a page.
  saveFile(file.name, new Blob([blob], { type: 'application/octet-stream' }));
}

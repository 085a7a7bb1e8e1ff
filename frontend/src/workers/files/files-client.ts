import { trustedScript } from '@/lib/trusted-script';
import type { FilesReply, FilesRequest, Span } from './files-api';
import { FileRefused } from './format';
import workerUrl from './worker.ts?worker&url';

const trusted = trustedScript('parley-files-worker', workerUrl);

/** What the app asks of the files worker. */
export interface FilesClient {
  /**
   * The ciphertext of chunks of a file.
   *
   * @throws FileRefused when the file has gone
   */
  seal(key: Uint8Array<ArrayBuffer>, file: Blob, first: number, count: number): Promise<Span>;
  /**
   * What chunks of a file say; their bytes are handed over.
   *
   * @throws FileRefused when they are not these chunks of this file
   */
  open(
    key: Uint8Array<ArrayBuffer>,
    size: number,
    first: number,
    bytes: ArrayBuffer,
  ): Promise<Span>;
  end(): void;
}

/** The files worker; its code is loaded when the first file comes along. */
export function lazyFilesWorker(): FilesClient {
  let client: FilesClient | undefined;
  const started = () =>
    (client ??= clientOf(new Worker(trusted(workerUrl), { type: 'module', name: 'parley-files' })));
  return {
    seal: (...given) => started().seal(...given),
    open: (...given) => started().open(...given),
    end: () => {
      client?.end();
      client = undefined;
    },
  };
}

type Channel = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

function clientOf(channel: Channel): FilesClient {
  const asked = new Map<
    number,
    { resolve: (span: Span) => void; reject: (why: FileRefused) => void }
  >();
  let last = 0;
  const end = () => {
    channel.terminate();
    asked.forEach(({ reject }) => reject(new FileRefused('gone')));
    asked.clear();
  };
  channel.addEventListener('message', ({ data }: MessageEvent<FilesReply>) => {
    const call = asked.get(data.id);
    asked.delete(data.id);
    if (data.kind === 'done') {
      call?.resolve(data.span);
    } else {
      call?.reject(new FileRefused(data.why));
    }
  });
  channel.addEventListener('error', end);
  channel.addEventListener('messageerror', end);
  const ask = (request: FilesRequest, transfer: Transferable[]) =>
    new Promise<Span>((resolve, reject) => {
      asked.set(request.id, { resolve, reject });
      channel.postMessage(request, transfer);
    });
  return {
    seal: (key, file, first, count) =>
      ask({ id: (last += 1), name: 'seal', key, file, first, count }, []),
    open: (key, size, first, bytes) =>
      ask({ id: (last += 1), name: 'open', key, size, first, bytes }, [bytes]),
    end,
  };
}

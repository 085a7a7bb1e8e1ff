import { perform, type FilesRequest } from './files-api';

/** The entry of the files worker: everything it does stands in `files-api.ts`. */
addEventListener('message', ({ data }: MessageEvent<FilesRequest>) => {
  void perform(data).then((reply) => {
    postMessage(reply, { transfer: reply.kind === 'done' ? [reply.span.bytes.buffer] : [] });
  });
});

import { BadFrame, decodeFrame } from './decode-frame';
import type { ClientFrame, ServerFrame } from './frames';

export const SUBPROTOCOL = 'parley.v1';

/** The parts of the browser's WebSocket that are used here. */
export type SocketLike = Pick<WebSocket, 'send' | 'close' | 'addEventListener'>;

export type OpenSocket = (url: string, protocol: string) => SocketLike;

export interface SocketListener {
  opened(): void;
  received(frame: ServerFrame): void;
  closed(code: number): void;
}

/** One WebSocket connection that speaks in frames. */
export class SocketLink {
  private readonly socket: SocketLike;
  private isClosed = false;

  constructor(url: string, open: OpenSocket, listener: SocketListener) {
    this.socket = open(url, SUBPROTOCOL);
    this.socket.addEventListener('open', () => this.isClosed || listener.opened());
    this.socket.addEventListener('message', (event) => {
      if (!this.isClosed) {
        this.received(event.data, listener);
      }
    });
    this.socket.addEventListener('close', (event) => {
      if (!this.isClosed) {
        this.isClosed = true;
        listener.closed(event.code);
      }
    });
  }

  send(frame: ClientFrame): void {
    if (!this.isClosed) {
      this.socket.send(JSON.stringify(frame));
    }
  }

  /** Closes without telling the listener. */
  close(): void {
    if (!this.isClosed) {
      this.isClosed = true;
      this.socket.close(1000);
    }
  }

  private received(data: unknown, listener: SocketListener): void {
    try {
      for (const line of typeof data === 'string' ? data.split('\n') : []) {
        const frame = decodeFrame(line);
        // What a frame made us do may be to leave.
        if (frame !== null && !this.isClosed) {
          listener.received(frame);
        }
      }
    } catch (error) {
      if (!(error instanceof BadFrame)) {
        throw error;
      }
      this.close();
      listener.closed(1002);
    }
  }
}

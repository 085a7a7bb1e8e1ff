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

/** UTF-8 takes at most so many bytes for a unit of a string. */
const BYTES_OF_A_UNIT = 3;

/**
 * One WebSocket connection that speaks in frames. What is said in one go leaves in one message, one
 * frame on each line, when the server takes that: a message costs it far more than what stands in it.
 */
export class SocketLink {
  private readonly socket: SocketLike;
  private readonly lines: string[] = [];
  private linesLength = 0;
  /** Units of a message; 0 while the server takes one frame in each. */
  private room = 0;
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

  /** Sends a frame, behind those that were sent before; at the end of this go at the latest. */
  send(frame: ClientFrame): void {
    if (this.isClosed) {
      return;
    }
    const line = JSON.stringify(frame);
    if (this.linesLength + line.length > this.room) {
      this.leave();
    }
    this.lines.push(line);
    this.linesLength += line.length + 1;
    if (this.room === 0) {
      this.leave();
    } else if (this.lines.length === 1) {
      queueMicrotask(() => this.leave());
    }
  }

  /** Closes, after what was sent, without telling the listener. */
  close(): void {
    if (!this.isClosed) {
      this.leave();
      this.isClosed = true;
      this.socket.close(1000);
    }
  }

  private leave(): void {
    if (!this.isClosed && this.lines.length > 0) {
      this.socket.send(this.lines.join('\n'));
    }
    this.lines.length = 0;
    this.linesLength = 0;
  }

  private received(data: unknown, listener: SocketListener): void {
    try {
      for (const line of typeof data === 'string' ? data.split('\n') : []) {
        const frame = decodeFrame(line);
        if (frame?.type === 'welcome' && frame.lines) {
          this.room = Math.floor(frame.limits.frameBytes / BYTES_OF_A_UNIT);
        }
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

import type { OutboxItem } from './outbox-item';

/** Browsers take no longer time than 2^31 - 1 ms; and a clock may have been set meanwhile. */
const LOOK_AGAIN_MS = 3_600_000;

/** Says when messages that are to be sent later are due. */
export class Schedule {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  /** @param onDue is told the cid, once */
  constructor(private readonly onDue: (cid: string) => void) {}

  /** Waits for a message, if it is one that waits for its time. */
  add({ cid, state, sendAt }: OutboxItem): void {
    this.remove(cid);
    if (state === 'scheduled' && sendAt !== undefined) {
      this.wait(cid, Date.parse(sendAt));
    }
  }

  remove(cid: string): void {
    clearTimeout(this.timers.get(cid));
    this.timers.delete(cid);
  }

  stop(): void {
    [...this.timers.keys()].forEach((cid) => this.remove(cid));
  }

  private wait(cid: string, dueAt: number): void {
    const left = dueAt - Date.now();
    this.timers.set(
      cid,
      setTimeout(
        () => {
          if (Date.now() < dueAt) {
            this.wait(cid, dueAt);
          } else {
            this.timers.delete(cid);
            this.onDue(cid);
          }
        },
        Math.min(Math.max(left, 0), LOOK_AGAIN_MS),
      ),
    );
  }
}

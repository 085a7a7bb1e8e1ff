import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { OutboxItem } from './outbox-item';
import { Schedule } from './schedule';

const DAY_MS = 86_400_000;

function item(cid: string, change: Partial<OutboxItem>): OutboxItem {
  return { cid, conversation: 'c', body: '{}', createdAt: '', state: 'scheduled', ...change };
}

function after(ms: number): string {
  return new Date(Date.now() + ms).toISOString();
}

describe('what is to be sent later', () => {
  const due: string[] = [];
  let schedule: Schedule;

  beforeEach(() => {
    vi.useFakeTimers();
    due.length = 0;
    schedule = new Schedule((cid) => due.push(cid));
  });

  afterEach(() => {
    schedule.stop();
    vi.useRealTimers();
  });

  test('is due at its time, also when that is further away than a timer can be', () => {
    schedule.add(item('far', { sendAt: after(40 * DAY_MS) }));
    schedule.add(item('near', { sendAt: after(1_000) }));
    vi.advanceTimersByTime(1_000);
    expect(due).toEqual(['near']);
    vi.advanceTimersByTime(39 * DAY_MS);
    expect(due).toEqual(['near']);
    vi.advanceTimersByTime(DAY_MS);
    expect(due).toEqual(['near', 'far']);
  });

  test('is due at once when its time was while nobody was there', () => {
    schedule.add(item('late', { sendAt: after(-DAY_MS) }));
    vi.advanceTimersByTime(0);
    expect(due).toEqual(['late']);
  });

  test('is not due when it was taken back, or waits for the server already', () => {
    schedule.add(item('back', { sendAt: after(1_000) }));
    schedule.add(item('queued', { sendAt: after(1_000), state: 'queued' }));
    schedule.remove('back');
    vi.advanceTimersByTime(DAY_MS);
    expect(due).toEqual([]);
  });
});

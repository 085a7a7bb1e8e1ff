import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SearchAnswer } from '@/lib/search/search-index';
import { SearchDesk, SearchUnanswered } from './search-desk';
import { TabChannel } from './tab-channel';

const ANSWER: SearchAnswer = { found: [], isWhole: true };
const unused = () => undefined;
const open: { channel: TabChannel; desk: SearchDesk }[] = [];
let run = 0;

type Search = (query: string, signal?: AbortSignal) => Promise<SearchAnswer>;

/** A tab; it leads when it has an index. */
function tab(search?: Search): SearchDesk {
  const channel = new TabChannel(`desk-${run}`);
  const desk = new SearchDesk(`tab-${open.length}`, channel);
  channel.listen({
    onChange: unused,
    onCommand: unused,
    onQuestion: (question) => void desk.take(question),
    onAnswer: (answer) => desk.answered(answer),
  });
  if (search !== undefined) {
    desk.lead({ search: (query, _from, signal) => search(query, signal) });
  }
  open.push({ channel, desk });
  return desk;
}

const nobodyElse = () => new AbortController().signal;

beforeEach(() => {
  run += 1;
});

afterEach(() => {
  vi.useRealTimers();
  open.splice(0).forEach(({ channel, desk }) => {
    desk.close();
    channel.close();
  });
});

test('a tab that leads searches itself, and another one has it do so', async () => {
  const search = vi.fn<Search>(() => Promise.resolve(ANSWER));
  const leading = tab(search);
  expect(await leading.search('one', undefined, nobodyElse())).toBe(ANSWER);
  expect(await tab().search('two', undefined, nobodyElse())).toEqual(ANSWER);
  expect(search.mock.calls.map(([query]) => query)).toEqual(['one', 'two']);
});

test('when the leading tab is closed with the question, the next one answers', async () => {
  const never = vi.fn(() => new Promise<SearchAnswer>(() => undefined));
  const leading = tab(never);
  const third = tab();
  const answer = tab().search('one', undefined, nobodyElse());
  await vi.waitFor(() => expect(never).toHaveBeenCalled());
  leading.close();
  third.lead({ search: () => Promise.resolve(ANSWER) });
  expect(await answer).toEqual(ANSWER);
});

test('a tab that waits for an answer and then leads answers itself', async () => {
  const desk = tab();
  const answer = desk.search('one', undefined, nobodyElse());
  desk.lead({ search: () => Promise.resolve(ANSWER) });
  expect(await answer).toEqual(ANSWER);
});

test('when no tab answers, that is said after a while', async () => {
  vi.useFakeTimers();
  const answer = expect(tab().search('one', undefined, nobodyElse())).rejects.toThrow(
    SearchUnanswered,
  );
  await vi.advanceTimersByTimeAsync(10_000);
  await answer;
});

test('a search that fails is said to have failed at once', async () => {
  tab(() => Promise.reject(new Error('broken')));
  await expect(tab().search('one', undefined, nobodyElse())).rejects.toThrow(SearchUnanswered);
});

test('what a tab asks next ends what it asked before', async () => {
  const search = vi.fn<Search>((query) =>
    query === 'one' ? new Promise<SearchAnswer>(() => undefined) : Promise.resolve(ANSWER),
  );
  tab(search);
  const desk = tab();
  const asking = new AbortController();
  const dropped = expect(desk.search('one', undefined, asking.signal)).rejects.toThrow();
  await vi.waitFor(() => expect(search).toHaveBeenCalled());
  asking.abort();
  expect(await desk.search('two', undefined, nobodyElse())).toEqual(ANSWER);
  expect(search.mock.calls[0]?.[1]?.aborted).toBe(true);
  await dropped;
});

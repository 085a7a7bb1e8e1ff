import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  endCalls,
  forgetCalls,
  keepCalls,
  keptCallsStore,
  openKeptCalls,
  walletName,
} from './kept-calls';

const NOW = 1_000;
const calls = (tip: string, until = 2_000) => ({
  tip,
  chain: 1,
  id: `0x${tip}`,
  wallet: 'io.wallet',
  until,
});
const kept = () => keptCallsStore.getState().kept.map(({ tip }) => tip);

describe('what a wallet was given to send', () => {
  const storage = new Map<string, string>();

  beforeEach(() => {
    storage.clear();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => storage.get(key) ?? null,
      setItem: (key: string, value: string) => storage.set(key, value),
      removeItem: (key: string) => storage.delete(key),
    });
    openKeptCalls('amy', NOW);
    return () => vi.unstubAllGlobals();
  });

  it('is still there in another visit, for the same account alone', () => {
    keepCalls('amy', calls('a'), NOW);
    keepCalls('amy', calls('b'), NOW);
    openKeptCalls('ben', NOW);
    expect(kept()).toEqual([]);
    openKeptCalls('amy', NOW);
    expect(kept()).toEqual(['a', 'b']);
    forgetCalls('amy', 'a', NOW);
    forgetCalls('amy', 'b', NOW);
    expect(kept()).toEqual([]);
    expect(storage.size).toBe(0);
  });

  it('is forgotten when the tip is over', () => {
    keepCalls('amy', calls('a'), NOW);
    openKeptCalls('amy', 2_000);
    expect(kept()).toEqual([]);
  });

  it('is one for each tip, and bounded', () => {
    keepCalls('amy', calls('a'), NOW);
    keepCalls('amy', { ...calls('a'), id: '0xff' }, NOW);
    expect(keptCallsStore.getState().kept.map(({ id }) => id)).toEqual(['0xff']);
    for (let at = 0; at < 60; at++) {
      keepCalls('amy', calls(`t${at}`), NOW);
    }
    expect(kept()).toHaveLength(50);
  });

  it.each(['{', '7', 'null', '[null]', '[{"tip":1}]', '[{"tip":"a","id":"b","wallet":"c"}]'])(
    'is nothing when something else stands there: %s',
    (text) => {
      storage.set('parley.calls.amy', text);
      openKeptCalls('amy', NOW);
      expect(kept()).toEqual([]);
    },
  );

  it('has an end until it is asked for once more', () => {
    endCalls('a', { as: 'unclear', doubt: 'silent' });
    expect(keptCallsStore.getState().ends.get('a')).toEqual({ as: 'unclear', doubt: 'silent' });
    endCalls('a', undefined);
    expect(keptCallsStore.getState().ends.size).toBe(0);
  });

  it('is asked of the wallet that has the same name in each visit', () => {
    const provider = { request: () => Promise.resolve(null) };
    const info = { uuid: 'u', name: 'W', icon: '', rdns: 'io.wallet' };
    expect(walletName({ info, provider })).toBe('io.wallet');
    expect(walletName({ info: { ...info, rdns: '' }, provider })).toBe('u');
  });
});

import { expect, test } from 'vitest';
import type { PaymentChain, Tip } from '@/lib/api/types';
import { statementOf, toCsv } from './statement';

const TIP: Tip = {
  id: 't1',
  conversation: 'c1',
  payer: 'me',
  recipient: 'ben',
  address: '0xBEN',
  chain: 1,
  symbol: 'ETH',
  decimals: 18,
  amount: '1000000000000000001',
  state: 'final',
  hash: '0xabc',
  confirmations: 12,
  needed: 12,
  settled: true,
  createdAt: '2026-11-23T00:00:00Z',
  expiresAt: '2026-11-23T01:00:00Z',
  changedAt: '2026-11-23T00:05:00Z',
};
const CHAINS = [{ id: 1, name: 'Mainnet' }] as PaymentChain[];

test('says of each tip which way it went, with all of its digits', () => {
  const received = { ...TIP, id: 't2', payer: 'amy', recipient: 'me', chain: 9, hash: undefined };
  const lines = statementOf([TIP, received], 'me', CHAINS, (_tip, person) => `name of ${person}`);
  expect(lines).toMatchObject([
    {
      direction: 'given',
      person: 'name of ben',
      amount: '1.000000000000000001',
      network: 'Mainnet',
    },
    { direction: 'received', person: 'name of amy', network: '', transaction: '' },
  ]);
});

test('is read by spreadsheets as text', () => {
  const nameOf = (): string => '=HYPERLINK("http://bad.example","a, b")';
  const [heads, line, ...more] = toCsv(statementOf([TIP], 'me', CHAINS, nameOf)).split('\r\n');
  expect(heads).toBe(
    'at,direction,person,amount,symbol,state,network,chain,token,address,transaction,personId,id',
  );
  expect(line).toBe(
    `2026-11-23T00:00:00Z,given,"'=HYPERLINK(""http://bad.example"",""a, b"")",1.000000000000000001,ETH,final,Mainnet,1,,0xBEN,0xabc,ben,t1`,
  );
  expect(more).toEqual(['']);
});

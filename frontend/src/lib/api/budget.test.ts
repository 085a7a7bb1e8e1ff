import { expect, test } from 'vitest';
import { budgetWords } from './budget';

const problem = (slug: string, budget?: unknown) => ({
  type: `urn:parley:problem:${slug}`,
  title: 'used up',
  status: 503,
  budget,
});

test('a budget that is used up has words of its own', () => {
  expect(budgetWords(problem('budget-exhausted', 'rpc'))).toBe('problem.budget.rpc');
  expect(budgetWords(problem('own-budget-exhausted', 'storage'))).toBe('problem.ownBudget.storage');
});

test('anything else has none', () => {
  expect(budgetWords(problem('unavailable', 'rpc'))).toBeUndefined();
  expect(budgetWords(problem('budget-exhausted'))).toBeUndefined();
  expect(budgetWords(problem('budget-exhausted', 'toString'))).toBeUndefined();
  expect(budgetWords(problem('budget-exhausted', 7))).toBeUndefined();
});

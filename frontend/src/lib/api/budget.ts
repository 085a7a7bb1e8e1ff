import { problemSlug, type Problem } from './problem';

const WORDS = {
  'budget-exhausted': {
    rpc: 'problem.budget.rpc',
    mail: 'problem.budget.mail',
    storage: 'problem.budget.storage',
  },
  'own-budget-exhausted': {
    rpc: 'problem.ownBudget.rpc',
    mail: 'problem.ownBudget.mail',
    storage: 'problem.ownBudget.storage',
  },
} as const;

type Slug = keyof typeof WORDS;
export type BudgetWords = (typeof WORDS)[Slug][keyof (typeof WORDS)[Slug]];

/** The words for a budget that is used up; undefined for any other problem. */
export function budgetWords(problem: Problem): BudgetWords | undefined {
  const slug = problemSlug(problem);
  if (!Object.hasOwn(WORDS, slug)) {
    return undefined;
  }
  const words = WORDS[slug as Slug];
  const { budget } = problem;
  return typeof budget === 'string' && Object.hasOwn(words, budget)
    ? words[budget as keyof typeof words]
    : undefined;
}

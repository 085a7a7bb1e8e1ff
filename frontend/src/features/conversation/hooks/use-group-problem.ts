import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { budgetWords } from '@/lib/api/budget';
import { ApiProblem, ServerUnreachable } from '@/lib/api/problem';

/** What happened, and what it means. */
export interface ProblemWords {
  title: string;
  detail: string;
}

const WORDS = {
  forbidden: ['group.problem.forbidden', 'group.problem.forbiddenDetail'],
  'not-found': ['group.problem.gone', 'group.problem.goneDetail'],
  'group-full': ['group.problem.full', 'group.problem.fullDetail'],
  'last-owner': ['group.problem.lastOwner', 'group.problem.lastOwnerDetail'],
  'no-such-account': ['group.problem.noSuchAccount', 'group.problem.noSuchAccountDetail'],
  'invalid-input': ['group.problem.invalid', 'group.problem.invalidDetail'],
  'invitation-over': ['join.over', 'join.overDetail'],
  'too-many-invite-links': ['group.problem.manyLinks', 'group.problem.manyLinksDetail'],
  'content-too-large': ['group.problem.largePicture', 'group.problem.largePictureDetail'],
  'too-many-requests': ['problem.tooMany', 'problem.tooManyDetail'],
  unavailable: ['problem.unreachable', 'problem.unreachableDetail'],
} as const;

/** Says in plain words why something that was asked of a group did not happen. */
export function useGroupProblem(): (error: unknown) => ProblemWords {
  const { t } = useTranslation();
  return useCallback(
    (error) => {
      if (error instanceof ServerUnreachable) {
        return { title: t('problem.unreachable'), detail: t('problem.unreachableDetail') };
      }
      const problem = error instanceof ApiProblem ? error : undefined;
      const budget = problem === undefined ? undefined : budgetWords(problem.problem);
      if (budget !== undefined) {
        return { title: t('problem.budget.title'), detail: t(budget) };
      }
      // Of those who are added only who is banned is refused like this.
      const isBanned =
        problem?.slug === 'invalid-input' &&
        problem.problem.errors?.some(({ pointer }) => pointer.startsWith('/accounts/')) === true;
      if (isBanned) {
        return { title: t('group.problem.banned'), detail: t('group.problem.bannedDetail') };
      }
      const words =
        problem !== undefined && problem.slug in WORDS
          ? WORDS[problem.slug as keyof typeof WORDS]
          : undefined;
      return words === undefined
        ? {
            title: t('problem.unknown'),
            detail: t('problem.unknownDetail', { instance: problem?.problem.instance ?? '–' }),
          }
        : { title: t(words[0]), detail: t(words[1]) };
    },
    [t],
  );
}

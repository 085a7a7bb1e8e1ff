import { useTranslation } from 'react-i18next';
import { budgetWords } from '@/lib/api/budget';
import { ProofDeclined } from '@/lib/api/proof';
import { ApiProblem, ServerUnreachable } from '@/lib/api/problem';
import { Notice } from '@/components/ui/notice';

/** A failure that the screen has no better words for. */
export function ProblemNotice({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (error instanceof ProofDeclined) {
    // A choice of the person, and no failure.
    return null;
  }
  const budget = error instanceof ApiProblem ? budgetWords(error.problem) : undefined;
  if (budget !== undefined) {
    return (
      <Notice
        tone="caution"
        title={t(isStatus(error, 429) ? 'problem.ownBudget.title' : 'problem.budget.title')}
      >
        {t(budget)}
      </Notice>
    );
  }
  if (error instanceof ServerUnreachable || isStatus(error, 503)) {
    return (
      <Notice tone="danger" title={t('problem.unreachable')}>
        {t('problem.unreachableDetail')}
      </Notice>
    );
  }
  if (isStatus(error, 429)) {
    const minutes = Math.ceil((error.retryAfterSeconds ?? 0) / 60);
    return (
      <Notice tone="caution" title={t('problem.tooMany')}>
        {minutes > 1 ? t('problem.tooManyWait', { count: minutes }) : t('problem.tooManyDetail')}
      </Notice>
    );
  }
  const instance = error instanceof ApiProblem ? (error.problem.instance ?? '–') : '–';
  return (
    <Notice tone="danger" title={t('problem.unknown')}>
      {t('problem.unknownDetail', { instance })}
    </Notice>
  );
}

function isStatus(error: unknown, status: number): error is ApiProblem {
  return error instanceof ApiProblem && error.status === status;
}

import { useTranslation } from 'react-i18next';
import { ApiProblem } from '@/lib/api/problem';
import { Notice } from '@/components/ui/notice';
import { ProblemNotice } from './problem-notice';

const WORDS = {
  'issuer-sign-in-refused': 'over',
  'proof-refused': 'notYou',
  'issuer-fault': 'fault',
  'identity-taken': 'taken',
  'too-many-credentials': 'tooMany',
  unavailable: 'away',
} as const;

/** Why a visit to an issuer came to nothing. */
export function IssuerProblem({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const slug = error instanceof ApiProblem ? error.slug : '';
  if (!(slug in WORDS)) {
    return <ProblemNotice error={error} />;
  }
  const word = WORDS[slug as keyof typeof WORDS];
  return (
    <Notice tone="caution" title={t(`issuer.${word}`)}>
      {t(`issuer.${word}Detail`)}
    </Notice>
  );
}

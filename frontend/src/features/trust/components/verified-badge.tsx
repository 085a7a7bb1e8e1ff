import { BadgeCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useTrust } from '../hooks/use-trust';

/** Says that somebody was verified; nothing of everybody else. */
export function VerifiedBadge({ person }: { person: string }) {
  const { t } = useTranslation();
  const { data } = useTrust([person]);
  return data?.[0]?.standing === 'verified' ? (
    <span
      role="img"
      aria-label={t('trust.verified')}
      title={t('trust.verified')}
      className="inline-grid shrink-0 place-items-center text-accent-text"
    >
      <BadgeCheck aria-hidden className="size-4.5" />
    </span>
  ) : null;
}

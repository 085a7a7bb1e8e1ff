import { CircleHelp, ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '@/lib/api/types';

/** What speaks for somebody, in a few words. */
export function TierLine({ tier }: { tier: Contact['tier'] }) {
  const { t } = useTranslation();
  const Icon = tier === 'unknown' ? CircleHelp : ShieldCheck;
  return (
    <span data-tier={tier} className="inline-flex items-center gap-1.5">
      <Icon aria-hidden className="size-4 shrink-0" />
      {t(`contact.tier.${tier}`)}
    </span>
  );
}

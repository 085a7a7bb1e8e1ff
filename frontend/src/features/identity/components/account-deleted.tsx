import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';

/** Tells somebody that his account is no more. */
export function AccountDeleted({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation();
  return (
    <div role="status" className="space-y-4">
      <CircleCheck aria-hidden className="size-10 text-accent-text" strokeWidth={1.5} />
      <h1 className="text-2xl font-semibold tracking-tight">{t('data.deleted')}</h1>
      <p className="text-base text-pretty text-muted">{t('data.deletedDetail')}</p>
      <p className="text-base text-pretty text-muted">{t('data.deletedElsewhere')}</p>
      <div className="pt-2">
        <Button look="secondary" onClick={onLeave}>
          {t('data.toSignIn')}
        </Button>
      </div>
    </div>
  );
}

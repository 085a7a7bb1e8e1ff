import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** Something broke that nobody foresaw; the router has written it to the console. */
export function ErrorRoute() {
  const { t } = useTranslation();
  return (
    <main className="grid h-full place-items-center bg-panel">
      <EmptyState
        isPage
        art={<CircleAlert aria-hidden className="size-14" strokeWidth={1.25} />}
        title={t('error.title')}
        action={<Button onClick={() => location.reload()}>{t('error.reload')}</Button>}
      >
        {t('error.detail')}
      </EmptyState>
    </main>
  );
}

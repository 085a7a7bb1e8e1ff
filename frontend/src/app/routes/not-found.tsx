import { Compass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DeadEnd } from '@/components/dead-end';

export function NotFoundRoute() {
  const { t } = useTranslation();
  return (
    <main className="grid h-full place-items-center bg-panel">
      <DeadEnd
        art={<Compass aria-hidden className="size-14" strokeWidth={1.25} />}
        title={t('notFound.title')}
      >
        {t('notFound.detail')}
      </DeadEnd>
    </main>
  );
}

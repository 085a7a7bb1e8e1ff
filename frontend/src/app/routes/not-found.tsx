import { Compass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '@/components/ui/empty-state';

export function NotFoundRoute() {
  const { t } = useTranslation();
  return (
    <main className="grid h-full place-items-center bg-panel">
      <EmptyState
        isPage
        art={<Compass aria-hidden className="size-14" strokeWidth={1.25} />}
        title={t('notFound.title')}
        action={
          <Link
            to="/chats"
            className="inline-flex min-h-11 items-center rounded-xl bg-accent px-4 font-semibold text-on-accent hover:bg-accent-hover"
          >
            {t('notFound.home')}
          </Link>
        }
      >
        {t('notFound.detail')}
      </EmptyState>
    </main>
  );
}

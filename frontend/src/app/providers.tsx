import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '@/lib/api/problem';
import { Toaster } from '@/components/ui/toaster';

const RETRIES = 2;

export function Providers({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [queries] = useState(createQueries);
  return (
    <QueryClientProvider client={queries}>
      {children}
      <Toaster label={t('app.notifications')} dismissLabel={t('app.dismiss')} />
    </QueryClientProvider>
  );
}

function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // A refusal stays one; only what did not get through is tried again.
        retry: (failures, error) => failures < RETRIES && !(error instanceof ApiProblem),
      },
    },
  });
}

import '@fontsource-variable/onest/wght.css';
import './styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { RouterProvider } from 'react-router';
import { resumeSession } from '@/lib/api/session';
import { startI18n } from '@/lib/i18n/i18n';
import { watchTheme } from '@/lib/theme/theme';
import { Providers } from './providers';
import { createRouter } from './router';

const root = document.getElementById('root');
if (root === null) {
  throw new Error('index.html has no root');
}
watchTheme();
// A failure leaves the session unknown; the guard of the routes shows it and offers to try again.
resumeSession().catch(() => undefined);
createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={startI18n(navigator.languages)}>
      <Providers>
        <RouterProvider router={createRouter()} />
      </Providers>
    </I18nextProvider>
  </StrictMode>,
);

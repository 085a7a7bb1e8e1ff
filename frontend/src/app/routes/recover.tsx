import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { AskRecoveryForm } from '../../features/identity/components/ask-recovery-form';
import { RecoverForm } from '../../features/identity/components/recover-form';
import { emailTokenIn } from '../../features/identity/email';
import { AuthLayout } from '../components/auth-layout';

/** For who cannot sign in: asks for a link, and is the page that the link opens. */
export function RecoverRoute() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const found = emailTokenIn(useLocation().hash);
  // Another link that is opened here takes the place of the token.
  const [token, setToken] = useState(found);
  if (found !== undefined && found !== token) {
    setToken(found);
  }
  return (
    <AuthLayout>
      <h1 className="text-2xl font-semibold tracking-tight">
        {t(token === undefined ? 'recovery.askTitle' : 'recovery.openTitle')}
      </h1>
      <p className="mt-1 mb-7 text-base text-pretty text-muted">
        {t(token === undefined ? 'recovery.askLead' : 'recovery.openLead')}
      </p>
      {token === undefined ? (
        <AskRecoveryForm />
      ) : (
        <RecoverForm key={token} token={token} onOpened={() => void navigate('/settings')} />
      )}
      <p className="mt-6 text-base">
        <Link
          to={token === undefined ? '/sign-in' : '/recover'}
          onClick={() => setToken(undefined)}
          className="font-semibold text-accent-text underline-offset-2 hover:underline"
        >
          {t(token === undefined ? 'recovery.back' : 'recovery.newLink')}
        </Link>
      </p>
    </AuthLayout>
  );
}

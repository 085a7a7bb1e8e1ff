import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { Wallet } from '@/lib/wallet/discovery';
import { IssuerButtons } from '../../features/identity/components/issuer-buttons';
import { RegisterForm } from '../../features/identity/components/register-form';
import { WalletList } from '../../features/identity/components/wallet-list';
import { WalletSignIn } from '../../features/identity/components/wallet-sign-in';
import { AuthLayout } from '../components/auth-layout';
import type { Return } from '../components/guards';
import { InvitedNotice } from '../components/invited-notice';
import { OrLine } from '../components/or-line';

export function RegisterRoute() {
  const { t } = useTranslation();
  const location = useLocation();
  const [wallet, setWallet] = useState<Wallet>();
  return (
    <AuthLayout>
      {wallet === undefined ? (
        <>
          <h1 className="text-2xl font-semibold tracking-tight">{t('register.title')}</h1>
          <p className="mt-1 text-base text-muted">
            {t('signIn.have')}{' '}
            <Link
              to="/sign-in"
              state={location.state as unknown}
              className="font-semibold text-accent-text underline-offset-2 hover:underline"
            >
              {t('signIn.submit')}
            </Link>
          </p>
          <InvitedNotice />
          <div className="mt-7">
            <WalletList onChoose={setWallet} />
            <IssuerButtons
              errand={{ purpose: 'sign-in', returnTo: (location.state as Return | null)?.returnTo }}
            />
          </div>
          <OrLine text={t('register.or')} />
          <RegisterForm />
        </>
      ) : (
        <WalletSignIn wallet={wallet} onBack={() => setWallet(undefined)} />
      )}
    </AuthLayout>
  );
}

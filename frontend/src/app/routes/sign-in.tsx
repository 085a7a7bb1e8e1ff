import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useStore } from 'zustand';
import { forgetEnd } from '@/lib/api/session';
import { sessionStore } from '@/lib/api/session-store';
import type { Wallet } from '@/lib/wallet/discovery';
import { Notice } from '@/components/ui/notice';
import { AccountDeleted } from '../../features/identity/components/account-deleted';
import { IssuerButtons } from '../../features/identity/components/issuer-buttons';
import { PasskeySignIn } from '../../features/identity/components/passkey-sign-in';
import { PasswordSignInForm } from '../../features/identity/components/password-sign-in-form';
import { WalletList } from '../../features/identity/components/wallet-list';
import { WalletSignIn } from '../../features/identity/components/wallet-sign-in';
import { useEmailPolicy } from '../../features/identity/hooks/use-email-input';
import { AuthLayout } from '../components/auth-layout';
import type { Return } from '../components/guards';
import { InvitedNotice } from '../components/invited-notice';
import { OrLine } from '../components/or-line';

export function SignInRoute() {
  const { t } = useTranslation();
  const location = useLocation();
  const policy = useEmailPolicy();
  const [wallet, setWallet] = useState<Wallet>();
  const why = useStore(sessionStore, (state) =>
    state.status === 'signed-out' ? state.why : undefined,
  );
  if (why === 'account-deleted') {
    return (
      <AuthLayout>
        <AccountDeleted onLeave={forgetEnd} />
      </AuthLayout>
    );
  }
  return (
    <AuthLayout>
      {wallet === undefined ? (
        <>
          <h1 className="text-2xl font-semibold tracking-tight">{t('signIn.title')}</h1>
          <p className="mt-1 text-base text-muted">
            {t('signIn.new')}{' '}
            <Link
              to="/register"
              state={location.state as unknown}
              className="font-semibold text-accent-text underline-offset-2 hover:underline"
            >
              {t('signIn.create')}
            </Link>
          </p>
          {why !== undefined && why !== 'left' && (
            <div className="mt-5">
              <Notice tone={why === 'token-reused' ? 'caution' : 'info'} title={t('signIn.ended')}>
                {t(`signIn.why.${why}`)}
              </Notice>
            </div>
          )}
          <InvitedNotice />
          <div className="mt-7">
            <WalletList onChoose={setWallet} />
            <PasskeySignIn />
            <IssuerButtons
              errand={{ purpose: 'sign-in', returnTo: (location.state as Return | null)?.returnTo }}
            />
          </div>
          <OrLine text={t('signIn.or')} />
          <PasswordSignInForm />
          {policy !== 'off' && (
            <p className="mt-5 text-base">
              <Link
                to="/recover"
                className="font-semibold text-accent-text underline-offset-2 hover:underline"
              >
                {t('recovery.cannot')}
              </Link>
            </p>
          )}
        </>
      ) : (
        <WalletSignIn wallet={wallet} onBack={() => setWallet(undefined)} />
      )}
    </AuthLayout>
  );
}

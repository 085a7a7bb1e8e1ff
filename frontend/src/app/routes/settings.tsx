import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RecoveryPanel } from '../../features/backup/components/recovery-panel';
import { SignOutCaution } from '../../features/backup/components/sign-out-caution';
import { BlockList } from '../../features/contact/components/block-list';
import { CodeCard } from '../../features/contact/components/code-card';
import { AccountCard } from '../../features/identity/components/account-card';
import { CredentialList } from '../../features/identity/components/credential-list';
import { EmailSettings } from '../../features/identity/components/email-settings';
import { LockSettings } from '../../features/identity/components/lock-settings';
import { PrivacyChoices } from '../../features/identity/components/privacy-choices';
import { RecoveryCodesSettings } from '../../features/identity/components/recovery-codes';
import { SessionList } from '../../features/identity/components/session-list';
import { SignOutButtons } from '../../features/identity/components/sign-out-buttons';
import { YourData } from '../../features/identity/components/your-data';
import { useEmailPolicy } from '../../features/identity/hooks/use-email-input';
import { TipSettings } from '../../features/tip/components/tip-settings';
import { WalletVouching } from '../../features/trust/components/wallet-vouching';
import { NotificationSettings } from '../../features/notification/components/notification-settings';
import { ThemeChoice } from '../components/theme-choice';

export function SettingsRoute() {
  const { t } = useTranslation();
  const policy = useEmailPolicy();
  return (
    <div className="h-full overflow-y-auto bg-canvas">
      <div className="mx-auto max-w-2xl space-y-8 px-4 py-4 md:py-10">
        <h1 className="mb-5 text-xl font-bold tracking-tight md:text-2xl">{t('settings.title')}</h1>
        <Section title={t('settings.account')}>
          <AccountCard />
          <SettingsLink to="/profile">{t('settings.profile')}</SettingsLink>
        </Section>
        <Section title={t('tip.history.title')} lead={t('tip.settings.lead')}>
          <TipSettings />
          <SettingsLink to="/tips">{t('tip.settings.history')}</SettingsLink>
        </Section>
        {policy !== 'off' && (
          <Section title={t('email.title')} lead={t('email.lead')}>
            <EmailSettings />
          </Section>
        )}
        <Section title={t('credentials.title')} lead={t('credentials.lead')}>
          <CredentialList />
        </Section>
        <Section title={t('backup.title')} lead={t('backup.lead')}>
          <RecoveryPanel />
          <WalletVouching />
        </Section>
        {policy !== 'off' && (
          <Section title={t('recovery.title')} lead={t('recovery.lead')}>
            <RecoveryCodesSettings />
          </Section>
        )}
        <Section title={t('settings.appearance')}>
          <div className="p-3">
            <ThemeChoice />
          </div>
        </Section>
        <Section title={t('privacy.title')} lead={t('privacy.lead')}>
          <PrivacyChoices />
        </Section>
        <Section title={t('lock.title')} lead={t('lock.lead')}>
          <LockSettings caution={<SignOutCaution />} />
        </Section>
        <Section title={t('code.title')} lead={t('code.settingsLead')}>
          <CodeCard />
        </Section>
        <Section title={t('blocks.list')} lead={t('blocks.listLead')}>
          <BlockList />
        </Section>
        <Section title={t('notifications.title')} lead={t('notifications.lead')}>
          <NotificationSettings />
        </Section>
        <Section title={t('settings.sessions')} lead={t('settings.sessionsLead')}>
          <SessionList />
        </Section>
        <Section title={t('data.title')} lead={t('data.lead')}>
          <YourData />
        </Section>
        <Section title={t('settings.signOutHeading')}>
          <div className="p-4">
            <SignOutButtons caution={<SignOutCaution />} />
          </div>
        </Section>
      </div>
    </div>
  );
}

function SettingsLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link
      to={to}
      className="flex min-h-12 items-center justify-between gap-3 border-t border-line px-4 py-3 text-base font-semibold hover:bg-hover"
    >
      {children}
      <ChevronRight aria-hidden className="size-5 text-muted rtl:rotate-180" />
    </Link>
  );
}

interface SectionProps {
  title: string;
  lead?: string;
  children: ReactNode;
}

function Section({ title, lead, children }: SectionProps) {
  return (
    <section>
      <h2 className="px-1 text-base font-semibold">{title}</h2>
      {lead !== undefined && <p className="px-1 text-sm text-muted">{lead}</p>}
      <div className="mt-2.5 overflow-hidden rounded-2xl border border-line bg-surface">
        {children}
      </div>
    </section>
  );
}

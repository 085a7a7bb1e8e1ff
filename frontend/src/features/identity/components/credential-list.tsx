import { Fingerprint, KeyRound, LogIn, Wallet as WalletIcon } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Credential } from '@/lib/api/types';
import { shortAddress } from '@/lib/format/address';
import { exactTime } from '@/lib/format/time';
import { hasPasskeys } from '@/lib/passkey/passkey';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast-store';
import { useCredentials } from '../hooks/use-credentials';
import { useIssuerVisit } from '../hooks/use-issuer-visit';
import { useIssuers } from '../hooks/use-issuers';
import { IssuerProblem } from './issuer-problem';
import { LinkWalletDialog } from './link-wallet-dialog';
import { PasskeyDialog } from './passkey-dialog';
import { PasswordDialog } from './password-dialog';
import { ProblemNotice } from './problem-notice';
import { RemoveCredentialDialog } from './remove-credential-dialog';

type Commands = ReturnType<typeof useCredentials>;
type Open = 'password' | 'wallet' | 'passkey';

/** The ways to sign in to the account: add one, change the password, take one away. */
export function CredentialList() {
  const { t } = useTranslation();
  const commands = useCredentials();
  const issuers = useIssuers();
  const visit = useIssuerVisit({ purpose: 'link', returnTo: '/settings' });
  const [open, setOpen] = useState<Open>();
  const { query } = commands;
  if (query.isPending) {
    return (
      <div role="status" aria-label={t('app.loading')} className="p-4">
        <Skeleton className="h-14" />
      </div>
    );
  }
  if (query.isError) {
    return (
      <div className="space-y-3 p-4">
        <ProblemNotice error={query.error} />
        <Button look="secondary" onClick={() => void query.refetch()}>
          {t('app.retry')}
        </Button>
      </div>
    );
  }
  const { items } = query.data;
  const hasPassword = items.some(({ kind }) => kind === 'password');
  const close = () => {
    setOpen(undefined);
    commands.settingPassword.reset();
  };
  return (
    <div className="divide-y divide-line">
      <ul aria-label={t('credentials.title')} className="divide-y divide-line">
        {items.map((credential) =>
          credential.id !== undefined && credential.kind === 'oidc' ? (
            <IdentityRow
              key={credential.id}
              id={credential.id}
              name={credential.name ?? ''}
              isUsable={credential.issuer !== undefined}
              since={credential.since}
              lastUsedAt={credential.lastUsedAt}
              isOnly={items.length === 1}
              commands={commands}
            />
          ) : credential.id !== undefined ? (
            <PasskeyRow
              key={credential.id}
              id={credential.id}
              name={credential.name ?? ''}
              since={credential.since}
              lastUsedAt={credential.lastUsedAt}
              isOnly={items.length === 1}
              commands={commands}
            />
          ) : credential.address === undefined ? (
            <PasswordRow
              key="password"
              since={credential.since}
              isOnly={items.length === 1}
              commands={commands}
              onChange={() => setOpen('password')}
            />
          ) : (
            <WalletRow
              key={credential.address}
              address={credential.address}
              since={credential.since}
              isOnly={items.length === 1}
              commands={commands}
            />
          ),
        )}
      </ul>
      <div className="flex flex-wrap gap-2 p-4">
        {!hasPassword && (
          <Button look="secondary" onClick={() => setOpen('password')}>
            {t('credentials.setPassword')}
          </Button>
        )}
        {hasPasskeys() && (
          <Button look="secondary" onClick={() => setOpen('passkey')}>
            {t('passkey.add')}
          </Button>
        )}
        <Button look="secondary" onClick={() => setOpen('wallet')}>
          {t('credentials.linkWallet')}
        </Button>
        {issuers.map((issuer) => (
          <Button
            key={issuer.name}
            look="secondary"
            isBusy={visit.isPending && visit.variables === issuer.name}
            onClick={() => visit.mutate(issuer.name)}
          >
            <span className="wrap-anywhere">{t('issuer.link', { issuer: issuer.label })}</span>
          </Button>
        ))}
        {visit.isError && <IssuerProblem error={visit.error} />}
      </div>
      {open === 'passkey' && <PasskeyDialog onAdded={commands.keep} onClose={close} />}
      {open === 'password' && (
        <PasswordDialog commands={commands} isChange={hasPassword} onClose={close} />
      )}
      {open === 'wallet' && <LinkWalletDialog onLinked={commands.keep} onClose={close} />}
    </div>
  );
}

interface RowProps {
  icon: ReactNode;
  title: ReactNode;
  detail: string;
  isOnly: boolean;
  children: ReactNode;
}

function Row({ icon, title, detail, isOnly, children }: RowProps) {
  const { t } = useTranslation();
  return (
    <li className="flex flex-wrap items-center gap-x-3.5 gap-y-3 px-4 py-3">
      {icon}
      <div className="min-w-0 flex-1 basis-52">
        <p className="text-base font-semibold wrap-anywhere">{title}</p>
        <p className="text-sm text-pretty text-muted">{detail}</p>
        {isOnly && <p className="text-sm text-pretty text-muted">{t('credentials.only')}</p>}
      </div>
      <div className="flex flex-wrap gap-2">{children}</div>
    </li>
  );
}

interface CredentialRowProps {
  since: Credential['since'];
  isOnly: boolean;
  commands: Commands;
}

function PasswordRow({
  since,
  isOnly,
  commands,
  onChange,
}: CredentialRowProps & { onChange: () => void }) {
  const { t, i18n } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  return (
    <Row
      icon={<KeyRound aria-hidden className="size-5.5 shrink-0 text-muted" />}
      title={t('credentials.password')}
      detail={t('credentials.passwordSince', { when: exactTime(new Date(since), i18n.language) })}
      isOnly={isOnly}
    >
      <Button look="secondary" onClick={onChange}>
        {t('credentials.changePassword')}
      </Button>
      {!isOnly && (
        <Button look="secondary" onClick={() => setAsked(true)}>
          {t('credentials.removePassword')}
        </Button>
      )}
      {isAsked && (
        <RemoveCredentialDialog
          title={t('credentials.removePasswordTitle')}
          detail={t('credentials.removePasswordDetail')}
          action={t('credentials.removePassword')}
          removal={commands.removingPassword}
          onConfirm={(then) =>
            commands.removingPassword.mutate(undefined, {
              onSuccess: () => {
                toast(t('credentials.passwordRemoved'));
                then();
              },
            })
          }
          onClose={() => {
            setAsked(false);
            commands.removingPassword.reset();
          }}
        />
      )}
    </Row>
  );
}

function WalletRow({ address, since, isOnly, commands }: CredentialRowProps & { address: string }) {
  const { t, i18n } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  return (
    <Row
      icon={<WalletIcon aria-hidden className="size-5.5 shrink-0 text-muted" />}
      title={
        <span className="font-mono text-sm" title={address}>
          <span className="sm:hidden">{shortAddress(address)}</span>
          <span className="hidden sm:inline">{address}</span>
        </span>
      }
      detail={t('credentials.walletSince', { when: exactTime(new Date(since), i18n.language) })}
      isOnly={isOnly}
    >
      {!isOnly && (
        <Button
          look="secondary"
          aria-label={t('credentials.unlinkName', { name: shortAddress(address) })}
          onClick={() => setAsked(true)}
        >
          {t('credentials.unlink')}
        </Button>
      )}
      {isAsked && (
        <RemoveCredentialDialog
          title={t('credentials.unlinkTitle')}
          detail={t('credentials.unlinkDetail', { address: shortAddress(address) })}
          action={t('credentials.unlink')}
          removal={commands.unlinking}
          onConfirm={(then) =>
            commands.unlinking.mutate(address, {
              onSuccess: () => {
                toast(t('credentials.unlinked'));
                then();
              },
            })
          }
          onClose={() => {
            setAsked(false);
            commands.unlinking.reset();
          }}
        />
      )}
    </Row>
  );
}

interface PasskeyRowProps extends CredentialRowProps {
  id: string;
  name: string;
  lastUsedAt: Credential['lastUsedAt'];
}

function PasskeyRow({ id, name, since, lastUsedAt, isOnly, commands }: PasskeyRowProps) {
  const { t, i18n } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const detail =
    lastUsedAt === undefined
      ? t('passkey.since', { when: exactTime(new Date(since), i18n.language) })
      : t('passkey.used', { when: exactTime(new Date(lastUsedAt), i18n.language) });
  return (
    <Row
      icon={<Fingerprint aria-hidden className="size-5.5 shrink-0 text-muted" />}
      title={name}
      detail={detail}
      isOnly={isOnly}
    >
      {!isOnly && (
        <Button
          look="secondary"
          aria-label={t('passkey.removeName', { name })}
          onClick={() => setAsked(true)}
        >
          {t('passkey.remove')}
        </Button>
      )}
      {isAsked && (
        <RemoveCredentialDialog
          title={t('passkey.removeTitle')}
          detail={t('passkey.removeDetail', { name })}
          action={t('passkey.remove')}
          removal={commands.removingPasskey}
          onConfirm={(then) =>
            commands.removingPasskey.mutate(id, {
              onSuccess: () => {
                toast(t('passkey.removed'));
                then();
              },
            })
          }
          onClose={() => {
            setAsked(false);
            commands.removingPasskey.reset();
          }}
        />
      )}
    </Row>
  );
}

function IdentityRow({
  id,
  name,
  isUsable,
  since,
  lastUsedAt,
  isOnly,
  commands,
}: PasskeyRowProps & { isUsable: boolean }) {
  const { t, i18n } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const when = exactTime(new Date(lastUsedAt ?? since), i18n.language);
  const detail = t(lastUsedAt === undefined ? 'credentials.walletSince' : 'passkey.used', { when });
  return (
    <Row
      icon={<LogIn aria-hidden className="size-5.5 shrink-0 text-muted" />}
      title={name}
      detail={isUsable ? detail : t('issuer.gone')}
      isOnly={isOnly}
    >
      {!isOnly && (
        <Button
          look="secondary"
          aria-label={t('credentials.unlinkName', { name })}
          onClick={() => setAsked(true)}
        >
          {t('credentials.unlink')}
        </Button>
      )}
      {isAsked && (
        <RemoveCredentialDialog
          title={t('issuer.unlinkTitle')}
          detail={t('issuer.unlinkDetail', { issuer: name })}
          action={t('credentials.unlink')}
          removal={commands.unlinkingIdentity}
          onConfirm={(then) =>
            commands.unlinkingIdentity.mutate(id, {
              onSuccess: () => {
                toast(t('issuer.unlinked'));
                then();
              },
            })
          }
          onClose={() => {
            setAsked(false);
            commands.unlinkingIdentity.reset();
          }}
        />
      )}
    </Row>
  );
}

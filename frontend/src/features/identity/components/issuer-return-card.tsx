import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApiProblem } from '@/lib/api/problem';
import { beginSession } from '@/lib/api/session';
import type { IdentityUnregistered, IssuerAnswer } from '@/lib/api/types';
import { Notice } from '@/components/ui/notice';
import { Spinner } from '@/components/ui/spinner';
import { toast } from '@/components/ui/toast-store';
import { linkIdentity } from '../api/link-identity';
import { proveByIssuer } from '../api/prove-by-issuer';
import { registerWithIssuer } from '../api/register-with-issuer';
import { signInWithIssuer } from '../api/sign-in-with-issuer';
import { useIssuers } from '../hooks/use-issuers';
import type { IssuerErrand } from '../issuer-errand';
import type { IssuerReturn } from '../issuer-return';
import { thisDevice } from '../this-device';
import { IssuerProblem } from './issuer-problem';
import { NewNameForm } from './new-name-form';

interface IssuerReturnCardProps {
  issuer: string;
  errand: IssuerErrand;
  returned: IssuerReturn;
  /** It is done. */
  onDone: () => void;
  /** The person begins again. */
  onRestart: () => void;
}

/** Does what a person went to an issuer for, and says in words what became of it. */
export function IssuerReturnCard(props: IssuerReturnCardProps) {
  const { t } = useTranslation();
  const { issuer, errand, returned } = props;
  const label = useIssuers().find(({ name }) => name === issuer)?.label ?? issuer;
  if (typeof returned === 'object') {
    return <Answered {...props} label={label} answer={returned} />;
  }
  return (
    <Ended errand={errand} title={t(`issuer.${errand.purpose}Title`, { issuer: label })}>
      <Notice tone="info" title={t(`issuer.${returned ?? 'over'}`)}>
        {t(`issuer.${returned ?? 'over'}Detail`)}
      </Notice>
    </Ended>
  );
}

function Answered({
  label,
  answer,
  errand,
  onDone,
  onRestart,
}: IssuerReturnCardProps & { label: string; answer: IssuerAnswer }) {
  const { t } = useTranslation();
  const finishing = useMutation({
    mutationFn: () => perform(errand.purpose, answer),
    onSuccess: () => {
      if (errand.purpose !== 'sign-in') {
        toast(t(`issuer.${errand.purpose}Done`));
      }
      onDone();
    },
  });
  // What the browser came back with is good once, however often this is drawn.
  const isBegun = useRef(false);
  const { mutate } = finishing;
  useEffect(() => {
    if (!isBegun.current) {
      isBegun.current = true;
      mutate();
    }
  }, [mutate]);
  const title = t(`issuer.${errand.purpose}Title`, { issuer: label });
  const person = unregistered(finishing.error);
  if (person !== undefined) {
    return (
      <>
        <h1 className="mb-4 text-xl font-semibold tracking-tight">{t('issuer.nameTitle')}</h1>
        <NewNameForm
          proposal={person.username ?? ''}
          hasEmail={person.email !== undefined}
          expired={{ title: t('issuer.over'), detail: t('issuer.overDetail') }}
          register={(chosen) =>
            registerWithIssuer({ registration: person.registration, ...chosen })
          }
          onDone={onDone}
          onRestart={onRestart}
        >
          <p className="text-base text-muted">{t('issuer.nameLead', { issuer: label })}</p>
          {person.email !== undefined && (
            <p className="rounded-xl bg-hover px-3.5 py-3 text-sm text-pretty wrap-anywhere text-muted">
              {t('issuer.email', { email: person.email })}
            </p>
          )}
        </NewNameForm>
      </>
    );
  }
  if (finishing.isError) {
    return (
      <Ended errand={errand} title={title}>
        <IssuerProblem error={finishing.error} />
      </Ended>
    );
  }
  return (
    <div role="status" className="flex flex-col items-center gap-3 py-10 text-center">
      <Spinner className="size-8 text-accent-text" />
      <h1 className="text-lg font-semibold">{title}</h1>
    </div>
  );
}

interface EndedProps {
  errand: IssuerErrand;
  title: string;
  children: ReactNode;
}

function Ended({ errand, title, children }: EndedProps) {
  const { t } = useTranslation();
  const isSignIn = errand.purpose === 'sign-in';
  return (
    <>
      <h1 className="mb-4 text-xl font-semibold tracking-tight">{title}</h1>
      {children}
      <p className="mt-6 text-base">
        <Link
          to={isSignIn ? '/sign-in' : '/settings'}
          replace
          state={{ returnTo: errand.returnTo }}
          className="font-semibold text-accent-text underline-offset-2 hover:underline"
        >
          {t(isSignIn ? 'issuer.toSignIn' : 'issuer.toSettings')}
        </Link>
      </p>
    </>
  );
}

async function perform(purpose: IssuerErrand['purpose'], answer: IssuerAnswer): Promise<void> {
  if (purpose === 'link') {
    await linkIdentity(answer);
  } else if (purpose === 'proof') {
    await proveByIssuer(answer);
  } else {
    beginSession(await signInWithIssuer({ answer, device: thisDevice() }));
  }
}

function unregistered(error: unknown): IdentityUnregistered | undefined {
  return error instanceof ApiProblem && error.slug === 'identity-unregistered'
    ? (error.problem as unknown as IdentityUnregistered)
    : undefined;
}

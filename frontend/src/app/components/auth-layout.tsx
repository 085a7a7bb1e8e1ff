import { LockKeyhole, MessageSquareCheck, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Logo } from '@/components/ui/logo';
import { Voices } from './voices';

/** Who we are on one side, the way in on the other; on a phone, the way in below our name. */
export function AuthLayout({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const points = [
    { icon: UserRound, title: t('welcome.point1Title'), text: t('welcome.point1') },
    { icon: MessageSquareCheck, title: t('welcome.point2Title'), text: t('welcome.point2') },
    { icon: LockKeyhole, title: t('welcome.point3Title'), text: t('welcome.point3') },
  ];
  return (
    <div className="h-full overflow-y-auto lg:grid lg:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)]">
      <aside
        aria-label={t('welcome.title')}
        className="relative hidden overflow-hidden bg-[#123f31] text-[#eef6f1] lg:flex lg:flex-col lg:justify-between lg:p-14"
      >
        <Voices className="absolute inset-0 size-full" />
        <Wordmark className="relative text-[#fffdf7]" />
        <div className="relative max-w-xl py-12">
          <p className="text-3xl font-semibold tracking-tight text-balance">
            {t('welcome.headline')}
          </p>
          <p className="mt-4 max-w-md text-lg text-[#cfe3d9]">{t('welcome.lead')}</p>
          <ul className="mt-10 space-y-5">
            {points.map(({ icon: Icon, title, text }) => (
              <li key={title} className="flex gap-4">
                <span className="grid size-10 shrink-0 place-items-center rounded-xl bg-[#ffffff1f]">
                  <Icon aria-hidden className="size-5 text-[#ffd479]" />
                </span>
                <span>
                  <span className="block font-semibold">{title}</span>
                  <span className="text-[#cfe3d9]">{text}</span>
                </span>
              </li>
            ))}
          </ul>
        </div>
        <span />
      </aside>
      <main className="flex min-h-full flex-col bg-panel px-5 py-8 sm:px-10 lg:overflow-y-auto">
        <div className="m-auto w-full max-w-md">
          <div className="mb-9 lg:hidden">
            <Wordmark />
            <p className="mt-5 text-2xl font-semibold tracking-tight">{t('welcome.headline')}</p>
          </div>
          {children}
        </div>
      </main>
    </div>
  );
}

function Wordmark({ className }: { className?: string }) {
  const { t } = useTranslation();
  return (
    <p className={`flex items-center gap-2.5 text-xl font-bold tracking-tight ${className ?? ''}`}>
      <Logo className="size-9" />
      {t('app.name')}
    </p>
  );
}

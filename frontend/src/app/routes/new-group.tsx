import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CreateGroupForm } from '../../features/conversation/components/create-group-form';

export function NewGroupRoute() {
  const { t } = useTranslation();
  return (
    <div className="h-full overflow-y-auto bg-panel">
      <div className="mx-auto max-w-2xl px-4 pt-4 md:pt-10">
        <div className="-ms-2 mb-1 flex items-center gap-1">
          <Link
            to="/chats"
            aria-label={t('app.back')}
            className="grid size-11 shrink-0 place-items-center rounded-xl text-muted hover:bg-hover"
          >
            <ArrowLeft aria-hidden className="size-5.5 rtl:rotate-180" />
          </Link>
          <h1 className="text-xl font-bold tracking-tight md:text-2xl">{t('group.new.title')}</h1>
        </div>
        <p className="mb-5 text-pretty text-muted">{t('group.new.lead')}</p>
        <CreateGroupForm />
      </div>
    </div>
  );
}

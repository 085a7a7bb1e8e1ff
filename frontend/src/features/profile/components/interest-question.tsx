import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { toast } from '@/components/ui/toast-store';
import { useChooseInterests, useOwnInterests } from '../hooks/use-interests';
import { InterestForm } from './interest-form';

/** Asks a new person once what interests him; whoever closes it has answered, too. */
export function InterestQuestion() {
  const { t } = useTranslation();
  const own = useOwnInterests();
  const choosing = useChooseInterests();
  const skip = () => {
    if (!choosing.isPending) {
      choosing.mutate([], { onError: () => toast(t('problem.unknown'), 'failed') });
    }
  };
  return (
    <Dialog
      isOpen={own.data?.asked === false}
      onClose={skip}
      title={t('interests.question')}
      className="max-w-2xl"
    >
      <p className="mb-5 text-pretty text-muted">{t('interests.lead')}</p>
      <InterestForm
        onSaved={() => toast(t('interests.saved'))}
        other={
          <Button look="secondary" isBusy={choosing.isPending} onClick={skip}>
            {t('interests.skip')}
          </Button>
        }
      />
    </Dialog>
  );
}

import { useMutation } from '@tanstack/react-query';
import { Download, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '@/lib/save-file';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast-store';
import { exportData } from '../api/export-data';
import { DeleteAccountDialog } from './delete-account-dialog';
import { ProblemNotice } from './problem-notice';

/** What is stored of the person: to have it, and to have it gone. */
export function YourData() {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const exporting = useMutation({
    mutationFn: exportData,
    onSuccess: (file) => {
      saveFile('parley-data.zip', file);
      toast(t('data.exported'));
    },
  });
  return (
    <>
      <div className="space-y-3 p-4">
        <div className="flex flex-wrap items-center gap-x-3.5 gap-y-3">
          <Download aria-hidden className="size-5.5 shrink-0 text-muted" />
          <div className="min-w-0 flex-1 basis-52">
            <p className="text-base font-semibold">{t('data.exportTitle')}</p>
            <p className="text-sm text-pretty text-muted">{t('data.exportDetail')}</p>
          </div>
          <Button look="secondary" isBusy={exporting.isPending} onClick={() => exporting.mutate()}>
            {t('data.export')}
          </Button>
        </div>
        {exporting.isError && <ProblemNotice error={exporting.error} />}
      </div>
      <div className="flex flex-wrap items-center gap-x-3.5 gap-y-3 border-t border-line p-4">
        <Trash2 aria-hidden className="size-5.5 shrink-0 text-muted" />
        <div className="min-w-0 flex-1 basis-52">
          <p className="text-base font-semibold">{t('data.deleteTitle')}</p>
          <p className="text-sm text-pretty text-muted">{t('data.deleteDetail')}</p>
        </div>
        <Button look="secondary" className="text-danger" onClick={() => setAsked(true)}>
          {t('data.delete')}
        </Button>
      </div>
      {isAsked && <DeleteAccountDialog onClose={() => setAsked(false)} />}
    </>
  );
}

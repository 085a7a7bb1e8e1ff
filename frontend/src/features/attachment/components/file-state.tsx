import { useTranslation } from 'react-i18next';
import type { FileView } from '../hooks/use-file';

/** Why a file cannot be shown, in words; nothing while it can. */
export function FileFailure({ view }: { view: FileView }) {
  const { t } = useTranslation();
  if (view.failed === undefined) {
    return null;
  }
  return (
    <p role="alert" className="text-sm">
      {t(`files.failed.${view.failed}`)}{' '}
      {view.failed === 'other' && (
        <button
          type="button"
          onClick={() => void view.fetch()}
          className="min-h-11 rounded-lg px-1 font-semibold underline"
        >
          {t('files.again')}
        </button>
      )}
    </p>
  );
}

import { FileText, Film, Music, ShieldCheck, ShieldOff, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cx } from '@/components/cx';
import { Spinner } from '@/components/ui/spinner';
import { kindOf } from '@/lib/message/message-files';
import type { ChosenFile } from '../attachment-context';
import { fileSize } from '../file-words';
import type { ChosenFiles } from '../hooks/use-chosen-files';
import { objectUrl } from '../object-url';

/** What is about to be sent, above the place where one writes. */
export function ChosenStrip({ chosen }: { chosen: ChosenFiles }) {
  const { t } = useTranslation();
  if (chosen.files.length === 0) {
    return null;
  }
  return (
    <ul aria-label={t('files.chosen')} className="flex gap-2 overflow-x-auto px-1 pt-2 pb-2.5">
      {chosen.files.map((file) => (
        <li key={file.choice} className="relative shrink-0">
          <Chosen
            file={file}
            onOriginal={(isOriginal) => chosen.setOriginal(file.choice, isOriginal)}
          />
          <button
            type="button"
            aria-label={t('files.remove', { name: file.file.name })}
            title={t('files.remove', { name: file.file.name })}
            onClick={() => chosen.remove(file.choice)}
            className="absolute -end-1.5 -top-1.5 grid size-7 place-items-center rounded-full border border-line bg-raised text-ink shadow-float after:absolute after:-inset-2 hover:bg-hover"
          >
            <X aria-hidden className="size-4" />
          </button>
        </li>
      ))}
    </ul>
  );
}

interface ChosenProps {
  file: ChosenFile;
  onOriginal: (isOriginal: boolean) => void;
}

function Chosen({ file: { file, ready, isOriginal }, onOriginal }: ChosenProps) {
  const { t, i18n } = useTranslation();
  const kind = ready === undefined ? undefined : kindOf(ready);
  const address = objectUrl(kind === 'picture' ? ready?.blob : undefined);
  const size = isOriginal ? file.size : (ready?.blob.size ?? file.size);
  const Icon = kind === 'video' ? Film : kind === 'audio' ? Music : FileText;
  return (
    <div
      className={cx(
        'flex h-21 items-center gap-2.5 overflow-hidden rounded-xl border border-line bg-surface',
        kind === 'picture' ? 'pe-2' : 'max-w-56 px-3',
      )}
    >
      {kind === 'picture' ? (
        <img src={address} alt={file.name} className="size-21 object-cover" />
      ) : (
        <span className="grid size-10 shrink-0 place-items-center rounded-lg bg-accent-soft text-accent-text">
          {ready === undefined ? (
            <Spinner className="size-5" />
          ) : (
            <Icon aria-hidden className="size-5" />
          )}
        </span>
      )}
      <div className="min-w-0 text-sm">
        {kind !== 'picture' && (
          <p dir="auto" className="truncate font-medium">
            {ready?.name ?? file.name}
          </p>
        )}
        <p className="text-xs text-muted">{fileSize(size, i18n.language)}</p>
        {ready?.original !== undefined && (
          <button
            type="button"
            aria-pressed={isOriginal}
            title={t(isOriginal ? 'files.originalDetail' : 'files.strippedDetail')}
            onClick={() => onOriginal(!isOriginal)}
            className="flex min-h-11 items-center gap-1 rounded-lg px-1 text-xs font-semibold text-accent-text hover:bg-hover"
          >
            {isOriginal ? (
              <ShieldOff aria-hidden className="size-3.5" />
            ) : (
              <ShieldCheck aria-hidden className="size-3.5" />
            )}
            {t(isOriginal ? 'files.original' : 'files.asFile')}
          </button>
        )}
      </div>
    </div>
  );
}

import { Mic, SendHorizontal, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/ui/icon-button';
import { toast } from '@/components/ui/toast-store';
import { clock } from '../file-words';
import type { Recorder } from '../hooks/use-recorder';
import type { PreparedFile } from '../prepared-file';

/** Who holds the button for longer sends by letting go. */
const HOLD_MS = 500;

interface RecordButtonProps {
  recorder: Recorder;
  onRecorded: (file: PreparedFile) => void;
}

/** Begins a voice message: by a click, or for as long as it is held. */
export function RecordButton({ recorder, onRecorded }: RecordButtonProps) {
  const { t } = useTranslation();
  const pressedAt = useRef<number>(undefined);
  const { refused } = recorder;
  useEffect(() => {
    if (refused !== undefined) {
      toast(t(`files.microphone.${refused}`), 'failed');
    }
  }, [refused, t]);
  return (
    <button
      type="button"
      aria-label={t('files.record')}
      title={t('files.record')}
      onPointerDown={({ timeStamp }) => {
        pressedAt.current = timeStamp;
        const released = (event: PointerEvent) => {
          removeEventListener('pointerup', released);
          if (event.timeStamp - timeStamp > HOLD_MS) {
            void finish(recorder, onRecorded);
          }
        };
        addEventListener('pointerup', released);
        void recorder.start();
      }}
      onClick={() => {
        // The keyboard has no pointer that goes down.
        if (pressedAt.current === undefined) {
          void recorder.start();
        }
        pressedAt.current = undefined;
      }}
      className="grid size-11 shrink-0 touch-none place-items-center rounded-full bg-accent text-on-accent transition-colors duration-150 hover:bg-accent-hover"
    >
      <Mic aria-hidden className="size-5" />
    </button>
  );
}

async function finish(recorder: Recorder, onRecorded: (file: PreparedFile) => void): Promise<void> {
  const file = await recorder.stop();
  if (file !== undefined) {
    onRecorded(file);
  }
}

/** Stands in place of the text while a voice message is recorded. */
export function RecordingBar({ recorder, onRecorded }: RecordButtonProps) {
  const { t } = useTranslation();
  return (
    <div
      role="group"
      aria-label={t('files.recording')}
      className="flex flex-wrap items-center gap-2"
    >
      <IconButton
        label={t('files.discard')}
        icon={<Trash2 aria-hidden className="size-5" />}
        onClick={recorder.cancel}
        className="rounded-full"
      />
      <p className="flex min-h-11 min-w-0 flex-1 items-center gap-3 rounded-2xl border border-line-strong bg-surface px-4">
        <span aria-hidden className="size-2.5 shrink-0 rounded-full bg-danger" />
        <span role="timer" className="tabular-nums">
          {clock(recorder.seconds)}
        </span>
        <span aria-hidden className="h-1.5 flex-1 overflow-hidden rounded-full bg-hover">
          <span
            style={{ transform: `scaleX(${recorder.level})` }}
            className="block h-full origin-left rounded-full bg-accent"
          />
        </span>
      </p>
      <button
        type="button"
        aria-label={t('files.sendVoice')}
        title={t('files.sendVoice')}
        onClick={() => void finish(recorder, onRecorded)}
        className="grid size-11 shrink-0 place-items-center rounded-full bg-accent text-on-accent hover:bg-accent-hover"
      >
        <SendHorizontal aria-hidden className="size-5 rtl:rotate-180" />
      </button>
    </div>
  );
}

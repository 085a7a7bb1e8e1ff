import { Pause, Play } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { kindOf, type MessageFile } from '@/lib/message/message-files';
import { cx } from '@/components/cx';
import { clock } from '../file-words';
import { useFile } from '../hooks/use-file';
import { objectUrl } from '../object-url';
import { BARS, barsOf } from '../waveform';
import { FileFailure } from './file-state';
import { ProgressRing } from './progress-ring';

const SPEEDS = [1, 1.5, 2] as const;
const STEP_SECONDS = 5;
const FLAT = Array.from({ length: BARS }, () => 0.3);

/** One at a time is heard. */
let playing: HTMLAudioElement | undefined;

interface VoiceViewProps {
  conversation: string;
  file: MessageFile;
  isOwn: boolean;
}

/** A voice message, or another sound: played, sought in, and played faster. */
export function VoiceView({ conversation, file, isOwn }: VoiceViewProps) {
  const { t } = useTranslation();
  const view = useFile(conversation, file, false);
  const address = objectUrl(view.blob);
  const audio = useRef<HTMLAudioElement>(null);
  const [isPlaying, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [known, setKnown] = useState<number>();
  const [speed, setSpeed] = useState<(typeof SPEEDS)[number]>(1);
  const wantsToPlay = useRef(false);
  const duration = file.duration ?? known ?? 0;
  const bars = file.waveform === undefined ? FLAT : barsOf(file.waveform);
  const done = duration > 0 ? Math.min(1, at / duration) : 0;

  useEffect(() => {
    const element = audio.current;
    if (address !== undefined && element !== null && wantsToPlay.current) {
      wantsToPlay.current = false;
      play(element);
    }
    return () => element?.pause();
  }, [address]);

  const toggle = () => {
    const element = audio.current;
    if (isPlaying) {
      element?.pause();
    } else if (address === undefined || element === null) {
      wantsToPlay.current = true;
      void view.fetch();
    } else {
      play(element);
    }
  };
  const seek = (seconds: number) => {
    const to = Math.min(Math.max(0, seconds), duration);
    setAt(to);
    if (audio.current !== null) {
      audio.current.currentTime = to;
    }
  };
  const keyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: STEP_SECONDS, ArrowLeft: -STEP_SECONDS }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      seek(at + step);
    }
  };
  if (view.failed !== undefined) {
    return <FileFailure view={view} />;
  }
  const name =
    kindOf(file) === 'voice' ? t('files.words.voice', { time: clock(duration) }) : file.name;
  return (
    <div data-voice={file.id} className="w-72 max-w-full">
      {kindOf(file) === 'audio' && (
        <p dir="auto" className="mb-1 truncate text-sm font-medium">
          {file.name}
        </p>
      )}
      <div className="flex items-center gap-2.5">
        <button
          type="button"
          aria-label={isPlaying ? t('files.stop', { name }) : t('files.play', { name })}
          onClick={toggle}
          className={cx(
            'relative grid size-11 shrink-0 place-items-center rounded-full',
            isOwn ? 'bg-own-shade' : 'bg-accent-soft text-accent-text',
          )}
        >
          {view.progress !== undefined && (
            <ProgressRing done={view.progress} label={t('files.fetching')} />
          )}
          {isPlaying ? (
            <Pause aria-hidden className="size-5" />
          ) : (
            <Play aria-hidden className="size-5" />
          )}
        </button>
        <div className="min-w-0 flex-1">
          <div
            role="slider"
            tabIndex={0}
            aria-label={t('files.seek', { name })}
            aria-valuemin={0}
            aria-valuemax={Math.round(duration)}
            aria-valuenow={Math.round(at)}
            aria-valuetext={`${clock(at)} / ${clock(duration)}`}
            onKeyDown={keyDown}
            onPointerDown={({ currentTarget, clientX }) => {
              const { left, width } = currentTarget.getBoundingClientRect();
              seek(((clientX - left) / width) * duration);
            }}
            dir="ltr"
            className="flex h-8 cursor-pointer touch-none items-center gap-px rounded-lg"
          >
            {bars.map((level, index) => (
              <span
                key={index}
                aria-hidden
                style={{ height: `${12 + level * 88}%` }}
                className={cx(
                  'flex-1 rounded-full bg-current',
                  index / bars.length >= done && 'opacity-35',
                )}
              />
            ))}
          </div>
          <p className={cx('text-xs tabular-nums', isOwn ? 'text-own-meta' : 'text-muted')}>
            {clock(isPlaying || at > 0 ? at : duration)}
          </p>
        </div>
        <button
          type="button"
          aria-label={t('files.speed', { speed })}
          onClick={() => {
            const next = SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1;
            setSpeed(next);
            if (audio.current !== null) {
              audio.current.playbackRate = next;
            }
          }}
          className="grid h-9 min-w-11 place-items-center rounded-full text-xs font-semibold tabular-nums"
        >
          {speed}×
        </button>
      </div>
      {address !== undefined && (
        // What somebody says into a microphone has no captions.
        // eslint-disable-next-line jsx-a11y/media-has-caption
        <audio
          ref={audio}
          src={address}
          preload="auto"
          onPlay={() => setPlaying(true)}
          onPause={() => setPlaying(false)}
          onLoadedMetadata={({ currentTarget }) => {
            currentTarget.playbackRate = speed;
            if (Number.isFinite(currentTarget.duration)) {
              setKnown(currentTarget.duration);
            }
          }}
          onTimeUpdate={({ currentTarget }) => setAt(currentTarget.currentTime)}
          onEnded={() => {
            setPlaying(false);
            setAt(0);
          }}
        />
      )}
    </div>
  );
}

function play(element: HTMLAudioElement): void {
  if (playing !== element) {
    playing?.pause();
  }
  playing = element;
  // A page that nobody has touched may not play; the button stays as it is.
  element.play().catch(() => undefined);
}

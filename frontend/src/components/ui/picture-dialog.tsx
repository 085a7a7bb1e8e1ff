import { useMutation } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import {
  draw,
  mostZoom,
  squarePicture,
  WHOLE,
  withinPicture,
  type View,
} from '@/lib/picture/square-picture';
import { Button } from './button';
import { Dialog } from './dialog';
import { Notice } from './notice';

/** Pixels of the canvas: twice as many as it takes on a screen. */
const STAGE = 576;

/** How far an arrow key moves the picture, as a part of what is shown. */
const STEP = 0.05;

/** Sends a picture, and tells how much of it has gone, from 0 to 1. */
export type SendPicture = (
  picture: Blob,
  onProgress: (done: number) => void,
  signal: AbortSignal,
) => Promise<unknown>;

interface PictureDialogProps {
  picture: ImageBitmap;
  send: SendPicture;
  /** Why it was not taken, in plain words. */
  words: (error: unknown) => { title: string; detail: string };
  onClose: () => void;
}

/** Chooses the square of a picture that is shown, and sends it. */
export function PictureDialog({ picture, send, words, onClose }: PictureDialogProps) {
  const { t } = useTranslation();
  const [view, setView] = useState<View>(WHOLE);
  const [done, setDone] = useState(0);
  const sending = useRef<AbortController>(null);
  const zoomId = useId();
  const upload = useMutation({
    mutationFn: async () => {
      const control = new AbortController();
      sending.current = control;
      setDone(0);
      await send(await squarePicture(picture, view), setDone, control.signal);
    },
    onSuccess: onClose,
  });
  const close = () => {
    sending.current?.abort();
    onClose();
  };
  const most = mostZoom(picture);
  const isSending = upload.isPending;
  return (
    <Dialog isOpen onClose={close} title={t('picture.crop')} className="max-w-sm">
      <div className="space-y-4">
        <Stage picture={picture} view={view} onView={isSending ? undefined : setView} />
        <div>
          <label htmlFor={zoomId} className="text-sm font-semibold">
            {t('picture.zoom')}
          </label>
          <input
            id={zoomId}
            type="range"
            min={1}
            max={most}
            step={(most - 1) / 100 || 1}
            value={view.zoom}
            disabled={isSending || most === 1}
            className="block h-11 w-full cursor-pointer accent-accent disabled:cursor-not-allowed"
            onChange={({ currentTarget }) =>
              setView((before) =>
                withinPicture(picture, { ...before, zoom: Number(currentTarget.value) }),
              )
            }
          />
        </div>
        {isSending && (
          <div>
            <progress
              value={done}
              max={1}
              aria-label={t('picture.sending')}
              className="h-2 w-full"
            />
            <p role="status" className="text-sm text-muted">
              {t('picture.sending')}
            </p>
          </div>
        )}
        {upload.isError && (
          <Notice tone="danger" title={words(upload.error).title}>
            {words(upload.error).detail}
          </Notice>
        )}
        <div className="flex flex-wrap justify-end gap-3">
          <Button look="secondary" onClick={close}>
            {t('app.cancel')}
          </Button>
          <Button isBusy={isSending} onClick={() => upload.mutate()}>
            {t('picture.use')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

interface StageProps {
  picture: ImageBitmap;
  view: View;
  /** Undefined while nothing can be changed. */
  onView?: (change: (before: View) => View) => void;
}

/** What will be seen; moved with the pointer and the arrow keys. */
function Stage({ picture, view, onView }: StageProps) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const from = useRef<{ x: number; y: number }>(null);
  useEffect(() => {
    if (canvas.current !== null) {
      draw(canvas.current, picture, view);
    }
  }, [picture, view]);
  /** Moves by parts of what is shown. */
  const move = (right: number, down: number) =>
    onView?.((before) => {
      const side = Math.min(picture.width, picture.height) / before.zoom;
      return withinPicture(picture, {
        ...before,
        x: before.x + (right * side) / picture.width,
        y: before.y + (down * side) / picture.height,
      });
    });
  const keyDown = (event: KeyboardEvent) => {
    const way = WAYS[event.key];
    if (way !== undefined) {
      event.preventDefault();
      move(way[0] * STEP, way[1] * STEP);
    } else if (event.key === '+' || event.key === '-') {
      event.preventDefault();
      const factor = event.key === '+' ? 1.1 : 1 / 1.1;
      onView?.((before) => withinPicture(picture, { ...before, zoom: before.zoom * factor }));
    }
  };
  const drag = (event: PointerEvent<HTMLButtonElement>) => {
    if (from.current === null) {
      return;
    }
    const { width } = event.currentTarget.getBoundingClientRect();
    move((from.current.x - event.clientX) / width, (from.current.y - event.clientY) / width);
    from.current = { x: event.clientX, y: event.clientY };
  };
  return (
    <div className="text-center">
      <button
        type="button"
        aria-label={t('picture.stage')}
        className="mx-auto block aspect-square w-full max-w-72 cursor-grab touch-none overflow-hidden rounded-[30%] bg-hover active:cursor-grabbing"
        onKeyDown={keyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          from.current = { x: event.clientX, y: event.clientY };
        }}
        onPointerMove={drag}
        onPointerUp={() => (from.current = null)}
        onPointerCancel={() => (from.current = null)}
      >
        <canvas ref={canvas} width={STAGE} height={STAGE} aria-hidden className="size-full" />
      </button>
      <p className="mt-2 text-sm text-muted">{t('picture.hint')}</p>
    </div>
  );
}

/** Towards what is at that side of the picture. */
const WAYS: Readonly<Partial<Record<string, readonly [number, number]>>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

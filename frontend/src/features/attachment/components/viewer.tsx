import { ChevronLeft, ChevronRight, Download, X, ZoomIn, ZoomOut } from 'lucide-react';
import {
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import { kindOf, type MessageFile } from '@/lib/message/message-files';
import { cx } from '@/components/cx';
import { Spinner } from '@/components/ui/spinner';
import { useFile } from '../hooks/use-file';
import { objectUrl } from '../object-url';
import { FileFailure } from './file-state';
import { useSave } from './file-row';
import { VideoView } from './video-view';

const MOST_ZOOM = 6;
const SWIPE_PX = 60;

interface ViewerProps {
  conversation: string;
  /** All pictures and films of the conversation, in order. */
  files: readonly MessageFile[];
  /** The one that is shown. */
  shown: string;
  onShow: (id: string) => void;
  onClose: () => void;
}

/** Pictures and films, as large as the screen. */
export function Viewer({ conversation, files, shown, onShow, onClose }: ViewerProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const index = files.findIndex(({ id }) => id === shown);
  const file = files[index];
  const go = (by: number) => {
    const next = files[index + by];
    if (next !== undefined) {
      onShow(next.id);
    }
  };
  const keyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by !== undefined) {
      go(document.documentElement.dir === 'rtl' ? -by : by);
    }
  };
  return (
    // The keyboard's way out is Escape, which the browser turns into `cancel`.

    <dialog
      ref={dialog}
      aria-label={file?.name ?? t('files.viewer')}
      onKeyDown={keyDown}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      className="m-0 h-dvh max-h-none w-screen max-w-none bg-stage text-on-stage outline-none"
    >
      {file !== undefined && (
        <div className="flex h-full flex-col">
          <Header conversation={conversation} file={file} onClose={onClose}>
            {files.length > 1 && t('files.position', { index: index + 1, count: files.length })}
          </Header>
          <Stage key={file.id} conversation={conversation} file={file} onSwipe={go} />
          {index > 0 && (
            <StageButton
              label={t('files.previous')}
              icon={<ChevronLeft aria-hidden className="size-7 rtl:rotate-180" />}
              onClick={() => go(-1)}
              className="absolute start-2 top-1/2 bg-stage/60"
            />
          )}
          {index < files.length - 1 && (
            <StageButton
              label={t('files.next')}
              icon={<ChevronRight aria-hidden className="size-7 rtl:rotate-180" />}
              onClick={() => go(1)}
              className="absolute end-2 top-1/2 bg-stage/60"
            />
          )}
        </div>
      )}
    </dialog>
  );
}

interface StageButtonProps {
  label: string;
  icon: ReactNode;
  disabled?: boolean;
  className?: string;
  onClick: () => void;
}

/** A button on the dark ground of pictures, whatever the theme. */
function StageButton({ label, icon, className, ...rest }: StageButtonProps) {
  return (
    <button
      {...rest}
      type="button"
      aria-label={label}
      title={label}
      className={cx(
        'grid size-11 shrink-0 place-items-center rounded-xl text-on-stage hover:bg-on-stage/15 disabled:opacity-50',
        className,
      )}
    >
      {icon}
    </button>
  );
}

interface HeaderProps {
  conversation: string;
  file: MessageFile;
  onClose: () => void;
  children: ReactNode;
}

function Header({ conversation, file, onClose, children }: HeaderProps) {
  const { t } = useTranslation();
  const { progress, save } = useSave(conversation, file);
  return (
    <div className="z-10 flex items-center gap-2 p-2 ps-4 pt-[max(0.5rem,env(safe-area-inset-top))]">
      <p dir="auto" className="min-w-0 flex-1 truncate text-sm">
        {file.name} <span className="opacity-75">{children}</span>
      </p>
      <StageButton
        label={t('files.save', { name: file.name })}
        icon={
          progress === undefined ? (
            <Download aria-hidden className="size-5" />
          ) : (
            <Spinner className="size-5" />
          )
        }
        onClick={() => void save()}
      />
      <StageButton
        label={t('files.close')}
        icon={<X aria-hidden className="size-6" />}
        onClick={onClose}
      />
    </div>
  );
}

interface StageProps {
  conversation: string;
  file: MessageFile;
  onSwipe: (by: number) => void;
}

interface Look {
  zoom: number;
  x: number;
  y: number;
}

const WHOLE: Look = { zoom: 1, x: 0, y: 0 };

function Stage({ conversation, file, onSwipe }: StageProps) {
  const { t } = useTranslation();
  const view = useFile(conversation, file, kindOf(file) === 'picture');
  const address = objectUrl(view.blob);
  const [look, setLook] = useState(WHOLE);
  const drag = useRef<{ x: number; y: number; from: Look }>(undefined);
  const zoomBy = (factor: number) =>
    setLook((now) => {
      const zoom = Math.min(MOST_ZOOM, Math.max(1, now.zoom * factor));
      return zoom === 1 ? WHOLE : { ...now, zoom };
    });
  const down = (event: PointerEvent) => {
    drag.current = { x: event.clientX, y: event.clientY, from: look };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent) => {
    const held = drag.current;
    if (held !== undefined && look.zoom > 1) {
      setLook({
        zoom: look.zoom,
        x: held.from.x + event.clientX - held.x,
        y: held.from.y + event.clientY - held.y,
      });
    }
  };
  const up = (event: PointerEvent) => {
    const held = drag.current;
    drag.current = undefined;
    const moved = held === undefined ? 0 : event.clientX - held.x;
    if (look.zoom === 1 && Math.abs(moved) > SWIPE_PX) {
      onSwipe(moved < 0 ? 1 : -1);
    }
  };
  if (kindOf(file) === 'video') {
    return (
      <div className="grid min-h-0 flex-1 place-items-center p-4">
        <VideoView conversation={conversation} file={file} isTile={false} />
      </div>
    );
  }
  return (
    <>
      {/* The keyboard has the buttons below. */}
      {}
      <div
        className="grid min-h-0 flex-1 touch-none place-items-center overflow-hidden p-2"
        onWheel={({ deltaY }) => zoomBy(deltaY < 0 ? 1.15 : 1 / 1.15)}
        onDoubleClick={() => setLook((now) => (now.zoom > 1 ? WHOLE : { ...WHOLE, zoom: 2.5 }))}
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={up}
        onPointerCancel={() => (drag.current = undefined)}
      >
        {view.failed !== undefined ? (
          <FileFailure view={view} />
        ) : address === undefined ? (
          <Spinner className="size-8" />
        ) : (
          <img
            src={address}
            alt={file.name}
            draggable={false}
            style={{ transform: `translate(${look.x}px, ${look.y}px) scale(${look.zoom})` }}
            className="max-h-full max-w-full object-contain select-none"
          />
        )}
      </div>
      <div className="flex justify-center gap-2 p-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]">
        <StageButton
          label={t('files.zoomOut')}
          disabled={look.zoom === 1}
          icon={<ZoomOut aria-hidden className="size-5" />}
          onClick={() => zoomBy(1 / 1.5)}
        />
        <StageButton
          label={t('files.zoomIn')}
          disabled={look.zoom >= MOST_ZOOM}
          icon={<ZoomIn aria-hidden className="size-5" />}
          onClick={() => zoomBy(1.5)}
        />
      </div>
    </>
  );
}

import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '@/components/cx';

const KEY = 'parley.list-width';
const NARROWEST = 260;
const WIDEST = 520;
const USUAL = 348;
const STEP = 24;

interface PanesProps {
  listLabel: string;
  list: ReactNode;
  content: ReactNode;
  /** Which of the two a phone shows. */
  phoneShows: 'list' | 'content';
}

/** The list and what was chosen from it; the width between them is remembered. */
export function Panes({ listLabel, list, content, phoneShows }: PanesProps) {
  const { t } = useTranslation();
  const [width, setWidth] = useState(storedWidth);
  const frame = useRef<HTMLDivElement>(null);

  const resize = (wanted: number) => {
    const next = Math.round(Math.min(WIDEST, Math.max(NARROWEST, wanted)));
    setWidth(next);
    localStorage.setItem(KEY, String(next));
  };
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const box = frame.current?.getBoundingClientRect();
    if (box !== undefined && event.currentTarget.hasPointerCapture(event.pointerId)) {
      const isRtl = document.documentElement.dir === 'rtl';
      resize(isRtl ? box.right - event.clientX : event.clientX - box.left);
    }
  };
  const keyDown = (event: KeyboardEvent) => {
    const isRtl = document.documentElement.dir === 'rtl';
    const wider = isRtl ? 'ArrowLeft' : 'ArrowRight';
    const narrower = isRtl ? 'ArrowRight' : 'ArrowLeft';
    if (event.key === wider || event.key === narrower) {
      event.preventDefault();
      resize(width + (event.key === wider ? STEP : -STEP));
    }
  };
  return (
    <div ref={frame} className="flex h-full" style={{ '--list-width': `${width}px` }}>
      <section
        aria-label={listLabel}
        className={cx(
          'relative w-full shrink-0 bg-panel md:block md:w-(--list-width)',
          phoneShows === 'list' ? 'block' : 'hidden',
        )}
      >
        {list}
        {/* A separator that can be moved is a control (WAI-ARIA 1.2, separator). */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <div
          role="separator"
          aria-orientation="vertical"
          aria-label={t('chats.resize')}
          aria-valuenow={width}
          aria-valuemin={NARROWEST}
          aria-valuemax={WIDEST}
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={drag}
          onDoubleClick={() => resize(USUAL)}
          onKeyDown={keyDown}
          className="absolute inset-y-0 -end-px z-10 hidden w-px cursor-col-resize touch-none bg-line before:absolute before:-inset-x-1.5 before:inset-y-0 hover:bg-accent-text focus-visible:bg-accent-text md:block"
        />
      </section>
      <div className={cx('min-w-0 flex-1 md:block', phoneShows === 'content' ? 'block' : 'hidden')}>
        {content}
      </div>
    </div>
  );
}

function storedWidth(): number {
  const width = Number(localStorage.getItem(KEY));
  return width >= NARROWEST && width <= WIDEST ? width : USUAL;
}

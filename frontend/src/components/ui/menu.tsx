import { useEffect, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { cx } from '../cx';

export interface MenuItem {
  id: string;
  label: string;
  icon: ReactNode;
  tone?: 'danger';
  onSelect: () => void;
}

interface MenuProps {
  label: string;
  items: readonly MenuItem[];
  /** Where the pointer is; without it, and on a phone, the menu comes up from below. */
  at?: { x: number; y: number };
  onClose: () => void;
  /** Stands above the items. */
  children?: ReactNode;
}

/** Free space between a menu and the edge of the window. */
const MARGIN_PX = 8;

/**
 * What can be done with something: a menu where the pointer is, a sheet at the lower edge of a
 * phone. The browser's own dialog keeps the focus inside and gives it back.
 */
export function Menu({ label, items, at, onClose, children }: MenuProps) {
  const ref = useRef<HTMLDialogElement>(null);

  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog === null || at === undefined) {
      return;
    }
    const place = () => {
      const { width, height } = dialog.getBoundingClientRect();
      const left = Math.min(at.x, window.innerWidth - width - MARGIN_PX);
      const top = Math.min(at.y, window.innerHeight - height - MARGIN_PX);
      dialog.style.setProperty('--menu-x', `${Math.max(MARGIN_PX, left)}px`);
      dialog.style.setProperty('--menu-y', `${Math.max(MARGIN_PX, top)}px`);
    };
    place();
    // Items come while it is open: a message that the server takes meanwhile can be deleted then.
    const grown = new ResizeObserver(place);
    grown.observe(dialog);
    return () => grown.disconnect();
  }, [at]);
  useEffect(() => {
    ref.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
  }, []);

  const keyDown = (event: KeyboardEvent) => {
    const buttons = [...(ref.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    const current = buttons.findIndex((button) => button === document.activeElement);
    const next = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      Home: 0,
      End: buttons.length - 1,
    }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      buttons[(next + buttons.length) % buttons.length]?.focus();
    }
  };
  return (
    // The keyboard's way out is Escape, which the browser turns into `cancel`.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={ref}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === ref.current) {
          onClose();
        }
      }}
      onContextMenu={(event) => event.preventDefault()}
      className={cx(
        'fixed mx-auto mt-auto mb-0 max-h-[85dvh] w-full max-w-md animate-rise overflow-y-auto',
        'rounded-t-2xl bg-raised p-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] shadow-float outline-none',
        'md:max-w-xs md:rounded-2xl md:p-1.5',
        at === undefined
          ? 'md:m-auto'
          : 'md:top-(--menu-y) md:left-(--menu-x) md:m-0 md:w-auto md:min-w-56 md:backdrop:bg-transparent',
      )}
    >
      {children}
      {/* The arrow keys move inside; the buttons themselves are reached one by one as well. */}
      {/* eslint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div role="menu" aria-label={label} onKeyDown={keyDown}>
        {items.map((item) => (
          <button
            key={item.id}
            type="button"
            role="menuitem"
            onClick={() => {
              onClose();
              item.onSelect();
            }}
            className={cx(
              'flex min-h-12 w-full items-center gap-3 rounded-xl px-3 text-start text-base font-medium',
              'hover:bg-hover focus-visible:bg-hover md:min-h-11',
              item.tone === 'danger' ? 'text-danger' : 'text-ink',
            )}
          >
            {item.icon}
            {item.label}
          </button>
        ))}
      </div>
    </dialog>
  );
}

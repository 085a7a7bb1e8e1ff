import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useStore } from 'zustand';
import { cx } from '../cx';
import { dismissToast, toastStore } from './toast-store';

interface ToasterProps {
  label: string;
  dismissLabel: string;
}

/** Shows the toasts, and reads them aloud without interrupting. */
export function Toaster({ label, dismissLabel }: ToasterProps) {
  const toasts = useStore(toastStore, (state) => state.toasts);
  return (
    <section
      aria-label={label}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-20 z-50 flex flex-col items-center gap-2 px-4"
    >
      {toasts.map((item) => (
        <div
          key={item.id}
          className="pointer-events-auto flex max-w-md animate-rise items-center gap-2.5 rounded-xl bg-raised py-1 ps-3.5 pe-1 text-sm font-medium shadow-float"
        >
          {item.tone === 'done' ? (
            <CircleCheck aria-hidden className="size-4.5 shrink-0 text-accent-text" />
          ) : (
            <CircleAlert aria-hidden className="size-4.5 shrink-0 text-danger" />
          )}
          <span className={cx('py-2', item.tone === 'failed' && 'text-danger')}>{item.text}</span>
          <button
            type="button"
            aria-label={dismissLabel}
            onClick={() => dismissToast(item.id)}
            className="grid size-11 shrink-0 place-items-center rounded-lg text-muted hover:bg-hover"
          >
            <X aria-hidden className="size-4" />
          </button>
        </div>
      ))}
    </section>
  );
}

import { useEffect, useId, useRef, type ReactNode } from 'react';
import { cx } from '../cx';

interface DialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  /** The title is read aloud but not drawn. */
  isTitleHidden?: boolean;
  className?: string;
  children: ReactNode;
}

/**
 * A modal dialog: the browser's own, which keeps the focus inside, closes with Escape and gives the
 * focus back, without style elements that a strict policy forbids.
 */
export function Dialog(props: DialogProps) {
  return props.isOpen ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ onClose, title, isTitleHidden, className, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    // The keyboard's way out is Escape, which the browser turns into `cancel`.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === ref.current) {
          onClose();
        }
      }}
      className={cx(
        'w-[calc(100%-2rem)] animate-rise rounded-2xl bg-raised shadow-float outline-none',
        className ?? 'max-w-md',
      )}
    >
      <div className={isTitleHidden === true ? undefined : 'p-6'}>
        <h2
          id={titleId}
          className={
            isTitleHidden === true ? 'sr-only' : 'mb-2 text-lg font-semibold wrap-anywhere'
          }
        >
          {title}
        </h2>
        {children}
      </div>
    </dialog>
  );
}

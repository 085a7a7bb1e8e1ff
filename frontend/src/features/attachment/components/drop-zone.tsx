import { Upload } from 'lucide-react';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface DropZoneProps {
  /** Undefined where nothing can be sent. */
  onFiles: ((files: readonly File[]) => void) | undefined;
  children: ReactNode;
}

/** Files can be dropped on everything inside. */
export function DropZone({ onFiles, children }: DropZoneProps) {
  const { t } = useTranslation();
  const [isOver, setOver] = useState(false);
  // Entering a child comes before leaving its parent.
  const depth = useRef(0);
  if (onFiles === undefined) {
    return children;
  }
  const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files');
  const move = (event: DragEvent, by: number) => {
    if (hasFiles(event)) {
      event.preventDefault();
      depth.current = Math.max(0, depth.current + by);
      setOver(depth.current > 0);
    }
  };
  return (
    // The keyboard has the button and the clipboard.

    <div
      className="relative flex min-h-0 flex-1 flex-col"
      onDragEnter={(event) => move(event, 1)}
      onDragLeave={(event) => move(event, -1)}
      onDragOver={(event) => move(event, 0)}
      onDrop={(event) => {
        if (hasFiles(event)) {
          event.preventDefault();
          depth.current = 0;
          setOver(false);
          onFiles([...event.dataTransfer.files]);
        }
      }}
    >
      {children}
      {isOver && (
        <div className="pointer-events-none absolute inset-3 z-30 grid place-items-center rounded-2xl border-2 border-dashed border-accent bg-raised/90">
          <p className="flex flex-col items-center gap-3 text-lg font-semibold">
            <Upload aria-hidden className="size-9 text-accent-text" />
            {t('files.drop')}
          </p>
        </div>
      )}
    </div>
  );
}

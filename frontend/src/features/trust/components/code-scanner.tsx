import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

/** How long a picture may stand still before it is looked at again. Milliseconds. */
const LOOK_EVERY_MS = 250;

/** What reads codes (Shape Detection). */
interface CodeDetector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}

interface CodeDetectors {
  new (options: { formats: ['qr_code'] }): CodeDetector;
  getSupportedFormats(): Promise<readonly string[]>;
}

/** The browser's own reader, or that of a library, which is loaded when it is needed. */
async function newDetector(): Promise<CodeDetector> {
  const own = (globalThis as { BarcodeDetector?: CodeDetectors }).BarcodeDetector;
  const readsCodes = (await own?.getSupportedFormats())?.includes('qr_code') === true;
  const Detector =
    own !== undefined && readsCodes ? own : (await import('qr/decode.js')).BarcodeDetector;
  return new Detector({ formats: ['qr_code'] });
}

/** Whether this browser knows cameras. */
export function canScan(): boolean {
  return 'mediaDevices' in navigator;
}

interface CodeScannerProps {
  onCode: (code: string) => void;
  onClose: () => void;
}

/** Looks through the camera for a code, for as long as it shows. */
export function CodeScanner({ onCode, onClose }: CodeScannerProps) {
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  const [isRefused, setRefused] = useState(false);
  const told = useRef(onCode);
  useEffect(() => {
    told.current = onCode;
  });
  useEffect(() => {
    const shown = video.current;
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const look = async (detector: CodeDetector, from: HTMLVideoElement) => {
      const [code] = await detector.detect(from).catch(() => []);
      if (isOver) {
        return;
      }
      if (code === undefined) {
        timer = setTimeout(() => void look(detector, from), LOOK_EVERY_MS);
      } else {
        told.current(code.rawValue);
      }
    };
    const begin = async () => {
      const detector = await newDetector();
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      if (isOver || shown === null) {
        stream.getTracks().forEach((track) => track.stop());
        return;
      }
      shown.srcObject = stream;
      await shown.play();
      await look(detector, shown);
    };
    void begin().catch(() => setRefused(true));
    return () => {
      isOver = true;
      clearTimeout(timer);
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, []);
  return (
    <div className="space-y-3">
      {isRefused ? (
        <Notice tone="caution" title={t('trust.noCamera')}>
          {t('trust.noCameraDetail')}
        </Notice>
      ) : (
        <video
          ref={video}
          muted
          playsInline
          aria-label={t('trust.camera')}
          className="bg-black aspect-square w-full rounded-xl object-cover"
        />
      )}
      <Button look="quiet" onClick={onClose}>
        {t('trust.stopScan')}
      </Button>
    </div>
  );
}

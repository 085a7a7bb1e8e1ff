import type { TFunction } from 'i18next';
import { kindOf, type MessageFile } from '@/lib/message/message-files';

/** Files in words, for where there is no room to show them: "Photo", "3 photos", "report.pdf". */
export function fileWords(files: readonly MessageFile[], t: TFunction): string {
  const [first] = files;
  if (first === undefined) {
    return '';
  }
  const kinds = new Set(files.map(kindOf));
  const kind = kinds.size === 1 ? kindOf(first) : 'file';
  const count = files.length;
  switch (kind) {
    case 'picture':
      return t('files.words.picture', { count });
    case 'video':
      return t('files.words.video', { count });
    case 'voice':
      return t('files.words.voice', { time: clock(first.duration ?? 0) });
    default:
      return count === 1 ? first.name : t('files.words.files', { count });
  }
}

/** A span of time as players show it: 0:05, 12:34, 1:02:03. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const parts = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60];
  const [hours = 0, minutes = 0, rest = 0] = parts;
  const end = String(rest).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${end}` : `${minutes}:${end}`;
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A number of bytes as people say it. */
export function fileSize(bytes: number, language: string): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1_000 ** power;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: UNITS[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: value < 10 && power > 0 ? 1 : 0,
  }).format(value);
}

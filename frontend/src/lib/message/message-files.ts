import { fromBase64Url } from '@/lib/id/base64url';

/** A file that goes with a message, as the message describes it. */
export interface MessageFile {
  /** Names the ciphertext on the server. */
  id: string;
  /** 32 bytes, base64url. */
  key: string;
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  /** The SHA-256 of the digests of its chunks, base64url; absent while it is on its way. */
  digest?: string;
  /** Pixels, of pictures and films. */
  width?: number;
  height?: number;
  /** Seconds, of sound and film. */
  duration?: number;
  /** How loud a voice message is along its way: a byte for each piece of it, base64url. */
  waveform?: string;
  /** A tiny JPEG of a picture, base64url, shown until the picture is there. */
  preview?: string;
}

/** How a file is shown. */
export type FileKind = 'picture' | 'video' | 'voice' | 'audio' | 'file';

export const MOST_FILES = 10;
const LONGEST_NAME = 120;
const LARGEST_SIZE = 2 ** 40;
const LARGEST_EDGE = 32_767;
const LONGEST_SECONDS = 24 * 3_600;
const MOST_SAMPLES = 96;
const LARGEST_PREVIEW = 1_024;

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const BASE64URL = /^[A-Za-z0-9_-]*$/;
const MEDIA_TYPE = /^[a-z0-9]+\/[a-z0-9.+-]{1,80}$/;
const UNKNOWN_TYPE = 'application/octet-stream';

/**
 * What a browser may decode and show inside the app. Everything else is saved and nothing more: what
 * can hold a script (SVG, HTML, PDF) never becomes a page of this origin.
 */
const SHOWN: Readonly<Record<string, FileKind>> = {
  'image/jpeg': 'picture',
  'image/png': 'picture',
  'image/gif': 'picture',
  'image/webp': 'picture',
  'image/avif': 'picture',
  'video/mp4': 'video',
  'video/webm': 'video',
  'video/quicktime': 'video',
  'audio/webm': 'audio',
  'audio/ogg': 'audio',
  'audio/mp4': 'audio',
  'audio/aac': 'audio',
  'audio/mpeg': 'audio',
  'audio/wav': 'audio',
  'audio/x-wav': 'audio',
  'audio/flac': 'audio',
};

/** How a file is shown: by its type, and by what its sender says of it besides. */
export function kindOf(file: Pick<MessageFile, 'mediaType' | 'width' | 'waveform'>): FileKind {
  const kind = Object.hasOwn(SHOWN, file.mediaType) ? SHOWN[file.mediaType] : undefined;
  if (kind === 'audio') {
    return file.waveform === undefined ? 'audio' : 'voice';
  }
  // A picture of unknown size was sent as a file.
  return (kind === 'picture' || kind === 'video') && file.width === undefined
    ? 'file'
    : (kind ?? 'file');
}

/** Marks that turn the direction of what follows, or cannot be seen; and what separates folders. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\:*?"<>|]/gu;

/** A name that can be shown and saved, whatever its sender called it; its end says what it is. */
export function safeName(name: string): string {
  const plain = name
    .replace(UNSAFE, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/gu, '');
  const letters = Array.from(plain);
  if (letters.length <= LONGEST_NAME) {
    return plain === '' ? 'file' : plain;
  }
  const dot = plain.lastIndexOf('.');
  const end = dot > 0 && plain.length - dot <= 10 ? plain.slice(dot) : '';
  return letters.slice(0, LONGEST_NAME - end.length - 1).join('') + '…' + end;
}

/** What a message says of its files; undefined when that is not what it may say. */
export function readFiles(value: unknown): MessageFile[] | undefined {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_FILES) {
    return undefined;
  }
  const files = value.map(readFile);
  const known = files.filter((file) => file !== undefined);
  const ids = new Set(known.map(({ id }) => id));
  return ids.size === value.length ? known : undefined;
}

function readFile(value: unknown): MessageFile | undefined {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const fields = value as Record<string, unknown>;
  const { id, key, name, mediaType, size } = fields;
  if (
    typeof id !== 'string' ||
    !ID.test(id) ||
    !isBytes(key, 32, 32) ||
    typeof name !== 'string' ||
    !isNumber(size, 0, LARGEST_SIZE) ||
    !Number.isSafeInteger(size)
  ) {
    return undefined;
  }
  const { digest, width, height, duration, waveform, preview } = fields;
  const isPixels = (edge: unknown): edge is number =>
    isNumber(edge, 1, LARGEST_EDGE) && Number.isSafeInteger(edge);
  return {
    id,
    key,
    name: safeName(name.slice(0, 1_000)),
    mediaType:
      typeof mediaType === 'string' && MEDIA_TYPE.test(mediaType) ? mediaType : UNKNOWN_TYPE,
    size,
    ...(isBytes(digest, 32, 32) ? { digest } : {}),
    ...(isPixels(width) && isPixels(height) ? { width, height } : {}),
    ...(isNumber(duration, 0, LONGEST_SECONDS) ? { duration } : {}),
    ...(isBytes(waveform, 1, MOST_SAMPLES) ? { waveform } : {}),
    ...(isBytes(preview, 1, LARGEST_PREVIEW) ? { preview } : {}),
  };
}

function isNumber(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && value >= least && value <= most;
}

function isBytes(value: unknown, least: number, most: number): value is string {
  if (typeof value !== 'string' || value.length > most * 2 || !BASE64URL.test(value)) {
    return false;
  }
  try {
    const { length } = fromBase64Url(value);
    return length >= least && length <= most;
  } catch {
    return false;
  }
}

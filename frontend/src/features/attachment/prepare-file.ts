import { toBase64Url } from '@/lib/id/base64url';
import { uuidV7 } from '@/lib/id/uuid-v7';
import { kindOf, safeName } from '@/lib/message/message-files';
import type { PreparedFile } from './prepared-file';

/** Longer edges are drawn smaller. Pixels. */
const LARGEST_EDGE = 4_096;
const QUALITY = 0.88;
/** Of the tiny picture that is shown first: pixels, quality, and the most bytes. */
const PREVIEW_EDGE = 24;
const PREVIEW_QUALITY = 0.5;
const PREVIEW_BYTES = 1_024;
/** A film that does not tell its size for so long is sent as a file. */
const METADATA_WITHIN_MS = 5_000;

/**
 * Makes a file ready to be sent. A picture is drawn anew: where and when it was taken, and with
 * what, stays here. What the browser cannot show goes as it is.
 */
export async function prepareFile(file: File): Promise<PreparedFile> {
  const plain = asFile(file);
  switch (kindOf({ mediaType: plain.mediaType, width: 1 })) {
    case 'picture':
      return (await picture(file, plain)) ?? plain;
    case 'video':
      return { ...plain, ...(await film(file)) };
    case 'audio':
      return { ...plain, ...(await sound(file)) };
    default:
      // A browser may decode more than may be shown as it was sent, such as HEIC.
      return file.type.startsWith('image/') && file.type !== 'image/svg+xml'
        ? ((await picture(file, plain)) ?? plain)
        : plain;
  }
}

/** The file as it was chosen, whatever it is. */
export function asFile(file: File): PreparedFile {
  return {
    choice: uuidV7(),
    blob: file,
    name: safeName(file.name),
    mediaType: file.type.split(';', 1)[0]?.toLowerCase() ?? '',
  };
}

async function picture(file: File, plain: PreparedFile): Promise<PreparedFile | undefined> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    return undefined;
  }
  try {
    const { width, height } = bitmap;
    const preview = await previewOf(bitmap, width, height);
    if (file.type === 'image/gif') {
      // It may move, and a canvas holds still; there is no place for a camera's notes in it.
      return { ...plain, width, height, preview };
    }
    const scale = Math.min(1, LARGEST_EDGE / Math.max(width, height));
    const drawn = draw(bitmap, Math.round(width * scale), Math.round(height * scale));
    const wanted = ['image/png', 'image/webp'].includes(file.type) ? file.type : 'image/jpeg';
    const blob = await drawn.convertToBlob({ type: wanted, quality: QUALITY });
    return {
      ...plain,
      blob,
      mediaType: blob.type,
      name: renamed(plain.name, file.type, blob.type),
      width: drawn.width,
      height: drawn.height,
      preview,
      original: file,
    };
  } finally {
    bitmap.close();
  }
}

function draw(source: CanvasImageSource, width: number, height: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(Math.max(1, width), Math.max(1, height));
  const context = canvas.getContext('2d');
  if (context === null) {
    throw new Error('There is no canvas.');
  }
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** A tiny JPEG; undefined when it does not get tiny. */
async function previewOf(
  source: CanvasImageSource,
  width: number,
  height: number,
): Promise<string | undefined> {
  const scale = PREVIEW_EDGE / Math.max(width, height);
  const canvas = draw(source, Math.round(width * scale), Math.round(height * scale));
  const tiny = await canvas.convertToBlob({ type: 'image/jpeg', quality: PREVIEW_QUALITY });
  return tiny.size <= PREVIEW_BYTES
    ? toBase64Url(new Uint8Array(await tiny.arrayBuffer()))
    : undefined;
}

const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/webp': '.webp',
};

function renamed(name: string, from: string, to: string): string {
  return from === to ? name : name.replace(/\.[^.]*$/, '') + (ENDINGS[to] ?? '');
}

async function film(file: File): Promise<Partial<PreparedFile>> {
  const element = document.createElement('video');
  return loaded(element, file, 'loadeddata', async () => {
    const { videoWidth: width, videoHeight: height } = element;
    return width > 0 && height > 0
      ? {
          width,
          height,
          ...lasting(element.duration),
          preview: await previewOf(element, width, height),
        }
      : {};
  });
}

function sound(file: File): Promise<Partial<PreparedFile>> {
  const element = document.createElement('audio');
  return loaded(element, file, 'loadedmetadata', () => Promise.resolve(lasting(element.duration)));
}

function lasting(duration: number): { duration?: number } {
  return Number.isFinite(duration) ? { duration: Math.round(duration * 10) / 10 } : {};
}

/** What is known of a film or sound once the browser has looked at it; nothing when it cannot. */
async function loaded(
  element: HTMLMediaElement,
  file: File,
  event: 'loadeddata' | 'loadedmetadata',
  look: () => Promise<Partial<PreparedFile>>,
): Promise<Partial<PreparedFile>> {
  const address = URL.createObjectURL(file);
  try {
    element.muted = true;
    element.preload = 'auto';
    await new Promise<void>((resolve, reject) => {
      setTimeout(() => reject(new Error('It does not load.')), METADATA_WITHIN_MS);
      element.addEventListener(event, () => resolve(), { once: true });
      element.addEventListener('error', () => reject(new Error('It cannot be played.')), {
        once: true,
      });
      element.src = address;
    });
    return await look();
  } catch {
    return {};
  } finally {
    element.removeAttribute('src');
    URL.revokeObjectURL(address);
  }
}

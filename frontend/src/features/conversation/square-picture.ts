/** As wide and high as a picture is sent. */
const LARGEST = 512;

/** What the server takes. */
const MOST_BYTES = 256 * 1024;

const QUALITIES = [0.85, 0.7, 0.5];

/** The largest square in the middle of a picture, and how large it is drawn. */
export interface Crop {
  x: number;
  y: number;
  /** Of the square in the picture. */
  side: number;
  /** Of what is drawn. */
  size: number;
}

export function cropOf(width: number, height: number): Crop {
  const side = Math.min(width, height);
  return {
    x: Math.floor((width - side) / 2),
    y: Math.floor((height - side) / 2),
    side,
    size: Math.min(side, LARGEST),
  };
}

/**
 * A picture made square and small. It is drawn anew, so nothing of what the file tells besides,
 * such as place, time and camera, is in it.
 *
 * @returns undefined when the file is no picture that this browser can read
 */
export async function squarePicture(file: Blob): Promise<Blob | undefined> {
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file);
  } catch {
    return undefined;
  }
  const { x, y, side, size } = cropOf(picture.width, picture.height);
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const pen = canvas.getContext('2d');
  if (pen === null) {
    return undefined;
  }
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, x, y, side, side, 0, 0, size, size);
  picture.close();
  const small = await encoded(canvas, 'image/webp');
  if (small?.type === 'image/webp') {
    return small;
  }
  // This browser writes no WebP. JPEG knows no transparency: what is transparent becomes white.
  pen.globalCompositeOperation = 'destination-over';
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, size, size);
  return encoded(canvas, 'image/jpeg');
}

/** The picture in the best quality that is small enough. */
async function encoded(canvas: HTMLCanvasElement, type: string): Promise<Blob | undefined> {
  let best: Blob | undefined;
  for (const quality of QUALITIES) {
    best =
      (await new Promise<Blob | null>((done) => canvas.toBlob(done, type, quality))) ?? undefined;
    if (best === undefined || best.size <= MOST_BYTES) {
      return best;
    }
  }
  return best;
}

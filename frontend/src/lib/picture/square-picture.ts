/** As wide and high as a picture is sent. */
const LARGEST = 1_024;

/** The server shows no square with fewer pixels each way. */
const SMALLEST = 48;

/** Closer than this nothing but pixels is seen. */
const CLOSEST_SIDE = 96;

const MOST_ZOOM = 8;

const QUALITY = 0.92;

/** A square of a picture, in its pixels; it may begin between two of them. */
export interface Crop {
  x: number;
  y: number;
  side: number;
}

/** What is shown of a picture: around which point, and how close. */
export interface View {
  /** Of the middle, as a part of the width. */
  x: number;
  /** Of the middle, as a part of the height. */
  y: number;
  /** 1 for the largest square. */
  zoom: number;
}

/** The largest square in the middle. */
export const WHOLE: View = { x: 0.5, y: 0.5, zoom: 1 };

interface Size {
  width: number;
  height: number;
}

/** How close one may come. */
export function mostZoom({ width, height }: Size): number {
  return Math.max(1, Math.min(MOST_ZOOM, Math.min(width, height) / CLOSEST_SIDE));
}

/** The view that is nearest to a wish and shows nothing outside the picture. */
export function withinPicture(size: Size, wish: View): View {
  const zoom = Math.min(Math.max(wish.zoom, 1), mostZoom(size));
  const side = Math.min(size.width, size.height) / zoom;
  return {
    x: between(wish.x, side / 2 / size.width),
    y: between(wish.y, side / 2 / size.height),
    zoom,
  };
}

/** The middle stays so far from both edges. */
function between(middle: number, margin: number): number {
  return Math.min(Math.max(middle, margin), 1 - margin);
}

/** What a view shows. */
export function cropOf(size: Size, view: View): Crop {
  const { x, y, zoom } = withinPicture(size, view);
  const side = Math.min(size.width, size.height) / zoom;
  return { x: x * size.width - side / 2, y: y * size.height - side / 2, side };
}

/**
 * Reads a file as a picture, upright.
 *
 * @returns undefined when this browser cannot, or the picture is too small to be shown
 */
export async function readPicture(file: Blob): Promise<ImageBitmap | undefined> {
  try {
    const picture = await createImageBitmap(file);
    if (picture.width >= SMALLEST && picture.height >= SMALLEST) {
      return picture;
    }
    picture.close();
  } catch {
    // Said to the person, as every other file that is none.
  }
  return undefined;
}

/** Draws what a view shows over the whole of a canvas; what is transparent becomes white. */
export function draw(canvas: HTMLCanvasElement, picture: ImageBitmap, view: View): void {
  const pen = canvas.getContext('2d');
  if (pen === null) {
    return;
  }
  const { x, y, side } = cropOf(picture, view);
  pen.imageSmoothingQuality = 'high';
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, x, y, side, side, 0, 0, canvas.width, canvas.height);
}

/**
 * What a view shows, as a file. It is drawn anew: what lies outside, and what the chosen file tells
 * besides, such as place, time and camera, never leaves the device.
 */
export async function squarePicture(picture: ImageBitmap, view: View): Promise<Blob> {
  const { side } = cropOf(picture, view);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(SMALLEST, Math.min(Math.round(side), LARGEST));
  canvas.height = canvas.width;
  draw(canvas, picture, view);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (file) =>
        file === null ? reject(new Error('The picture cannot be written.')) : resolve(file),
      'image/jpeg',
      QUALITY,
    );
  });
}

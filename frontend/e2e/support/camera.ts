import { open } from 'node:fs/promises';

/** Pixels of a side of what the camera sees. */
const SIDE = 480;

/** More pictures than anybody waits for; after the last one it begins again. */
const PICTURES = 10;

/** A camera of Chromium that sees what a file shows, which is read when the camera is switched on. */
export class TestCamera {
  constructor(private readonly file: string) {}

  /** With which the browser has to be started. */
  get flags(): string[] {
    return [
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${this.file}`,
    ];
  }

  /**
   * Is pointed at a picture.
   *
   * @param luma of its pixels, row after row: a square
   */
  async sees(luma: Uint8Array): Promise<void> {
    const side = Math.sqrt(luma.length);
    const seen = Buffer.alloc(SIDE * SIDE);
    for (let y = 0; y < SIDE; y += 1) {
      for (let x = 0; x < SIDE; x += 1) {
        const from = Math.floor((y * side) / SIDE) * side + Math.floor((x * side) / SIDE);
        seen[y * SIDE + x] = luma[from] ?? 0;
      }
    }
    // YUV4MPEG2: the picture, and two of a quarter of its size for a colour that is none.
    const colourless = Buffer.alloc((SIDE * SIDE) / 2, 128);
    const picture = Buffer.concat([Buffer.from('FRAME\n'), seen, colourless]);
    const film = await open(this.file, 'w');
    await film.write(`YUV4MPEG2 W${SIDE} H${SIDE} F10:1 Ip A1:1 C420\n`);
    for (let i = 0; i < PICTURES; i += 1) {
      await film.write(picture);
    }
    await film.close();
  }
}

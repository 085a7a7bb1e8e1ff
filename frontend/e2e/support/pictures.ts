import type { Person } from './person.js';

/** A PNG of 1,200 by 800 pixels, which runs from orange to green. */
export async function paintedPicture(person: Person): Promise<Buffer> {
  const text = await person.page.evaluate(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [1_200, 800];
    const pen = canvas.getContext('2d');
    if (pen !== null) {
      const sky = pen.createLinearGradient(0, 0, 1_200, 800);
      sky.addColorStop(0, '#f6b26b');
      sky.addColorStop(1, '#38761d');
      pen.fillStyle = sky;
      pen.fillRect(0, 0, 1_200, 800);
      pen.fillStyle = '#fff';
      pen.beginPath();
      pen.arc(400, 400, 180, 0, 7);
      pen.fill();
    }
    return canvas.toDataURL('image/png').replace(/^.*,/, '');
  });
  return Buffer.from(text, 'base64');
}

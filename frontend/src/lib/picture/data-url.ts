/** A file as an address that holds all of it, so that nothing has to be given back. */
export function dataUrl(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () =>
      reject(new Error('The picture cannot be read.', { cause: reader.error }));
    reader.readAsDataURL(file);
  });
}

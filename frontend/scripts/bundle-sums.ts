import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';

/** The file beside the others, in the form that `sha256sum --check` reads. */
const NAME = 'SHA256SUMS';

/**
 * Publishes with the build what every file of it is. The same sources give the same files: whoever
 * builds them himself can compare what a server hands out, see `verify-bundle.js`.
 */
export function bundleSums(): Plugin {
  return {
    name: 'bundle-sums',
    apply: 'build',
    // Behind everything that writes files, those of `public` too.
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir }) {
        if (dir === undefined) {
          throw new Error('The build has no folder.');
        }
        const entries = await readdir(dir, { recursive: true, withFileTypes: true });
        const files = entries
          .filter((entry) => entry.isFile() && entry.name !== NAME)
          .map((entry) => join(entry.parentPath, entry.name))
          .sort();
        const lines = await Promise.all(
          files.map(async (file) => {
            const sum = createHash('sha256')
              .update(await readFile(file))
              .digest('hex');
            return `${sum}  ${relative(dir, file).replaceAll(sep, '/')}\n`;
          }),
        );
        await writeFile(join(dir, NAME), lines.join(''));
      },
    },
  };
}

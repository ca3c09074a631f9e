import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/**
 * How many imports each test file is away from a file of src/ (both as paths in the repository at `root`). Tests that reach it only through
 * the built program are not in it.
 */
export function distancesTo(file, root) {
  const importers = importersIn(root);
  const distances = new Map([[file, 0]]);
  // The map grows while it is gone through: breadth first.
  for (const [path, distance] of distances) {
    for (const importer of importers.get(path) ?? []) {
      if (!distances.has(importer)) distances.set(importer, distance + 1);
    }
  }
  return new Map([...distances].filter(([path]) => path.endsWith('.test.ts')));
}

const known = new Map();

/** Every file of src/ and test/ with those that import it. */
function importersIn(root) {
  const importers = known.get(root) ?? new Map();
  if (known.has(root)) return importers;
  known.set(root, importers);
  for (const folder of ['src', 'test']) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts')) continue;
      const path = posix.join(folder, name.replaceAll('\\', '/'));
      for (const [, imported] of readFileSync(join(root, path), 'utf8').matchAll(
        /(?:from|import\()\s*'(\.[^']+\.ts)'/g,
      )) {
        const target = posix.join(posix.dirname(path), imported);
        importers.set(target, [...(importers.get(target) ?? []), path]);
      }
    }
  }
  return importers;
}

import type { TouchedFile } from '../kube/touched-file.ts';
import type { Coverage } from '../report/report.ts';
import type { Manifests } from './manifests.ts';

const unread: Readonly<Partial<Record<string, string>>> = {
  binary: 'binary',
  oversize: 'over the size limit',
  symlink: 'a symbolic link; never followed',
  submodule: 'a submodule; its content is in another repository',
  'lfs-pointer': 'a Git LFS pointer; its content is not in the repository',
};

/** Where a run broke off before it read anything. */
export const nothingRead: Coverage = {
  filesChanged: 0,
  filesRead: 0,
  contextFilesRead: 0,
  readWithoutStructure: [],
  skipped: [],
};

/** Says what was read, and names everything that was not. */
export function coverageOf({ touched, filesRead, unread: context }: Manifests): Coverage {
  const skipped = touched.flatMap((file) => skippedSide(file));
  return {
    filesChanged: touched.length,
    filesRead: touched.length - skipped.length,
    contextFilesRead: filesRead,
    readWithoutStructure: touched.flatMap((file) => withoutStructure(file)),
    skipped: [...skipped, ...context.map(({ file, why }) => ({ file, why: `context: ${why}` }))],
  };
}

function skippedSide({ path, before, after }: TouchedFile): { file: string; why: string }[] {
  const why = unread[(after ?? before)?.structure ?? ''];
  return why === undefined ? [] : [{ file: path, why }];
}

function withoutStructure({ path, after }: TouchedFile): { file: string; why: string }[] {
  if (after === undefined) return [];
  if (after.structure === 'template') return [{ file: path, why: 'a Helm template, read line by line' }];
  const [first] = after.unreadable;
  if (first === undefined) return [];
  // What a parser says of prose helps nobody.
  const isNamedSo = /\.(?:ya?ml|json)$/i.test(path);
  return [{ file: path, why: isNamedSo ? `line ${first.line}: ${first.detail}` : 'no YAML, read line by line' }];
}

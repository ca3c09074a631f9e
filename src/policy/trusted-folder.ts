import { InputError } from '../input-error.ts';
import type { TrustedFile, TrustedFiles } from './policy.ts';
import type { PolicyProblem } from './read-policy.ts';

/** Bytes of the largest file of the folder that is read. */
export const trustedFileLimit = 1024 * 1024;

/** A file of the folder, of a tree (or in a directory, with the mode of a plain file). */
export interface FolderEntry {
  readonly path: string;
  readonly mode: string;
  /** Undefined where it was not read: missing, or over `trustedFileLimit`. */
  readonly bytes: Buffer | undefined;
}

/** The folder of one side, the policy unread. */
export interface FolderContents {
  readonly policy: TrustedFile | undefined;
  readonly files: TrustedFiles;
  /** Entries that cannot be taken as they are. */
  readonly problems: readonly PolicyProblem[];
}

/**
 * The folder that an input `policy-path` names, without a slash at its end; undefined is `.gitops-gate`. A path that ends in
 * `policy.yaml` names its folder. Throws InputError for a path that leaves the repository.
 */
export function policyFolder(policyPath: string | undefined): string {
  const parts = (policyPath ?? '.gitops-gate').split('/').filter((part) => part !== '.' && part !== '');
  if (parts.at(-1) === 'policy.yaml') parts.pop();
  if (policyPath?.startsWith('/') || parts.includes('..') || parts.length === 0) {
    throw new InputError([
      {
        what: `policy-path ${JSON.stringify(policyPath)} is not a folder inside the repository`,
        fix: 'name it from the top of the repository, for example .gitops-gate',
      },
    ]);
  }
  return parts.join('/');
}

/**
 * The folder that holds for a run. The input may be the author's own, so that it cannot lead away from the base's
 * `.gitops-gate/` where there is one: `asked` counts only in a repository without it.
 */
export function folderThatHolds(
  asked: string,
  basePaths: Iterable<string>,
): { readonly folder: string; readonly notes: readonly string[] } {
  const usual = policyFolder(undefined);
  if (asked === usual || !some(basePaths, (path) => isInFolder(path, usual))) return { folder: asked, notes: [] };
  const note = `The input policy-path: ${asked} was not followed: the base has ${usual}/, and inputs only tighten what it says.`;
  return { folder: usual, notes: [note] };
}

/** Whether a path is the folder, or below it. */
export function isInFolder(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** Which file of the folder a path is, if it is one that the gate reads. */
export function trustedKind(
  path: string,
  folder: string,
): 'policy' | 'allowed' | 'openpgp' | 'x509' | 'revoked' | undefined {
  if (!path.startsWith(`${folder}/`)) return undefined;
  const inside = path.slice(folder.length + 1);
  if (inside === 'policy.yaml') return 'policy';
  if (inside === 'allowed_signers') return 'allowed';
  if (inside === 'revoked') return 'revoked';
  if (/^keys\/[^/]+\.asc$/.test(inside)) return 'openpgp';
  return /^x509\/[^/]+\.pem$/.test(inside) ? 'x509' : undefined;
}

/** Sorts the entries of one side's folder. Files that it does not know are left alone, links are refused. */
export function folderContents(entries: Iterable<FolderEntry>, folder: string): FolderContents {
  const inside = [...entries].filter(({ path }) => isInFolder(path, folder));
  const files = inside.flatMap(({ path, bytes }) => (bytes ? { path, bytes, kind: trustedKind(path, folder) } : []));
  const one = (kind: string): TrustedFile | undefined => files.find((file) => file.kind === kind);
  const all = (kind: string): readonly TrustedFile[] => files.filter((file) => file.kind === kind);
  return {
    policy: one('policy'),
    files: { allowedSigners: one('allowed'), openpgp: all('openpgp'), x509: all('x509'), revoked: one('revoked') },
    problems: inside.flatMap((entry) => entryProblem(entry, folder) ?? []),
  };
}

/** Why an entry of the folder cannot be taken as it is. */
function entryProblem({ path, mode, bytes }: FolderEntry, folder: string): PolicyProblem | undefined {
  const problem = (what: string, fix: string) => ({ file: path, line: 1, column: 1, what, fix });
  if (mode === '120000') return problem('is a symbolic link, which is never followed', 'put the file itself there');
  if (mode === '160000') return problem('is a submodule, which is never read', 'put the files themselves there');
  if (path === folder) return problem('is a file', 'make it a folder');
  if (/^policy\.(ya?ml|json)$/i.test(path.slice(folder.length + 1)) && trustedKind(path, folder) === undefined) {
    return problem('is not read', `name it ${folder}/policy.yaml`);
  }
  if (bytes !== undefined || trustedKind(path, folder) === undefined) return undefined;
  return problem(`could not be read, or has more than ${trustedFileLimit} bytes`, 'make it smaller');
}

function some<T>(values: Iterable<T>, test: (value: T) => boolean): boolean {
  for (const value of values) if (test(value)) return true;
  return false;
}

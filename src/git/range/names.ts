import { InputError } from '../../input-error.ts';
import type { ObjectId } from '../object/object.ts';
import { isObjectId } from '../object/object-id.ts';
import type { Discovered } from '../process/discover.ts';
import { runGit } from '../process/process.ts';

/** The id a revision names in the user's repository, not peeled; undefined where nothing has that name. */
export async function nameRevision(repository: Discovered, rev: string): Promise<ObjectId | undefined> {
  const lower = rev.toLowerCase();
  if (isObjectId(lower, repository.format)) return lower;
  if (rev === '' || /[\0\n]/.test(rev)) return undefined;
  const args = ['-c', 'core.warnAmbiguousRefs=true', 'rev-parse', '--verify', '--end-of-options', rev];
  const { code, stdout, stderr } = await runGit(repository.place, args);
  if (/ambiguous/.test(stderr) && (code === 0 || /short object ID/.test(stderr))) {
    throw new InputError([
      {
        what: `${JSON.stringify(rev)} names several things in this repository.`,
        fix: 'Give the whole name (refs/heads/…, refs/tags/…, refs/remotes/…) or a full commit id.',
      },
    ]);
  }
  const id = stdout.toString('latin1').trim();
  return code === 0 && isObjectId(id, repository.format) ? id : undefined;
}

/** The whole name of the ref that a revision is in the user's repository, symbolic ones followed; undefined where it is not a ref. */
export async function refName(repository: Discovered, rev: string): Promise<string | undefined> {
  if (rev.startsWith('refs/heads/')) return rev;
  // A whole id is that object, whatever ref has such a name.
  if (isObjectId(rev.toLowerCase(), repository.format)) return undefined;
  if (rev === '' || /[\0\n]/.test(rev)) return undefined;
  const args = ['rev-parse', '--symbolic-full-name', '--verify', '--end-of-options', rev];
  const { code, stdout } = await runGit(repository.place, args);
  const lines = stdout.toString('utf8').trim().split('\n');
  return code === 0 ? lines.find((line) => line.startsWith('refs/')) : undefined;
}

const usual = [
  'refs/remotes/origin/HEAD',
  'refs/remotes/origin/main',
  'refs/remotes/origin/master',
  'refs/heads/main',
  'refs/heads/master',
];

/** The default branch, as a person would expect it: what origin says, else the usual names. Its whole ref, and what that points to. */
export async function findDefaultBranch(
  repository: Discovered,
): Promise<{ readonly ref: string; readonly id: ObjectId } | undefined> {
  const args = ['for-each-ref', '--format=%(refname) %(objectname) %(symref)', ...usual];
  const { code, stdout } = await runGit(repository.place, args);
  if (code !== 0) return undefined;
  const found = new Map<string, { ref: string; id: ObjectId }>();
  for (const line of stdout.toString('utf8').split('\n')) {
    const [name = '', id = '', target = ''] = line.split(' ');
    found.set(name, { ref: target === '' ? name : target, id });
  }
  const name = usual.find((candidate) => found.has(candidate));
  return name === undefined ? undefined : found.get(name);
}

/** The URL of the user's own `origin`. */
export function originUrl(repository: Discovered): Promise<string | undefined> {
  return configured(repository, ['--get', 'remote.origin.url']);
}

/** The file of certificates that the repository's configuration names for a server, as a GitLab runner with its own authority does. */
export function certificateFile(repository: Discovered, url: string): Promise<string | undefined> {
  return configured(repository, ['--get-urlmatch', 'http.sslCAInfo', url]);
}

/** A setting of the user's repository. It is wanted only where something is missing, so what asks for it is loaded only then. */
async function configured({ place }: Discovered, question: readonly string[]): Promise<string | undefined> {
  const { getExecOutput } = await import('@actions/exec');
  const { exitCode, stdout } = await getExecOutput('git', ['config', ...question], {
    cwd: place.directory,
    env: { ...place.environment },
    silent: true,
    ignoreReturnCode: true,
  });
  const value = stdout.replace(/\n$/, '');
  return exitCode === 0 && value !== '' ? value : undefined;
}

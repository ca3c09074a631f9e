import { verifyRange } from '../gather/commits.ts';
import type { readTrusted } from '../gather/gate/trusted-folder.ts';
import { openRepository } from '../git/open-repository.ts';
import { emptyRange } from '../git/range/range.ts';
import type { Repository } from '../git/repository.ts';
import { InputError } from '../input-error.ts';
import { defaultPolicy } from '../policy/defaults.ts';
import { type FolderEntry, folderContents } from '../policy/trusted-folder.ts';
import { renderVerifyJson } from '../report/machine/json.ts';
import { renderVerifyTerminal } from '../report/terminal/terminal-commits.ts';
import type { Arguments } from './arguments.ts';
import { localFolder } from './local-folder.ts';
import { terminalStyle } from './terminal-style.ts';

/** `verify`: signatures only. Resolves to 0 all accepted, 1 a commit refused, 2 something unchecked. */
export async function verify(args: Arguments): Promise<number> {
  const repository = await openRepository(args.values.get('repo') ?? process.cwd());
  try {
    const revisions = await repository.revisions(args.positionals);
    if (revisions.commits.length + revisions.tags.length === 0) {
      const what = `There is no commit to verify in ${args.positionals.join(' ')}.`;
      throw new InputError([{ what, fix: 'Write the older end first: OLD..NEW' }]);
    }
    const { policy, files, unjudged } = await trustOf(args.values.get('trust'), repository);
    const context = { now: Date.now(), isPush: false, tagName: undefined };
    const verification = await verifyRange(repository, revisions, files, policy.signatures, context);
    const { redact } = await import('../report/redact.ts');
    const { complain, say } = await import('./output.ts');
    for (const { what, remedy } of unjudged) complain(what, remedy);
    const verified = redact(verification.commits);
    const json = args.values.get('format') === 'json';
    say(json ? renderVerifyJson(verified) : renderVerifyTerminal(verified, terminalStyle()));
    const refused = ({ signature }: (typeof verified)[number]) =>
      !signature.accepted && signature.state !== 'could-not-check';
    if (verified.some(refused)) return 1;
    return [...unjudged, ...verification.keyProblems, ...verification.unchecked].length > 0 ? 2 : 0;
  } finally {
    await repository.close();
  }
}

/** What to verify by. */
type Trusted = Pick<Awaited<ReturnType<typeof readTrusted>>, 'policy' | 'files' | 'unjudged'>;

/** Keys come from `--trust DIR`, or from the default branch's tip; never from what is verified. */
async function trustOf(folder: string | undefined, repository: Repository): Promise<Trusted> {
  if (folder !== undefined) return { ...(await readLocalFolder(listFolder(folder), folder)), unjudged: [] };
  const branch = await repository.defaultBranch();
  const trust = branch === undefined ? undefined : await repository.resolve(branch, 'commit');
  const inputs = { policyPath: '.gitops-gate', kubernetesVersion: undefined };
  const { readTrusted } = await import('../gather/gate/trusted-folder.ts');
  return readTrusted(repository, { ...emptyRange('audit'), trust }, inputs);
}

/** A local folder in the place of the base's; every problem of it is the caller's own. What reads a policy is loaded where there is one. */
async function readLocalFolder(entries: readonly FolderEntry[], folder: string): Promise<Omit<Trusted, 'unjudged'>> {
  const contents = folderContents(entries, folder);
  const { policy, files, problems } =
    contents.policy === undefined
      ? { ...contents, policy: defaultPolicy }
      : (await import('../policy/read-trusted-folder.ts')).readTrustedFolder(entries, folder);
  if (problems.length === 0) return { policy, files };
  throw new InputError(problems.map(({ file, line, what, fix }) => ({ what: `${file}:${line}: ${what}`, fix })));
}

function listFolder(folder: string): readonly FolderEntry[] {
  const entries = localFolder(folder);
  if (entries !== undefined) return entries;
  throw new InputError([
    { what: `--trust ${folder} is not a folder that can be read`, fix: 'name one like .gitops-gate' },
  ]);
}

import { verifyRange } from '../../gather/commits.ts';
import type { readTrusted } from '../../gather/gate/read-trusted-folder.ts';
import { openRepository } from '../../git/open-repository.ts';
import { emptyRange } from '../../git/range/range.ts';
import type { Repository } from '../../git/repository.ts';
import { InputError } from '../../input-error.ts';
import { defaultPolicy } from '../../policy/defaults.ts';
import { type FolderEntry, folderContents } from '../../policy/trusted-folder.ts';
import type { FormatName } from '../../report/formats.ts';
import { renderVerifyJson } from '../../report/machine/json.ts';
import { renderVerifyTerminal } from '../../report/terminal/terminal-commits.ts';
import type { VerifiedCommit } from '../../signature/model/signature.ts';
import type { Arguments } from '../arguments.ts';
import { localFolder } from '../local-folder.ts';
import { terminalStyle } from '../terminal-style.ts';

/** The formats alongside text and its own JSON: those in which the run itself is said. */
export const verifyFormats = ['ocsf', 'ecs', 'openmetrics'] as const satisfies readonly FormatName[];

/** `verify`: signatures only. Resolves to 0 all accepted, 1 a commit refused, 2 something unchecked. */
export async function verify(args: Arguments): Promise<number> {
  const repository = await openRepository(args.values.get('repo') ?? process.cwd());
  try {
    const revisions = await repository.revisions(args.positionals);
    if (revisions.commits.length + revisions.tags.length === 0) {
      const what = `There is no commit to verify in ${args.positionals.join(' ')}.`;
      throw new InputError([{ what, fix: 'Write the older end first: OLD..NEW' }]);
    }
    const start = Date.now();
    const trusted = await trustOf(args.values.get('trust'), repository);
    const { policy, files, unjudged } = trusted;
    const context = { now: start, isPush: false, tagName: undefined };
    const verification = await verifyRange(repository, revisions, files, policy.signatures, context);
    const { redact } = await import('../../report/redact.ts');
    const { complain, say } = await import('../output.ts');
    // A broken folder has named its keys already.
    const trustProblems = unjudged.length > 0 ? unjudged : verification.keyProblems;
    for (const { what, remedy } of trustProblems) complain(what, remedy);
    const verified = redact(verification.commits);
    const unknown = [...trustProblems, ...verification.unchecked];
    const exitCode = verified.some(isRefused) ? 1 : unknown.length > 0 ? 2 : 0;
    const format = args.values.get('format');
    const name = verifyFormats.find((each) => each === format);
    if (name !== undefined) {
      const { renderVerify } = await import('./verify-report.ts');
      const folder = args.values.get('repo') ?? process.cwd();
      say(
        await renderVerify(name, {
          repository,
          folder,
          revisions,
          trusted,
          verification,
          unjudged: unknown,
          exitCode,
          start,
        }),
      );
    } else say(format === 'json' ? renderVerifyJson(verified) : renderVerifyTerminal(verified, terminalStyle()));
    return exitCode;
  } finally {
    await repository.close();
  }
}

function isRefused({ signature }: VerifiedCommit): boolean {
  return !signature.accepted && signature.state !== 'could-not-check';
}

/** What to verify by, and the commit it is of. */
type Trusted = Pick<Awaited<ReturnType<typeof readTrusted>>, 'policy' | 'files' | 'unjudged' | 'record'> & {
  readonly commit: string | undefined;
};

/** Keys come from `--trust DIR`, or from the default branch's tip; never from what is verified. */
async function trustOf(folder: string | undefined, repository: Repository): Promise<Trusted> {
  if (folder !== undefined) {
    const local = await readLocalFolder(listFolder(folder), folder);
    return { ...local, unjudged: [], record: { folder }, commit: undefined };
  }
  const branch = await repository.defaultBranch();
  const trust = branch === undefined ? undefined : await repository.resolve(branch, 'commit');
  const inputs = { policyPath: '.gitops-gate', kubernetesVersion: undefined };
  const { readTrusted } = await import('../../gather/gate/read-trusted-folder.ts');
  return { ...(await readTrusted(repository, { ...emptyRange('audit'), trust }, inputs)), commit: trust };
}

/** A local folder in the place of the base's; every problem of it is the caller's own. What reads a policy is loaded where there is one. */
async function readLocalFolder(
  entries: readonly FolderEntry[],
  folder: string,
): Promise<Pick<Trusted, 'policy' | 'files'>> {
  const contents = folderContents(entries, folder);
  const { policy, files, problems } =
    contents.policy === undefined
      ? { ...contents, policy: defaultPolicy }
      : (await import('../../policy/read-trusted-folder.ts')).readTrustedFolder(entries, folder);
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

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { openRepository } from '../../git/open-repository.ts';
import { InputError } from '../../input-error.ts';
import { initFiles } from '../../policy/init-files.ts';
import { visible } from '../../report/visible.ts';
import { systemErrorCode } from '../../system-error.ts';
import type { Arguments } from '../arguments.ts';
import { say } from '../output.ts';

const folder = '.gitops-gate';

/** `init`: writes what is missing of the starting folder, names what is there and left as it is, and says what comes next. */
export async function initCommand(args: Arguments): Promise<number> {
  const { top, defaultBranch } = await lookAround(args.values.get('repo') ?? process.cwd());
  for (const { path, text } of initFiles(folder, defaultBranch)) {
    const file = join(top, path);
    const done = writeNew(file, text) ? 'wrote' : 'left as it is:';
    say(`${done} ${visible(relative(process.cwd(), file))}\n`);
  }
  say(nextSteps(defaultBranch, relative(process.cwd(), join(top, folder)).replaceAll('\\', '/') || folder));
  return 0;
}

function nextSteps(defaultBranch: string | undefined, here: string): string {
  const branches =
    defaultBranch === undefined
      ? [
          'Name the branches that clusters are delivered from, as `branches` in policy.yaml: this repository shows no default branch.',
        ]
      : [];
  const steps = [
    ...branches,
    `Trust a key, for example your own SSH key:\n     echo "$(git config user.email) namespaces=\\"git\\" $(cat ~/.ssh/id_ed25519.pub)" >> ${/^[\w./-]+$/.test(here) ? here : `'${here.replaceAll("'", "'\\\\''")}'`}/allowed_signers`,
    'Name the first admin, by the same email, under signatures.signers in policy.yaml: from then on an admin signs what changes this folder.',
    'Check the folder: gitops-gate policy validate',
    'Commit it to the default branch. It only watches (failOn: never) until failOn says what blocks.',
  ];
  return ['Next:', ...steps.map((step, index) => `  ${index + 1}. ${step}`), ''].join('\n');
}

/** The top of the work tree (only there the folder is found), and the short name of the default branch. */
async function lookAround(
  directory: string,
): Promise<{ readonly top: string; readonly defaultBranch: string | undefined }> {
  const repository = await openRepository(directory);
  const top = repository.directory;
  try {
    const ref = await repository.defaultBranch();
    const defaultBranch = ref?.replace(/^refs\/(?:heads|remotes\/[^/]+)\//, '');
    if (existsSync(join(top, '.git'))) return { top, defaultBranch };
  } finally {
    await repository.close();
  }
  throw new InputError([{ what: `${top} is a bare repository.`, fix: 'Run in a clone, and commit the folder there.' }]);
}

/** Whether it was written: not where there is something already, also a link that leads nowhere. */
function writeNew(file: string, text: string): boolean {
  let isFolder = false;
  try {
    mkdirSync(dirname(file), { recursive: true });
    isFolder = true;
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    if (isFolder && code === 'EEXIST') return false;
    const fix =
      isFolder || code === 'EACCES' ? 'run it where you may write' : 'move away what is in the place of its folder';
    throw new InputError([{ what: `${file} cannot be written (${code})`, fix }]);
  }
}

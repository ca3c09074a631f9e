import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Fixed } from '../../fix/rounds.ts';
import { exitCode } from '../../gate.ts';
import { openRepository } from '../../git/open-repository.ts';
import type { Repository } from '../../git/repository.ts';
import { InputError } from '../../input-error.ts';
import { nearest } from '../../nearest.ts';
import { logText } from '../../report/terminal/workflow-command.ts';
import { visible } from '../../report/visible.ts';
import { rules } from '../../rules/index.ts';
import type { ChangeFix } from '../../run/find-fixes.ts';
import { type Examination, examine } from '../../run.ts';
import type { Arguments } from '../arguments.ts';
import { inputsOf, localRequest, personsHost } from '../check.ts';
import { complain, note, say } from '../output.ts';
import { applyFiles } from './apply-files.ts';
import { fixText } from './fix-text.ts';
import { demandOutsideGit, removeOldPatch, writePatch } from './patch-file.ts';

/**
 * `fix`: the smallest changes that make findings go away, as a patch on standard output or in a file, or written to the work tree. Ends with 0 where nothing is
 * left to fix, with 1 where something is, with 2 where the change could not be judged.
 */
export async function fixCommand(args: Arguments): Promise<number> {
  const rule = ruleOf(args);
  if (args.switches.has('apply') && args.values.has('patch'))
    throw new InputError([{ what: '--apply and --patch exclude each other', fix: 'give one of them' }]);
  demandOutsideGit(args);
  const request = await localRequest(args);
  const inputs = { ...inputsOf(args, 'check', request), fix: { rule } };
  const examined = await examine(inputs, personsHost(args));
  const { fix, report } = examined;
  if (fix === undefined) {
    for (const { what, remedy } of report.verdict.unjudged) complain(what, remedy);
    removeOldPatch(args);
    return exitCode(report.verdict);
  }
  const isAsked = ({ isAside }: Fixed) => isAside !== true;
  const { left } = fix.fix;
  const fixed = fix.fix.fixed.filter(isAsked);
  const stays = args.switches.has('apply') ? [] : fix.onlyApplied.filter(isAsked);
  if (fixed.length + left.length === 0) {
    say(rule === undefined ? 'There is no finding to fix.\n' : `There is no finding of ${rule} to fix.\n`);
    removeOldPatch(args);
  } else await deliver(args, examined, fix);
  for (const { what, remedy } of report.verdict.unjudged) complain(what, remedy);
  if (left.length + stays.length > 0) return 1;
  return report.verdict.unjudged.length > 0 ? 2 : 0;
}

async function deliver(args: Arguments, { report }: Examination, fix: ChangeFix): Promise<void> {
  const file = args.values.get('patch');
  const isApplied = args.switches.has('apply');
  if (isApplied) await apply(args, report.range.head, fix);
  else if (file !== undefined && fix.patch.text !== '') writePatch(file, fix.patch.text);
  const isStaged = args.switches.has('staged');
  say(fixText(fix, { isApplied, isStaged, file }));
  if (fix.patch.text === '') removeOldPatch(args);
  if (isApplied || file !== undefined) return;
  const { text } = fix.patch;
  const isSafe =
    logText(text) === text &&
    (process.stdout.isTTY !== true ||
      text.split('\n').every((line) => visible(line.replace(/[\t\r]/g, '')) === line.replace(/[\t\r]/g, '')));
  if (isSafe) process.stdout.write(text);
  else
    note('the patch holds characters that a terminal or a job’s log would obey: write it to a file with --patch FILE');
}

/** Writes to the work tree, which has to be that of the head. */
async function apply(args: Arguments, head: string | undefined, { files }: ChangeFix): Promise<void> {
  const repository = await openRepository(args.values.get('repo') ?? process.cwd());
  const top = repository.directory;
  try {
    if (!existsSync(join(top, '.git'))) {
      const what = `${top} is a bare repository.`;
      throw new InputError([{ what, fix: 'write a patch instead: --patch FILE' }]);
    }
    if (head !== undefined && (await repository.resolve('HEAD', 'commit')) !== head) {
      const what = `${head.slice(0, 12)} is not checked out, so that its files are not there to be changed`;
      throw new InputError([{ what, fix: 'check it out, or write a patch: --patch FILE' }]);
    }
    if (head !== undefined) await demandNothingStaged(repository, head, files);
  } finally {
    await repository.close();
  }
  applyFiles(top, files);
}

/** What is staged of a file was not judged, and the next commit would have it instead of the fix. Throws InputError. */
async function demandNothingStaged(repository: Repository, head: string, files: ChangeFix['files']): Promise<void> {
  const { after } = await repository.range({ kind: 'staged', base: head });
  const staged = new Set((await repository.changes(head, after)).map(({ path }) => path));
  const fix = 'commit it, or take it back: git restore --staged FILE; with "fix --staged" it is what is judged';
  const problems = files
    .filter(({ path }) => staged.has(path))
    .map(({ path }) => ({ what: `${visible(path)} is staged with other content than what was judged`, fix }));
  if (problems.length > 0) throw new InputError(problems);
}

function ruleOf({ values }: Arguments): string | undefined {
  const rule = values.get('rule');
  const ids = rules.map(({ id }) => id);
  if (rule === undefined || ids.includes(rule)) return rule;
  const meant = nearest(rule, ids);
  const fix = meant === undefined ? `one of: ${ids.join(', ')}` : `did you mean ${meant}?`;
  throw new InputError([{ what: `there is no rule ${JSON.stringify(rule)}`, fix }]);
}

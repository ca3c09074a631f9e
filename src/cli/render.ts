import { Budget } from '../gather/budget.ts';
import { readTrusted } from '../gather/gate/trusted-folder.ts';
import { renderChange } from '../gather/render/rendering.ts';
import { readTrees } from '../gather/trees.ts';
import { openRepository } from '../git/open-repository.ts';
import { emptyRange } from '../git/range/range.ts';
import type { Repository } from '../git/repository.ts';
import { InputError } from '../input-error.ts';
import { nearest } from '../nearest.ts';
import type { RenderedRoot } from '../render/result/rendering.ts';
import { objectsText, rootsDiff, rootsText } from '../report/terminal/rendered.ts';
import type { Arguments } from './arguments.ts';
import { inputsOf, localRequest } from './check.ts';
import { say } from './output.ts';

/** `render`: what the gate sees of kustomizations and charts: the roots, the objects of one, or what a change makes of them. */
export async function renderCommand(args: Arguments): Promise<number> {
  const asked = args.values.get('root');
  const isDiff = args.switches.has('diff');
  const roots = await renderedRoots(args, isDiff, asked);
  const [only] = roots;
  const text = isDiff
    ? rootsDiff(roots)
    : asked === undefined || only === undefined
      ? rootsText(roots)
      : objectsText(only);
  say(text);
  return 0;
}

async function renderedRoots(
  args: Arguments,
  isDiff: boolean,
  asked: string | undefined,
): Promise<readonly RenderedRoot[]> {
  const repository = await openRepository(args.values.get('repo') ?? process.cwd());
  try {
    const range = isDiff ? await repository.range(await localRequest(args)) : await rangeAt(repository, args);
    const { policy } = await readTrusted(repository, range, inputsOf(args, 'audit', { kind: 'audit', rev: 'HEAD' }));
    const trees = await readTrees(repository, range);
    const urls = [await repository.origin()].filter((url) => url !== undefined);
    const only = asked === undefined ? {} : { only: asked };
    const { rendering, delivered } = await renderChange(
      repository,
      trees,
      policy,
      { urls, ...only },
      new Budget(policy.limits),
    );
    if (asked !== undefined && rendering.roots.length === 0 && !isDiff)
      throw unknownRoot(asked, [...(delivered?.after.roots.keys() ?? [])]);
    return rendering.roots;
  } finally {
    await repository.close();
  }
}

async function rangeAt(repository: Repository, args: Arguments) {
  const rev = args.values.get('rev') ?? 'HEAD';
  const commit = await repository.resolve(rev, 'commit');
  if (commit === undefined) {
    const fix = 'Name one that is here: --rev REV';
    throw new InputError([{ what: `${JSON.stringify(rev)} names no commit of this repository.`, fix }]);
  }
  return { ...emptyRange('audit'), after: commit, trust: commit };
}

function unknownRoot(asked: string, roots: readonly string[]): InputError {
  const meant = nearest(asked, roots);
  const fix = meant === undefined ? '`gitops-gate render` lists them' : `did you mean ${meant}?`;
  return new InputError([{ what: `there is no root ${JSON.stringify(asked)}`, fix }]);
}

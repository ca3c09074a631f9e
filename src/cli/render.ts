import { Budget } from '../gather/budget.ts';
import { readTrusted } from '../gather/gate/trusted-folder.ts';
import { renderChange } from '../gather/render/rendering.ts';
import { readTrees } from '../gather/trees.ts';
import { openRepository } from '../git/open-repository.ts';
import { InputError } from '../input-error.ts';
import { nearest } from '../nearest.ts';
import type { RenderedRoot } from '../render/result/rendering.ts';
import { objectsText, rootsDiff, rootsText } from '../report/terminal/rendered.ts';
import type { Arguments } from './arguments.ts';
import { auditRequest, inputsOf, localRequest } from './check.ts';
import { note, say } from './output.ts';

/** `render`: what the gate sees of kustomizations and charts: the roots, the objects of one, or what a change makes of them. */
export async function renderCommand(args: Arguments): Promise<number> {
  const asked = args.values.get('root');
  const isDiff = args.switches.has('diff');
  const ignored = (isDiff ? ['rev'] : ['base', 'head']).filter((flag) => args.values.has(flag));
  if (ignored.length > 0) {
    const what = `--${ignored.join(' and --')} ${isDiff ? 'does not go with --diff' : 'needs --diff'}`;
    throw new InputError([
      { what, fix: 'one revision: --rev REV; what a change makes: --diff [--base REV] [--head REV]' },
    ]);
  }
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
    const request = isDiff ? await localRequest(args) : auditRequest(args);
    const range = await repository.range(request);
    const { policy, notes } = await readTrusted(repository, range, inputsOf(args, 'audit', request));
    for (const line of notes) note(line);
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

function unknownRoot(asked: string, roots: readonly string[]): InputError {
  const meant = nearest(asked, roots);
  const fix = meant === undefined ? '`gitops-gate render` lists them' : `did you mean ${meant}?`;
  return new InputError([{ what: `there is no root ${JSON.stringify(asked)}`, fix }]);
}

import { Budget } from '../../gather/budget.ts';
import { readTrusted } from '../../gather/gate/read-trusted-folder.ts';
import { renderChange } from '../../gather/render/rendering.ts';
import { readTrees } from '../../gather/trees.ts';
import { openRepository } from '../../git/open-repository.ts';
import { InputError } from '../../input-error.ts';
import type { Root } from '../../render/model/root.ts';
import type { RenderedRoot } from '../../render/result/rendering.ts';
import { unrenderedFix } from '../../render/result/unrendered-fix.ts';
import { leftOut, leftOutLines } from '../../report/terminal/left-out.ts';
import { objectsText, rootsDiff, rootsText } from '../../report/terminal/rendered.ts';
import type { Arguments } from '../arguments.ts';
import { auditRequest, inputsOf, localRequest } from '../check.ts';
import { note, say } from '../output.ts';
import { requireReadable } from '../policy/usable-policy.ts';
import { severalRoots, unknownRoot } from './unknown-root.ts';

/** `render`: what the gate sees of kustomizations and charts: the roots, the objects of one, or what a change makes of them. */
export async function renderCommand(args: Arguments): Promise<number> {
  const asked = folderName(args.values.get('root'));
  const isDiff = args.switches.has('diff');
  const ignored = (isDiff ? ['rev'] : ['base', 'head']).filter((flag) => args.values.has(flag));
  if (ignored.length > 0) {
    const what = `--${ignored.join(' and --')} ${isDiff ? 'does not go with --diff' : 'needs --diff'}`;
    throw new InputError([
      { what, fix: 'one revision: --rev REV; what a change makes: --diff [--base REV] [--head REV]' },
    ]);
  }
  const roots = await renderedRoots(args, isDiff, asked);
  if (asked === undefined || isDiff) {
    say(isDiff ? rootsDiff(roots) : rootsText(roots));
    const isMissing = roots.some(({ before, after }) => (before?.reason ?? after?.reason) !== undefined);
    return asked !== undefined && isMissing ? 2 : 0;
  }
  const root = theRoot(roots, asked);
  const reason = root.after?.reason;
  if (reason !== undefined)
    throw new InputError([{ what: `${root.id} was not rendered: ${reason}`, fix: unrenderedFix(reason) }]);
  for (const line of leftOutLines(leftOut([root]))) note(line);
  say(objectsText(root));
  return 0;
}

/** The folder as a root's name has it: a shell completes it with a slash. */
function folderName(asked: string | undefined): string | undefined {
  return asked?.replace(/^\.\/(?=.)/, '').replace(/(?<=.)\/+$/, '');
}

/** Whether it may name what an object declares: `Kustomization flux-system/x (clusters/x.yaml)`. */
function isDeclaredName(asked: string): boolean {
  return asked.includes(' ');
}

function isNamed({ id, folder }: Pick<Root, 'id' | 'folder'>, asked: string): boolean {
  return id === asked || folder === asked;
}

/** The root of this name, or the only one that builds this folder. Throws InputError. */
function theRoot(roots: readonly RenderedRoot[], asked: string): RenderedRoot {
  const root = roots.find(({ id }) => id === asked) ?? roots[0];
  const others = roots.filter((each) => each !== root).map(({ id }) => id);
  if (root === undefined) throw unknownRoot(asked, undefined, []);
  if (others.length > 0 && root.id !== asked) throw severalRoots(asked, [root.id, ...others]);
  for (const id of others) note(`${id} builds the folder ${asked} as well`);
  return root;
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
    const trusted = await readTrusted(repository, range, inputsOf(args, 'audit', request));
    const { policy, notes } = requireReadable(trusted);
    for (const line of notes) note(line);
    const trees = await readTrees(repository, range);
    const urls = [await repository.origin()].filter((url) => url !== undefined);
    const rendered = (only: { readonly only?: string }) =>
      renderChange(repository, trees, policy, { urls, ...only }, new Budget(policy.limits));
    if (asked === undefined) return (await rendered({})).rendering.roots;
    const { rendering, delivered } = await rendered({ only: asked });
    if (rendering.roots.length > 0) return rendering.roots;
    // What a rendered root declares in turn is found where that one is rendered.
    const all = isDeclaredName(asked) ? (await rendered({})).rendering.roots : [];
    const inner = all.filter(({ id }) => id === asked);
    const known = isDiff ? [delivered?.before, delivered?.after] : [];
    const isKnown = known.some((side) => [...(side?.roots.values() ?? [])].some((root) => isNamed(root, asked)));
    if (inner.length > 0 || isKnown) return inner;
    throw unknownRoot(
      asked,
      delivered?.after,
      all.map(({ id }) => id),
    );
  } finally {
    await repository.close();
  }
}

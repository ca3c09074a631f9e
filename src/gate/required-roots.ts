import { matchGlob } from '../policy/glob.ts';
import type { Policy } from '../policy/policy.ts';
import type { Unjudged } from '../unjudged.ts';
import type { UnrenderedRoot } from './unrendered-root.ts';

/** A root by what `render.require` may call it. */
export type NamedRoot = Pick<UnrenderedRoot, 'id' | 'folder'>;

/** What of `render.require` and `render.roots` meets nothing. */
export interface UnmetRender {
  readonly unjudged: readonly Unjudged[];
  readonly notes: readonly string[];
}

/**
 * Entries of `render.require` that no root of the head matches: where one of the base does, the change takes away what must be rendered,
 * so that it is not a pass. Nor is it where a root is `unrendered`: what that declares may be what the entry means. Entries of
 * `render.roots` whose folder has nothing to build; `isBuilt` says so of a folder of the head.
 */
export function unmetRender(
  { render, source = 'the policy' }: Policy,
  { before, after }: { readonly before: readonly NamedRoot[]; readonly after: readonly NamedRoot[] },
  isBuilt: (folder: string) => boolean,
  unrendered: string | undefined,
): UnmetRender {
  const isMet = (glob: string, roots: readonly NamedRoot[]) =>
    roots.some(({ id, folder }) => matchGlob(glob, id) || matchGlob(glob, folder));
  const unmet = render.require.filter((glob) => !isMet(glob, after));
  const gone = unmet.filter((glob) => isMet(glob, before));
  const hidden = unrendered === undefined ? [] : unmet.filter((glob) => !gone.includes(glob));
  const empty = render.roots.filter(({ path }) => !isBuilt(path));
  return {
    unjudged: [
      ...gone.map((glob) => ({
        what: `render.require of ${source} demands that ${glob} is rendered, and after the change no root is called that.`,
        remedy: 'Keep its name and folder, or first take it out of render.require.',
      })),
      ...hidden.map((glob) => ({
        what: `render.require of ${source} demands that ${glob} is rendered, and whether ${unrendered} declares it is not known: that was not rendered.`,
        remedy: 'Make that root build, or take out of render.require what no root is called.',
      })),
    ],
    notes: [
      ...unmet
        .filter((glob) => !gone.includes(glob) && !hidden.includes(glob))
        .map((glob) => `render.require of ${source} names ${glob}, and no root is called that: it demands nothing.`),
      ...empty.map(
        ({ path }) =>
          `render.roots of ${source} names the folder ${path}, in which there is neither a kustomization nor a chart: nothing is rendered for it.`,
      ),
    ],
  };
}

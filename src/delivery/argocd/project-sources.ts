import { list, type Mapping, strings, text } from '../../plain-values.ts';
import { type Pattern, readPattern, witnessesOf } from '../model/pattern.ts';
import { type Fence, type FenceGain, fenceGain } from './fence.ts';

/** From which repositories a project's applications may come, by `spec.sourceRepos`. */
export interface SourceFence extends Fence<string> {
  readonly patterns: readonly Pattern[];
}

/**
 * Reads `spec.sourceRepos` as AppProject.IsSourcePermitted does (argo-cd, app_project_types.go): any item that excludes another
 * repository allows one; whatever is excluded is not allowed. The addresses asked about are normalised ones.
 */
export function sourceFence(spec: Mapping): SourceFence {
  const written = list(spec.sourceRepos).flatMap((each, index) => {
    const repository = text(each);
    return repository === undefined ? [] : [{ repository, index, pattern: sourcePattern(repository) }];
  });
  const patterns = written.map(({ pattern }) => pattern);
  return {
    patterns,
    items: written.flatMap(({ repository, index, pattern: { isNegated, matches } }) => {
      const item = { text: repository.replace(/^!/, ''), code: repository, path: ['spec', 'sourceRepos', index] };
      if (!isNegated) return [{ ...item, excludes: false, isAbout: matches }];
      const others = { ...item, text: `everywhere but ${item.text}`, excludes: false };
      return [
        { ...others, isAbout: (url: string) => !matches(url) },
        { ...item, excludes: true, isAbout: matches },
      ];
    }),
    permits: (url) =>
      patterns.some(({ isNegated, matches }) => isNegated || matches(url)) &&
      !patterns.some(({ isNegated, matches }) => isNegated && matches(url)),
  };
}

/** The repositories that applications newly may come from. */
export function gainedSources(before: Mapping, after: Mapping): FenceGain<string> | undefined {
  const [was, is] = [sourceFence(before), sourceFence(after)];
  if (strings(before.sourceRepos).join('\n') === strings(after.sourceRepos).join('\n')) return undefined;
  return fenceGain(was, is, witnessesOf([...was.patterns, ...is.patterns]));
}

function sourcePattern(repository: string): Pattern {
  const sign = repository.startsWith('!') ? '!' : '';
  return readPattern(`${sign}${normalizedUrl(repository.slice(sign.length))}`, '/', true);
}

/** An address as Argo CD compares it (util/git, NormalizeGitURL): small letters, without `.git`, an scp-like one as a path. */
export function normalizedUrl(url: string): string {
  const small = url.trim().toLowerCase();
  const isSsh = /^(?:ssh:\/\/)?[^/:]*@[^:]+:.*$/.test(small);
  const path = isSsh && !small.startsWith('ssh://') ? small.replace(':', '/') : small;
  return path.replace(/\.git$/, '').replace(/^ssh:\/\//, '');
}

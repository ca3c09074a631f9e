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
      const text = isNegated ? repository.slice(1) : repository;
      const item = { text, code: repository, path: ['spec', 'sourceRepos', index] };
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

/**
 * An address as Argo CD compares it (util/git, NormalizeGitURL): small letters, without `.git`, an scp-like one as a path, and escaped as Go's net/url
 * does, so that braces in a path are not alternatives. All that cannot be parsed is one: the empty text.
 */
export function normalizedUrl(url: string): string {
  const small = url.trim().toLowerCase();
  const isShort = /^[^/:]*@[^@]+$/.test(small);
  const address = (isShort ? `ssh://${small.replace(':', '/')}` : small).replace(/\.git$/, '');
  const [, scheme = '', authority = '', path = '', query = '', fragment = ''] =
    /^(?:([a-z][a-z0-9+.-]*:\/\/)([^/?#]*))?([^?#]*)(\?[^#]*)?(?:#([\s\S]*))?$/.exec(address) ?? [];
  if (!isAuthority(authority) || /%(?![\da-f]{2})/.test(path + fragment)) return '';
  const part = fragment === '' ? '' : `#${escaped(fragment)}`;
  return `${scheme === 'ssh://' ? '' : scheme}${authority}${escaped(path)}${query}${part}`;
}

/** Whether net/url takes it for a host, with a user and a port where they are stated. */
function isAuthority(authority: string): boolean {
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  const port = /:([^:\]]*)$/.exec(host)?.[1] ?? '';
  const isBracketed = !/[[\]]/.test(host) || /^\[[\da-f:.%]+\](?::\d*)?$/.test(host);
  return /^\d*$/.test(port) && isBracketed && !/[\s{}\\^|`%]/.test(authority);
}

/** net/url, EscapedPath: a path stays as it is written where that is one of its encodings, else all but a few characters are escaped. */
function escaped(path: string): string {
  if (/^(?:[\w\-.~!$&'()*+,;=:@/[\]]|%[\da-f]{2})*$/.test(path)) return path;
  const decoded = path.replaceAll(/%([\da-f]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return [...Buffer.from(decoded, 'utf8')]
    .map((byte) => {
      const letter = String.fromCharCode(byte);
      return /[\w\-.~$&+,/:;=@]/.test(letter) ? letter : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}

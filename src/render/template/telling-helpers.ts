import { addTo } from '../../groups.ts';
import { anyHelper, blocksOf, decidingHelpers, namesIn } from './deciding-helpers.ts';
import { fieldOf } from './field-of.ts';
import { isVersionLine } from './plain-values.ts';
import { mayGiveAccount, mayGiveRbac, namesRbac, type Template } from './template-text.ts';

/** The named templates whose text is, or decides, what charts grant and as whom they run. */
export interface TellingHelpers {
  /** Whether it is one of them; any may be where a name is computed. */
  has(name: string): boolean;
  /** Their texts, each as a template by which others decide. */
  readonly blocks: readonly Template[];
}

/** `own` are the templates that may grant or say an account, `all` those of every chart of the root, on both sides. */
export function tellingHelpers(own: readonly Template[], all: readonly Template[]): TellingHelpers {
  const blocks = blocksOf(all);
  const given = (test: (source: string) => boolean) =>
    [...blocks].flatMap(([name, texts]) => (texts.some(({ source }) => test(source)) ? [name] : []));
  const counting = usersOf(
    given((source) => namesRbac(source) || mayGiveAccount(source)),
    blocks,
  );
  const aggregating = usersOf(
    given((source) => source.includes('aggregate')),
    blocks,
  );
  const selects = all.some(({ source }) => source.includes('clusterRoleSelectors'));
  const used = (source: string) => {
    const lines = source.split('\n');
    return lines.flatMap((line, index) => {
      const names = namesIn(line);
      // No role takes in another by labels that none selects.
      if (names.length === 0 || isVersionLine(line)) return [];
      return selects || !isLabels(lines, index) ? names : names.filter((name) => aggregating.has(name));
    });
  };
  const deciding = decidingHelpers(own, all).flatMap(({ source }) => /["`]([^"`]{1,200})["`]/.exec(source)?.[1] ?? []);
  const asked = own.flatMap(({ source }) => {
    if (mayGiveRbac(source)) return used(source);
    const ofAccounts = source.split('\n').flatMap((line) => (mayGiveAccount(line) ? namesIn(line) : []));
    return [...used(source).filter((name) => counting.has(name)), ...ofAccounts];
  });
  const names = new Set<string>();
  const open = [...asked, ...deciding, ...given(namesRbac)];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (names.has(name)) continue;
    names.add(name);
    for (const { source } of blocks.get(name) ?? []) for (const each of used(source)) open.push(each);
  }
  const isAny = names.has(anyHelper);
  return {
    has: (name) => isAny || names.has(name),
    blocks: [...(isAny ? blocks.keys() : names)].flatMap((name) => blocks.get(name) ?? []),
  };
}

/** These named templates and all that use one of them, directly or not. */
export function usersOf(
  names: readonly string[],
  blocks: ReadonlyMap<string, readonly Template[]>,
): ReadonlySet<string> {
  if (names.length === 0) return new Set();
  const users = new Map<string, string[]>();
  for (const [name, texts] of blocks) {
    for (const { source } of texts) for (const each of source.split('\n').flatMap(namesIn)) addTo(users, each, name);
  }
  const found = new Set<string>();
  const open = [anyHelper, ...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    for (const user of users.get(name) ?? []) open.push(user);
  }
  return found;
}

/** Whether all that a line gives is below `labels` or `annotations`. */
export function isLabels(lines: readonly string[], index: number): boolean {
  return /^(?:labels|annotations|matchLabels)$/.test(fieldOf(lines, index) ?? '');
}

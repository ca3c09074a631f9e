import { isSameValue, json, list, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { anyName, type Pattern, readPattern, witnessesOf } from '../model/pattern.ts';
import { type Fence, type FenceGain, type FenceItem, fenceGain } from './fence.ts';
import { kindSeverity } from './kind-severity.ts';

/** An object that is to be deployed. */
export interface AskedKind {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
}

type KindPatterns = Readonly<Record<keyof AskedKind, Pattern>>;

interface KindFence extends Fence<AskedKind> {
  readonly patterns: readonly KindPatterns[];
}

/** Whether the objects belong to a namespace or to the whole cluster: each has lists of its own. */
export type Reach = 'cluster' | 'namespace';

/** The fields of a reach: what may be deployed, and what may not. */
export const kindFields = {
  cluster: ['clusterResourceWhitelist', 'clusterResourceBlacklist'],
  namespace: ['namespaceResourceWhitelist', 'namespaceResourceBlacklist'],
} as const;

/**
 * Reads the kinds that may be deployed as AppProject.IsGroupKindNamePermitted does (argo-cd, app_project_types.go): without a
 * list every kind that belongs to a namespace may be, and none of the whole cluster.
 */
export function kindFence(spec: Mapping, reach: Reach): KindFence {
  const [allowField, denyField] = kindFields[reach];
  const isUnlisted = reach === 'namespace' && (spec[allowField] === undefined || spec[allowField] === null);
  const allowed = isUnlisted ? [everything] : read(spec, allowField);
  const denied = read(spec, denyField);
  return {
    patterns: [...allowed, ...denied].map(({ patterns }) => patterns),
    items: [
      ...allowed.map(({ item, patterns }) => itemOf(item, patterns, reach, false)),
      ...denied.map(({ item, patterns }) => itemOf(item, patterns, reach, true)),
    ],
    permits: (asked) =>
      allowed.some(({ patterns }) => matches(patterns, asked)) &&
      !denied.some(({ patterns }) => matches(patterns, asked)),
  };
}

/** Combinations of group, kind and name that are asked about. */
const mostAsked = 20_000;

/** What applications newly may deploy. */
export function gainedKinds(before: Mapping, after: Mapping, reach: Reach): FenceGain<AskedKind> | undefined {
  if (kindFields[reach].every((field) => isSameValue(before[field], after[field]))) return undefined;
  const [was, is] = [kindFence(before, reach), kindFence(after, reach)];
  return fenceGain(was, is, askedAbout([...was.patterns, ...is.patterns]));
}

function askedAbout(patterns: readonly KindPatterns[]): readonly AskedKind[] | undefined {
  const of = (field: keyof AskedKind) => witnessesOf([anyName, ...patterns.map((each) => each[field])]);
  const [groups, kinds, names] = [of('group'), of('kind'), of('name')];
  if (groups === undefined || kinds === undefined || names === undefined) return undefined;
  if (groups.length * kinds.length * names.length > mostAsked) return undefined;
  // No kind and no object is without a name.
  return groups.flatMap((group) =>
    kinds.flatMap((kind) => names.flatMap((name) => (kind === '' || name === '' ? [] : [{ group, kind, name }]))),
  );
}

interface WrittenKind {
  readonly item: { readonly text: string; readonly path: Path };
  readonly patterns: KindPatterns;
}

const everything: WrittenKind = {
  item: { text: 'every kind of object', path: ['spec'] },
  patterns: patternsOf({ group: '*', kind: '*' }),
};

function read(spec: Mapping, field: string): readonly WrittenKind[] {
  return list(spec[field]).map((each, index) => {
    const patterns = patternsOf(mapping(each));
    return { item: { text: kindText(patterns), path: ['spec', field, index] }, patterns };
  });
}

function patternsOf(item: Mapping): KindPatterns {
  const name = scalarText(item.name);
  return {
    group: readPattern(scalarText(item.group)),
    kind: readPattern(scalarText(item.kind)),
    name: readPattern(name === '' ? '*' : name),
  };
}

function matches({ group, kind, name }: KindPatterns, asked: AskedKind): boolean {
  return kind.matches(asked.kind) && group.matches(asked.group) && name.matches(asked.name);
}

function itemOf(
  { text, path }: WrittenKind['item'],
  patterns: KindPatterns,
  reach: Reach,
  excludes: boolean,
): FenceItem<AskedKind> {
  const { group, kind, name } = patterns;
  const code = json([group.text, kind.text, name.text]);
  const isOneKind = reach === 'namespace' && group.isLiteral && kind.isLiteral;
  const severity = isOneKind ? kindSeverity(group.text, kind.text) : 'high';
  return { text, code, path, excludes, severity, isAbout: (asked) => matches(patterns, asked) };
}

function kindText({ group, kind, name }: KindPatterns): string {
  if (group.text === '*' && kind.text === '*' && name.text === '*') return 'every kind of object';
  const named = name.text === '*' ? '' : ` named ${name.text}`;
  return `${kind.text === '*' ? 'every kind' : kind.text} of ${group.text === '' ? 'the core group' : group.text === '*' ? 'every group' : group.text}${named}`;
}

import { canonical, isMapping, list, type Mapping, mapping, scalarText, strings } from '../../plain-values.ts';

/** Which namespaces something is open to: any that one of the conditions takes in. */
export interface NamespaceConditions {
  readonly names: ReadonlySet<string>;
  readonly patterns: ReadonlySet<string>;
  readonly selectors: readonly Mapping[];
}

/** Reads the conditions that External Secrets writes, each of its fields by itself (external-secrets, shouldProcessSecret). */
export function namespaceConditions(conditions: readonly Mapping[]): NamespaceConditions {
  const selectors = conditions.flatMap(({ namespaceSelector, namespaceSelectors }) =>
    [namespaceSelector, ...list(namespaceSelectors)].filter(isMapping),
  );
  return {
    names: new Set(conditions.flatMap(({ namespaces }) => strings(namespaces))),
    patterns: new Set(conditions.flatMap(({ namespaceRegexes }) => strings(namespaceRegexes))),
    selectors,
  };
}

/** Namespaces that newly are taken in. */
export interface GainedNamespaces {
  /** In words: `namespaces with team=a`. */
  readonly words: string;
  /** For fingerprints. */
  readonly subject: string;
}

/** What newly is taken in; empty where nothing is. */
export function gainedNamespaces(before: NamespaceConditions, after: NamespaceConditions): readonly GainedNamespaces[] {
  if (takesAll(before)) return [];
  if (takesAll(after)) return [{ words: 'every namespace', subject: '*' }];
  return [
    ...[...after.names]
      .filter((name) => !before.names.has(name) && !selectsName(before, name))
      .map((name) => ({ words: `namespace ${name}`, subject: name })),
    ...[...after.patterns]
      .filter((pattern) => !before.patterns.has(pattern))
      .map((pattern) => ({ words: `namespaces like ${pattern}`, subject: pattern })),
    ...after.selectors
      .filter((selector) => !before.selectors.some((former) => isNarrower(selector, former)))
      .map((selector) => ({ words: `namespaces with ${wordsOf(selector)}`, subject: fullWords(selector) })),
  ];
}

/** Whether the conditions take in every namespace. */
export const takesAll = ({ selectors, patterns }: NamespaceConditions): boolean =>
  selectors.some(selectsAll) || [...patterns].some((pattern) => /^\^?(?:\.[*+])?\$?$/.test(pattern));

/** Whether a selector demands nothing. */
export function selectsAll({ matchLabels, matchExpressions }: Mapping): boolean {
  return Object.keys(mapping(matchLabels)).length + list(matchExpressions).length === 0;
}

const ownName = 'kubernetes.io/metadata.name';

function selectsName({ selectors }: NamespaceConditions, name: string): boolean {
  return selectors.some(
    ({ matchLabels, matchExpressions }) =>
      list(matchExpressions).length === 0 &&
      Object.keys(mapping(matchLabels)).length === 1 &&
      scalarText(mapping(matchLabels)[ownName]) === name,
  );
}

/** Whether a selector demands all that another one does. */
function isNarrower(selector: Mapping, other: Mapping): boolean {
  const labels = mapping(selector.matchLabels);
  const expressions = new Set(list(selector.matchExpressions).map(canonical));
  return (
    Object.entries(mapping(other.matchLabels)).every(
      ([name, value]) => scalarText(labels[name]) === scalarText(value),
    ) && list(other.matchExpressions).every((expression) => expressions.has(canonical(expression)))
  );
}

/** `team=a, env In dev|test`, as far as a sentence can hold it. */
export function wordsOf(selector: Mapping): string {
  return fullWords(selector).slice(0, 200);
}

/** The same to its end. */
export function fullWords({ matchLabels, matchExpressions }: Mapping): string {
  const labels = Object.entries(mapping(matchLabels)).map(([name, value]) => `${name}=${scalarText(value)}`);
  const expressions = list(matchExpressions)
    .map(mapping)
    .map(({ key, operator, values }) =>
      [scalarText(key), scalarText(operator), strings(values).join('|')].join(' ').trim(),
    );
  return [...labels, ...expressions].join(', ');
}

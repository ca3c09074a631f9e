import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { isMapping, type Mapping, mapping, text, valueUnder } from '../../plain-values.ts';

/** Where an ExternalSecret says that it adds to a Secret which is there (external-secrets.io/v1, ExternalSecretTarget). */
export const mergingPath = ['spec', 'target', 'creationPolicy'];

/** Whether an ExternalSecret adds to a Secret that something else makes. */
export function merges(externalSecret: Mapping | undefined): boolean {
  return valueUnder(externalSecret, ...mergingPath) === 'Merge';
}

/** The Secret that an ExternalSecret makes or adds to. */
export function targetOf({ name, value }: Pick<Resource, 'name' | 'value'>): string {
  return text(valueUnder(value, 'spec', 'target', 'name')) ?? name;
}

/** Whether a Secret is in the repository as it is, with something in it. Entries that a template gives are something. */
export function isPlainSecret({ group, kind, value, document }: Resource): boolean {
  const isFilled = [value.data, value.stringData].some(
    (entries) => (entries ?? undefined) !== undefined && !(isMapping(entries) && Object.keys(entries).length === 0),
  );
  return group === '' && kind === 'Secret' && isFilled && mapping(document.value).sops === undefined;
}

/** The names of Secrets, perhaps of unchanged files, to which ExternalSecrets newly add. */
export function newlyMerged({ before, after }: ScopeObjects): ReadonlySet<string> {
  const known = new Set(before);
  const isNew = (each: Resource) =>
    each.group === 'external-secrets.io' && each.kind === 'ExternalSecret' && !known.has(each) && merges(each.value);
  return new Set(after.filter(isNew).map(targetOf));
}

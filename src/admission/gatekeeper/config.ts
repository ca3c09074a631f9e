import type { Loosening } from '../../kube/loosening.ts';
import { list, type Mapping, mapping, strings } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { isLike } from './match.ts';

/** Namespaces that Gatekeeper leaves alone (config.gatekeeper.sh, Config; pkg/controller/config/process). */
export function configLoosened(before: Mapping | undefined, after: Mapping): readonly Loosening[] {
  const added = addedNamespaces(before, after, 'webhook');
  // What is not judged is worse than what is not changed.
  const unchanged = addedNamespaces(before, after, 'mutation-webhook').filter((each) => !added.includes(each));
  const common = {
    remedy: 'Exclude the namespace from the constraint that it cannot keep, and from no other.',
    path: ['spec', 'match'],
  };
  return [
    ...(added.length === 0
      ? []
      : [
          {
            ...common,
            what: `newly leaves all objects of namespace ${enumerate(added)} alone`,
            severity: before === undefined ? ('medium' as const) : ('high' as const),
            subject: ['excludedNamespaces', ...[...added].sort()],
          },
        ]),
    ...(unchanged.length === 0
      ? []
      : [
          {
            ...common,
            what: `newly has no objects of namespace ${enumerate(unchanged)} changed by its mutators`,
            severity: 'low' as const,
            subject: ['excludedNamespaces', 'mutation', ...[...unchanged].sort()],
          },
        ]),
  ];
}

function addedNamespaces(before: Mapping | undefined, after: Mapping, process: string): readonly string[] {
  const read = (value: Mapping | undefined) =>
    list(mapping(value?.spec).match).flatMap((each) => {
      const { processes, excludedNamespaces } = mapping(each);
      return strings(processes).some((own) => ['*', process].includes(own)) ? strings(excludedNamespaces) : [];
    });
  const old = read(before);
  return [...new Set(read(after).filter((each) => !old.some((own) => isLike(own, each))))];
}

import type { Loosening } from '../../kube/loosening.ts';
import { list, type Mapping, mapping, scalarText, strings } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';

const annotation = 'pod-policies.kyverno.io/autogen-controllers';

/** What rules for pods are made for as well, unless an annotation says otherwise (kyverno, pkg/autogen/v1). */
const controllers: readonly string[] = [
  'CronJob',
  'DaemonSet',
  'Deployment',
  'Job',
  'ReplicaSet',
  'ReplicationController',
  'StatefulSet',
];

/** Workloads that rules for pods alone no longer refuse when they are made: their pods still are, later and where hardly anybody looks. */
export function autogenLoosened(before: Mapping, after: Mapping): readonly Loosening[] {
  if (!list(mapping(before.spec).rules).some(isOfPods)) return [];
  const [was, is] = [before, after].map(generatedFor) as [readonly string[], readonly string[]];
  const lost = was.filter((each) => !is.includes(each));
  if (lost.length === 0) return [];
  return [
    {
      what: `no longer judges ${enumerate(lost)} (${annotation}), only the pods that they make`,
      remedy: 'Keep the rules for workloads: whoever makes one is refused at once, and not only its pods later.',
      severity: 'low',
      path: ['metadata', 'annotations', annotation],
      subject: ['autogen', ...lost],
    },
  ];
}

/** The workloads that rules for pods are made for as well. */
export function generatedFor({ metadata }: Mapping): readonly string[] {
  const stated = mapping(mapping(metadata).annotations)[annotation];
  if (stated === undefined || stated === 'all') return controllers;
  const names = scalarText(stated)
    .split(',')
    .map((each) => each.trim());
  return controllers.filter((each) => names.includes(each));
}

/** Rules for other kinds as well, or for pods by their names or labels, are not made for any. */
function isOfPods(rule: unknown): boolean {
  const { match, generate } = mapping(rule);
  const filters = [match, ...list(mapping(match).any), ...list(mapping(match).all)].map((each) =>
    mapping(mapping(each).resources),
  );
  const kinds = filters.flatMap((each) => strings(each.kinds));
  const isByName = filters.some((each) =>
    ['name', 'names', 'selector', 'annotations'].some((field) => each[field] !== undefined),
  );
  return !isByName && generate === undefined && kinds.length > 0 && kinds.every((kind) => /^(?:v1\/)?Pod$/.test(kind));
}

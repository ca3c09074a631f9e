import type { Loosening } from '../../kube/loosening.ts';
import { isSameValue, json, list, type Mapping, mapping, scalarText, strings } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';

const remedy = 'Keep the expansion, and exempt what needs it in the constraint that it cannot keep.';
/** What a workload makes is still judged when it is made, but for kinds that Gatekeeper is not asked about. */
const severity = 'medium';

/**
 * The workloads that are no longer judged by what they make (expansion.gatekeeper.sh, ExpansionTemplate; gatekeeper,
 * website/docs/expansion.md).
 */
export function expansionLoosened(before: Mapping, after: Mapping): readonly Loosening[] {
  const [was, is] = [mapping(before.spec), mapping(after.spec)];
  const kept = new Set(workloads(is));
  const lost = workloads(was).filter((each) => !kept.has(each));
  const found = (what: string, field: string, ...subject: readonly string[]): Loosening => {
    const isGone = is[field] === undefined;
    const path = ['spec', field];
    return { what, remedy, severity, path, ...(isGone ? { formerPath: path } : {}), subject: [field, ...subject] };
  };
  // An action of its own replaces that of every constraint; without one theirs counts.
  const action = scalarText(is.enforcementAction);
  const isWeaker = action !== scalarText(was.enforcementAction) && !['', 'deny'].includes(action);
  const other = ['templateSource', 'generatedGVK'].find((field) => !isSameValue(was[field], is[field]));
  return [
    ...(lost.length === 0
      ? []
      : [found(`no longer has ${enumerate(lost)} judged by what they make`, 'applyTo', ...lost)]),
    ...(isWeaker
      ? [
          found(
            `no longer has workloads refused by what they make (enforcementAction: ${action})`,
            'enforcementAction',
            action,
          ),
        ]
      : []),
    ...(other === undefined
      ? []
      : [
          found(
            `has something else of workloads judged than before (${other})`,
            other,
            json([is.templateSource, is.generatedGVK]),
          ),
        ]),
  ];
}

/** Workloads are no longer judged by what they make. */
export function expansionGone(before: Mapping): readonly Loosening[] {
  const names = enumerate(workloads(mapping(before.spec)));
  const what = `is gone, and with it the judgement of ${names || 'workloads'} by what they make`;
  return [{ what, remedy, severity, path: [], formerPath: [], subject: ['gone'] }];
}

/** The kinds that are expanded, each by group and version: `Deployment.apps/v1`. */
export function workloads({ applyTo }: Mapping): readonly string[] {
  return list(applyTo).flatMap((each) => {
    const { groups, versions, kinds } = mapping(each);
    const groupVersions = strings(groups).flatMap((group) => strings(versions).map((version) => `${group}/${version}`));
    return strings(kinds).flatMap((kind) => groupVersions.map((each) => `${kind}.${each}`.replace('./', '/')));
  });
}

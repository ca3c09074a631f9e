import type { Loosening } from '../../kube/loosening.ts';
import { json, type Mapping, mapping } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { workloads } from './expansion.ts';
import { matchLoosened } from './match.ts';

/** What changes objects refuses none. */
const severity = 'low';

/** What a mutator of Gatekeeper no longer sets, or sets to something else (mutations.gatekeeper.sh: Assign, AssignMetadata, AssignImage, ModifySet). */
export function mutatorLoosened(before: Mapping, after: Mapping): readonly Loosening[] {
  const [was, is] = [mapping(before.spec), mapping(after.spec)];
  const kept = new Set(workloads(is));
  const lost = workloads(was).filter((each) => !kept.has(each));
  const remedy = 'Keep what it sets, or have a constraint refuse what lacks it.';
  const others = ['location', 'parameters'].filter((field) => json(was[field]) !== json(is[field]));
  const what = `sets something else than before (${enumerate(others)}); whether it protects less was not judged`;
  const subject = ['sets', ...others.map((field) => json(is[field]))];
  return [
    ...(lost.length === 0
      ? []
      : [
          {
            what: `no longer changes ${enumerate(lost)}`,
            remedy,
            severity,
            path: ['spec', 'applyTo'],
            subject: ['applyTo', ...lost],
          } as const,
        ]),
    ...(others.length === 0
      ? []
      : [{ what, remedy, severity, path: ['spec', ...others.slice(0, 1)], subject } as const]),
    ...matchLoosened(before, after, severity).map((each) => ({
      ...each,
      what: each.what.replace('judges', 'changes'),
    })),
  ];
}

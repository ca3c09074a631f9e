import type { Loosening } from '../../kube/loosening.ts';
import { entryOf, json, list, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { lossOf, type Strength, strongest, weakened } from '../model/strength.ts';
import { matchLoosened } from './match.ts';

const actions: Readonly<Record<string, Strength>> = { deny: 'refuses', warn: 'warns', dryrun: 'records' };
const points = ['*', 'validation.gatekeeper.sh', 'vap.k8s.io'];

/** What is done by a constraint at admission (gatekeeper, pkg/util/enforcement_action.go); deny by default. */
export function constraintStrength({ spec }: Mapping): Strength {
  const { enforcementAction, scopedEnforcementActions } = mapping(spec);
  const action = scalarText(enforcementAction) || 'deny';
  if (action !== 'scoped') return entryOf(actions, action) ?? 'ignores';
  const scoped = list(scopedEnforcementActions).map(mapping);
  return strongest(
    scoped.flatMap(({ action: each, enforcementPoints }) =>
      list(enforcementPoints).some((point) => points.includes(scalarText(mapping(point).name)))
        ? (entryOf(actions, scalarText(each)) ?? [])
        : [],
    ),
  );
}

/** What a constraint of Gatekeeper no longer refuses (`constraints.gatekeeper.sh`; gatekeeper, pkg/mutation/match). */
export function constraintLoosened(before: Mapping, after: Mapping): readonly Loosening[] {
  const strength = constraintStrength(before);
  const severity = lossOf(strength);
  const isScoped = scalarText(mapping(after.spec).enforcementAction) === 'scoped';
  const isOther =
    scalarText(mapping(before.spec).enforcementAction) !== scalarText(mapping(after.spec).enforcementAction);
  const field = isScoped && !isOther ? 'scopedEnforcementActions' : 'enforcementAction';
  return [
    ...weakened(strength, constraintStrength(after), { path: ['spec', field] }),
    ...matchLoosened(before, after, severity),
    ...parameters(mapping(before.spec), mapping(after.spec), strength),
  ];
}

/** Parameters whose items are exempt, in Gatekeeper's library; what others mean only their template says. */
const exempting = /^exempt|^allowed|^exclu|^ignore/i;

function parameters(was: Mapping, is: Mapping, strength: Strength): readonly Loosening[] {
  const [old, now] = [mapping(was.parameters), mapping(is.parameters)];
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return fields.flatMap((field): readonly Loosening[] => {
    if (json(old[field]) === json(now[field])) return [];
    const isLonger = Array.isArray(now[field]) && exempting.test(field);
    const known = new Set(list(old[field]).map(json));
    const added = isLonger ? list(now[field]).filter((each) => !known.has(json(each))) : [];
    // Fewer exemptions refuse more.
    if (isLonger && added.length === 0) return [];
    const what = isLonger
      ? `newly lets through ${enumerate(added.map((each) => scalarText(each) || json(each)))} (${field})`
      : `judges by another ${field} than before; whether it refuses less was not judged`;
    const isNamed = now[field] !== undefined;
    return [
      {
        what,
        remedy: 'Compare what both versions of the constraint refuse.',
        severity: strength !== 'refuses' ? 'low' : isLonger && old[field] !== undefined ? 'high' : 'medium',
        path: isNamed ? ['spec', 'parameters', field] : ['spec', 'parameters'],
        ...(isNamed ? {} : { formerPath: ['spec', 'parameters', field] }),
        subject: ['parameters', field, ...(isLonger ? added.map(json) : [json(now[field])])],
      },
    ];
  });
}

import { groupBy } from '../../groups.ts';
import type { Resource } from '../../kube/resource.ts';
import { json } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { celPolicyLoosened } from '../kyverno/cel-policy.ts';
import { clusterPolicyLoosened } from '../kyverno/cluster-policy.ts';
import { inOrder } from '../model/in-order.ts';
import { groups, isOf, kinds, type OfKinds } from '../model/of-kinds.ts';
import { type LeftOut, newlyLeftOut } from './left-out.ts';
import { type Reading, readingOf } from './readings.ts';
import { alsoLost, isFor, type Replaced, replacedQuietly } from './without-refusal.ts';

/** Finds what a policy that is gone was replaced by: one of another kind that has its name. */
export type Successors = (gone: Resource) => Replaced | undefined;

/** The successors among the objects after a change. */
export function successors(
  after: readonly Resource[],
  isExempted: (was: Resource, is: Resource) => string | undefined,
): Successors {
  // Few changes take a policy away.
  let byName: ReadonlyMap<string, readonly Resource[]> | undefined;
  return (gone) => {
    byName ??= groupBy(after, ({ name }) => name);
    const named = byName.get(gone.name) ?? [];
    const successor = named.find((each) => isPolicy(each) && isOther(each, gone) && isFor(each, gone));
    const was = successor === undefined ? undefined : readingOf(gone, after);
    if (successor === undefined || was?.strength !== 'refuses') return replacedQuietly(gone, named, after);
    if (isSameEngine(gone, successor) && !isExempted(gone, successor)) return { found: [], successor };
    const out = newlyLeftOut(gone, successor, after);
    return along(replaced(was, readingOf(successor, after), successor, out), alsoLost(gone, named, after));
  };
}

function along({ found, successor }: Replaced, { details, codes }: ReturnType<typeof alsoLost>): Replaced {
  if (codes.length === 0) return { found, successor };
  return { found: found.map((each) => ({ ...each, details, subject: [...each.subject, ...codes] })), successor };
}

/** A policy for a namespace that is now one for the whole cluster, of the same fields, and refuses no less. */
function isSameEngine(gone: Resource, successor: Resource): boolean {
  if (gone.group !== successor.group) return false;
  const compare = gone.group === groups.kyverno ? clusterPolicyLoosened : celPolicyLoosened;
  const isOfCluster =
    gone.group === groups.kyverno
      ? gone.kind === 'Policy'
      : gone.group === groups.kyvernoCel && gone.kind === `Namespaced${successor.kind}`;
  return isOfCluster && compare(inOrder(gone.value), inOrder(successor.value)).length === 0;
}

const policies: readonly OfKinds[] = [
  { groups: [groups.constraints] },
  { groups: [groups.kyverno], kinds: kinds.rules },
  { groups: [groups.kyvernoCel], kinds: kinds.cel },
  { groups: [groups.registration], kinds: ['ValidatingAdmissionPolicy'] },
];

function isPolicy(resource: Resource): boolean {
  return policies.some((each) => isOf(each, resource));
}

function isOther({ group, kind }: Resource, gone: Resource): boolean {
  return isPolicy(gone) && (group !== gone.group || kind !== gone.kind);
}

function replaced(was: Reading, is: Reading, successor: Resource, out: readonly LeftOut[]): Replaced {
  const { kind, name } = successor;
  const left = [...was.resources].filter((each) => !is.resources.has(each) && !is.resources.has('*'));
  const spec = json(successor.value.spec);
  const common = { path: [], formerPath: [], subject: ['replaced', kind, is.strength, ...left.sort(), spec] };
  const remedy = `Compare what both refuse, and try ${kind} ${name} with what has been refused so far.`;
  if (is.strength !== 'refuses') {
    const only = is.strength === 'warns' ? 'warns of' : is.strength;
    const does = is.strength === 'ignores' ? 'which nothing enforces' : `which only ${only} what breaks it`;
    const what = `is replaced by ${kind} ${name}, ${does}`;
    return {
      successor: undefined,
      found: [{ ...common, what, remedy: 'Have the new one refuse as well.', severity: 'high' }],
    };
  }
  if (left.length > 0 || (is.isPartial && !was.isPartial && out.length === 0)) {
    const less = left.length > 0 ? `does not judge ${left.join(', ')}` : 'leaves objects out that it judged';
    const what = `is replaced by ${kind} ${name}, which ${less}`;
    return { successor: undefined, found: [{ ...common, what, remedy, severity: 'high' }] };
  }
  if (out[0] !== undefined) {
    const names = out.map((each) => each.name);
    const what = `is replaced by ${kind} ${name}, which newly leaves namespace ${enumerate(names)} alone`;
    const subject = ['replaced', kind, 'namespaces', ...names.sort(), spec];
    return { successor, found: [{ ...common, what, remedy, severity: 'high', path: out[0].path, subject }] };
  }
  const what = `is replaced by ${kind} ${name}, which refuses as well; whether it refuses less was not judged`;
  return { successor: undefined, found: [{ ...common, what, remedy, severity: 'medium' }] };
}

import type { Resource } from '../../../kube/resource.ts';
import type { ScopeObjects } from '../../../kube/scope.ts';
import type { Scope } from '../../../kube/touched-file.ts';
import { canonical, list, type Mapping, mapping, scalarText, valueUnder } from '../../../plain-values.ts';
import { groups } from '../../model/of-kinds.ts';
import { isLike } from '../kinds.ts';
import { type Exempted, exempted } from './exceptions.ts';

/** A policy, and a rule of it where it has rules of names. */
export interface Named {
  readonly policy: Mapping;
  readonly rule?: string;
}

/**
 * What may exempt from a policy or rule and did not from the one whose place it takes, in words (kyverno, api/kyverno/v2, Contains;
 * policies.kyverno.io, PolicyRef). Undefined where nothing does.
 */
export type MoreExempted = (was: Named, is: Named) => string | undefined;

/** Objects of a folder, and of which: none for those of the policies. An exception is for policies of the whole cluster, wherever its file is. */
export interface Placed {
  readonly scope: Scope | undefined;
  readonly objects: readonly Resource[];
}

/** What one exception names, and all else that it says, with its folder: one of another folder does not make up for it. */
interface Entry {
  readonly named: Exempted;
  readonly limits: string;
  readonly exception: Resource;
}

/** Exceptions from one policy that are looked at; with more of them it counts as exempted. */
const mostEntries = 500;

/** By the exceptions of both sides: what they are after the change is not certain to be in the cluster before a policy is gone. */
export function moreExempted(before: () => readonly Placed[], after: () => readonly Placed[]): MoreExempted {
  const old = entriesFor(before);
  const all = entriesFor(() => [...before(), ...after()]);
  return (was, is) => {
    if (isSame(was, is)) return undefined;
    const now = all(is.policy);
    if (now.length > mostEntries) return 'one of very many exceptions';
    const former = new Set(
      old(was.policy)
        .slice(0, mostEntries)
        .flatMap((each) => (isNamed(each, was) ? [each.limits] : [])),
    );
    const found = now.find((each) => isNamed(each, is) && !former.has(each.limits));
    return found && `${exceptionKind} ${found.exception.name} in ${found.exception.at([]).file}`;
  };
}

/** The kind of exceptions, as files with it have it. */
export const exceptionKind = 'PolicyException';

/** Whether unchanged exceptions matter: a policy of Kyverno, or a rule of one, is no longer there by its name. */
export function asksForExceptions({ before, after }: ScopeObjects): boolean {
  const policies = (all: readonly Resource[]) =>
    all.filter(
      ({ group, kind }) =>
        [groups.kyverno, groups.kyvernoCel].some((each) => each === group) && kind.endsWith('Policy'),
    );
  const rulesOf = (all: readonly Resource[]) =>
    policies(all).flatMap(({ value }) => {
      const key = keyOf(value);
      return [key, ...list(mapping(value.spec).rules).map((each) => canonical([key, mapping(each).name]))];
    });
  const now = new Set(rulesOf(after));
  return rulesOf(before).some((each) => !now.has(each));
}

function isSame(one: Named, other: Named): boolean {
  return one.rule === other.rule && keyOf(one.policy) === keyOf(other.policy);
}

function keyOf({ kind, metadata }: Mapping): string {
  return canonical([kind, valueUnder(metadata, 'namespace'), valueUnder(metadata, 'name')]);
}

/** The exceptions from a policy; few changes ask. */
function entriesFor(places: () => readonly Placed[]): (policy: Mapping) => readonly Entry[] {
  let all: readonly Entry[] | undefined;
  const known = new Map<string, readonly Entry[]>();
  return (policy) => {
    all ??= places().flatMap(({ scope, objects }) =>
      objects.filter(({ kind }) => kind === exceptionKind).flatMap((each) => entriesOf(each, scope)),
    );
    const key = keyOf(policy);
    const found = known.get(key) ?? all.filter(({ named }) => isOfPolicy(named, policy));
    known.set(key, found);
    return found;
  };
}

function entriesOf(exception: Resource, scope: Scope | undefined): readonly Entry[] {
  const { value } = exception;
  const { exceptions: _, policyRefs: __, ...others } = mapping(value.spec);
  return exempted(mapping(value.spec)).map((named) => ({
    named,
    exception,
    // Kyverno takes the name of a policy as it is (api/kyverno/v2, Contains): one with a pattern may never have been for any.
    limits: canonical([scope ?? null, /[*?]/.test(named.policy), others]),
  }));
}

/** A Policy is called by its namespace as well. */
function isOfPolicy({ kind, policy: pattern }: Exempted, { kind: own, metadata }: Mapping): boolean {
  if (kind !== '' && kind !== own) return false;
  const [namespace, name] = [valueUnder(metadata, 'namespace'), valueUnder(metadata, 'name')].map(scalarText);
  return mayBe(pattern, name ?? '') || mayBe(pattern, `${namespace}/${name}`);
}

/** Rules that are made for workloads are exempted by names of their own (kyverno, pkg/autogen). */
function isNamed({ named }: Entry, { rule }: Named): boolean {
  const pattern = named.rule;
  if (rule === undefined || pattern === undefined) return true;
  return ['', 'autogen-', 'autogen-cronjob-'].some((made) => mayBe(pattern, `${made}${rule}`));
}

/** With `*`, and `?` for one character, which may be any number here. */
function mayBe(pattern: string, name: string): boolean {
  return isLike(pattern.replaceAll('?', '*'), name);
}

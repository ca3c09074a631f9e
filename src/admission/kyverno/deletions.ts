import type { Loosening } from '../../kube/loosening.ts';
import { list, type Mapping, mapping, strings } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { resourceOf } from '../model/resource-of.ts';
import { isLike } from './kinds.ts';

/** What keeps objects apart, refuses them or limits them, as the API server names it. */
const protecting: readonly string[] = [
  ...['networkpolicies', 'globalnetworkpolicies', 'ciliumnetworkpolicies', 'ciliumclusterwidenetworkpolicies'],
  ...['adminnetworkpolicies', 'baselineadminnetworkpolicies', 'clusternetworkpolicies'],
  ...['authorizationpolicies', 'peerauthentications', 'requestauthentications'],
  ...['validatingwebhookconfigurations', 'mutatingwebhookconfigurations'],
  ...['validatingadmissionpolicies', 'validatingadmissionpolicybindings'],
  ...['clusterpolicies', 'policies', 'validatingpolicies', 'imagevalidatingpolicies'],
  ...['constrainttemplates', 'clusterimagepolicies', 'resourcequotas', 'limitranges'],
];

/** What protects and is newly deleted by a CleanupPolicy (kyverno.io, api/kyverno/v2) or a DeletingPolicy (policies.kyverno.io), which delete by a schedule. */
export function deletionsLoosened(before: Mapping | undefined, after: Mapping): readonly Loosening[] {
  const [old, now] = [deletedBy(before), deletedBy(after)];
  const added = now.filter((each) => !old.includes(each));
  if (added.length === 0) return [];
  const names = added.length === protecting.length ? ['whatever protects'] : added;
  return [
    {
      what: `newly deletes ${enumerate(names)} by itself`,
      remedy: 'Name the kinds that are meant to be cleaned up, and none that protects.',
      severity: 'high',
      path: ['spec', mapping(after.spec).matchConstraints === undefined ? 'match' : 'matchConstraints'],
      subject: ['deletes', ...added],
    },
  ];
}

function deletedBy(policy: Mapping | undefined): readonly string[] {
  const { match, matchConstraints } = mapping(policy?.spec);
  const { any, all } = mapping(match);
  const kinds = [...list(any), ...list(all)].flatMap((each) => strings(mapping(mapping(each).resources).kinds));
  const resources = list(mapping(matchConstraints).resourceRules).flatMap((each) => strings(mapping(each).resources));
  const patterns = [...kinds.map(resourceOf), ...resources];
  return protecting.filter((each) => patterns.some((pattern) => isLike(pattern.replaceAll('?', '*'), each)));
}

import { groupBy } from '../../groups.ts';
import { type LoosenedObject, loosenedObject } from '../../kube/loosening.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import type { Severity } from '../../severity.ts';
import type { EngineFamily } from './engines.ts';

/** Kinds by which something is refused, let through, found or notified: `plural.group`, as their CustomResourceDefinition is called. */
const kinds: Readonly<Record<EngineFamily | 'network', readonly RegExp[]>> = {
  admission: [
    /^(?:cluster)?policies\.kyverno\.io$/,
    /^(?:namespaced)?(?:image)?validatingpolicies\.policies\.kyverno\.io$/,
    /^constrainttemplates\.templates\.gatekeeper\.sh$/,
    /\.constraints\.gatekeeper\.sh$/,
    /^clusterimagepolicies\.policy\.sigstore\.dev$/,
    /^(?:cluster)?admissionpolic(?:ies|ygroups)\.policies\.kubewarden\.io$/,
  ],
  network: [
    /^cilium(?:clusterwide)?networkpolicies\.cilium\.io$/,
    /^(?:(?:staged)?(?:global)?networkpolicies|tiers)\.(?:crd\.)?projectcalico\.org$/,
    /^(?:authorizationpolicies|peerauthentications|requestauthentications)\.security\.istio\.io$/,
    /^(?:baseline)?adminnetworkpolicies\.policy\.networking\.k8s\.io$/,
    /^clusternetworkpolicies\.policy\.networking\.k8s\.io$/,
  ],
  audit: [/^tracingpolicies(?:namespaced)?\.cilium\.io$/],
  monitoring: [
    /^(?:prometheusrules|alertmanagerconfigs|prometheuses|alertmanagers)\.monitoring\.coreos\.com$/,
    /^(?:vmrules|vmalerts|vmalertmanagers|vmalertmanagerconfigs)\.operator\.victoriametrics\.com$/,
  ],
};

/**
 * CustomResourceDefinitions of policies that are gone: the API server deletes every object of the kind with them
 * (apiextensions-apiserver, pkg/controller/finalizer). Those of one file are one finding.
 */
export function kindsLost(
  { before, after }: ScopeObjects,
  family: EngineFamily | 'network',
): readonly LoosenedObject[] {
  const isOne = (each: ScopeObjects['before'][number]) =>
    each.group === 'apiextensions.k8s.io' &&
    each.kind === 'CustomResourceDefinition' &&
    each.isPatch !== true &&
    kinds[family].some((name) => name.test(each.name));
  const old = before.filter(isOne);
  if (old.length === 0) return [];
  const now = new Set(after.filter(isOne).map(({ name }) => name));
  const gone = groupBy(
    old.filter(({ name }) => !now.has(name)),
    ({ file }) => file,
  );
  const severity: Severity = family === 'monitoring' ? 'medium' : 'high';
  return [...gone.values()].flatMap((all) => {
    const [first] = all;
    const names = [...new Set(all.map(({ name }) => name))].sort();
    const others =
      names.length === 1
        ? ''
        : ` (so ${names.length === 2 ? 'is' : 'are'} ${enumerate(names.filter((name) => name !== first?.name))})`;
    return loosenedObject(first, undefined, [
      {
        what: `is gone, and with it every object of its kind in the cluster, wherever they come from${others}`,
        remedy:
          'Keep the definition as long as there may be objects of the kind, also where something else is to bring it along.',
        severity,
        path: [],
        formerPath: [],
        subject: ['kind', ...names],
      },
    ]);
  });
}

import { entryOf, isMapping, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import type { Severity } from '../../severity.ts';

/** What a value of a chart decides about. */
export type SettingFamily = 'admission' | 'network' | 'audit' | 'monitoring';

/** A value of a chart by which less is refused, found or kept apart. */
export interface ChartSetting {
  readonly family: SettingFamily;
  /** The name of the chart; undefined for any. */
  readonly chart?: string;
  /** The keys that lead to it; `*` is each key, `**` any number of them, and one after `~` is a key that ends so. */
  readonly path: readonly string[];
  /** How much a value demands, more is stricter; undefined for one that says nothing of it. */
  readonly rank: (value: unknown) => number | undefined;
  /** The value where none is stated; undefined where that differs from chart to chart. */
  readonly standard?: unknown;
  readonly severity: Severity;
  readonly what: string;
}

const onOff = (value: unknown) => ({ true: 1, false: 0 })[scalarText(value)];
const offOn = (value: unknown) => ({ true: 0, false: 1 })[scalarText(value)];
const ranked = (order: readonly string[]) => (value: unknown) => {
  const rank = order.indexOf(scalarText(value).toLowerCase());
  return rank < 0 ? undefined : rank;
};
const replicas = (value: unknown) => (scalarText(value) === '' ? undefined : scalarText(value) === '0' ? 0 : 1);
const failure = ranked(['ignore', 'fail']);

/** ValidatingPolicies of the chart only refuse by this spelling, ClusterPolicies also by `enforce` (charts/kyverno-policies/templates/_helpers.tpl, kyverno-policies.validationActions). */
const failureAction = (value: unknown) => (scalarText(value) === 'Enforce' ? 2 : ranked(['audit', 'enforce'])(value));

/** The chart compares the name exactly, and has no policies by one that it does not know (charts/kyverno-policies/templates/_helpers.tpl, kyverno-policies.podSecurityBaseline). */
function podSecurity(value: unknown): number | undefined {
  const name = scalarText(value);
  // What is filled in later is not known.
  if (name === '' || /\{\{|\$\{/.test(name)) return undefined;
  return Math.max(0, ['privileged', 'custom', 'baseline', 'restricted'].indexOf(name));
}

/**
 * Sources: values.yaml and templates of kyverno/kyverno (charts/kyverno, charts/kyverno-policies), open-policy-agent/gatekeeper (charts/gatekeeper),
 * sigstore/helm-charts (charts/policy-controller), cilium/cilium (install/kubernetes/cilium), cilium/tetragon (install/kubernetes/tetragon) and
 * prometheus-community/helm-charts (charts/kube-prometheus-stack), as they were in 2026.
 */
export const chartSettings: readonly ChartSetting[] = [
  {
    family: 'admission',
    chart: 'kyverno-policies',
    path: ['validationFailureAction'],
    rank: failureAction,
    standard: 'Audit',
    severity: 'high',
    what: 'has the policies of its chart no longer refuse anything',
  },
  {
    family: 'admission',
    chart: 'kyverno-policies',
    path: ['validationFailureActionByPolicy', '*'],
    rank: failureAction,
    severity: 'high',
    what: 'has a policy of its chart no longer refuse anything',
  },
  {
    family: 'admission',
    chart: 'kyverno-policies',
    path: ['podSecurityStandard'],
    rank: podSecurity,
    standard: 'baseline',
    severity: 'high',
    what: 'has fewer policies of Pod Security',
  },
  {
    family: 'admission',
    chart: 'kyverno-policies',
    path: ['failurePolicy'],
    rank: failure,
    standard: 'Fail',
    severity: 'high',
    what: 'lets requests through where Kyverno does not answer',
  },
  {
    family: 'admission',
    chart: 'kyverno',
    path: ['features', 'forceFailurePolicyIgnore', 'enabled'],
    rank: offOn,
    standard: false,
    severity: 'high',
    what: 'lets requests through where Kyverno does not answer, whatever its policies say',
  },
  {
    family: 'admission',
    chart: 'kyverno',
    // The chart states none, and a Deployment has one then. The chart refuses to render with 0, but not with one in quotes (charts/kyverno/templates/_helpers/_deployment.tpl).
    path: ['admissionController', 'replicas'],
    rank: replicas,
    standard: 1,
    severity: 'high',
    what: 'runs nothing that refuses',
  },
  {
    family: 'admission',
    chart: 'gatekeeper',
    path: ['validatingWebhookFailurePolicy'],
    rank: failure,
    standard: 'Ignore',
    severity: 'high',
    what: 'lets requests through where Gatekeeper does not answer',
  },
  {
    family: 'admission',
    chart: 'gatekeeper',
    path: ['disableValidatingWebhook'],
    rank: offOn,
    standard: false,
    severity: 'high',
    what: 'no longer has the API server ask Gatekeeper',
  },
  {
    family: 'admission',
    chart: 'gatekeeper',
    path: ['controllerManager', 'disableWebhookOperation'],
    rank: offOn,
    standard: false,
    severity: 'high',
    what: 'runs nothing that refuses',
  },
  {
    family: 'admission',
    chart: 'gatekeeper',
    path: ['replicas'],
    rank: replicas,
    standard: 3,
    severity: 'high',
    what: 'runs nothing that refuses',
  },
  {
    family: 'admission',
    chart: 'policy-controller',
    path: ['webhook', 'failurePolicy'],
    rank: failure,
    standard: 'Fail',
    severity: 'high',
    what: 'lets images through where policy-controller does not answer',
  },
  {
    family: 'network',
    chart: 'cilium',
    path: ['policyEnforcementMode'],
    rank: ranked(['never', 'default', 'always']),
    standard: 'default',
    severity: 'high',
    what: 'enforces fewer network policies',
  },
  {
    family: 'network',
    chart: 'cilium',
    path: ['k8sNetworkPolicy', 'enabled'],
    rank: onOff,
    standard: true,
    severity: 'high',
    what: 'enforces no NetworkPolicies',
  },
  {
    family: 'network',
    chart: 'cilium',
    // values.yaml has its `false` as a comment, and the chart sets the flag only where it is stated (templates/cilium-configmap.yaml).
    path: ['policyAuditMode'],
    rank: offOn,
    standard: false,
    severity: 'high',
    what: 'only notes what network policies forbid',
  },
  {
    family: 'network',
    chart: 'cilium',
    path: ['hostFirewall', 'enabled'],
    rank: onOff,
    standard: false,
    severity: 'high',
    what: 'enforces no policies for nodes',
  },
  {
    family: 'network',
    path: ['**', '~networkpolicy', 'enabled'],
    rank: onOff,
    severity: 'high',
    what: 'no longer has the NetworkPolicy of its chart',
  },
  {
    family: 'network',
    path: ['**', '~service', 'type'],
    rank: serviceRank,
    severity: 'high',
    what: 'lets its Service be reached from outside the cluster',
  },
  {
    family: 'network',
    path: ['**', '~service', '*', 'type'],
    rank: serviceRank,
    severity: 'high',
    what: 'lets its Service be reached from outside the cluster',
  },
  {
    family: 'audit',
    chart: 'tetragon',
    path: ['tetragon', 'enabled'],
    rank: onOff,
    standard: true,
    severity: 'high',
    what: 'runs nothing that finds anything',
  },
  ...[
    ['defaultRules', 'create'],
    ['alertmanager', 'enabled'],
    ['prometheus', 'enabled'],
    ['prometheusOperator', 'enabled'],
    ['defaultRules', 'rules', '*'],
    // Single alerts, by their names.
    ['defaultRules', 'disabled', '*'],
  ].map(
    (path): ChartSetting => ({
      family: 'monitoring',
      chart: 'kube-prometheus-stack',
      path,
      ...(path[1] === 'disabled' ? { rank: offOn, standard: false } : { rank: onOff, standard: true }),
      severity: 'medium',
      what:
        path[0] === 'defaultRules'
          ? 'has fewer alerts of its chart'
          : 'runs less of what evaluates alerts and notifies of them',
    }),
  ),
];

/** A Service of the inside is not one of the outside; a missing type says nothing. */
function serviceRank(value: unknown): number | undefined {
  return entryOf({ LoadBalancer: 0, NodePort: 0, ClusterIP: 1, ExternalName: 1 }, scalarText(value));
}

/** The paths in values that lead where a setting is: as many steps as the values have keys, and as the path has words. */
export function placesOf(setting: ChartSetting, values: Mapping): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  const walk = (value: unknown, wanted: readonly string[], at: readonly string[]): void => {
    const [next, ...rest] = wanted;
    if (next === undefined) {
      found.push(at);
      return;
    }
    if (!isMapping(value)) return;
    if (next === '**') {
      walk(value, rest, at);
      for (const key of Object.keys(value)) walk(value[key], wanted, [...at, key]);
    } else if (next === '*' || next.startsWith('~')) {
      for (const key of Object.keys(value)) if (isKey(next, key)) walk(value[key], rest, [...at, key]);
    } else if (Object.hasOwn(value, next)) walk(value[next], rest, [...at, next]);
  };
  walk(values, setting.path, []);
  return found;
}

function isKey(wanted: string, key: string): boolean {
  return wanted === '*' || key.toLowerCase().endsWith(wanted.slice(1));
}

/** The value at a path of values. */
export function valueAt(values: Mapping, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => mapping(value)[key], values);
}

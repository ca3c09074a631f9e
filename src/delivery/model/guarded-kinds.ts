/** Kinds of objects whose fields decide what is allowed, kept apart or refused. */
export interface GuardedKinds {
  readonly group: string;
  /** Undefined where the kinds of the group are made by users. */
  readonly kinds: readonly string[] | undefined;
  /** The fields that decide: `*` at the end of a name is any end, `[]` any item. */
  readonly fields: readonly (readonly string[])[];
  /** What is in them and decides nothing, or is filled in by a controller by custom. */
  readonly harmless?: readonly (readonly string[])[];
}

/** Whether a kind may be one of those that users make to refuse something, where no group says so. */
export function isCalledGuarded(kind: string): boolean {
  return kind === '*' || /^K8s|Policy$|Constraint/.test(kind);
}

const under = (parent: string, fields: string) => fields.split(' ').map((field) => [parent, field]);

const validated =
  'failurePolicy matchConstraints matchConditions paramKind variables validations validationActions auditAnnotations mutations';

/**
 * What the gate compares elsewhere as protection: permissions, networks, admission, pod security, projects of Argo CD, stores of secrets. Left out are
 * workloads, whose replicas and images other controllers set, and Applications, whose parameters they do.
 */
export const guardedKinds: readonly GuardedKinds[] = [
  {
    group: 'rbac.authorization.k8s.io',
    kinds: ['Role'],
    fields: [['rules']],
  },
  {
    group: 'rbac.authorization.k8s.io',
    kinds: ['ClusterRole'],
    // Roles that are made of others take them by any label (rbac/v1, AggregationRule).
    fields: [['rules'], ['aggregationRule'], ['metadata', 'labels', '*']],
  },
  {
    group: 'rbac.authorization.k8s.io',
    kinds: ['RoleBinding', 'ClusterRoleBinding'],
    fields: [['subjects'], ['roleRef']],
  },
  { group: '', kinds: ['Namespace'], fields: [['metadata', 'labels', 'pod-security.kubernetes.io/*']] },
  {
    group: 'networking.k8s.io',
    kinds: ['NetworkPolicy'],
    fields: under('spec', 'podSelector policyTypes ingress egress'),
  },
  {
    group: 'policy.networking.k8s.io',
    kinds: ['AdminNetworkPolicy', 'BaselineAdminNetworkPolicy', 'ClusterNetworkPolicy'],
    fields: under('spec', 'tier priority subject ingress egress'),
  },
  {
    group: 'cilium.io',
    kinds: ['CiliumNetworkPolicy', 'CiliumClusterwideNetworkPolicy'],
    fields: [
      ['specs'],
      ...under('spec', 'endpointSelector nodeSelector ingress ingressDeny egress egressDeny enableDefaultDeny'),
    ],
  },
  ...['projectcalico.org', 'crd.projectcalico.org'].map((group) => ({
    group,
    kinds: ['NetworkPolicy', 'GlobalNetworkPolicy', 'Tier'],
    fields: under(
      'spec',
      'order tier defaultAction selector namespaceSelector serviceAccountSelector types ingress egress doNotTrack preDNAT',
    ),
  })),
  {
    group: 'security.istio.io',
    kinds: ['AuthorizationPolicy', 'PeerAuthentication', 'RequestAuthentication'],
    fields: under('spec', 'selector targetRef targetRefs action provider rules mtls portLevelMtls jwtRules'),
  },
  {
    group: 'admissionregistration.k8s.io',
    kinds: ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'],
    fields: [['webhooks']],
    harmless: [
      ['webhooks', '[]', 'clientConfig', 'caBundle'],
      ...['admissionReviewVersions', 'reinvocationPolicy', 'sideEffects', 'timeoutSeconds'].map((field) => [
        'webhooks',
        '[]',
        field,
      ]),
    ],
  },
  {
    group: 'admissionregistration.k8s.io',
    kinds: ['ValidatingAdmissionPolicy', 'MutatingAdmissionPolicy'],
    fields: under('spec', validated),
  },
  {
    group: 'admissionregistration.k8s.io',
    kinds: ['ValidatingAdmissionPolicyBinding', 'MutatingAdmissionPolicyBinding'],
    fields: under('spec', 'policyName paramRef matchResources validationActions'),
  },
  {
    group: 'kyverno.io',
    kinds: ['ClusterPolicy', 'Policy'],
    fields: under(
      'spec',
      'rules validationFailureAction validationFailureActionOverrides failurePolicy admission webhookConfiguration',
    ),
  },
  {
    group: 'kyverno.io',
    kinds: ['PolicyException'],
    fields: under('spec', 'exceptions match conditions podSecurity'),
  },
  {
    group: 'policies.kyverno.io',
    kinds: undefined,
    fields: under(
      'spec',
      `${validated} evaluation webhookConfiguration policyRefs attestors attestations matchImageReferences`,
    ),
  },
  { group: 'templates.gatekeeper.sh', kinds: ['ConstraintTemplate'], fields: under('spec', 'crd targets') },
  {
    group: 'constraints.gatekeeper.sh',
    kinds: undefined,
    fields: under('spec', 'match parameters enforcementAction scopedEnforcementActions'),
  },
  { group: 'config.gatekeeper.sh', kinds: ['Config'], fields: under('spec', 'match') },
  {
    // Its fields are not under a spec.
    group: 'security.openshift.io',
    kinds: ['SecurityContextConstraints'],
    fields: [['*']],
    harmless: [['metadata'], ['status'], ['spec']],
  },
  {
    group: 'argoproj.io',
    kinds: ['AppProject'],
    fields: under(
      'spec',
      'sourceRepos sourceNamespaces destinations destinationServiceAccounts roles signatureKeys syncWindows permitOnlyProjectScopedClusters clusterResource* namespaceResource*',
    ),
  },
  {
    group: 'external-secrets.io',
    kinds: ['SecretStore', 'ClusterSecretStore'],
    fields: under('spec', 'provider conditions controller'),
  },
];

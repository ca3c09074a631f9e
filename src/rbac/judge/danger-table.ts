import type { Severity } from '../../severity.ts';
import type { PodPrivileges } from '../model/pod-constraints.ts';

/** A set of requests, and how bad it is to gain one of them in every namespace. */
export interface Danger {
  readonly severity: Severity;
  /** Completes "which lets them …". */
  readonly reason: string;
  /** Undefined: any verb. */
  readonly verbs?: readonly string[];
  /** By API group, `*.example.com` for every group below a domain; the resource `*` is any of the group without subresources, `users/*` any of its subresources. */
  readonly resources?: Readonly<Record<string, readonly string[]>>;
  /** Any resource, without subresources, of every API group that is not part of Kubernetes or OpenShift. */
  readonly isAboutCustomResources?: boolean;
  /** Factors that are all wildcards; then verbs and resources say nothing. */
  readonly wildcard?: readonly ('verbs' | 'groups' | 'resources')[];
  /** Not where the permission is about these subresources alone: what they do is the same whatever they belong to. */
  readonly exceptSubresources?: readonly string[];
  /** Only objects of these names; the names are then no restriction. */
  readonly names?: RegExp;
  /** The rule must name them: one that names nothing is another danger. */
  readonly onlyNamed?: boolean;
  /** Only names of pod constraints (SecurityContextConstraints, PodSecurityPolicies) that allow this. */
  readonly podPrivileges?: PodPrivileges;
  /** Names of objects that are as dangerous as all of them. */
  readonly powerfulNames?: RegExp;
  /** Only in this namespace, or everywhere. */
  readonly isAboutNamespace?: string;
  /** Dangerous only for who also holds each of these. */
  readonly together?: readonly Pick<Danger, 'verbs' | 'resources'>[];
  /** Lets its holder act as ServiceAccounts of the namespace. */
  readonly reachesAccounts?: boolean;
  /** In one namespace it is as bad as everywhere: what it leads to is not bound to the namespace. */
  readonly leavesNamespace?: boolean;
  readonly references?: readonly string[];
}

const read = ['get', 'list', 'watch'];
const put = ['create', 'update', 'patch'];
const write = [...put, 'delete', 'deletecollection'];
const change = ['update', 'patch'];
const rbacGroup = 'rbac.authorization.k8s.io';
const openshiftAuthorization = 'authorization.openshift.io';
const roles = { [rbacGroup]: ['roles', 'clusterroles'], [openshiftAuthorization]: ['roles', 'clusterroles'] };
const bindings = ['rolebindings', 'clusterrolebindings'];
const allRbac = [...roles[rbacGroup], ...bindings];
const signing = 'certificates.k8s.io';

const workloads = {
  '': ['pods', 'replicationcontrollers'],
  apps: ['deployments', 'daemonsets', 'statefulsets', 'replicasets'],
  extensions: ['deployments', 'daemonsets', 'replicasets'],
  batch: ['jobs', 'cronjobs'],
  'apps.openshift.io': ['deploymentconfigs'],
};

const podConstraints = {
  policy: ['podsecuritypolicies'],
  extensions: ['podsecuritypolicies'],
  'security.openshift.io': ['securitycontextconstraints'],
};

const csr = [
  { verbs: ['create'], resources: { [signing]: ['certificatesigningrequests'] } },
  { verbs: change, resources: { [signing]: ['certificatesigningrequests/approval'] } },
  { verbs: ['approve'], resources: { [signing]: ['signers'] } },
];

const critical: readonly Omit<Danger, 'severity'>[] = [
  {
    reason: 'do anything to everything',
    wildcard: ['verbs', 'groups', 'resources'],
    reachesAccounts: true,
    references: ['CIS 5.1.1', 'CIS 5.1.3'],
  },
  {
    reason: 'give roles permissions they do not hold themselves (escalate)',
    verbs: ['escalate'],
    resources: roles,
    references: ['CIS 5.1.8'],
  },
  {
    reason: 'bind roles whose permissions they do not hold themselves (bind)',
    verbs: ['bind'],
    resources: roles,
    powerfulNames: /^(cluster-admin|admin|system:masters)$/,
    references: ['CIS 5.1.8'],
  },
  {
    reason: 'act as other users, groups or ServiceAccounts (impersonate)',
    verbs: ['impersonate'],
    resources: {
      '': ['users', 'groups', 'serviceaccounts'],
      'authentication.k8s.io': ['userextras', 'userextras/*', 'uids'],
    },
    powerfulNames: /^system:(masters|admin)$/,
    reachesAccounts: true,
    references: ['CIS 5.1.8'],
  },
  {
    // A patch answers with the whole object, the deletion of a collection with all it deleted.
    reason: 'read Secrets',
    verbs: [...read, 'patch', 'deletecollection'],
    resources: { '': ['secrets'] },
    reachesAccounts: true,
    references: ['CIS 5.1.2'],
  },
  {
    reason: 'make a Secret that holds a ServiceAccount token, and read it',
    verbs: ['create'],
    resources: { '': ['secrets'] },
    together: [{ verbs: read, resources: { '': ['secrets'] } }],
    reachesAccounts: true,
    references: ['CIS 5.1.2'],
  },
  {
    reason: 'get tokens of ServiceAccounts',
    verbs: ['create'],
    resources: { '': ['serviceaccounts/token'] },
    reachesAccounts: true,
    references: ['CIS 5.1.13'],
  },
  ...csr.map((part) => ({
    ...part,
    reason: 'sign themselves certificates of any user',
    together: csr.filter((other) => other !== part),
    references: ['CIS 5.1.11'],
  })),
  {
    reason: 'change or read every object on its way into the cluster (admission)',
    verbs: write,
    resources: {
      'admissionregistration.k8s.io': [
        'validatingwebhookconfigurations',
        'mutatingwebhookconfigurations',
        'validatingadmissionpolicies',
        'validatingadmissionpolicybindings',
        'mutatingadmissionpolicies',
        'mutatingadmissionpolicybindings',
      ],
    },
    references: ['CIS 5.1.12'],
  },
  {
    reason: 'map cloud identities to cluster administrators (aws-auth)',
    verbs: put,
    resources: { '': ['configmaps'] },
    names: /^aws-auth$/,
    onlyNamed: true,
    isAboutNamespace: 'kube-system',
  },
  {
    reason: 'install charts as a cluster administrator (helm-controller of K3s and RKE2)',
    verbs: put,
    resources: { 'helm.cattle.io': ['helmcharts', 'helmchartconfigs'] },
    leavesNamespace: true,
  },
];

const high: readonly Omit<Danger, 'severity'>[] = [
  {
    // An update answers with nothing that was not sent.
    reason: 'overwrite Secrets',
    verbs: ['update'],
    resources: { '': ['secrets'] },
    references: ['CIS 5.1.2'],
  },
  {
    // Kubernetes 1.35 and newer (KEP-5284): the verbs `impersonate-on:…` say for which requests.
    reason: 'act as other users, groups or ServiceAccounts for certain requests (constrained impersonation)',
    verbs: ['impersonate:user-info', 'impersonate:serviceaccount', 'impersonate:arbitrary-node'],
    resources: {
      'authentication.k8s.io': ['users', 'groups', 'uids', 'userextras', 'userextras/*', 'serviceaccounts', 'nodes'],
    },
    powerfulNames: /^system:(masters|admin)$/,
    references: ['CIS 5.1.8'],
  },
  {
    reason: 'write roles or bindings',
    verbs: put,
    resources: { [rbacGroup]: allRbac, [openshiftAuthorization]: allRbac },
    references: ['CIS 5.1.8'],
  },
  {
    reason: 'reach every kubelet, which runs commands in any pod',
    resources: { '': ['nodes/proxy'] },
    references: ['CIS 5.1.10'],
  },
  {
    reason: 'run commands in pods or reach into them',
    verbs: ['get', ...put],
    resources: {
      '': ['pods/exec', 'pods/attach', 'pods/portforward', 'pods/ephemeralcontainers'],
      'subresources.kubevirt.io': [
        'virtualmachineinstances/console',
        'virtualmachineinstances/vnc',
        'virtualmachineinstances/portforward',
        'virtualmachines/portforward',
      ],
    },
    reachesAccounts: true,
  },
  {
    reason: 'run code of their choice as any ServiceAccount of the namespace',
    verbs: put,
    resources: workloads,
    reachesAccounts: true,
    references: ['CIS 5.1.4'],
  },
  {
    reason: 'reach the ports of pods and Services past network policies and logins',
    resources: { '': ['pods/proxy', 'services/proxy'] },
  },
  {
    reason: 'have a controller run code of their choice as a ServiceAccount of the namespace',
    verbs: put,
    resources: {
      'argoproj.io': [
        'workflows',
        'cronworkflows',
        'workflowtemplates',
        'clusterworkflowtemplates',
        'sensors',
        'eventsources',
        'rollouts',
      ],
      'tekton.dev': ['taskruns', 'pipelineruns', 'customruns', 'runs', 'tasks', 'clustertasks', 'pipelines'],
      'triggers.tekton.dev': ['triggertemplates', 'eventlisteners'],
      'sparkoperator.k8s.io': ['sparkapplications', 'scheduledsparkapplications'],
      'ray.io': ['rayclusters', 'rayjobs', 'rayservices'],
      'keda.sh': ['scaledjobs'],
      'serving.knative.dev': ['services', 'configurations'],
      'monitoring.coreos.com': ['prometheuses', 'prometheusagents', 'alertmanagers', 'thanosrulers'],
      'kubeflow.org': ['notebooks', 'mpijobs', 'pytorchjobs', 'tfjobs', 'xgboostjobs'],
      'batch.volcano.sh': ['jobs'],
      'jobset.x-k8s.io': ['jobsets'],
      'leaderworkerset.x-k8s.io': ['leaderworkersets'],
      'actions.github.com': ['autoscalingrunnersets', 'ephemeralrunnersets', 'ephemeralrunners'],
      'actions.summerwind.dev': ['runners', 'runnersets', 'runnerdeployments', 'runnerreplicasets'],
      'kubevirt.io': ['virtualmachines', 'virtualmachineinstances', 'virtualmachineinstancereplicasets'],
      'build.openshift.io': ['builds', 'buildconfigs'],
    },
    reachesAccounts: true,
  },
  {
    reason: 'have a controller change the cloud or other clusters with its own credentials',
    verbs: put,
    resources: {
      '*.crossplane.io': ['*'],
      '*.upbound.io': ['*'],
      '*.services.k8s.aws': ['*'],
      '*.cnrm.cloud.google.com': ['*'],
      '*.azure.com': ['*'],
      'infra.contrib.fluxcd.io': ['terraforms'],
      'app.terraform.io': ['*'],
      'tf.galleybytes.com': ['terraforms'],
      'terraform.core.oam.dev': ['configurations'],
      'pulumi.com': ['stacks'],
      'cluster.x-k8s.io': ['*'],
      '*.cluster.x-k8s.io': ['*'],
    },
  },
  {
    reason: 'have a controller fetch or publish secrets with its own credentials',
    verbs: put,
    resources: {
      'external-secrets.io': [
        'externalsecrets',
        'clusterexternalsecrets',
        'pushsecrets',
        'clusterpushsecrets',
        'secretstores',
        'clustersecretstores',
      ],
      'generators.external-secrets.io': ['*'],
      'secrets.hashicorp.com': ['*'],
      'secrets-store.csi.x-k8s.io': ['secretproviderclasses'],
    },
  },
  {
    reason: 'mount any path of a node (PersistentVolume)',
    verbs: ['create'],
    resources: { '': ['persistentvolumes'] },
    references: ['CIS 5.1.9'],
  },
  { reason: 'lift the Pod Security level of a namespace', verbs: change, resources: { '': ['namespaces'] } },
  { reason: 'relabel or taint nodes', verbs: change, resources: { '': ['nodes'] } },
  {
    reason: 'run privileged pods, which own their node',
    verbs: ['use'],
    resources: podConstraints,
    podPrivileges: 'privileged',
    leavesNamespace: true,
  },
  {
    // The builder's own image runs in a privileged container; OpenShift lets nobody do it by default.
    reason: 'build with images of their choice in privileged containers (custom builds)',
    verbs: ['create'],
    resources: { '': ['builds/custom'], 'build.openshift.io': ['builds/custom'] },
    leavesNamespace: true,
  },
  {
    reason: 'run pods as root or in the network of the node',
    verbs: ['use'],
    resources: podConstraints,
    podPrivileges: 'elevated',
  },
  { reason: 'use verbs added later', wildcard: ['verbs'], references: ['CIS 5.1.3'] },
  { reason: 'reach resources added later', wildcard: ['resources'], references: ['CIS 5.1.3'] },
  {
    reason: 'reach API groups added later',
    wildcard: ['groups'],
    exceptSubresources: ['scale', 'status'],
    references: ['CIS 5.1.3'],
  },
  {
    reason: 'serve a whole API in the place of the API server',
    verbs: write,
    resources: { 'apiregistration.k8s.io': ['apiservices'] },
  },
  {
    reason: 'change what the policy engine allows',
    verbs: write,
    resources: {
      'kyverno.io': ['policies', 'clusterpolicies', 'policyexceptions', 'cleanuppolicies', 'clustercleanuppolicies'],
      'policies.kyverno.io': ['*'],
      'constraints.gatekeeper.sh': ['*'],
      'templates.gatekeeper.sh': ['*'],
      'config.gatekeeper.sh': ['*'],
      'mutations.gatekeeper.sh': ['*'],
      'policies.kubewarden.io': ['*'],
    },
  },
  {
    reason: 'change what the policy engine allows',
    verbs: write,
    resources: { 'apiextensions.k8s.io': ['customresourcedefinitions'] },
    names: /\.(kyverno\.io|gatekeeper\.sh|kubewarden\.io)$/,
    onlyNamed: true,
  },
  {
    reason: 'change what pods are allowed to do',
    verbs: put,
    resources: { 'security.openshift.io': ['securitycontextconstraints'] },
  },
  {
    reason: 'join any group',
    verbs: put,
    resources: { 'user.openshift.io': ['groups', 'users', 'identities', 'useridentitymappings'] },
  },
  {
    reason: 'configure nodes as root',
    verbs: put,
    resources: { 'machineconfiguration.openshift.io': ['machineconfigs'] },
  },
  {
    reason: 'deploy with the permissions of a delivery controller',
    verbs: put,
    resources: {
      'argoproj.io': ['applications', 'applicationsets', 'appprojects'],
      'kustomize.toolkit.fluxcd.io': ['kustomizations'],
      'helm.toolkit.fluxcd.io': ['helmreleases'],
      'source.toolkit.fluxcd.io': ['gitrepositories', 'ocirepositories', 'buckets', 'helmrepositories', 'helmcharts'],
      'fleet.cattle.io': ['gitrepos', 'bundles', 'helmops'],
      'work.open-cluster-management.io': ['manifestworks', 'manifestworkreplicasets'],
      'operators.coreos.com': ['clusterserviceversions'],
    },
  },
];

const medium: readonly Omit<Danger, 'severity'>[] = [
  {
    reason: 'scale or restate what API groups added later hold',
    wildcard: ['groups'],
    references: ['CIS 5.1.3'],
  },
  { reason: 'delete workloads', verbs: ['delete', 'deletecollection'], resources: workloads },
  {
    reason: 'delete events, the traces of what was done',
    verbs: ['delete', 'deletecollection'],
    resources: { '': ['events'], 'events.k8s.io': ['events'] },
  },
  { reason: 'read logs, which often hold secrets', verbs: read, resources: { '': ['pods/log'] } },
  {
    reason: 'redirect or open network traffic',
    verbs: write,
    resources: {
      '': ['services/status', 'endpoints'],
      'discovery.k8s.io': ['endpointslices'],
      'networking.k8s.io': ['ingresses', 'networkpolicies'],
      extensions: ['ingresses', 'networkpolicies'],
      'route.openshift.io': ['routes'],
    },
  },
  {
    reason: 'write the configuration of the control plane (ConfigMaps of kube-system)',
    verbs: write,
    resources: { '': ['configmaps'] },
    isAboutNamespace: 'kube-system',
  },
  { reason: 'make Secrets that others rely on', verbs: ['create'], resources: { '': ['secrets'] } },
  {
    reason: 'get certificates issued',
    verbs: put,
    resources: { 'cert-manager.io': ['certificates', 'certificaterequests', 'issuers', 'clusterissuers'] },
  },
  {
    reason: 'change which kinds of objects there are, and how they are stored',
    verbs: write,
    resources: { 'apiextensions.k8s.io': ['customresourcedefinitions'] },
  },
  { reason: 'have a controller act for them (custom resources)', verbs: put, isAboutCustomResources: true },
];

/** Worst first. The severities are those of a gain in every namespace. */
export const dangers: readonly Danger[] = [
  ...critical.map((danger): Danger => ({ ...danger, severity: 'critical' })),
  ...high.map((danger): Danger => ({ ...danger, severity: 'high' })),
  ...medium.map((danger): Danger => ({ ...danger, severity: 'medium' })),
];

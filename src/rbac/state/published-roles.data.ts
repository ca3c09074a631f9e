/** A role as its product publishes it, or as its controllers make it for each object of a kind. */
export interface PublishedRole {
  /** The whole of its name. */
  readonly name: string | RegExp;
  /** `VERBS | API GROUPS | RESOURCES [| NAMES]`, words with blanks between; `core` is the core group, `$1` a part of the name. */
  readonly rules: readonly string[];
}

/** The roles of one product that repositories bind and do not hold, because its operator or chart brings them along. */
export interface Product {
  readonly product: string;
  /** The versions the rules were read from. */
  readonly source: string;
  /** Only where the cluster is OpenShift. */
  readonly ofOpenshift?: true;
  readonly roles: readonly PublishedRole[];
}

const read = 'get list watch';
const all = 'create delete deletecollection get list patch update watch';
const most = 'create delete get list patch update watch';
const triggers =
  'clustertriggerbindings clusterinterceptors eventlisteners interceptors triggers triggerbindings triggertemplates';
const pipelines = 'tasks taskruns pipelines pipelineruns runs customruns stepactions';
const kafka =
  'kafkas kafkanodepools kafkaconnects kafkausers kafkatopics kafkabridges kafkaconnectors kafkamirrormaker2s kafkarebalances';
const kafkaRuns = 'kafkas kafkanodepools kafkaconnects kafkaconnectors kafkabridges kafkamirrormaker2s kafkarebalances';
const workflows =
  'workflows workfloweventbindings workflowtemplates cronworkflows clusterworkflowtemplates workflowtaskresults';
const clusterViews = `${read} | clusterview.open-cluster-management.io`;
const internal = 'networking.internal.knative.dev autoscaling.internal.knative.dev caching.internal.knative.dev';

const each = (words: string, suffix: string): string =>
  words
    .split(' ')
    .map((word) => word + suffix)
    .join(' ');

/** Rules are facts of the products' sources; aggregated roles, whose rules others add to, are left out: nothing bounds these. */
export const products: readonly Product[] = [
  {
    product: 'OpenShift',
    source: 'openshift/oc, pkg/cli/admin/policy/modify_scc.go (oc adm policy add-scc-to-user)',
    ofOpenshift: true,
    roles: [
      {
        name: /^system:openshift:scc:([a-z0-9.-]+)$/,
        rules: ['use | security.openshift.io | securitycontextconstraints | $1'],
      },
    ],
  },
  {
    product: 'Open Cluster Management',
    source:
      'stolostron/multicloud-operators-foundation 29ea877: pkg/controllers/clusterrole/rbac.go, pkg/utils/clusterset',
    roles: [
      {
        name: /^open-cluster-management:admin:([a-z0-9.-]+)$/,
        rules: [
          `${most} | cluster.open-cluster-management.io | managedclusters | $1`,
          `${clusterViews} | managedclusters kubevirtprojects userpermissions`,
        ],
      },
      {
        name: /^open-cluster-management:view:([a-z0-9.-]+)$/,
        rules: [
          `${read} | cluster.open-cluster-management.io | managedclusters | $1`,
          `${clusterViews} | managedclusters kubevirtprojects userpermissions`,
        ],
      },
      {
        name: /^open-cluster-management:managedclusterset:admin:([a-z0-9.-]+)$/,
        rules: [
          'get update | cluster.open-cluster-management.io | managedclustersets | $1',
          'create | cluster.open-cluster-management.io | managedclustersets/join managedclustersets/bind | $1',
          'create | cluster.open-cluster-management.io | managedclusters',
          'update | register.open-cluster-management.io | managedclusters/accept',
          `${clusterViews} | managedclustersets`,
          // Controllers bind its holders to `admin` in the namespace of each cluster of the set (syncrolebinding): what is put there runs in that cluster.
          'create update patch | work.open-cluster-management.io | manifestworks',
        ],
      },
      {
        name: /^open-cluster-management:managedclusterset:bind:([a-z0-9.-]+)$/,
        rules: [
          'create | cluster.open-cluster-management.io | managedclustersets/bind | $1',
          'get | cluster.open-cluster-management.io | managedclustersets | $1',
          `${clusterViews} | managedclustersets`,
        ],
      },
      {
        name: /^open-cluster-management:managedclusterset:view:([a-z0-9.-]+)$/,
        rules: [
          'get | cluster.open-cluster-management.io | managedclustersets | $1',
          `${clusterViews} | managedclustersets`,
        ],
      },
    ],
  },
  {
    product: 'the Operator Lifecycle Manager',
    source: 'operator-framework/operator-lifecycle-manager 992bb09: pkg/controller/operators/olm/operatorgroup.go',
    roles: [
      { name: /^([a-z0-9-]+)\.([a-z0-9-]+(?:\.[a-z0-9-]+)+)-v\d\w*-admin$/, rules: ['* | $2 | $1'] },
      {
        name: /^([a-z0-9-]+)\.([a-z0-9-]+(?:\.[a-z0-9-]+)+)-v\d\w*-edit$/,
        rules: ['create update patch delete | $2 | $1'],
      },
      { name: /^([a-z0-9-]+)\.([a-z0-9-]+(?:\.[a-z0-9-]+)+)-v\d\w*-view$/, rules: [`${read} | $2 | $1`] },
      {
        name: /^([a-z0-9-]+(?:\.[a-z0-9-]+){2,})-v\d\w*-crdview$/,
        rules: ['get | apiextensions.k8s.io | customresourcedefinitions | $1'],
      },
    ],
  },
  {
    product: 'Tekton',
    source:
      'tektoncd/triggers 0889029, tektoncd/pipeline and tektoncd/operator: config, pkg/reconciler/openshift/tektonconfig',
    roles: [
      {
        name: 'tekton-triggers-eventlistener-roles',
        rules: [
          `${read} | triggers.tekton.dev | eventlisteners triggerbindings interceptors triggertemplates triggers`,
          `${read} | core | configmaps`,
          'create | tekton.dev | pipelineruns pipelineresources taskruns',
          'impersonate | core | serviceaccounts',
          'create patch | core | events',
        ],
      },
      {
        name: 'tekton-triggers-eventlistener-clusterroles',
        rules: [
          `${read} | triggers.tekton.dev | clustertriggerbindings clusterinterceptors`,
          `${read} | core | secrets`,
        ],
      },
      {
        name: 'openshift-pipelines-clusterinterceptors',
        rules: [`${read} | triggers.tekton.dev | clusterinterceptors`],
      },
      { name: 'tekton-triggers-aggregate-edit', rules: [`${all} | triggers.tekton.dev | ${triggers}`] },
      { name: 'tekton-triggers-aggregate-view', rules: [`${read} | triggers.tekton.dev | ${triggers}`] },
      { name: 'tekton-aggregate-edit', rules: [`${all} | tekton.dev | ${pipelines}`] },
      { name: 'tekton-aggregate-view', rules: [`${read} | tekton.dev | ${pipelines}`] },
    ],
  },
  {
    product: 'cert-manager',
    source:
      'cert-manager/cert-manager 2d0d7f7: deploy/charts/cert-manager/templates/rbac.yaml, and what earlier versions allowed',
    roles: [
      { name: 'cert-manager-cluster-view', rules: [`${read} | cert-manager.io | clusterissuers`] },
      {
        name: 'cert-manager-view',
        rules: [
          `${read} | cert-manager.io | certificates certificaterequests issuers`,
          `${read} | acme.cert-manager.io | challenges orders`,
        ],
      },
      {
        name: 'cert-manager-edit',
        rules: [
          'create delete deletecollection patch update | cert-manager.io | certificates certificaterequests issuers',
          'update | cert-manager.io | certificates/status',
          'create delete deletecollection patch update | acme.cert-manager.io | challenges orders',
        ],
      },
    ],
  },
  {
    product: 'Strimzi',
    source: 'strimzi/strimzi-kafka-operator 8541da1: install/cluster-operator, install/strimzi-admin',
    roles: [
      {
        name: 'strimzi-cluster-operator-namespaced',
        rules: [
          `${most} | rbac.authorization.k8s.io | rolebindings roles`,
          `${most} | core | pods serviceaccounts configmaps services endpoints secrets persistentvolumeclaims`,
          'patch update | core | pods/resize',
          `${most} | apps | deployments replicasets statefulsets`,
          'get patch update | apps | deployments/scale',
          'create | core events.k8s.io | events',
          `${most} | build.openshift.io | buildconfigs buildconfigs/instantiate builds`,
          `${most} | networking.k8s.io | networkpolicies ingresses`,
          `${most} | route.openshift.io | routes routes/custom-host`,
          'get | image.openshift.io | imagestreams',
          `${most} | policy | poddisruptionbudgets`,
          `${most} | gateway.networking.k8s.io | tlsroutes`,
        ],
      },
      {
        name: 'strimzi-cluster-operator-global',
        rules: [
          `${most} | rbac.authorization.k8s.io | clusterrolebindings`,
          'get | storage.k8s.io | storageclasses',
          'list | core | nodes',
        ],
      },
      {
        name: 'strimzi-cluster-operator-leader-election',
        rules: [
          'create | coordination.k8s.io | leases',
          'get list watch delete patch update | coordination.k8s.io | leases | strimzi-cluster-operator',
        ],
      },
      {
        name: 'strimzi-cluster-operator-watched',
        rules: [
          'watch list | core | pods',
          `${most} | kafka.strimzi.io | ${kafkaRuns}`,
          `get patch update | kafka.strimzi.io | ${each(kafkaRuns, '/status')}`,
          `update | kafka.strimzi.io | ${each(kafkaRuns, '/finalizers')}`,
          `${most} | core.strimzi.io | strimzipodsets`,
          'get patch update | core.strimzi.io | strimzipodsets/status strimzipodsets/finalizers',
        ],
      },
      { name: 'strimzi-kafka-broker', rules: ['get | core | nodes'] },
      { name: 'strimzi-kafka-client', rules: ['get | core | nodes'] },
      {
        name: 'strimzi-entity-operator',
        rules: [
          `${most} | kafka.strimzi.io | kafkatopics kafkausers`,
          'get patch update | kafka.strimzi.io | kafkatopics/status kafkausers/status kafkatopics/finalizers kafkausers/finalizers',
          `${most} | core | secrets`,
          'create | core | events',
        ],
      },
      {
        name: 'strimzi-admin',
        rules: [
          `${most} | kafka.strimzi.io | ${kafka}`,
          `get patch update | kafka.strimzi.io | ${each('kafkanodepools kafkaconnects kafkabridges kafkaconnectors kafkamirrormaker2s', '/scale')}`,
          `${most} | core.strimzi.io | strimzipodsets`,
        ],
      },
      {
        name: 'strimzi-view',
        rules: [`${read} | kafka.strimzi.io | ${kafka}`, `${read} | core.strimzi.io | strimzipodsets`],
      },
    ],
  },
  {
    product: 'Knative',
    source: 'knative/serving 98e5ef9: config/core/200-roles/clusterrole-namespaced.yaml',
    roles: [
      {
        name: 'knative-serving-namespaced-admin',
        rules: ['* | serving.knative.dev | *', `${read} | ${internal} | *`],
      },
      {
        name: 'knative-serving-namespaced-edit',
        rules: ['create update patch delete | serving.knative.dev | *', `${read} | ${internal} | *`],
      },
      { name: 'knative-serving-namespaced-view', rules: [`${read} | serving.knative.dev ${internal} | *`] },
    ],
  },
  {
    product: 'Argo Workflows',
    source: 'argoproj/argo-workflows f016ad8: manifests/cluster-install-no-crds/workflow-controller-rbac',
    roles: [
      {
        name: 'argo-aggregate-to-view',
        rules: [`${read} | argoproj.io | ${workflows} ${each(workflows, '/finalizers')}`],
      },
      {
        name: /^argo-aggregate-to-(?:edit|admin)$/,
        rules: [
          `${all} | argoproj.io | ${workflows} ${each(workflows, '/finalizers')} workflowtasksets workflowtasksets/finalizers`,
        ],
      },
    ],
  },
  {
    product: 'metrics-server',
    source: 'kubernetes-sigs/metrics-server: charts/metrics-server/templates/clusterrole-aggregated-reader.yaml',
    roles: [{ name: 'system:aggregated-metrics-reader', rules: [`${read} | metrics.k8s.io | pods nodes`] }],
  },
];

const meta = { name: 'a', namespace: 'n', labels: { a: 'b' }, annotations: { c: 'd' } };
const selector = { matchLabels: { a: 'b' }, matchExpressions: [{ key: 'a', operator: 'In', values: ['b'] }] };
const webhook = {
  name: 'x.example.org',
  failurePolicy: 'Fail',
  timeoutSeconds: 5,
  matchPolicy: 'Exact',
  namespaceSelector: selector,
  objectSelector: selector,
  rules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'], scope: '*' }],
  matchConditions: [{ name: 'a', expression: 'true' }],
  clientConfig: { service: { name: 's', namespace: 'n', path: '/a', port: 8443 } },
};

/** Objects of the families that judge workloads, networks, delivery and admission, with every field that one of them reads. */
export const hostileObjects: readonly Record<string, unknown>[] = [
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: meta,
    spec: {
      template: {
        metadata: {
          labels: { app: 'x' },
          annotations: { 'container.apparmor.security.beta.kubernetes.io/c': 'unconfined' },
        },
        spec: {
          serviceAccountName: 'x',
          automountServiceAccountToken: true,
          hostNetwork: true,
          hostUsers: false,
          os: { name: 'linux' },
          securityContext: {
            runAsUser: 0,
            sysctls: [{ name: 'a', value: 'b' }],
            seccompProfile: { type: 'Unconfined' },
          },
          initContainers: [{ name: 'i', image: 'x:1', ports: [{ hostPort: 1 }] }],
          containers: [
            {
              name: 'c',
              image: 'registry.example.org/a/b:1@sha256:0',
              imagePullPolicy: 'Never',
              resources: { limits: { cpu: '1', memory: '1Gi' } },
              livenessProbe: { httpGet: { host: 'x' } },
              securityContext: { privileged: true, capabilities: { add: ['ALL'], drop: ['X'] }, procMount: 'Unmasked' },
            },
          ],
          volumes: [
            { name: 'h', hostPath: { path: '/' } },
            { name: 't', projected: { sources: [{ serviceAccountToken: { audience: 'x', path: 'y' } }] } },
          ],
        },
      },
    },
  },
  {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { ...meta, annotations: { 'eks.amazonaws.com/role-arn': 'x' } },
  },
  {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 't', annotations: { 'kubernetes.io/service-account.name': 'x' } },
    type: 'kubernetes.io/service-account-token',
  },
  {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: 'n',
      labels: {
        'pod-security.kubernetes.io/enforce': 'baseline',
        'pod-security.kubernetes.io/enforce-version': 'v1.30',
        'openshift.io/run-level': '0',
      },
    },
  },
  {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Workflow',
    metadata: meta,
    spec: {
      serviceAccountName: 'x',
      templates: [{ name: 't', container: { image: 'x' }, executor: { serviceAccountName: 'y' } }],
    },
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: meta,
    spec: {
      podSelector: selector,
      policyTypes: ['Ingress', 'Egress'],
      ingress: [
        {
          from: [
            { ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } },
            { namespaceSelector: selector, podSelector: {} },
          ],
          ports: [{ protocol: 'TCP', port: 80, endPort: 90 }],
        },
      ],
      egress: [{ to: [{ podSelector: selector }], ports: [{ port: 'http' }] }],
    },
  },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { ...meta, annotations: { 'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internal' } },
    spec: { type: 'LoadBalancer', loadBalancerSourceRanges: ['10.0.0.0/8'], externalIPs: ['192.0.2.1'] },
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { ...meta, annotations: { 'nginx.ingress.kubernetes.io/whitelist-source-range': '10.0.0.0/8' } },
    spec: {
      ingressClassName: 'internal',
      tls: [{ hosts: ['a'] }],
      defaultBackend: { service: { name: 's' } },
      rules: [{ host: 'a', http: { paths: [{ backend: { service: { name: 's' } } }] } }],
    },
  },
  {
    apiVersion: 'route.openshift.io/v1',
    kind: 'Route',
    metadata: meta,
    spec: { host: 'a', to: { name: 's' }, alternateBackends: [{ name: 't' }], tls: { termination: 'edge' } },
  },
  {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: meta,
    spec: {
      sourceRepos: ['https://example.org/*'],
      sourceNamespaces: ['a'],
      destinations: [{ server: 'https://x', namespace: '!kube-*', name: 'c' }],
      clusterResourceWhitelist: [{ group: '*', kind: '*' }],
      namespaceResourceBlacklist: [{ group: '', kind: 'Secret' }],
      roles: [
        {
          name: 'r',
          policies: ['p, proj:a:r, applications, sync, a/*, allow'],
          groups: ['g'],
          jwtTokens: [{ iat: 1 }],
        },
      ],
      syncWindows: [{ kind: 'deny', schedule: '* * * * *', duration: '1h', applications: ['*'], manualSync: true }],
      signatureKeys: [{ keyID: 'A' }],
      destinationServiceAccounts: [{ server: '*', namespace: '*', defaultServiceAccount: 'x' }],
    },
  },
  {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: meta,
    spec: {
      project: 'default',
      destination: { server: 'https://x', namespace: 'n' },
      source: {
        repoURL: 'https://github.com/a/b',
        path: 'apps',
        targetRevision: 'v1',
        helm: {
          valueFiles: ['a.yaml'],
          parameters: [{ name: 'a', value: 'b' }],
          fileParameters: [{ name: 'a', path: 'b' }],
        },
        kustomize: { components: ['c'], images: ['a=b:1'], patches: [{ patch: 'x', target: { kind: 'Role' } }] },
      },
      syncPolicy: { automated: { prune: true }, managedNamespaceMetadata: { labels: { a: 'b' } } },
      ignoreDifferences: [{ group: 'rbac.authorization.k8s.io', kind: 'Role', jsonPointers: ['/rules'] }],
    },
  },
  {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: meta,
    spec: {
      generators: [
        { git: { repoURL: 'x', directories: [{ path: 'apps/*', exclude: false }] } },
        { pullRequest: { github: { owner: 'o', repo: 'r', labels: ['x'] } } },
        { list: { elements: [{ a: 'b' }] } },
      ],
      template: { metadata: { name: '{{x}}' }, spec: { project: '{{x}}', source: { repoURL: 'x', path: '{{path}}' } } },
    },
  },
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'argocd-rbac-cm' },
    data: {
      'policy.csv': 'g, a, role:admin',
      'policy.default': 'role:readonly',
      'policy.matchMode': 'regex',
      scopes: '[groups]',
    },
  },
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'argocd-cm' },
    data: {
      'exec.enabled': 'true',
      'accounts.a': 'apiKey',
      'users.anonymous.enabled': 'true',
      'resource.customizations': '{"rbac.authorization.k8s.io/Role": {"ignoreDifferences": "jsonPointers: [/rules]"}}',
      'resource.customizations.ignoreDifferences.all':
        '{"jqPathExpressions": [".rules"], "managedFieldsManagers": ["a"]}',
    },
  },
  {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: 'a', namespace: 'b' },
    spec: {
      parentRefs: [{ kind: 'Gateway', name: 'internal', namespace: 'n' }],
      hostnames: ['a.example.org'],
      rules: [
        {
          matches: [{ path: { type: 'Exact', value: '/' } }],
          filters: [{ type: 'ExtensionRef' }],
          backendRefs: [{ kind: 'Service', name: 's', namespace: 'n', port: 80 }],
        },
      ],
    },
  },
  {
    apiVersion: 'traefik.io/v1alpha1',
    kind: 'IngressRoute',
    metadata: { name: 'a', namespace: 'b' },
    spec: {
      routes: [{ match: 'm', middlewares: [{ name: 'm', namespace: 'n' }], services: [{ name: 's', port: 80 }] }],
      tls: { secretName: 's' },
    },
  },
  {
    apiVersion: 'traefik.io/v1alpha1',
    kind: 'Middleware',
    metadata: { name: 'a', namespace: 'b' },
    spec: { ipAllowList: { sourceRange: ['10.0.0.0/8'] }, basicAuth: { secret: 's' } },
  },
  {
    apiVersion: 'gateway.envoyproxy.io/v1alpha1',
    kind: 'SecurityPolicy',
    metadata: { name: 'a', namespace: 'b' },
    spec: {
      targetRef: { kind: 'HTTPRoute', name: 'a' },
      targetRefs: [{ kind: 'HTTPRoute', name: 'a', namespace: 'n' }],
      targetSelectors: [{ kind: 'HTTPRoute', matchLabels: { a: 'b' } }],
      oidc: { provider: { issuer: 'i' } },
      authorization: { defaultAction: 'Deny' },
    },
  },
  {
    apiVersion: 'triggers.tekton.dev/v1beta1',
    kind: 'EventListener',
    metadata: { name: 'a', namespace: 'b' },
    spec: {
      triggers: [
        {
          name: 't',
          interceptors: [
            { ref: { name: 'github' }, params: [{ name: 'secretRef', value: { secretName: 's', secretKey: 'k' } }] },
            { gitlab: { secretRef: { secretName: 's', secretKey: 'k' } } },
          ],
        },
      ],
      triggerGroups: [
        { name: 'g', interceptors: [{ ref: { name: 'cel' }, params: [{ name: 'filter', value: 'true' }] }] },
      ],
    },
  },
  {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'EventSource',
    metadata: { name: 'a', namespace: 'b' },
    spec: { github: { shop: { webhookSecret: { name: 's', key: 'k' } } } },
  },
  {
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata: meta,
    spec: {
      path: './apps',
      serviceAccountName: 'x',
      targetNamespace: 'n',
      components: ['c'],
      decryption: { provider: 'sops', secretRef: { name: 'k' } },
      kubeConfig: { secretRef: { name: 'k' } },
      sourceRef: { kind: 'GitRepository', name: 's', namespace: 'n' },
      images: [{ name: 'a', newTag: '1' }],
      patches: [{ patch: 'x', target: { kind: 'Role' } }],
      postBuild: { substitute: { a: 'b' }, substituteFrom: [{ kind: 'ConfigMap', name: 'm' }] },
    },
  },
  {
    apiVersion: 'helm.toolkit.fluxcd.io/v2',
    kind: 'HelmRelease',
    metadata: meta,
    spec: {
      chart: {
        spec: {
          chart: './chart',
          version: '1.x',
          sourceRef: { kind: 'GitRepository', name: 's' },
          verify: { provider: 'cosign' },
        },
      },
      values: { image: { repository: 'a', tag: '1' } },
      valuesFrom: [{ kind: 'ConfigMap', name: 'm', valuesKey: 'k', targetPath: 'a.b' }],
      postRenderers: [{ kustomize: { patches: [{ patch: 'x' }] } }],
    },
  },
  {
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: 'GitRepository',
    metadata: meta,
    spec: {
      url: 'https://x',
      ref: { branch: 'main', commit: 'c' },
      verify: { mode: 'HEAD', secretRef: { name: 'k' } },
    },
  },
  {
    resources: ['d.yaml'],
    namespace: 'n',
    components: ['c'],
    images: [{ name: 'a', newName: 'b', newTag: '1', digest: 'sha256:0' }],
    labels: [{ pairs: { a: 'b' }, includeSelectors: true }],
    configMapGenerator: [{ name: 'm', literals: ['a=b'], files: ['x=y'], envs: ['e'] }],
    generators: ['g.yaml'],
    patches: [{ path: 'p.yaml', patch: 'kind: Role', target: { kind: 'Role', labelSelector: 'a=b' } }],
    replacements: [{ source: { kind: 'A' }, targets: [{ select: { kind: 'Role' }, fieldPaths: ['a'] }] }],
  },
  {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingWebhookConfiguration',
    metadata: meta,
    webhooks: [webhook],
  },
  {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingAdmissionPolicy',
    metadata: meta,
    spec: {
      failurePolicy: 'Fail',
      matchConstraints: {
        resourceRules: webhook.rules,
        excludeResourceRules: webhook.rules,
        namespaceSelector: selector,
      },
      matchConditions: webhook.matchConditions,
      validations: [{ expression: 'true', message: 'x' }],
    },
  },
  {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingAdmissionPolicyBinding',
    metadata: meta,
    spec: {
      policyName: 'a',
      validationActions: ['Deny'],
      matchResources: { namespaceSelector: selector },
      paramRef: { name: 'p', namespace: 'n', selector, parameterNotFoundAction: 'Allow' },
    },
  },
  {
    apiVersion: 'kyverno.io/v1',
    kind: 'ClusterPolicy',
    metadata: meta,
    spec: {
      validationFailureAction: 'Enforce',
      validationFailureActionOverrides: [{ action: 'Audit', namespaces: ['n'] }],
      failurePolicy: 'Fail',
      rules: [
        {
          name: 'r',
          match: {
            any: [
              { resources: { kinds: ['Pod'], namespaces: ['n'], selector }, subjects: [{ kind: 'User', name: 'u' }] },
            ],
          },
          exclude: { any: [{ resources: { names: ['x'] }, clusterRoles: ['r'] }] },
          preconditions: { all: [{ key: 'a', operator: 'Equals', value: 'b' }] },
          validate: { failureAction: 'Enforce', pattern: { spec: { a: 'b' } } },
          verifyImages: [
            { imageReferences: ['*'], attestors: [{ count: 1, entries: [{ keys: { publicKeys: 'k' } }] }] },
          ],
        },
      ],
    },
  },
  {
    apiVersion: 'kyverno.io/v2',
    kind: 'PolicyException',
    metadata: meta,
    spec: { exceptions: [{ policyName: 'a', ruleNames: ['r'] }], match: { any: [{ resources: { kinds: ['Pod'] } }] } },
  },
  {
    apiVersion: 'constraints.gatekeeper.sh/v1beta1',
    kind: 'K8sPSP',
    metadata: meta,
    spec: {
      enforcementAction: 'deny',
      scopedEnforcementActions: [{ action: 'deny', enforcementPoints: [{ name: 'x' }] }],
      match: {
        kinds: [{ apiGroups: [''], kinds: ['Pod'] }],
        excludedNamespaces: ['n'],
        labelSelector: selector,
        scope: '*',
      },
      parameters: { a: ['b'] },
    },
  },
  {
    apiVersion: 'templates.gatekeeper.sh/v1',
    kind: 'ConstraintTemplate',
    metadata: { name: 'k8spsp' },
    spec: {
      crd: { spec: { names: { kind: 'K8sPSP' } } },
      targets: [{ target: 't', rego: 'package a', code: [{ engine: 'K8sNativeValidation', source: { a: 'b' } }] }],
    },
  },
  {
    apiVersion: 'expansion.gatekeeper.sh/v1beta1',
    kind: 'ExpansionTemplate',
    metadata: { name: 'workloads' },
    spec: {
      applyTo: [{ groups: ['apps'], versions: ['v1'], kinds: ['Deployment'] }],
      templateSource: 'spec.template',
      enforcementAction: 'deny',
      generatedGVK: { group: '', version: 'v1', kind: 'Pod' },
    },
  },
  {
    apiVersion: 'config.gatekeeper.sh/v1alpha1',
    kind: 'Config',
    metadata: meta,
    spec: { match: [{ excludedNamespaces: ['n'], processes: ['*'] }] },
  },
  {
    apiVersion: 'policy.sigstore.dev/v1beta1',
    kind: 'ClusterImagePolicy',
    metadata: meta,
    spec: {
      mode: 'enforce',
      images: [{ glob: '**' }],
      authorities: [{ key: { data: 'k' } }],
      match: [{ resource: 'pods' }],
    },
  },
  {
    apiVersion: 'security.openshift.io/v1',
    kind: 'SecurityContextConstraints',
    metadata: meta,
    allowPrivilegedContainer: true,
    runAsUser: { type: 'MustRunAsRange', uidRangeMin: 1, uidRangeMax: 2 },
    volumes: ['*'],
    allowedCapabilities: ['*'],
    users: ['u'],
    groups: ['g'],
  },
  {
    password: 'ENC[AES256_GCM,data:a,iv:b,tag:c,type:str]',
    open: 'x',
    sops: {
      age: [{ recipient: 'age1x', enc: 'y' }],
      key_groups: [{ pgp: [{ fp: 'A', enc: 'x' }] }],
      shamir_threshold: 2,
      mac: 'ENC[AES256_GCM,data:a,iv:b,tag:c,type:str]',
      encrypted_regex: '^pass',
      mac_only_encrypted: true,
    },
  },
  {
    apiVersion: 'v2',
    name: 'chart',
    version: '1.0.0',
    dependencies: [{ name: 'd', version: '1.x', repository: 'https://x', alias: 'e' }],
  },
  {
    apiVersion: 'audit.k8s.io/v1',
    kind: 'Policy',
    omitStages: ['Panic'],
    rules: [
      {
        level: 'Metadata',
        users: ['u'],
        userGroups: ['g'],
        verbs: ['get'],
        namespaces: ['n'],
        resources: [{ group: '*', resources: ['pods/*'], resourceNames: ['x'] }],
        nonResourceURLs: ['/x*'],
        omitStages: ['ResponseComplete'],
      },
    ],
  },
  {
    version: 'v1alpha1',
    cluster: {
      apiServer: {
        extraArgs: { 'audit-log-path': '/x', 'audit-log-maxage': '7' },
        auditPolicy: { apiVersion: 'audit.k8s.io/v1', kind: 'Policy', rules: [{ level: 'None' }] },
      },
    },
    'kube-apiserver-arg': ['audit-policy-file=/x'],
  },
  {
    apiVersion: 'config.openshift.io/v1',
    kind: 'APIServer',
    metadata: { name: 'cluster' },
    spec: { audit: { profile: 'Default', customRules: [{ group: 'g', profile: 'None' }] } },
  },
  {
    customRules: { x: '- rule: a\n  condition: b\n- list: c\n  items: [d]', y: '-w /etc -p wa' },
    rules: [
      { rule: 'a', condition: 'b', priority: 'INFO', enabled: false, exceptions: [{ name: 'e' }] },
      { macro: 'm', condition: 'c' },
    ],
  },
  {
    apiVersion: 'cilium.io/v1alpha1',
    kind: 'TracingPolicy',
    metadata: meta,
    spec: {
      podSelector: selector,
      kprobes: [
        {
          call: 'x',
          selectors: [{ matchActions: [{ action: 'Sigkill' }], matchBinaries: [{ operator: 'In', values: ['a'] }] }],
        },
      ],
    },
  },
  {
    apiVersion: 'eksctl.io/v1alpha5',
    kind: 'ClusterConfig',
    metadata: meta,
    cloudWatch: { clusterLogging: { enableTypes: ['audit'] } },
  },
  {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: meta,
    spec: {
      groups: [
        {
          name: 'g',
          rules: [
            { alert: 'A', expr: 'up == 0', for: '5m', labels: { severity: 'critical' } },
            { title: 'T', data: [], isPaused: true },
          ],
        },
      ],
    },
  },
  {
    alertmanager: {
      route: {
        receiver: 'a',
        routes: [{ receiver: 'null', matchers: ['a="b"'], match: { c: 'd' }, mute_time_intervals: ['n'] }],
      },
      receivers: [{ name: 'a', slack_configs: [{ channel: 'c' }] }, { name: 'null' }],
    },
  },
  {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: meta,
    spec: { selector, namespaceSelector: { any: true, matchNames: ['n'] }, endpoints: [{ port: 'p' }] },
  },
  {
    apiVersion: 'logging.openshift.io/v1',
    kind: 'ClusterLogForwarder',
    metadata: meta,
    spec: { pipelines: [{ inputRefs: ['audit'], outputRefs: ['o'] }] },
  },
  {
    sources: { a: {} },
    sinks: { s: { type: 'http', inputs: ['a'] } },
    clients: [{ url: 'u' }],
    scrape_configs: [],
    data: { x: '[OUTPUT]\n  Name es\n  Match audit.*', y: '<match a>\n @type b' },
  },
  ...['AdminNetworkPolicy', 'ClusterNetworkPolicy'].map((kind) => ({
    apiVersion: 'policy.networking.k8s.io/v1alpha1',
    kind,
    metadata: { name: 'x' },
    spec: {
      tier: 'Admin',
      priority: 5,
      subject: { pods: { namespaceSelector: selector, podSelector: selector } },
      ingress: [
        {
          action: 'Deny',
          from: [{ namespaces: selector }],
          ports: [{ portRange: { protocol: 'TCP', start: 1, end: 2 } }],
        },
      ],
      egress: [
        {
          action: 'Allow',
          to: [{ networks: ['10.0.0.0/8'] }, { domainNames: ['*.x.org'] }],
          protocols: [{ tcp: { destinationPort: { number: 80 } } }],
        },
      ],
    },
  })),
  {
    apiVersion: 'security.istio.io/v1',
    kind: 'AuthorizationPolicy',
    metadata: meta,
    spec: {
      selector,
      action: 'ALLOW',
      rules: [
        {
          from: [{ source: { namespaces: ['a*'], notNamespaces: ['b'] } }],
          to: [{ operation: { paths: ['/x'] } }],
          when: [{ key: 'k', values: ['v'] }],
        },
      ],
    },
  },
  {
    apiVersion: 'security.istio.io/v1',
    kind: 'PeerAuthentication',
    metadata: meta,
    spec: { mtls: { mode: 'STRICT' }, portLevelMtls: { 80: { mode: 'DISABLE' } } },
  },
  {
    apiVersion: 'cilium.io/v2',
    kind: 'CiliumNetworkPolicy',
    metadata: meta,
    spec: {
      endpointSelector: selector,
      enableDefaultDeny: { ingress: false },
      ingress: [{ fromEntities: ['world'], toPorts: [{ ports: [{ port: '80' }] }] }],
      egressDeny: [{ toCIDR: ['10.0.0.0/8'] }],
    },
    specs: [{ endpointSelector: {}, egress: [{}] }],
  },
  {
    apiVersion: 'projectcalico.org/v3',
    kind: 'GlobalNetworkPolicy',
    metadata: meta,
    spec: {
      selector: 'all()',
      types: ['Ingress'],
      ingress: [{ action: 'Deny', source: { nets: ['10.0.0.0/8'] } }, { action: 'Allow' }],
    },
  },
  {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: meta,
    spec: {
      listeners: [
        {
          name: 'l',
          protocol: 'HTTPS',
          tls: { mode: 'Terminate', httpsRedirect: true },
          allowedRoutes: { namespaces: { from: 'All' } },
        },
      ],
      servers: [{ port: { number: 443, protocol: 'HTTPS' }, tls: { mode: 'MUTUAL' } }],
    },
  },
];

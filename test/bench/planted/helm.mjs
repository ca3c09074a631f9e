import { password, rights, secret, shows } from './kustomize.mjs';

/** The chart's own file without dependencies, which are not in the repository: the binary would fail. */
function withoutDependencies(clone, chart) {
  const path = `${chart}/Chart.yaml`;
  const text = clone.read(path);
  const alone = text.replace(/^dependencies:\n(?:[ -].*\n|#.*\n|\n)*/m, '');
  return alone === text ? {} : { [path]: alone };
}

/** Charts of public repositories, and what is planted in their templates and values. */
export function* charts(cloneOf) {
  const make = (repository, chart, kind, rules, edits, patterns, setup = {}) => ({
    kind: `helm ${kind}`,
    repository,
    rules,
    edits,
    truth: { helm: chart, shows: shows(...patterns) },
    setup: { ...withoutDependencies(cloneOf(repository), chart), ...setup },
  });
  const pg = cloneOf('charts');
  pg.reset();
  const operator = 'charts/cloudnative-pg';
  const rbac = pg.read(`${operator}/templates/rbac.yaml`);
  const values = pg.read(`${operator}/values.yaml`);
  const helpers = pg.read(`${operator}/templates/_helpers.tpl`);
  yield make(
    'charts',
    operator,
    'a rule in a template',
    rights,
    {
      [`${operator}/templates/rbac.yaml`]: rbac.replace(
        '\nrules:\n',
        '\nrules:\n- apiGroups: [""]\n  resources: [planted, secrets]\n  verbs: ["*"]\n',
      ),
    },
    [/planted/],
  );
  yield make(
    'charts',
    operator,
    'a rule in a named template',
    rights,
    {
      [`${operator}/templates/_helpers.tpl`]: helpers.replace(
        /(\{\{-?\s*define "cloudnative-pg.clusterwideRules"[^\n]*\n)/,
        '$1- apiGroups:\n  - ""\n  resources:\n  - planted\n  - secrets\n  verbs:\n  - get\n',
      ),
    },
    [/- planted/],
  );
  yield make(
    'charts',
    operator,
    'a value switches aggregation on',
    rights,
    { [`${operator}/values.yaml`]: values.replace('aggregateClusterRoles: false', 'aggregateClusterRoles: true') },
    [/aggregate-to-edit: "true"/],
  );
  yield make(
    'charts',
    operator,
    'a new template with a binding',
    rights,
    {
      [`${operator}/templates/planted.yaml`]: `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata:\n  name: {{ .Release.Name }}-planted\nroleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: ClusterRole\n  name: cluster-admin\nsubjects:\n- kind: ServiceAccount\n  name: {{ include "cloudnative-pg.serviceAccountName" . }}\n  namespace: {{ .Release.Namespace }}\n`,
    },
    [/-planted/],
  );
  yield make(
    'charts',
    operator,
    'an expression gives the verbs',
    rights,
    {
      [`${operator}/templates/rbac.yaml`]: rbac.replace(
        '\nrules:\n',
        '\nrules:\n- apiGroups: [""]\n  resources: [planted, secrets]\n  verbs: {{ list "get" "list" | toJson }}\n',
      ),
    },
    [/planted/],
  );
  yield make(
    'charts',
    operator,
    'a template takes a list of the values',
    rights,
    { [`${operator}/values.yaml`]: `${values}\nplanted:\n- planted\n- secrets\n` },
    [/- planted/],
    {
      [`${operator}/templates/rbac.yaml`]: rbac.replace(
        '\nrules:\n',
        '\nrules:\n{{- with .Values.planted }}\n- apiGroups: [""]\n  resources:\n  {{- toYaml . | nindent 2 }}\n  verbs: [get]\n{{- end }}\n',
      ),
      [`${operator}/values.schema.json`]: pg.has(`${operator}/values.schema.json`)
        ? pg
            .read(`${operator}/values.schema.json`)
            .replace('"properties": {', '"properties": {\n        "planted": {"type": "array"},')
        : '{}',
    },
  );
  yield make(
    'charts',
    operator,
    'a Secret of a value',
    secret,
    { [`${operator}/values.yaml`]: `${values}\nplanted:\n  x: "${password}"\n` },
    [new RegExp(Buffer.from(password).toString('base64'))],
    {
      [`${operator}/values.yaml`]: `${values}\nplanted:\n  x: ""\n`,
      [`${operator}/templates/planted.yaml`]:
        'apiVersion: v1\nkind: Secret\nmetadata:\n  name: planted\ndata:\n  x: {{ .Values.planted.x | b64enc }}\n',
      [`${operator}/values.schema.json`]: pg.has(`${operator}/values.schema.json`)
        ? pg
            .read(`${operator}/values.schema.json`)
            .replace('"properties": {', '"properties": {\n        "planted": {"type": "object"},')
        : '{}',
    },
  );

  const prometheus = cloneOf('helm-charts');
  prometheus.reset();
  const metrics = 'charts/kube-state-metrics';
  const metricsValues = prometheus.read(`${metrics}/values.yaml`);
  yield make(
    'helm-charts',
    metrics,
    'a value adds rules',
    rights,
    {
      [`${metrics}/values.yaml`]: metricsValues.replace(
        /extraRules: \[\]/,
        'extraRules:\n  - apiGroups: [""]\n    resources: [planted, secrets]\n    verbs: [get, list]',
      ),
    },
    [/planted/],
  );
  yield make(
    'helm-charts',
    metrics,
    'a value switches a feature with rules on',
    rights,
    {
      [`${metrics}/values.yaml`]: metricsValues.replace(
        /authFilter:\n {2}enabled: false/,
        'authFilter:\n  enabled: true',
      ),
    },
    [/tokenreviews/],
  );
  yield make(
    'helm-charts',
    metrics,
    'a value chooses another role',
    rights,
    {
      [`${metrics}/values.yaml`]: metricsValues.replace(
        '  # useExistingRole: your-existing-role',
        '  useExistingRole: cluster-admin',
      ),
    },
    [/name: cluster-admin/],
  );
  const exporter = 'charts/prometheus-mysql-exporter';
  const exporterValues = prometheus.read(`${exporter}/values.yaml`);
  yield make(
    'helm-charts',
    exporter,
    'a password among the values',
    secret,
    { [`${exporter}/values.yaml`]: exporterValues.replace(/pass: ".*"|pass: \w+/, `pass: "${password}"`) },
    [/./, new RegExp(`${password}|${Buffer.from(password).toString('base64').slice(0, 12)}`)],
  );
  const adapter = 'charts/prometheus-adapter';
  const folder = `${adapter}/templates`;
  for (const [name, at] of [
    ['cluster-role-resource-reader.yaml', 0],
    ['cluster-role-server-resources.yaml', 0],
  ]) {
    const path = [`${folder}/${name}`, `${folder}/${name.replace('cluster-role', 'clusterrole')}`].find((each) =>
      prometheus.has(each),
    );
    if (path === undefined || at > 0) continue;
    yield make(
      'helm-charts',
      adapter,
      `a rule in ${name}`,
      rights,
      {
        [path]: prometheus
          .read(path)
          .replace(/\nrules:\n/, '\nrules:\n- apiGroups: [""]\n  resources: [planted, secrets]\n  verbs: [get]\n'),
      },
      [/planted/],
    );
  }
  const redis = 'charts/prometheus-redis-exporter';
  const guarded = prometheus.files.find(
    (file) => file.startsWith(`${redis}/templates/role`) && /if .*rbac/i.test(prometheus.read(file)),
  );
  if (guarded !== undefined) {
    const redisValues = prometheus.read(`${redis}/values.yaml`);
    yield make(
      'helm-charts',
      redis,
      'a guard goes away',
      rights,
      { [guarded]: prometheus.read(guarded).replace(/\{\{-? if .*\}\}/, '{{- if true }}') },
      [/kind: Role\b[\s\S]*?\n\s*verbs:/],
      { [`${redis}/values.yaml`]: redisValues.replace(/(rbac:[\s\S]{0,200}?create: )true/, '$1false') },
    );
  }
}

export function* cleanCharts(cloneOf) {
  for (const [repository, chart] of [
    ['charts', 'charts/cloudnative-pg'],
    ['helm-charts', 'charts/kube-state-metrics'],
    ['helm-charts', 'charts/prometheus-adapter'],
  ]) {
    const clone = cloneOf(repository);
    clone.reset();
    const clean = (kind, edits) => ({ kind: `clean chart ${kind}`, repository, isClean: true, edits });
    const own = clone.read(`${chart}/Chart.yaml`);
    const values = clone.read(`${chart}/values.yaml`);
    const deployment = clone.files.find((file) => file === `${chart}/templates/deployment.yaml`);
    yield clean('version', { [`${chart}/Chart.yaml`]: own.replace(/^version: .*$/m, 'version: 99.0.0') });
    yield clean('values', {
      [`${chart}/values.yaml`]: values.replace(/replicaCount: 1|replicas: 1/, (found) => found.replace('1', '3')),
    });
    if (deployment !== undefined)
      yield clean('an annotation of a template', {
        [deployment]: clone.read(deployment).replace(/\nmetadata:\n/, '\nmetadata:\n  annotations:\n    team: shop\n'),
      });
  }
}

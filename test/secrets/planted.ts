import type { Structure } from '../../src/kube/touched-file.ts';

/** A file with a secret planted in it: `S` is the secret, `B` for its base64, `BB` for that of a whole text. */
export interface Planted {
  readonly place: string;
  readonly file: string;
  readonly structure?: Structure;
  /** What the finding must name. */
  readonly field: string;
  text(secret: string): string;
}

const b64 = (text: string): string => Buffer.from(text).toString('base64');

const pod = (spec: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop}\nspec:\n${spec}`;

const workload = (kind: string, path: readonly string[]): Planted => ({
  place: `env value in a ${kind}`,
  file: 'w.yaml',
  field: 'DB_PASSWORD',
  text: (s) => {
    const lines = ['apiVersion: apps/v1', `kind: ${kind}`, 'metadata: {name: web}'];
    path.forEach((step, depth) => {
      lines.push(`${'  '.repeat(depth)}${step}:`);
    });
    lines.push(`${'  '.repeat(path.length)}containers: [{name: app, env: [{name: DB_PASSWORD, value: "${s}"}]}]`);
    return lines.join('\n');
  },
});

const secret = (body: string, type = 'Opaque'): string =>
  `apiVersion: v1\nkind: Secret\nmetadata: {name: db, namespace: shop}\ntype: ${type}\n${body}`;

const custom = (apiVersion: string, kind: string, spec: string): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: x, namespace: shop}\nspec:\n${spec}`;

const template = ['spec', 'template', 'spec'];

/** One planted secret for every place of the table. */
export const planted: readonly Planted[] = [
  {
    place: 'Secret data',
    file: 's.yaml',
    field: 'data.password',
    text: (s) => secret(`data:\n  password: ${b64(s)}\n`),
  },
  {
    place: 'Secret data, a neutral key',
    file: 's.yaml',
    field: 'data.x',
    text: (s) => secret(`data:\n  x: ${b64(s)}\n`),
  },
  {
    place: 'Secret data, encoded twice',
    file: 's.yaml',
    field: 'data.x',
    text: (s) => secret(`data:\n  x: ${b64(b64(s))}\n`),
  },
  {
    place: 'Secret data, folded',
    file: 's.yaml',
    field: 'data.x',
    text: (s) => secret(`data:\n  x: >-\n    ${b64(s).slice(0, 8)}\n    ${b64(s).slice(8)}\n`),
  },
  {
    place: 'Secret stringData',
    file: 's.yaml',
    field: 'stringData.password',
    text: (s) => secret(`stringData:\n  password: "${s}"\n`),
  },
  {
    place: 'Secret stringData, a file',
    file: 's.yaml',
    field: 'application.properties',
    text: (s) => secret(`stringData:\n  application.properties: |\n    db.url=jdbc:x\n    db.password=${s}\n`),
  },
  {
    place: 'Secret in a List',
    file: 's.yaml',
    field: 'data.password',
    text: (s) =>
      `apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Secret\n  metadata: {name: db}\n  data: {password: ${b64(s)}}\n`,
  },
  {
    place: 'Secret in the third document',
    file: 's.yaml',
    field: 'data.password',
    text: (s) => `a: 1\n---\nb: 2\n---\n${secret(`data: {password: ${b64(s)}}`)}`,
  },
  {
    place: 'Secret as JSON',
    file: 's.json',
    field: 'data.password',
    text: (s) =>
      JSON.stringify({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'db' }, data: { password: b64(s) } }),
  },
  {
    place: 'Secret next to a broken document',
    file: 's.yaml',
    field: 'data.password',
    text: (s) => `a: [\n---\n${secret(`data:\n  password: ${b64(s)}\n`)}`,
  },
  {
    place: 'broken Secret',
    file: 's.yaml',
    field: 'data.password',
    text: (s) => secret(`data:\n\tpassword: ${b64(s)}\n`),
  },
  {
    place: 'Secret in a Helm template',
    file: 'chart/templates/s.yaml',
    structure: 'template',
    field: 'stringData.password',
    text: (s) =>
      `{{- if .Values.x }}\napiVersion: v1\nkind: Secret\nmetadata:\n  name: {{ include "x" . }}\nstringData:\n  password: ${s}\n{{- end }}\n`,
  },
  {
    place: 'default in a Helm template',
    file: 'chart/templates/s.yaml',
    structure: 'template',
    field: 'data.password',
    text: (s) =>
      `apiVersion: v1\nkind: Secret\nmetadata:\n  name: x\ndata:\n  password: {{ .Values.password | default "${s}" | b64enc }}\n`,
  },
  {
    place: 'registry login',
    file: 's.yaml',
    field: '.dockerconfigjson',
    text: (s) =>
      secret(
        `data:\n  .dockerconfigjson: ${b64(JSON.stringify({ auths: { 'r.io': { auth: b64(`u:${s}`) } } }))}\n`,
        'kubernetes.io/dockerconfigjson',
      ),
  },
  {
    place: 'registry login, old form',
    file: 's.yaml',
    field: '.dockercfg',
    text: (s) =>
      secret(
        `data:\n  .dockercfg: ${b64(JSON.stringify({ 'r.io': { username: 'u', password: s } }))}\n`,
        'kubernetes.io/dockercfg',
      ),
  },
  {
    place: 'htpasswd',
    file: 's.yaml',
    field: 'data.auth',
    text: (s) => secret(`data:\n  auth: ${b64(`admin:{SHA}${b64(s)}`)}\n`),
  },
  {
    place: 'kubeconfig',
    file: 'kube.yaml',
    field: 'users[admin].user.token',
    text: (s) => `apiVersion: v1\nkind: Config\nusers:\n- name: admin\n  user:\n    token: ${s}\n`,
  },
  {
    place: 'kubeconfig in a ConfigMap',
    file: 'c.yaml',
    field: 'kubeconfig',
    text: (s) =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: k}\ndata:\n  kubeconfig: |\n    apiVersion: v1\n    kind: Config\n    users:\n    - name: admin\n      user:\n        token: ${s}\n`,
  },
  {
    place: 'ConfigMap value',
    file: 'c.yaml',
    field: 'data.DB_PASSWORD',
    text: (s) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  DB_PASSWORD: "${s}"\n`,
  },
  {
    place: 'ConfigMap .env',
    file: 'c.yaml',
    field: 'DB_PASSWORD',
    text: (s) =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  app.env: |\n    # settings\n    HOST=db\n    DB_PASSWORD=${s}\n`,
  },
  {
    place: 'ConfigMap JSON',
    file: 'c.yaml',
    field: 'password',
    text: (s) =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  c.json: |\n    {"db": {"host": "x", "password": "${s}"}}\n`,
  },
  {
    place: 'ConfigMap properties',
    file: 'c.yaml',
    field: 'spring.datasource.password',
    text: (s) =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  a.properties: |\n    spring.datasource.url=jdbc:x\n    spring.datasource.password=${s}\n`,
  },
  {
    place: 'ConfigMap INI',
    file: 'c.yaml',
    field: 'smtp.password',
    text: (s) =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  grafana.ini: |\n    [smtp]\n    user = x\n    password = ${s}\n`,
  },
  {
    place: 'ConfigMap YAML',
    file: 'c.yaml',
    field: 'api_token',
    text: (s) =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  c.yaml: |\n    a:\n      api_token: ${s}\n    b: 1\n`,
  },
  {
    place: 'ConfigMap binaryData',
    file: 'c.yaml',
    field: 'binaryData',
    text: (s) =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\nbinaryData:\n  c.env: ${b64(`A=1\nDB_PASSWORD=${s}\n`)}\n`,
  },
  ...['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job', 'ReplicationController'].map((kind) =>
    workload(kind, template),
  ),
  workload('CronJob', ['spec', 'jobTemplate', 'spec', 'template', 'spec']),
  workload('Pod', ['spec']),
  workload('Rollout', template),
  {
    place: 'init container',
    file: 'p.yaml',
    field: 'initContainers[i].env[API_TOKEN]',
    text: (s) => pod(`  initContainers: [{name: i, env: [{name: API_TOKEN, value: "${s}"}]}]`),
  },
  {
    place: 'ephemeral container',
    file: 'p.yaml',
    field: 'ephemeralContainers[i].env[API_TOKEN]',
    text: (s) => pod(`  ephemeralContainers: [{name: i, env: [{name: API_TOKEN, value: "${s}"}]}]`),
  },
  {
    place: 'container argument',
    file: 'p.yaml',
    field: 'args',
    text: (s) => pod(`  containers: [{name: a, args: ["--db-password=${s}"]}]`),
  },
  {
    place: 'container argument in two',
    file: 'p.yaml',
    field: 'args',
    text: (s) => pod(`  containers: [{name: a, args: ["--db-password", "${s}"]}]`),
  },
  {
    place: 'shell command',
    file: 'p.yaml',
    field: 'command',
    text: (s) =>
      pod(
        `  containers:\n  - name: a\n    command:\n    - sh\n    - -c\n    - |\n      set -e\n      PGPASSWORD='${s}' psql -h db\n`,
      ),
  },
  {
    place: 'curl user',
    file: 'p.yaml',
    field: 'command',
    text: (s) => pod(`  containers: [{name: a, command: [sh, -c, "curl -u admin:${s} https://x/"]}]`),
  },
  {
    place: 'probe header',
    file: 'p.yaml',
    field: 'httpHeaders[X-Api-Key]',
    text: (s) =>
      pod(
        `  containers: [{name: a, livenessProbe: {httpGet: {path: /, port: 1, httpHeaders: [{name: X-Api-Key, value: "${s}"}]}}}]`,
      ),
  },
  {
    place: 'probe authorization',
    file: 'p.yaml',
    field: 'httpHeaders[Authorization]',
    text: (s) =>
      pod(
        `  containers: [{name: a, livenessProbe: {httpGet: {path: /, port: 1, httpHeaders: [{name: Authorization, value: "Basic ${b64(`u:${s}`)}"}]}}}]`,
      ),
  },
  {
    place: 'lifecycle hook',
    file: 'p.yaml',
    field: 'postStart',
    text: (s) =>
      pod(
        `  containers: [{name: a, lifecycle: {postStart: {exec: {command: [sh, -c, "mysql -u root -p${s} -e x"]}}}}]`,
      ),
  },
  {
    place: 'last applied annotation',
    file: 's.yaml',
    field: 'last-applied-configuration',
    text: (s) =>
      `apiVersion: v1\nkind: Secret\nmetadata:\n  name: a\n  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: |\n      {"apiVersion":"v1","kind":"Secret","metadata":{"name":"a"},"data":{"x":"${b64(s)}"}}\n`,
  },
  {
    place: 'Vault agent annotation',
    file: 'p.yaml',
    field: 'agent-inject-template-db',
    text: (s) =>
      `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  annotations:\n    vault.hashicorp.com/agent-inject-template-db: |\n      user={{ .Data.user }}\n      password=${s}\n`,
  },
  {
    place: 'Helm values',
    file: 'values.yaml',
    field: 'auth.password',
    text: (s) => `auth:\n  enabled: true\n  password: ${s}\n`,
  },
  {
    place: 'Helm CI values',
    file: 'ci/test-values.yaml',
    field: 'adminPassword',
    text: (s) => `adminPassword: ${s}\n`,
  },
  {
    place: 'manifest inside Helm values',
    file: 'values.yaml',
    field: 'stringData.x',
    text: (s) =>
      `extraDeploy:\n- |\n  apiVersion: v1\n  kind: Secret\n  metadata: {name: a}\n  stringData: {x: ${s}}\n`,
  },
  {
    place: 'HelmRelease values',
    file: 'hr.yaml',
    field: 'spec.values.auth.password',
    text: (s) => custom('helm.toolkit.fluxcd.io/v2', 'HelmRelease', `  values:\n    auth:\n      password: ${s}\n`),
  },
  {
    place: 'HelmRelease post-renderer',
    file: 'hr.yaml',
    field: 'postRenderers',
    text: (s) =>
      custom(
        'helm.toolkit.fluxcd.io/v2',
        'HelmRelease',
        `  postRenderers:\n  - kustomize:\n      patches:\n      - patch: |\n          apiVersion: v1\n          kind: Secret\n          metadata: {name: a}\n          stringData: {x: ${s}}\n`,
      ),
  },
  {
    place: 'Flux GitRepository',
    file: 'g.yaml',
    field: 'spec.url',
    text: (s) =>
      custom('source.toolkit.fluxcd.io/v1', 'GitRepository', `  url: https://git:${s}@git.example.org/x.git\n`),
  },
  {
    place: 'Flux substitution',
    file: 'k.yaml',
    field: 'postBuild.substitute',
    text: (s) =>
      custom(
        'kustomize.toolkit.fluxcd.io/v1',
        'Kustomization',
        `  postBuild:\n    substitute:\n      db_password: ${s}\n`,
      ),
  },
  {
    place: 'Flux default',
    file: 'k.yaml',
    field: 'stringData.password',
    text: (s) => secret(`stringData:\n  password: \${DB_PASSWORD:=${s}}\n`),
  },
  {
    place: 'Flux patch',
    file: 'k.yaml',
    field: 'spec.patches',
    text: (s) =>
      custom(
        'kustomize.toolkit.fluxcd.io/v1',
        'Kustomization',
        `  patches:\n  - patch: |\n      apiVersion: v1\n      kind: Secret\n      metadata: {name: a}\n      stringData: {x: ${s}}\n`,
      ),
  },
  {
    place: 'Argo CD parameter',
    file: 'a.yaml',
    field: 'parameters[auth.password]',
    text: (s) =>
      custom(
        'argoproj.io/v1alpha1',
        'Application',
        `  source:\n    helm:\n      parameters:\n      - name: auth.password\n        value: ${s}\n`,
      ),
  },
  {
    place: 'Argo CD values',
    file: 'a.yaml',
    field: 'helm.values',
    text: (s) =>
      custom(
        'argoproj.io/v1alpha1',
        'Application',
        `  sources:\n  - helm:\n      values: |\n        auth:\n          password: ${s}\n`,
      ),
  },
  {
    place: 'Argo CD values object',
    file: 'a.yaml',
    field: 'valuesObject',
    text: (s) =>
      custom(
        'argoproj.io/v1alpha1',
        'ApplicationSet',
        `  template:\n    spec:\n      source:\n        helm:\n          valuesObject:\n            auth: {password: ${s}}\n`,
      ),
  },
  {
    place: 'Argo CD list generator',
    file: 'a.yaml',
    field: 'elements',
    text: (s) =>
      custom(
        'argoproj.io/v1alpha1',
        'ApplicationSet',
        `  generators:\n  - list:\n      elements:\n      - cluster: a\n        password: ${s}\n`,
      ),
  },
  {
    place: 'Argo CD plugin',
    file: 'a.yaml',
    field: 'plugin.env[API_TOKEN]',
    text: (s) =>
      custom(
        'argoproj.io/v1alpha1',
        'Application',
        `  source:\n    plugin:\n      env: [{name: API_TOKEN, value: ${s}}]\n`,
      ),
  },
  {
    place: 'Argo CD repository',
    file: 'a.yaml',
    field: 'stringData.password',
    text: (s) =>
      `apiVersion: v1\nkind: Secret\nmetadata:\n  name: repo\n  labels: {argocd.argoproj.io/secret-type: repository}\nstringData: {url: https://git.example.org/x, username: x, password: "${s}"}\n`,
  },
  {
    place: 'Argo CD cluster',
    file: 'a.yaml',
    field: 'stringData.config',
    text: (s) =>
      `apiVersion: v1\nkind: Secret\nmetadata:\n  name: repo\n  labels: {argocd.argoproj.io/secret-type: cluster}\nstringData:\n  server: https://k\n  config: |\n    {"bearerToken": "${s}"}\n`,
  },
  {
    place: 'Argo CD oidc.config',
    file: 'a.yaml',
    field: 'clientSecret',
    text: (s) =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: argocd-cm}\ndata:\n  oidc.config: |\n    issuer: https://i\n    clientSecret: ${s}\n`,
  },
  {
    place: 'kustomize secretGenerator',
    file: 'kustomization.yaml',
    field: 'secretGenerator[db].literals',
    text: (s) => `secretGenerator:\n- name: db\n  literals:\n  - x=${s}\n`,
  },
  {
    place: 'kustomize configMapGenerator',
    file: 'kustomization.yaml',
    field: 'configMapGenerator[db].literals',
    text: (s) => `configMapGenerator:\n- name: db\n  literals:\n  - DB_PASSWORD=${s}\n`,
  },
  {
    place: 'kustomize patch',
    file: 'kustomization.yaml',
    field: 'patches',
    text: (s) =>
      `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\npatches:\n- patch: |-\n    apiVersion: v1\n    kind: Secret\n    metadata: {name: a}\n    stringData:\n      x: ${s}\n`,
  },
  {
    place: 'kustomize JSON patch',
    file: 'kustomization.yaml',
    field: 'patches',
    text: (s) =>
      `kind: Kustomization\npatches:\n- target: {kind: Secret, name: a}\n  patch: |-\n    - op: add\n      path: /stringData/password\n      value: ${s}\n`,
  },
  {
    place: 'kustomize Helm values',
    file: 'kustomization.yaml',
    field: 'valuesInline',
    text: (s) => `helmCharts:\n- name: x\n  valuesInline:\n    auth: {password: ${s}}\n`,
  },
  {
    place: 'SealedSecret template',
    file: 'ss.yaml',
    field: 'template.stringData',
    text: (s) => custom('bitnami.com/v1alpha1', 'SealedSecret', `  template:\n    stringData:\n      x: ${s}\n`),
  },
  {
    place: 'SealedSecret template data',
    file: 'ss.yaml',
    field: 'template.data.password',
    text: (s) => custom('bitnami.com/v1alpha1', 'SealedSecret', `  template:\n    data:\n      password: ${s}\n`),
  },
  {
    place: 'SealedSecret that is not sealed',
    file: 'ss.yaml',
    field: 'encryptedData.x',
    text: (s) => custom('bitnami.com/v1alpha1', 'SealedSecret', `  encryptedData:\n    x: ${b64(s)}\n`),
  },
  {
    place: 'SOPS value in a SOPS file left plain',
    file: 's.enc.yaml',
    field: 'stringData.b',
    text: (s) =>
      `${secret(`stringData:\n  b: ${s}\n`)}sops:\n  lastmodified: "2026-01-01T00:00:00Z"\n  mac: ENC[AES256_GCM,data:x,iv:y,tag:z,type:str]\n  encrypted_regex: ^(data)$\n`,
  },
  {
    place: 'SOPS ciphertext without SOPS',
    file: 's.yaml',
    field: 'stringData.b',
    text: (s) => secret(`stringData:\n  b: ENC[AES256_GCM,data:${b64(s)},iv:y,tag:z,type:str]\n`),
  },
  {
    place: 'ESO fake provider',
    file: 'e.yaml',
    field: 'fake.data[/x]',
    text: (s) =>
      custom(
        'external-secrets.io/v1',
        'ClusterSecretStore',
        `  provider:\n    fake:\n      data:\n      - key: /x\n        value: ${s}\n`,
      ),
  },
  {
    place: 'ESO fake generator',
    file: 'e.yaml',
    field: 'spec.data.x',
    text: (s) => custom('generators.external-secrets.io/v1alpha1', 'Fake', `  data:\n    x: ${s}\n`),
  },
  {
    place: 'ESO template',
    file: 'e.yaml',
    field: 'target.template.data.config',
    text: (s) =>
      custom(
        'external-secrets.io/v1',
        'ExternalSecret',
        `  target:\n    template:\n      data:\n        config: |\n          user: "{{ .user }}"\n          password: ${s}\n`,
      ),
  },
  {
    place: 'ESO webhook',
    file: 'e.yaml',
    field: 'headers',
    text: (s) =>
      custom(
        'external-secrets.io/v1',
        'SecretStore',
        `  provider:\n    webhook:\n      url: https://x\n      headers:\n        X-Auth-Token: ${s}\n`,
      ),
  },
  {
    place: 'Bank-Vaults',
    file: 'v.yaml',
    field: 'startupSecrets',
    text: (s) =>
      custom(
        'vault.banzaicloud.com/v1alpha1',
        'Vault',
        `  externalConfig:\n    startupSecrets:\n    - type: kv\n      path: secret/data/x\n      data:\n        data:\n          x: ${s}\n`,
      ),
  },
  {
    place: 'Terraform variable',
    file: 't.yaml',
    field: 'vars[db_password]',
    text: (s) =>
      custom('infra.contrib.fluxcd.io/v1alpha2', 'Terraform', `  vars:\n  - name: db_password\n    value: ${s}\n`),
  },
  {
    place: 'Crossplane',
    file: 'x.yaml',
    field: 'forProvider.masterPassword',
    text: (s) => custom('rds.aws.crossplane.io/v1', 'RDSInstance', `  forProvider:\n    masterPassword: ${s}\n`),
  },
  {
    place: 'EncryptionConfiguration',
    file: 'e.yaml',
    field: 'keys[k1].secret',
    text: (s) =>
      `apiVersion: apiserver.config.k8s.io/v1\nkind: EncryptionConfiguration\nresources:\n- resources: [secrets]\n  providers:\n  - aescbc:\n      keys:\n      - name: k1\n        secret: ${b64(s)}\n`,
  },
  {
    place: 'GitHub workflow env',
    file: '.github/workflows/ci.yml',
    field: 'DEPLOY_TOKEN',
    text: (s) =>
      `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n    - run: make\n      env:\n        DEPLOY_TOKEN: ${s}\n`,
  },
  {
    place: 'GitHub workflow script',
    file: '.github/workflows/ci.yml',
    field: 'run',
    text: (s) =>
      `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n    - run: |\n        docker login -u x -p ${s} r.io\n`,
  },
  {
    place: 'GitLab CI variables',
    file: '.gitlab-ci.yml',
    field: 'variables.DEPLOY_TOKEN',
    text: (s) => `variables:\n  DEPLOY_TOKEN: "${s}"\nx:\n  script: [make]\n`,
  },
  {
    place: 'GitLab CI script',
    file: '.gitlab-ci.yml',
    field: 'script',
    text: (s) => `x:\n  script:\n  - curl --user deploy:${s} https://x/\n`,
  },
  {
    place: 'Compose environment',
    file: 'docker-compose.yml',
    field: 'POSTGRES_PASSWORD',
    text: (s) => `services:\n  db:\n    environment:\n    - POSTGRES_PASSWORD=${s}\n`,
  },
  {
    place: '.env',
    file: 'app/.env',
    structure: 'text',
    field: 'DB_PASSWORD',
    text: (s) => `HOST=x\nDB_PASSWORD=${s}\n`,
  },
  {
    place: '.npmrc',
    file: '.npmrc',
    structure: 'text',
    field: '_authToken',
    text: (s) => `//registry.example.org/:_authToken=${s}\n`,
  },
  {
    place: '.netrc',
    file: '.netrc',
    structure: 'text',
    field: 'password',
    text: (s) => `machine x.org login me password ${s}\n`,
  },
  { place: '.pgpass', file: '.pgpass', structure: 'text', field: 'password', text: (s) => `db:5432:shop:me:${s}\n` },
  {
    place: 'terraform.tfvars',
    file: 'terraform.tfvars',
    structure: 'text',
    field: 'db_password',
    text: (s) => `db_password = "${s}"\n`,
  },
  {
    place: 'tfstate',
    file: 'terraform.tfstate',
    structure: 'text',
    field: 'password',
    text: (s) => JSON.stringify({ resources: [{ instances: [{ attributes: { password: s } }] }] }, null, 1),
  },
  {
    place: 'Dockerfile',
    file: 'Dockerfile',
    structure: 'text',
    field: 'API_TOKEN',
    text: (s) => `FROM x\nENV API_TOKEN=${s}\n`,
  },
  {
    place: 'shell script',
    file: 'deploy.sh',
    structure: 'text',
    field: 'login -p',
    text: (s) => `#!/bin/sh\nhelm registry login r.io -u x -p ${s}\n`,
  },
  {
    place: 'a key that says nothing in a file of a Secret',
    file: 's.yaml',
    field: 'foo',
    text: (s) => secret(`stringData:\n  c.ini: |\n    [shop]\n    foo = ${s}\n    mode = fast\n`),
  },
  {
    place: 'a directive in a file of a Secret',
    file: 's.yaml',
    field: 'foo',
    text: (s) => secret(`stringData:\n  c.conf: |\n    foo ${s}\n    level info\n`),
  },
  {
    place: 'the default of a Spring property',
    file: 'application.properties',
    structure: 'text',
    field: 'db.password',
    text: (s) => `db.password=\${DB_PASSWORD:${s}}\n`,
  },
  {
    place: 'a literal before a shell variable',
    file: 'deploy.sh',
    structure: 'text',
    field: 'DB_PASSWORD',
    text: (s) => `#!/bin/sh\nDB_PASSWORD="${s}$SUFFIX"\n`,
  },
  {
    place: 'a token as the user of curl',
    file: 'deploy.sh',
    structure: 'text',
    field: 'curl --user',
    text: (s) => `#!/bin/sh\ncurl -u "${s}:" https://api.acme.test\n`,
  },
];

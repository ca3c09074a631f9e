/** A small GitOps repository that is in order, and a change to it that is not. */
export const goodBase: Readonly<Record<string, string>> = {
  'README.md': '# shop\n\nWhat runs in production. Argo CD applies `clusters/prod`.\n',
  'clusters/prod/rbac/deployer.yaml': `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: deployer
rules:
  - apiGroups: [apps]
    resources:
      - deployments
    verbs: [get, list, watch, patch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: ci-deployer
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: deployer
subjects:
  - kind: ServiceAccount
    name: deployer
    namespace: ci
`,
  'clusters/prod/shop/database.yaml': `apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: database
  namespace: shop
spec:
  secretStoreRef: {kind: ClusterSecretStore, name: vault}
  dataFrom:
    - extract: {key: shop/database}
`,
  'clusters/prod/shop/shop.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
  namespace: shop
spec:
  selector:
    matchLabels: {app: shop}
  template:
    metadata:
      labels: {app: shop}
    spec:
      containers:
        - name: shop
          image: registry.example/shop:2.4.0
          env:
            - name: DATABASE_PASSWORD
              valueFrom:
                secretKeyRef: {name: database, key: password}
`,
};

/** What the change's three commits make of these files. */
export const badChange = {
  widening: {
    'clusters/prod/rbac/deployer.yaml': (goodBase['clusters/prod/rbac/deployer.yaml'] ?? '').replace(
      '---',
      '  - apiGroups: [""]\n    resources: [secrets]\n    verbs: ["*"]\n---',
    ),
  },
  secret: {
    'clusters/prod/shop/database.yaml': `apiVersion: v1
kind: Secret
metadata:
  name: database
  namespace: shop
stringData:
  username: shop
  password: tr0ub4dor-and-3-horses
`,
  },
  harmless: {
    'clusters/prod/shop/shop.yaml': (goodBase['clusters/prod/shop/shop.yaml'] ?? '').replace('2.4.0', '2.4.1'),
  },
} as const;

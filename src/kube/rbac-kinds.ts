/** The kinds of rbac.authorization.k8s.io, and of OpenShift's API of the same shape. */
export const rbacKinds: readonly string[] = ['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'];

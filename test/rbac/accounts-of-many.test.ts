import { describe, expect, test } from '@jest/globals';
import { resourcesOf } from '../../src/kube/resources.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { pairCopies } from '../../src/rbac/compare/copies.ts';
import { StepBudget, StepLimitError } from '../../src/rbac/model/step-budget.ts';
import { heldBy, subjectsOf } from '../../src/rbac/query/held-by-account.ts';
import { readRbac } from '../../src/rbac/read/read-rbac.ts';
import { rbacState } from '../../src/rbac/state/rbac-state.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';
import { superlinearAt } from '../growth.ts';
import { limits } from '../yaml/limits.ts';

const options = { ...defaultPolicy, openshift: false };

/** A role and a binding of one name in each of many folders, of a namespace that is stated or not. */
const granted = (size: number, namespace: string, isBranch = false, folder = 'apps') => {
  const { documents } = parseYaml(
    Buffer.from(
      `apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: r${namespace}}\nrules: [{apiGroups: [""], resources: [pods], verbs: [get]}]\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: b${namespace}}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: r}\nsubjects: [{kind: ServiceAccount, name: a${namespace}}]\n`,
    ),
    limits,
  );
  return Array.from({ length: size }, (_, at) =>
    documents.flatMap((document) =>
      resourcesOf(isBranch ? { ...document, isBranch } : document, `${folder}/g${at}/x.yaml`),
    ),
  ).flat();
};

describe('roles, bindings and accounts of one name in many folders', () => {
  test('are found from where they are named in a time in proportion to them', () => {
    const ask = (size: number) => {
      const state = rbacState(granted(size, ''), options);
      return Array.from({ length: size }, (_, at) => {
        const account = { name: 'a', namespace: '(namespace of apps/)', file: `apps/g${at}/pod.yaml` };
        return heldBy(state, subjectsOf(state, account), new StepBudget()).held.length;
      });
    };
    expect(superlinearAt(ask, 2000)).toBeUndefined();
  });

  test('that all grant each other’s are too many, which is said', () => {
    const state = rbacState(granted(300, ', namespace: shop'), options);
    const account = { name: 'a', namespace: 'shop', file: 'apps/g0/pod.yaml' };
    expect(() => heldBy(state, subjectsOf(state, account), new StepBudget(1_000_000))).toThrow(StepLimitError);
  });

  test('readings of templates are compared in a time in proportion to them', () => {
    const roles = (size: number, isBranch: boolean, folder: string) =>
      readRbac(granted(size, ', namespace: shop', isBranch, folder)).roles;
    const pair = (size: number) =>
      pairCopies(roles(size, false, 'a'), [...roles(size, false, 'b'), ...roles(size, true, 'c')]);
    expect(superlinearAt(pair, 4000)).toBeUndefined();
  });
});

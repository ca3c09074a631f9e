import { expect, test } from '@jest/globals';
import { accountLookup } from '../../src/workload/identity/lookup.ts';
import { read } from './chart-values.ts';

const account = (name: string, namespace = 'shop') => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: { name, namespace },
});
const nothing = { grants: [] } as never;
const unseen = (
  name: string,
  namespace = 'shop',
  {
    before = [],
    after = [],
    elsewhere = false,
    isBound = false,
    isSwitch = true,
  }: { before?: object[]; after?: object[]; elsewhere?: boolean; isBound?: boolean; isSwitch?: boolean } = {},
) =>
  accountLookup({ before: read(...before), after: read(...after) }, () => elsewhere, {
    beyond: () => nothing,
    isBound: () => isBound,
  }).unseen({ name, namespace, file: 'a.yaml' }, isSwitch);

test('an account that nothing says anything of is one that a workload is moved to', () => {
  expect([
    unseen('x'),
    unseen('{{ .Values.x }}'),
    unseen('\u0024{x}'),
    unseen('x', 'shop', { isSwitch: false }),
  ]).toEqual(['undeclared', 'computed', 'computed', undefined]);
  expect([unseen('x', 'shop', { isBound: true }), unseen('x', 'shop', { elsewhere: true })]).toEqual([
    undefined,
    undefined,
  ]);
  expect([
    unseen('x', 'shop', { before: [account('x')] }),
    unseen('x', 'shop', { after: [account('x')] }),
    unseen('x', 'shop', { before: [account('y')] }),
  ]).toEqual([undefined, undefined, 'undeclared']);
  expect([
    unseen('default'),
    unseen('default', 'kube-system'),
    unseen('default', 'kube-system', { isBound: true }),
  ]).toEqual([undefined, 'system', undefined]);
});

test.each<[string, readonly string[], readonly string[]]>([
  [
    'flux-system',
    ['flux-operator', 'kustomize-controller', 'image-reflector-controller'],
    ['xflux-operator', 'flux-operatorx', 'helm-controllers'],
  ],
  ['argocd', ['argocd-server', 'argocd-application-controller'], ['xargocd-server', 'argocd-server-x']],
  ['argo-cd', ['argocd-server', 'argocd-applicationset-controller'], ['xargocd-server', 'argocd-server-x']],
  [
    'openshift-gitops',
    ['openshift-gitops-argocd-server'],
    ['xopenshift-gitops-argocd-server', 'openshift-gitops-argocd-servers'],
  ],
  ['kube-system', ['tiller', 'helm-anything', 'aws-node'], ['xtiller', 'tillers', 'aws-nodes']],
  ['crossplane-system', ['crossplane'], ['xcrossplane', 'crossplanes']],
  ['cattle-system', ['rancher'], ['xrancher', 'ranchers']],
  ['gatekeeper-system', ['gatekeeper-admin'], ['xgatekeeper-admin', 'gatekeeper-admins']],
])('in %s, %j are controllers, and what is only called alike is not', (namespace, is, not) => {
  // An object that the change adds for it says nothing of what it may do.
  const kind = (name: string) => unseen(name, namespace, { after: [account(name, namespace)], isSwitch: false });
  expect(is.map(kind)).toEqual(is.map(() => 'controller'));
  expect(not.map(kind)).toEqual(not.map(() => undefined));
});

import { describe, expect, test } from '@jest/globals';
import { atTheChange } from '../../src/admission/judge/changed-place.ts';
import { engineFlagsLoosened } from '../../src/admission/judge/engine-flags.ts';
import { newlyLeftOut } from '../../src/admission/judge/left-out.ts';
import { namespaceLoosened } from '../../src/admission/judge/namespace-labels.ts';
import { readingOf } from '../../src/admission/judge/readings.ts';
import { analysed, objects } from './analysed.ts';
import { advised, said, yaml } from './said.ts';

type Row = readonly [name: string, before: string, after: string, ...said: string[]];
const says = (_: string, before: string, after: string, ...expected: string[]) =>
  expect(analysed(before, after)).toEqual(expected);

const object = (apiVersion: string, kind: string, name: string, body: string) =>
  `{apiVersion: ${apiVersion}, kind: ${kind}, metadata: {name: ${name}${/^(?:Policy|Namespaced|ImagePolicy$)/.test(kind) ? ', namespace: shop' : ''}}, ${body}}\n`;
const pods = 'match: {any: [{resources: {kinds: [Pod]}}]}';
const rule = (more = '', name = 'r', match = pods) =>
  `{name: ${name}, ${match}, validate: {pattern: {a: b}}${more === '' ? '' : `, ${more}`}}`;
const changing = `{name: m, ${pods}, mutate: {a: b}}`;
const making = `{name: g, ${pods}, generate: {a: b}}`;
const cluster = (name: string, rules: string, spec = 'validationFailureAction: Enforce', kind = 'ClusterPolicy') =>
  object('kyverno.io/v1', kind, name, `spec: {${spec}, rules: [${rules}]}`);
const onPods =
  'matchConstraints: {resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]}';
const cel = (name: string, spec = onPods, kind = 'ValidatingPolicy') =>
  object('policies.kyverno.io/v1', kind, name, `spec: {${spec}}`);
const vap = (name: string, spec = onPods, kind = 'ValidatingAdmissionPolicy') =>
  object('admissionregistration.k8s.io/v1', kind, name, `spec: {${spec}}`);
const bound = (
  name: string,
  policy = name,
  spec = 'validationActions: [Deny]',
  kind = 'ValidatingAdmissionPolicyBinding',
) => object('admissionregistration.k8s.io/v1', kind, name, `spec: {policyName: ${policy}, ${spec}}`);
const constraint = (name: string, spec = 'match: {kinds: [{apiGroups: [""], kinds: [Pod]}]}', kind = 'K8sA') =>
  object('constraints.gatekeeper.sh/v1beta1', kind, name, `spec: {${spec}}`);

describe('objects that are gone', () => {
  test.each<Row>([
    [
      'a policy of Kyverno',
      cluster('p', rule()),
      '',
      'ClusterPolicy p (1 < 1) high  < : is gone, and with it what it refused [gone]',
    ],
    ['one with CEL', cel('p'), '', 'ValidatingPolicy p (1 < 1) high  < : is gone, and with it what it refused [gone]'],
    [
      'one with CEL that records',
      cel('p', `${onPods}, validationActions: [Audit]`),
      '',
      'ValidatingPolicy p (1 < 1) low  < : is gone, and with it what it noted [gone]',
    ],
    [
      'one of images',
      cel('p', onPods, 'ImageValidatingPolicy'),
      '',
      'ImageValidatingPolicy p (1 < 1) high  < : is gone, and with it what it refused [gone]',
    ],
    [
      'one that changes objects',
      cel('p', onPods, 'MutatingPolicy'),
      '',
      'MutatingPolicy p (1 < 1) low  < : is gone, and with it what it set [gone]',
    ],
    [
      'one that makes objects in a namespace',
      cel('p', onPods, 'NamespacedGeneratingPolicy'),
      '',
      'NamespacedGeneratingPolicy p (1 < 1) low  < : is gone, and with it what it set [gone]',
    ],
    [
      'an exception',
      object('kyverno.io/v2', 'PolicyException', 'e', 'spec: {exceptions: [{policyName: p, ruleNames: [r]}]}'),
      '',
    ],
    [
      'a policy of the API server with its binding',
      `${vap('p')}${bound('p')}`,
      '',
      'ValidatingAdmissionPolicy p (1 < 1) high  < : is gone, and with it what it refused [gone]',
      'ValidatingAdmissionPolicyBinding p (2 < 2) high  < : is gone, and with it what it refused [gone]',
    ],
    [
      'a binding that warns',
      bound('p', 'p', 'validationActions: [Warn]'),
      '',
      'ValidatingAdmissionPolicyBinding p (1 < 1) low  < : is gone, and with it what it noted [gone]',
    ],
    [
      'a policy that changes objects, with its binding',
      `${vap('p', onPods, 'MutatingAdmissionPolicy')}${bound('p', 'p', 'x: 1', 'MutatingAdmissionPolicyBinding')}`,
      '',
      'MutatingAdmissionPolicy p (1 < 1) low  < : is gone, and with it what it set [gone]',
      'MutatingAdmissionPolicyBinding p (2 < 2) low  < : is gone, and with it what it set [gone]',
    ],
    ['a constraint', constraint('c'), '', 'K8sA c (1 < 1) high  < : is gone, and with it what it refused [gone]'],
    [
      'a constraint that warns',
      constraint('c', 'enforcementAction: warn'),
      '',
      'K8sA c (1 < 1) low  < : is gone, and with it what it noted [gone]',
    ],
    [
      'a template',
      object('templates.gatekeeper.sh/v1', 'ConstraintTemplate', 't', 'spec: {}'),
      '',
      'ConstraintTemplate t (1 < 1) high  < : is gone, and with it what it refused [gone]',
    ],
    [
      'an expansion',
      object('expansion.gatekeeper.sh/v1', 'ExpansionTemplate', 't', 'spec: {}'),
      '',
      'ExpansionTemplate t (1 < 1) medium  < : is gone, and with it the judgement of workloads by what they make [gone]',
    ],
    ['a Config', object('config.gatekeeper.sh/v1', 'Config', 't', 'spec: {}'), ''],
    [
      'a mutator',
      object('mutations.gatekeeper.sh/v1', 'ModifySet', 't', 'spec: {}'),
      '',
      'ModifySet t (1 < 1) low  < : is gone, and with it what it set [gone]',
    ],
    [
      'policies of images',
      `${object('policy.sigstore.dev/v1beta1', 'ClusterImagePolicy', 't', 'spec: {}')}${object('config.openshift.io/v1', 'ImagePolicy', 't', 'spec: {}')}`,
      '',
      'ClusterImagePolicy t (1 < 1) high  < : is gone, and with it what it refused [gone]',
      'ImagePolicy t (2 < 2) high  < : is gone, and with it what it refused [gone]',
    ],
    [
      'webhooks',
      object(
        'admissionregistration.k8s.io/v1',
        'ValidatingWebhookConfiguration',
        'w',
        'webhooks: [{name: a, rules: [{apiGroups: [""]}]}]',
      ),
      '',
      'ValidatingWebhookConfiguration w (1 < 1) high  < : is gone, and with it what its webhooks refused or changed [webhook; gone; ]',
    ],
    [
      'webhooks that change objects',
      object(
        'admissionregistration.k8s.io/v1',
        'MutatingWebhookConfiguration',
        'w',
        'webhooks: [{name: a, rules: [{apiGroups: [""]}]}]',
      ),
      '',
      'MutatingWebhookConfiguration w (1 < 1) medium  < : is gone, and with it what its webhooks refused or changed [webhook; gone; ]',
    ],
    [
      'kinds of other groups',
      [
        object('x.kyverno.io/v1', 'ClusterPolicy', 'p', 'spec: {}'),
        object('kyverno.io.x/v1', 'ClusterPolicy', 'p', 'spec: {}'),
        object('xconstraints.gatekeeper.sh/v1', 'A', 'p', 'spec: {}'),
        object('kyverno.io/v1', 'XPolicy', 'p', 'spec: {}'),
        object('kyverno.io/v1', 'PolicyX', 'p', 'spec: {}'),
      ].join(''),
      '',
    ],
  ])('%s', says);
});

describe('new objects', () => {
  test.each<Row>([
    [
      'an exception',
      '',
      object('kyverno.io/v2', 'PolicyException', 'e', 'spec: {exceptions: [{policyName: p, ruleNames: [r]}]}'),
      'PolicyException e (1) high spec.exceptions.0.ruleNames.0: newly exempts every object from the rule r of p [exception; p/r]',
    ],
    [
      'an exception of policies with CEL',
      '',
      object(
        'policies.kyverno.io/v1',
        'PolicyException',
        'e',
        'spec: {policyRefs: [{kind: ValidatingPolicy, name: p}]}',
      ),
      'PolicyException e (1) high spec.policyRefs.0: newly exempts every object from the ValidatingPolicy p [exception; ValidatingPolicy p]',
    ],
    [
      'an exception under another name',
      object('kyverno.io/v2', 'PolicyException', 'e', 'spec: {exceptions: [{policyName: p, ruleNames: [r]}]}'),
      object('kyverno.io/v2', 'PolicyException', 'f', 'spec: {exceptions: [{policyName: p, ruleNames: [r]}]}'),
    ],
    [
      'an exception that was in another group',
      object('policies.kyverno.io/v1', 'PolicyException', 'e', 'spec: {exceptions: [{policyName: p, ruleNames: [r]}]}'),
      object('kyverno.io/v2', 'PolicyException', 'f', 'spec: {exceptions: [{policyName: p, ruleNames: [r]}]}'),
      'PolicyException f (1) high spec.exceptions.0.ruleNames.0: newly exempts every object from the rule r of p [exception; p/r]',
    ],
    [
      'what deletes',
      '',
      `${object('kyverno.io/v2', 'CleanupPolicy', 'e', 'spec: {match: {any: [{resources: {kinds: [NetworkPolicy]}}]}}')}${object('policies.kyverno.io/v1', 'NamespacedDeletingPolicy', 'e', 'spec: {matchConstraints: {resourceRules: [{resources: [networkpolicies]}]}}')}`,
      'CleanupPolicy e (1) high spec.match: newly deletes networkpolicies by itself [deletes; networkpolicies]',
      'NamespacedDeletingPolicy e (2) high spec.matchConstraints: newly deletes networkpolicies by itself [deletes; networkpolicies]',
    ],
    [
      'a Config',
      '',
      object('config.gatekeeper.sh/v1', 'Config', 't', 'spec: {match: [{processes: ["*"], excludedNamespaces: [a]}]}'),
      'Config t (1) medium spec.match: newly leaves all objects of namespace a alone [excludedNamespaces; a]',
    ],
    [
      'what converts',
      '',
      object(
        'apiextensions.k8s.io/v1',
        'CustomResourceDefinition',
        'd',
        'spec: {conversion: {webhook: {clientConfig: {url: "https://x.org"}}}}',
      ),
      'CustomResourceDefinition d (1) high spec.conversion.webhook.clientConfig: has its objects converted by https://x.org [conversion; https://x.org]',
    ],
    [
      'a namespace that is left alone',
      '',
      object('v1', 'Namespace', 'shop', 'x: 1').replace(
        'name: shop',
        'name: shop, labels: {admission.gatekeeper.sh/ignore: "true"}',
      ),
      'Namespace shop (1) medium metadata.labels.admission.gatekeeper.sh/ignore: newly has its objects left alone by Gatekeeper (label admission.gatekeeper.sh/ignore) [label; admission.gatekeeper.sh/ignore]',
    ],
    [
      'a ConfigMap of sigstore’s controller',
      '',
      object('v1', 'ConfigMap', 'config-policy-controller', 'data: {no-match-policy: allow}'),
      'ConfigMap config-policy-controller (1) high data.no-match-policy: newly lets images through that no ClusterImagePolicy is for (no-match-policy) [no-match-policy; refuses; ignores]',
    ],
    ['one of Kyverno’s', '', object('v1', 'ConfigMap', 'kyverno', 'data: {excludeGroups: g}')],
    [
      'a ConfigMap that is a parameter',
      `${bound('b', 'p', 'validationActions: [Deny], paramRef: {name: c}')}${object('v1', 'ConfigMap', 'c', 'data: {a: one}')}`,
      `${bound('b', 'p', 'validationActions: [Deny], paramRef: {name: c}')}${object('v1', 'ConfigMap', 'c', 'data: {a: two}')}`,
      'ConfigMap c (2) medium data.a: changes the parameters of ValidatingAdmissionPolicyBinding b; whether it refuses less was not judged [parameters; changed; ValidatingAdmissionPolicyBinding b; [{"a":"two"},null]]',
    ],
    ['policies', '', `${cluster('p', rule())}${cel('p')}${vap('p')}${constraint('c')}`],
  ])('%s', says);
});

describe('objects under another name', () => {
  test.each<Row>([
    ['a policy', cluster('p', rule()), cluster('q', rule())],
    ['a stricter policy', cluster('p', rule()), cluster('q', `${rule()}, ${rule('', 's')}`)],
    [
      'a weaker policy',
      cluster('p', rule()),
      cluster('q', rule(), 'validationFailureAction: Audit'),
      'ClusterPolicy p (1 < 1) high  < : is gone, and with it what it refused [gone]',
    ],
    ['a policy that was there already', `${cluster('p', rule())}${cluster('q', rule())}`, cluster('q', rule())],
    [
      'a policy of another kind',
      cluster('p', rule()),
      cluster('q', rule(), 'validationFailureAction: Enforce', 'Policy'),
      'ClusterPolicy p (1 < 1) high  < : is gone, and with it what it refused [gone]',
    ],
    [
      'one with CEL',
      cel('p', `${onPods}, validations: [{expression: a}]`),
      cel('q', `${onPods}, validations: [{expression: a}]`),
    ],
    [
      'one with CEL that is exempted from',
      cel('p'),
      `${cel('q')}${object('policies.kyverno.io/v1', 'PolicyException', 'e', 'spec: {policyRefs: [{kind: ValidatingPolicy, name: q}]}')}`,
      'PolicyException e (2) high spec.policyRefs.0: newly exempts every object from the ValidatingPolicy q [exception; ValidatingPolicy q]',
      'ValidatingPolicy p (1 < 1) high  < : is gone, and with it what it refused [gone]',
    ],
    [
      'one that only other exceptions are from',
      cel('p'),
      `${cel('q')}${object('policies.kyverno.io/v1', 'PolicyException', 'e', 'spec: {policyRefs: [{kind: ValidatingPolicy, name: o}]}')}`,
      'PolicyException e (2) high spec.policyRefs.0: newly exempts every object from the ValidatingPolicy o [exception; ValidatingPolicy o]',
    ],
    [
      'one of the API server, and its binding still asks for it',
      `${vap('p')}${bound('b', 'p')}`,
      `${vap('q')}${bound('b', 'p')}`,
      'ValidatingAdmissionPolicy p (1 < 1) high  < : is gone, and with it what it refused [gone]',
    ],
    ['and its binding as well', `${vap('p')}${bound('b', 'p')}`, `${vap('q')}${bound('b', 'q')}`],
    [
      'a template for the same kind',
      object('templates.gatekeeper.sh/v1', 'ConstraintTemplate', 't', 'spec: {crd: {spec: {names: {kind: A}}}}'),
      object('templates.gatekeeper.sh/v1', 'ConstraintTemplate', 'u', 'spec: {crd: {spec: {names: {kind: A}}}, x: 1}'),
    ],
    [
      'a template for another kind',
      object('templates.gatekeeper.sh/v1', 'ConstraintTemplate', 't', 'spec: {crd: {spec: {names: {kind: A}}}}'),
      object('templates.gatekeeper.sh/v1', 'ConstraintTemplate', 'u', 'spec: {crd: {spec: {names: {kind: B}}}}'),
      'ConstraintTemplate t (1 < 1) high  < : is gone, and with it what it refused [gone]',
    ],
    [
      'a constraint of another kind',
      constraint('c'),
      constraint('d', 'match: {kinds: [{apiGroups: [""], kinds: [Pod]}]}', 'K8sB'),
      'K8sA c (1 < 1) high  < : is gone, and with it what it refused [gone]',
    ],
  ])('%s', says);
});

describe('policies that are replaced by one of another kind', () => {
  test.each<Row>([
    [
      'by one with CEL',
      cluster('p', rule()),
      cel('p'),
      'ClusterPolicy p (1 < 1) medium  < : is replaced by ValidatingPolicy p, which refuses as well; whether it refuses less was not judged [replaced; ValidatingPolicy; refuses; {"matchConstraints":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"]}]}}]',
    ],
    [
      'by one with CEL of another name',
      cluster('p', rule()),
      cel('q'),
      'ClusterPolicy p (1 < 1) high  < : is gone, and with it what it refused [gone]',
    ],
    [
      'by one of the API server',
      cluster('p', rule()),
      `${vap('p')}${bound('p')}`,
      'ClusterPolicy p (1 < 1) medium  < : is replaced by ValidatingAdmissionPolicy p, which refuses as well; whether it refuses less was not judged [replaced; ValidatingAdmissionPolicy; refuses; {"matchConstraints":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"]}]}}]',
    ],
    [
      'by one that nothing binds',
      cluster('p', rule()),
      vap('p'),
      'ClusterPolicy p (1 < 1) high  < : is replaced by ValidatingAdmissionPolicy p, which nothing enforces [replaced; ValidatingAdmissionPolicy; ignores; {"matchConstraints":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"]}]}}]',
    ],
    [
      'by one that is bound to warn',
      cluster('p', rule()),
      `${vap('p')}${bound('p', 'p', 'validationActions: [Warn]')}`,
      'ClusterPolicy p (1 < 1) high  < : is replaced by ValidatingAdmissionPolicy p, which only warns of what breaks it [replaced; ValidatingAdmissionPolicy; warns; {"matchConstraints":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"]}]}}]',
    ],
    [
      'by one that is bound for some',
      cluster('p', rule()),
      `${vap('p')}${bound('p', 'p', 'validationActions: [Deny], matchResources: {objectSelector: {matchLabels: {a: b}}}')}`,
      'ClusterPolicy p (1 < 1) high  < : is replaced by ValidatingAdmissionPolicy p, which leaves objects out that it judged [replaced; ValidatingAdmissionPolicy; refuses; {"matchConstraints":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"]}]}}]',
    ],
    [
      'by one that is bound for some and for all',
      cluster('p', rule()),
      `${vap('p')}${bound('b', 'p', 'validationActions: [Deny], matchResources: {objectSelector: {matchLabels: {a: b}}}')}${bound('p')}`,
      'ClusterPolicy p (1 < 1) medium  < : is replaced by ValidatingAdmissionPolicy p, which refuses as well; whether it refuses less was not judged [replaced; ValidatingAdmissionPolicy; refuses; {"matchConstraints":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"]}]}}]',
    ],
    [
      'by a constraint',
      cluster('p', rule()),
      constraint('p'),
      'ClusterPolicy p (1 < 1) medium  < : is replaced by K8sA p, which refuses as well; whether it refuses less was not judged [replaced; K8sA; refuses; {"match":{"kinds":[{"apiGroups":[""],"kinds":["Pod"]}]}}]',
    ],
    [
      'by a constraint for all kinds',
      cluster('p', rule()),
      constraint('p', 'match: {}'),
      'ClusterPolicy p (1 < 1) medium  < : is replaced by K8sA p, which refuses as well; whether it refuses less was not judged [replaced; K8sA; refuses; {"match":{}}]',
    ],
    [
      'by one that records',
      cluster('p', rule()),
      cel('p', `${onPods}, validationActions: [Audit]`),
      'ClusterPolicy p (1 < 1) high  < : is replaced by ValidatingPolicy p, which only records what breaks it [replaced; ValidatingPolicy; records; {"matchConstraints":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"]}]},"validationActions":["Audit"]}]',
    ],
    [
      'by one that warns',
      cluster('p', rule()),
      constraint('p', 'enforcementAction: warn'),
      'ClusterPolicy p (1 < 1) high  < : is replaced by K8sA p, which only warns of what breaks it [replaced; K8sA; warns; {"enforcementAction":"warn"}]',
    ],
    [
      'by one for fewer kinds',
      cluster('p', rule('', 'r', 'match: {any: [{resources: {kinds: [Pod, Job, Deployment]}}]}')),
      cel('p'),
      'ClusterPolicy p (1 < 1) high  < : is replaced by ValidatingPolicy p, which does not judge deployments, jobs [replaced; ValidatingPolicy; refuses; deployments; jobs; {"matchConstraints":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"]}]}}]',
    ],
    [
      'by one for some objects',
      cluster('p', rule()),
      cel('p', `${onPods}, matchConditions: [{name: c, expression: x}]`),
      'ClusterPolicy p (1 < 1) high  < : is replaced by ValidatingPolicy p, which leaves objects out that it judged [replaced; ValidatingPolicy; refuses; {"matchConstraints":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"]}]},"matchConditions":[{"name":"c","expression":"x"}]}]',
    ],
    [
      'by one for some, as it was',
      cluster('p', rule('preconditions: {all: [{key: a}]}')),
      cel('p', `${onPods}, matchConditions: [{name: c, expression: x}]`),
      'ClusterPolicy p (1 < 1) medium  < : is replaced by ValidatingPolicy p, which refuses as well; whether it refuses less was not judged [replaced; ValidatingPolicy; refuses; {"matchConstraints":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"]}]},"matchConditions":[{"name":"c","expression":"x"}]}]',
    ],
    [
      'by one that leaves a namespace out',
      cluster('p', rule()),
      cel(
        'p',
        onPods.replace(
          'resourceRules',
          'namespaceSelector: {matchExpressions: [{key: kubernetes.io/metadata.name, operator: NotIn, values: [b, a]}]}, resourceRules',
        ),
      ),
      'ClusterPolicy p (1 < 1) high spec.matchConstraints.namespaceSelector.matchExpressions.0.values.0 < : is replaced by ValidatingPolicy p, which newly leaves namespace b, a alone [replaced; ValidatingPolicy; namespaces; a; b; {"matchConstraints":{"namespaceSelector":{"matchExpressions":[{"key":"kubernetes.io/metadata.name","operator":"NotIn","values":["b","a"]}]},"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"]}]}}]',
    ],
    [
      'of Kyverno by one of a namespace',
      cluster('p', rule()),
      cluster('p', rule(), 'validationFailureAction: Enforce', 'Policy'),
      'ClusterPolicy p (1 < 1) high  < : is gone, and with it what it refused [gone]',
    ],
    [
      'by one of a namespace that is not stated',
      cluster('p', rule()),
      cluster('p', rule(), 'validationFailureAction: Enforce', 'Policy').replace(', namespace: shop', ''),
      'ClusterPolicy p (1 < 1) high  < : is gone, and with it what it refused [gone]',
    ],
    [
      'of a namespace by one of the cluster',
      cluster('p', rule(), 'validationFailureAction: Enforce', 'Policy'),
      cluster('p', rule()),
    ],
    [
      'of a namespace by a weaker one of the cluster',
      cluster('p', rule(), 'validationFailureAction: Enforce', 'Policy'),
      cluster('p', rule('', 'r', pods.replace('Pod', 'Job'))),
      'Policy p (1 < 1) high  < : is replaced by ClusterPolicy p, which does not judge pods [replaced; ClusterPolicy; refuses; pods; {"validationFailureAction":"Enforce","rules":[{"name":"r","match":{"any":[{"resources":{"kinds":["Job"]}}]},"validate":{"pattern":{"a":"b"}}}]}]',
    ],
    ['of a namespace with CEL by one of the cluster', cel('p', onPods, 'NamespacedValidatingPolicy'), cel('p')],
    [
      'of a namespace by one of another engine',
      cel('p', onPods, 'NamespacedValidatingPolicy'),
      cluster('p', rule()),
      'NamespacedValidatingPolicy p (1 < 1) medium  < : is replaced by ClusterPolicy p, which refuses as well; whether it refuses less was not judged [replaced; ClusterPolicy; refuses; {"validationFailureAction":"Enforce","rules":[{"name":"r","match":{"any":[{"resources":{"kinds":["Pod"]}}]},"validate":{"pattern":{"a":"b"}}}]}]',
    ],
    [
      'of a namespace by one of the cluster that is exempted from',
      cel('p', onPods, 'NamespacedValidatingPolicy'),
      `${cel('p')}${object('policies.kyverno.io/v1', 'PolicyException', 'e', 'spec: {policyRefs: [{kind: ValidatingPolicy, name: p}]}')}`,
      'PolicyException e (2) high spec.policyRefs.0: newly exempts every object from the ValidatingPolicy p [exception; ValidatingPolicy p]',
      'NamespacedValidatingPolicy p (1 < 1) medium  < : is replaced by ValidatingPolicy p, which refuses as well; whether it refuses less was not judged [replaced; ValidatingPolicy; refuses; {"matchConstraints":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"]}]}}]',
    ],
    [
      'of images by one of objects',
      cel('p', onPods, 'ImageValidatingPolicy'),
      cel('p'),
      'ImageValidatingPolicy p (1 < 1) medium  < : is replaced by ValidatingPolicy p, which refuses as well; whether it refuses less was not judged [replaced; ValidatingPolicy; refuses; {"matchConstraints":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"]}]}}]',
    ],
    [
      'by one of which some rules are for names',
      cluster('p', rule()),
      cel(
        'p',
        onPods.replace(
          'resourceRules: [',
          'resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods], resourceNames: [a]}, ',
        ),
      ),
      'ClusterPolicy p (1 < 1) high  < : is replaced by ValidatingPolicy p, which leaves objects out that it judged [replaced; ValidatingPolicy; refuses; {"matchConstraints":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"],"resourceNames":["a"]},{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"]}]}}]',
    ],
    [
      'by a rule of which some filters are for names',
      constraint('p', 'match: {kinds: [{apiGroups: [""], kinds: [Pod]}]}'),
      cluster(
        'p',
        rule('', 'r', 'match: {any: [{resources: {kinds: [Pod]}}, {resources: {kinds: [Pod], names: [a]}}]}'),
      ),
      'K8sA p (1 < 1) high  < : is replaced by ClusterPolicy p, which leaves objects out that it judged [replaced; ClusterPolicy; refuses; {"validationFailureAction":"Enforce","rules":[{"name":"r","match":{"any":[{"resources":{"kinds":["Pod"]}},{"resources":{"kinds":["Pod"],"names":["a"]}}]},"validate":{"pattern":{"a":"b"}}}]}]',
    ],
    [
      'by something that is no policy',
      cluster('p', rule()),
      object('kyverno.io/v2', 'PolicyException', 'p', 'spec: {}'),
      'ClusterPolicy p (1 < 1) high  < : is gone, and with it what it refused [gone]',
    ],
    [
      'by one of the API server that changes objects',
      cluster('p', rule()),
      `${vap('p', onPods, 'MutatingAdmissionPolicy')}${bound('p', 'p', 'x: 1', 'MutatingAdmissionPolicyBinding')}`,
      'ClusterPolicy p (1 < 1) high  < : is gone, and with it what it refused [gone]',
    ],
    [
      'a constraint by one of another kind',
      constraint('c'),
      constraint('c', 'match: {kinds: [{apiGroups: [""], kinds: [Pod]}]}', 'K8sB'),
      'K8sA c (1 < 1) medium  < : is replaced by K8sB c, which refuses as well; whether it refuses less was not judged [replaced; K8sB; refuses; {"match":{"kinds":[{"apiGroups":[""],"kinds":["Pod"]}]}}]',
    ],
    [
      'a constraint by one whose kind has a word more',
      `${constraint('c')}${constraint('d', 'match: {}', 'NamespacedK8sB')}`,
      `${constraint('c', 'match: {}', 'ClusterK8sA')}${constraint('d', 'match: {}', 'K8sB')}`,
      'K8sA c (1 < 1) medium  < : is replaced by ClusterK8sA c, which refuses as well; whether it refuses less was not judged [replaced; ClusterK8sA; refuses; {"match":{}}]',
      'NamespacedK8sB d (2 < 2) medium  < : is replaced by K8sB d, which refuses as well; whether it refuses less was not judged [replaced; K8sB; refuses; {"match":{}}]',
    ],
    [
      'and it changed objects as well',
      cluster('p', `${rule()}, ${changing}`),
      cel('p'),
      'ClusterPolicy p (1 < 1) medium  < : is replaced by ValidatingPolicy p, which refuses as well; whether it refuses less was not judged Its rules that change objects are gone: nothing of its name does that now. [replaced; ValidatingPolicy; refuses; {"matchConstraints":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"]}]}}; changes]',
    ],
    [
      'and it made objects as well, which another one does',
      cluster('p', `${rule()}, ${changing}, ${making}`),
      `${cel('p')}${cel('p', onPods, 'GeneratingPolicy')}`,
      'ClusterPolicy p (1 < 1) medium  < : is replaced by ValidatingPolicy p, which refuses as well; whether it refuses less was not judged Its rules that change objects are gone: nothing of its name does that now. [replaced; ValidatingPolicy; refuses; {"matchConstraints":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"]}]}}; changes]',
    ],
  ])('%s', says);

  test.each<Row>([
    [
      'what changes by what changes',
      cluster('p', changing),
      cel('p', onPods, 'MutatingPolicy'),
      'ClusterPolicy p (1 < 1) low  < : is replaced by MutatingPolicy p, which changes objects as well; whether that is the same was not judged [replaced; MutatingPolicy; changes; [{"matchConstraints":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"]}]}}]]',
    ],
    [
      'what makes by what makes',
      cluster('p', making),
      cel('p', onPods, 'NamespacedGeneratingPolicy').replace(', namespace: shop', ''),
      'ClusterPolicy p (1 < 1) low  < : is gone, and with it what it changed or made [gone]',
    ],
    [
      'what makes by what changes',
      cluster('p', making),
      cel('p', onPods, 'MutatingPolicy'),
      'ClusterPolicy p (1 < 1) low  < : is gone, and with it what it changed or made [gone]',
    ],
    [
      'both by one',
      cluster('p', `${changing}, ${making}`),
      cel('p', onPods, 'MutatingPolicy'),
      'ClusterPolicy p (1 < 1) low  < : is gone, and with it what it changed or made [gone]',
    ],
    [
      'both by two',
      cluster('p', `${changing}, ${making}`),
      `${cel('p', onPods, 'MutatingPolicy')}${cel('p', onPods, 'GeneratingPolicy')}`,
      'ClusterPolicy p (1 < 1) low  < : is replaced by GeneratingPolicy p, MutatingPolicy p, which change objects and make objects as well; whether that is the same was not judged [replaced; GeneratingPolicy,MutatingPolicy; changes; makes; [{"matchConstraints":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"]}]}},{"matchConstraints":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"]}]}}]]',
    ],
    [
      'what changes by one for fewer kinds',
      cluster('p', changing.replace('[Pod]', '[Pod, Job]')),
      cel('p', onPods, 'MutatingPolicy'),
      'ClusterPolicy p (1 < 1) low  < : is replaced by MutatingPolicy p, which is not for jobs [replaced; MutatingPolicy; changes; jobs; [{"matchConstraints":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"]}]}}]]',
    ],
    [
      'both by two for fewer kinds',
      cluster('p', `${changing.replace('[Pod]', '[Pod, Job]')}, ${making}`),
      `${cel('p', onPods, 'MutatingPolicy')}${cel('p', onPods, 'GeneratingPolicy')}`,
      'ClusterPolicy p (1 < 1) low  < : is replaced by GeneratingPolicy p, MutatingPolicy p, which are not for jobs [replaced; GeneratingPolicy,MutatingPolicy; changes; makes; jobs; [{"matchConstraints":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"]}]}},{"matchConstraints":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"]}]}}]]',
    ],
    [
      'what changes by one of the API server',
      cluster('p', changing),
      `${vap('p', onPods, 'MutatingAdmissionPolicy')}${bound('p', 'p', 'x: 1', 'MutatingAdmissionPolicyBinding')}`,
      'ClusterPolicy p (1 < 1) low  < : is replaced by MutatingAdmissionPolicy p, which changes objects as well; whether that is the same was not judged [replaced; MutatingAdmissionPolicy; changes; [{"matchConstraints":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"]}]}}]]',
    ],
    [
      'by one that nothing binds',
      cluster('p', changing),
      vap('p', onPods, 'MutatingAdmissionPolicy'),
      'ClusterPolicy p (1 < 1) low  < : is gone, and with it what it changed or made [gone]',
    ],
    [
      'by one that is not asked',
      cluster('p', changing),
      cel('p', `${onPods}, evaluation: {admission: {enabled: false}}`, 'MutatingPolicy'),
      'ClusterPolicy p (1 < 1) low  < : is gone, and with it what it changed or made [gone]',
    ],
    [
      'what records by what records',
      cluster('p', rule(), 'validationFailureAction: Audit'),
      cel('p', `${onPods}, validationActions: [Audit]`),
      'ClusterPolicy p (1 < 1) low  < : is replaced by ValidatingPolicy p, which notes what breaks it as well; whether that is the same was not judged [replaced; ValidatingPolicy; notes; [{"matchConstraints":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"]}]},"validationActions":["Audit"]}]]',
    ],
    [
      'what records by a constraint',
      cluster('p', rule(), 'validationFailureAction: Audit'),
      constraint('p', 'match: {}, enforcementAction: dryrun'),
      'ClusterPolicy p (1 < 1) low  < : is replaced by K8sA p, which notes what breaks it as well; whether that is the same was not judged [replaced; K8sA; notes; [{"match":{},"enforcementAction":"dryrun"}]]',
    ],
    [
      'what records by what changes',
      cluster('p', rule(), 'validationFailureAction: Audit'),
      cel('p', onPods, 'MutatingPolicy'),
      'ClusterPolicy p (1 < 1) low  < : is gone, and with it what it noted [gone]',
    ],
    [
      'what records in a namespace by one of another namespace',
      cluster('p', rule(), 'validationFailureAction: Audit', 'Policy'),
      cel('p', `${onPods}, validationActions: [Audit]`, 'NamespacedValidatingPolicy').replace('shop', 'web'),
      'Policy p (1 < 1) low  < : is gone, and with it what it noted [gone]',
    ],
    [
      'by one of a namespace, of the cluster',
      cluster('p', rule(), 'validationFailureAction: Audit'),
      cel('p', `${onPods}, validationActions: [Audit]`, 'NamespacedValidatingPolicy'),
      'ClusterPolicy p (1 < 1) low  < : is gone, and with it what it noted [gone]',
    ],
    [
      'by one that another binding names',
      cluster('p', changing),
      `${vap('p', onPods, 'MutatingAdmissionPolicy')}${bound('p', 'q', 'x: 1', 'MutatingAdmissionPolicyBinding')}${bound('b', 'p')}`,
      'ClusterPolicy p (1 < 1) low  < : is gone, and with it what it changed or made [gone]',
    ],
    [
      'by one of the same namespace',
      cluster('p', rule(), 'validationFailureAction: Audit', 'Policy'),
      cel('p', `${onPods}, validationActions: [Audit]`, 'NamespacedValidatingPolicy'),
      'Policy p (1 < 1) low  < : is replaced by NamespacedValidatingPolicy p, which notes what breaks it as well; whether that is the same was not judged [replaced; NamespacedValidatingPolicy; notes; [{"matchConstraints":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"]}]},"validationActions":["Audit"]}]]',
    ],
    [
      'by one of images',
      cluster('p', rule(), 'validationFailureAction: Audit'),
      cel('p', onPods, 'ImageValidatingPolicy'),
      'ClusterPolicy p (1 < 1) low  < : is replaced by ImageValidatingPolicy p, which notes what breaks it as well; whether that is the same was not judged [replaced; ImageValidatingPolicy; notes; [{"matchConstraints":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"]}]}}]]',
    ],
    [
      'for all kinds',
      cluster('p', rule('', 'r', 'match: {any: [{resources: {kinds: [Pod, Job]}}]}'), 'validationFailureAction: Audit'),
      constraint('p', 'enforcementAction: dryrun'),
      'ClusterPolicy p (1 < 1) low  < : is replaced by K8sA p, which notes what breaks it as well; whether that is the same was not judged [replaced; K8sA; notes; [{"enforcementAction":"dryrun"}]]',
    ],
    ['what is no policy', object('kyverno.io/v2', 'CleanupPolicy', 'p', 'spec: {}'), cel('p')],
  ])('that refused nothing: %s', says);
});

test('a policy is read by what it does and to what', () => {
  const read = (policy: string, around = '') => {
    const [own] = objects(policy);
    if (own === undefined) throw new Error('no policy');
    const { strength, resources, isPartial } = readingOf(own, objects(around));
    return `${strength} ${[...resources].join(' ')}${isPartial ? ', in part' : ''}`;
  };
  expect(
    read(
      cluster(
        'p',
        `${rule('', 'r', 'match: {all: [{resources: {kinds: [Pod]}}]}')}, ${rule('', 's', 'match: {resources: {kinds: [apps/v1/Deployment]}}')}`,
      ),
    ),
  ).toBe('refuses pods deployments');
  expect(read(cluster('p', rule('exclude: {any: []}, preconditions: []')))).toBe('refuses pods, in part');
  expect(read(cluster('p', rule('exclude: {}, preconditions: []')))).toBe('refuses pods');
  expect(read(cluster('p', `${rule()}, ${rule('exclude: {any: [{a: 1}]}', 's')}`))).toBe('refuses pods, in part');
  expect(read(cluster('p', rule('preconditions: {all: [{key: a}]}')))).toBe('refuses pods, in part');
  expect(
    read(
      cluster(
        'p',
        rule(
          '',
          'r',
          'match: {any: [{resources: {kinds: [Pod], names: []}}, {resources: {kinds: [Pod], names: [a]}}]}',
        ),
      ),
    ),
  ).toBe('refuses pods, in part');
  expect(read(cluster('p', rule('', 'r', 'match: {any: [{resources: {kinds: [Pod]}, subjects: [{a: 1}]}]}')))).toBe(
    'refuses pods, in part',
  );
  expect(read(cel('p'))).toBe('refuses pods');
  expect(read(cel('p', onPods.replace('resources:', 'resourceNames: [], resources:')))).toBe('refuses pods');
  expect(read(cel('p', onPods.replace('resources:', 'resourceNames: [a], resources:')))).toBe('refuses pods, in part');
  expect(
    ['namespaceSelector', 'objectSelector'].map((field) =>
      read(cel('p', onPods.replace('resourceRules', `${field}: {matchLabels: {a: b}}, resourceRules`))),
    ),
  ).toEqual(['refuses pods, in part', 'refuses pods, in part']);
  expect(
    read(
      cel('p', onPods.replace('resourceRules', 'excludeResourceRules: [{a: 1}], objectSelector: {}, resourceRules')),
    ),
  ).toBe('refuses pods, in part');
  expect(read(constraint('c'))).toBe('refuses pods');
  expect(read(constraint('c', 'match: {namespaces: [a]}'))).toBe('refuses *, in part');
  expect(read(vap('p'), `${bound('a', 'q')}${bound('b', 'p', 'validationActions: [Audit]')}`)).toBe(
    'records pods, in part',
  );
  expect(read(vap('p'), `${bound('a', 'p')}${bound('b', 'p', 'validationActions: [Audit]')}`)).toBe('refuses pods');
  expect(read(object('v1', 'ConfigMap', 'c', 'data: {}'))).toBe('ignores , in part');
});

describe('namespaces that a successor leaves alone', () => {
  const notIn = (names: string, more = '') =>
    `namespaceSelector: {matchExpressions: [{key: kubernetes.io/metadata.name, operator: NotIn, values: [${names}]}${more}]}`;
  const leaving = (names: string, more = '') => onPods.replace('resourceRules', `${notIn(names, more)}, resourceRules`);
  const excluding = (filters: string, how = 'any') => rule(`exclude: {${how}: [${filters}]}`);
  const under = (...expressions: readonly string[]) =>
    `${onPods}, matchConditions: [${expressions.map((each) => `{name: c, expression: '${each}'}`).join(', ')}]`;
  const all = cluster('p', rule());
  test.each<readonly [name: string, gone: string, successor: string, ...out: string[]]>([
    [
      'by their names',
      all,
      cel('p', leaving('a, b')),
      'a at spec.matchConstraints.namespaceSelector.matchExpressions.0.values.0',
      'b at spec.matchConstraints.namespaceSelector.matchExpressions.0.values.1',
    ],
    [
      'that were left out already',
      cluster('p', excluding('{resources: {namespaces: [a]}}')),
      cel('p', leaving('a, b')),
      'b at spec.matchConstraints.namespaceSelector.matchExpressions.0.values.1',
    ],
    [
      'by a pattern already',
      cluster('p', excluding('{resources: {namespaces: ["a*"]}}')),
      cel('p', leaving('ab, b, ab')),
      'b at spec.matchConstraints.namespaceSelector.matchExpressions.0.values.1',
    ],
    [
      'that only one rule left out',
      cluster('p', `${excluding('{resources: {namespaces: [a]}}')}, ${rule('', 's')}`),
      cel('p', leaving('a')),
      'a at spec.matchConstraints.namespaceSelector.matchExpressions.0.values.0',
    ],
    [
      'that it was not for',
      cluster('p', rule('', 'r', 'match: {any: [{resources: {kinds: [Pod], namespaces: [c, "b*"]}}]}')),
      cel('p', leaving('a, bb, c')),
      'bb at spec.matchConstraints.namespaceSelector.matchExpressions.0.values.1',
      'c at spec.matchConstraints.namespaceSelector.matchExpressions.0.values.2',
    ],
    ['of a rule that is for nothing', cluster('p', rule('', 'r', 'match: {}')), cel('p', leaving('a'))],
    ['of rules that record', cluster('p', rule(), 'validationFailureAction: Audit'), cel('p', leaving('a'))],
    ['by something else than names', all, cel('p', leaving('a', ', {key: x, operator: Exists}'))],
    [
      'by labels as well',
      all,
      cel('p', onPods.replace('resourceRules', `namespaceSelector: {matchLabels: {a: b}}, resourceRules`)),
    ],
    [
      'by names and labels',
      all,
      cel('p', leaving('a').replace('namespaceSelector: {', 'namespaceSelector: {matchLabels: {a: b}, ')),
    ],
    ['by another label', all, cel('p', leaving('a').replace('kubernetes.io/metadata.name', 'x'))],
    ['by names that it is for alone', all, cel('p', leaving('a').replace('NotIn', 'In'))],
    [
      'from a rule of which one filter decides by labels',
      cluster(
        'p',
        rule(
          '',
          'r',
          'match: {any: [{resources: {kinds: [Pod]}}, {resources: {kinds: [Pod], namespaceSelector: {matchLabels: {a: b}}}}]}',
        ),
      ),
      cel('p', leaving('a')),
    ],
    [
      'by two expressions',
      all,
      cel('p', leaving('a', ', {key: kubernetes.io/metadata.name, operator: NotIn, values: [b]}')),
      'a at spec.matchConstraints.namespaceSelector.matchExpressions.0.values.0',
      'b at spec.matchConstraints.namespaceSelector.matchExpressions.1.values.0',
    ],
    [
      'by conditions',
      all,
      cel(
        'p',
        under(
          'object.metadata.namespace != "a"',
          "!(request.namespace in [''b'', \"c\"])",
          'namespaceObject.metadata.name!="d"&&request.namespace != "e"',
        ),
      ),
      'a at spec.matchConditions.0.expression',
      'b at spec.matchConditions.1.expression',
      'c at spec.matchConditions.1.expression',
      'd at spec.matchConditions.2.expression',
      'e at spec.matchConditions.2.expression',
    ],
    [
      'by conditions that say more',
      all,
      cel(
        'p',
        under(
          'object.metadata.namespace != "a" || true',
          'x == 1 && request.namespace != "a"',
          '(object.metadata.namespace != "a")',
          '!(request.namespace in ["a"]) || x',
        ),
      ),
    ],
    [
      'of the API server by its policy',
      all,
      `${vap('p', leaving('a'))}${bound('b', 'p')}`,
      'a at spec.matchConstraints.namespaceSelector.matchExpressions.0.values.0',
    ],
    [
      'and by its binding',
      all,
      `${vap('p', leaving('a'))}${bound('b', 'p', `validationActions: [Deny], matchResources: {${notIn('b')}}`)}`,
      'a at spec.matchConstraints.namespaceSelector.matchExpressions.0.values.0',
      'b at ',
    ],
    [
      'and by one of two bindings',
      all,
      `${vap('p', leaving('a'))}${bound('b', 'p', `validationActions: [Deny], matchResources: {${notIn('b')}}`)}${bound('c', 'p')}`,
      'a at spec.matchConstraints.namespaceSelector.matchExpressions.0.values.0',
    ],
    [
      'and by both',
      all,
      `${vap('p')}${bound('b', 'p', `validationActions: [Deny], matchResources: {${notIn('b, c')}}`)}${bound('c', 'p', `validationActions: [Deny], matchResources: {${notIn('b, d')}}`)}`,
      'b at ',
    ],
    [
      'by a binding that warns',
      all,
      `${vap('p', leaving('a'))}${bound('b', 'p', 'validationActions: [Warn]')}${bound('c', 'q')}`,
    ],
    [
      'by a constraint',
      all,
      constraint('p', 'match: {excludedNamespaces: [a, b]}'),
      'a at spec.match.excludedNamespaces.0',
      'b at spec.match.excludedNamespaces.1',
    ],
    [
      'by a rule',
      constraint('p', 'match: {namespaces: [a]}'),
      cluster('p', excluding('{resources: {namespaces: [a, b]}}')),
      'a at spec.rules.0.exclude.any.0.resources.namespaces.0',
    ],
    [
      'by each of two rules',
      constraint('p', 'match: {excludedNamespaces: [c]}'),
      cluster(
        'p',
        `${excluding('{resources: {namespaces: [a, c]}}')}, ${rule('exclude: {any: [{resources: {namespaces: [b, a]}}]}', 's')}`,
      ),
      'a at spec.rules.0.exclude.any.0.resources.namespaces.0',
      'b at spec.rules.1.exclude.any.0.resources.namespaces.0',
    ],
    [
      'by a rule, and only some of it',
      constraint('p'),
      cluster('p', excluding('{resources: {namespaces: [a], kinds: [Pod]}}, {resources: {namespaces: [b]}}')),
      'b at spec.rules.0.exclude.any.1.resources.namespaces.0',
    ],
    [
      'by a rule with all of two filters',
      constraint('p'),
      cluster('p', excluding('{resources: {namespaces: [a]}}, {resources: {kinds: [Pod]}}', 'all')),
    ],
    [
      'by a rule with all of one filter',
      constraint('p'),
      cluster('p', excluding('{resources: {namespaces: [a]}}', 'all')),
      'a at spec.rules.0.exclude.all.0.resources.namespaces.0',
    ],
    [
      'from a rule that decides by labels',
      cluster(
        'p',
        rule('', 'r', 'match: {any: [{resources: {kinds: [Pod], namespaceSelector: {matchLabels: {a: b}}}}]}'),
      ),
      cel('p', leaving('a')),
    ],
  ])('%s', (_, gone, successor, ...expected) => {
    const [[was], after] = [objects(gone), objects(successor)];
    const [is] = after;
    if (was === undefined || is === undefined) throw new Error('no policy');
    expect(newlyLeftOut(was, is, after).map(({ name, path }) => `${name} at ${path.join('.')}`)).toEqual(expected);
  });
});

test.each<readonly [string, string, string, string, ...string[]]>([
  ['a key that is another', '{a: {b: {c: 1}}}', '{a: {b: {c: 2}}}', 'a', 'a.b.c'],
  ['a new key', '{a: {b: 1}}', '{a: {b: 1, c: 2}}', 'a', 'a.c'],
  ['a key that is gone', '{a: {b: 1, c: 2}}', '{a: {b: 1}}', 'a', 'a'],
  ['the first of two keys', '{a: {b: 1, c: 1}}', '{a: {b: 2, c: 2}}', 'a', 'a.b'],
  ['an item that is another', '{a: [1, 2, 3]}', '{a: [1, 4, 3]}', 'a', 'a.1'],
  ['an item that is gone', '{a: [1, 2, 3]}', '{a: [1, 3]}', 'a', 'a'],
  ['an item in another place', '{a: [1, 2]}', '{a: [2, 1, 3]}', 'a', 'a.2'],
  [
    'an item by its name',
    '{a: [{name: x, b: 1}, {name: y, b: 1}]}',
    '{a: [{name: y, b: 2}, {name: x, b: 1}]}',
    'a',
    'a.0.b',
  ],
  ['an item with two changes', '{a: [{name: x, b: 1, c: 1}]}', '{a: [{name: x, b: 2, c: 2}]}', 'a', 'a.0'],
  ['an item without a name', '{a: [{b: 1}, {b: 2}]}', '{a: [{b: 2}, {b: 3}]}', 'a', 'a.1.b'],
  ['inside an item', '{a: [{name: x, b: {c: 1}}]}', '{a: [{name: x, b: {c: 2}}]}', 'a', 'a.0.b.c'],
  ['at an item', '{a: [{name: x, b: 1}, {name: y, b: 1}]}', '{a: [{name: y, b: 2}, {name: x, b: 1}]}', 'a.0', 'a.0.b'],
  ['at an item with two changes', '{a: [{b: 1, c: 1}]}', '{a: [{b: 2, c: 2}]}', 'a.0', 'a.0'],
  [
    'inside an item that was elsewhere',
    '{a: [{name: z}, {name: x, b: {c: 1}}]}',
    '{a: [{name: x, b: {c: 2}}]}',
    'a.0.b',
    'a.0.b.c',
  ],
  ['what is gone there', '{a: [{name: z}, {name: x, b: 1}]}', '{a: [{name: x}]}', 'a.0.b', 'a.0.b', '< a.1.b'],
  ['what was not there', '{a: {}}', '{a: {b: 1}}', 'a.b', 'a.b'],
  ['a line of a text', '{a: "x\\ny\\nz"}', '{a: "x\\nq\\nz"}', 'a', 'a.1'],
  ['lines that are gone from its end', '{a: "x\\ny\\nz\\n"}', '{a: "x\\ny\\n"}', 'a', 'a.1'],
  ['a new line at its end', '{a: "x\\ny"}', '{a: "x\\ny\\nz\\n"}', 'a', 'a.2'],
  ['the first line of a text', '{a: "x\\ny\\nz"}', '{a: "q\\ny\\nz"}', 'a', 'a.0'],
  ['inside two changes of what is no item', '{a: {b: {c: 1, d: 1}}}', '{a: {b: {c: 2, d: 2}}}', 'a', 'a.b.c'],
  ['one key of two that is gone', '{a: {b: 1, c: 1}}', '{a: {b: 2}}', 'a', 'a'],
  ['a text of one line', '{a: x}', '{a: y}', 'a', 'a'],
  ['a list in place of a mapping', '{a: {b: 1}}', '{a: [1]}', 'a', 'a'],
])('what changed is at %s', (_, before, after, path, ...expected) => {
  const at = path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  const place = atTheChange(
    yaml(before),
    yaml(after),
  )({ what: '', remedy: '', severity: 'low', path: at, subject: [] });
  expect([
    place.path.join('.'),
    ...(place.formerPath === undefined ? [] : [`< ${place.formerPath.join('.')}`]),
  ]).toEqual(expected);
});

test('what says itself where it was stays there', () => {
  const found = { what: '', remedy: '', severity: 'low', path: ['a'], formerPath: ['b'], subject: [] } as const;
  expect(atTheChange({ a: 1 }, { a: 2 })(found)).toBe(found);
});

describe('labels by which a namespace is left alone', () => {
  const namespace = (labels: string) => `{metadata: {name: shop, labels: {${labels}}}}`;
  test.each<Row>([
    [
      'Gatekeeper',
      namespace(''),
      namespace('admission.gatekeeper.sh/ignore: ""'),
      'high metadata.labels.admission.gatekeeper.sh/ignore: newly has its objects left alone by Gatekeeper (label admission.gatekeeper.sh/ignore) [label; admission.gatekeeper.sh/ignore]',
    ],
    [
      'another value for Gatekeeper',
      namespace('admission.gatekeeper.sh/ignore: a'),
      namespace('admission.gatekeeper.sh/ignore: b'),
    ],
    [
      'sigstore, no longer included',
      namespace('policy.sigstore.dev/include: "true"'),
      namespace(''),
      'high metadata.labels < metadata.labels.policy.sigstore.dev/include: newly has its objects left alone by sigstore’s policy-controller (label policy.sigstore.dev/include) [label; policy.sigstore.dev/include]',
    ],
    [
      'sigstore, included otherwise',
      namespace('policy.sigstore.dev/include: "true"'),
      namespace('policy.sigstore.dev/include: "false"'),
      'high metadata.labels.policy.sigstore.dev/include: newly has its objects left alone by sigstore’s policy-controller (label policy.sigstore.dev/include) [label; policy.sigstore.dev/include]',
    ],
    ['sigstore, included', namespace(''), namespace('policy.sigstore.dev/include: "true"')],
    [
      'sigstore, excluded',
      namespace('policy.sigstore.dev/include: "true"'),
      namespace('policy.sigstore.dev/include: "true", policy.sigstore.dev/exclude: "no"'),
      'high metadata.labels.policy.sigstore.dev/exclude: newly has its objects left alone by sigstore’s policy-controller (label policy.sigstore.dev/exclude) [label; policy.sigstore.dev/exclude]',
    ],
    [
      'Connaisseur',
      namespace(''),
      namespace('securesystemsengineering.connaisseur/webhook: ignore'),
      'high metadata.labels.securesystemsengineering.connaisseur/webhook: newly has its objects left alone by Connaisseur (label securesystemsengineering.connaisseur/webhook) [label; securesystemsengineering.connaisseur/webhook]',
    ],
    ['Connaisseur verifies', namespace(''), namespace('securesystemsengineering.connaisseur/webhook: validate')],
    [
      'OPA',
      namespace('openpolicyagent.org/webhook: x'),
      namespace('openpolicyagent.org/webhook: ignore'),
      'high metadata.labels.openpolicyagent.org/webhook: newly has its objects left alone by OPA (label openpolicyagent.org/webhook) [label; openpolicyagent.org/webhook]',
    ],
    [
      'a new one',
      '',
      namespace('admission.gatekeeper.sh/ignore: "yes", policy.sigstore.dev/include: "false"'),
      'medium metadata.labels.admission.gatekeeper.sh/ignore: newly has its objects left alone by Gatekeeper (label admission.gatekeeper.sh/ignore) [label; admission.gatekeeper.sh/ignore]',
      'medium metadata.labels.policy.sigstore.dev/include: newly has its objects left alone by sigstore’s policy-controller (label policy.sigstore.dev/include) [label; policy.sigstore.dev/include]',
    ],
    ['a new one without labels', '', namespace('')],
    ['judged again', namespace('openpolicyagent.org/webhook: ignore'), namespace('')],
  ])('%s', (_, before, after, ...expected) => {
    expect(said(namespaceLoosened(before === '' ? undefined : yaml(before), yaml(after)))).toEqual(expected);
  });
});

describe('flags of engines', () => {
  const container = (args: string, name = 'kyverno', image = 'ghcr.io/kyverno/kyverno:v1', more = '') =>
    `{name: ${name}, image: "${image}", args: [${args}]${more}}`;
  const spec = (...containers: readonly string[]) => `{containers: [${containers.join(', ')}]}`;
  const gatekeeper = (args: string) => spec(container(args, 'manager', 'openpolicyagent/gatekeeper:v3'));
  const force = (value: string) => spec(container(`--forceFailurePolicyIgnore=${value}`));
  test.each<Row>([
    [
      'on',
      spec(container('')),
      force('true'),
      'high containers.0.args.0: newly lets requests through where Kyverno does not answer, whatever its policies say (--forceFailurePolicyIgnore) [flag; forceFailurePolicyIgnore]',
      'Leave --forceFailurePolicyIgnore out.',
    ],
    [
      'on in a letter',
      force('false'),
      force('T'),
      'high containers.0.args.0: newly lets requests through where Kyverno does not answer, whatever its policies say (--forceFailurePolicyIgnore) [flag; forceFailurePolicyIgnore]',
      'Keep --forceFailurePolicyIgnore=false.',
    ],
    ['on as before', force('1'), force('TRUE')],
    ['off', force('true'), force('no')],
    ['what only begins so', spec(container('')), force('trueish')],
    ['what only ends so', spec(container('')), force('nottrue')],
    [
      'by a variable',
      spec(container('')),
      spec(container('', 'kyverno', 'kyverno', ', env: [{name: FLAG_FORCE_FAILURE_POLICY_IGNORE, value: "true"}]')),
      'high containers.0.env.0.value: newly lets requests through where Kyverno does not answer, whatever its policies say (--forceFailurePolicyIgnore) [flag; forceFailurePolicyIgnore]',
      'Leave --forceFailurePolicyIgnore out.',
    ],
    [
      'all of them',
      spec(container('')),
      spec(
        container(
          '"--exceptionNamespace=*", --enablePolicyException, --excludeBootstrapResources, --allowInsecureRegistry',
        ),
      ),
      'high containers.0.args.0: newly takes PolicyExceptions from every namespace (--exceptionNamespace) [flag; exceptionNamespace]',
      'Leave --exceptionNamespace out.',
      'medium containers.0.args.1: newly takes PolicyExceptions (--enablePolicyException) [flag; enablePolicyException]',
      'Leave --enablePolicyException out.',
      'medium containers.0.args.2: newly leaves Nodes and CertificateSigningRequests alone (--excludeBootstrapResources) [flag; excludeBootstrapResources]',
      'Leave --excludeBootstrapResources out.',
      'medium containers.0.args.3: newly takes images and signatures from registries without TLS (--allowInsecureRegistry) [flag; allowInsecureRegistry]',
      'Leave --allowInsecureRegistry out.',
    ],
    ['exceptions of one namespace', spec(container('')), spec(container('--exceptionNamespace=a'))],
    [
      'of a container of another name',
      spec(container('', 'x')),
      spec(container('--enablePolicyException', 'y')),
      'medium containers.0.args.0: newly takes PolicyExceptions (--enablePolicyException) [flag; enablePolicyException]',
      'Leave --enablePolicyException out.',
    ],
    [
      'of one of two containers',
      spec(container('', 'x'), container('', 'z')),
      spec(container('--enablePolicyException', 'z'), container('--enablePolicyException', 'y')),
      'medium containers.0.args.0: newly takes PolicyExceptions (--enablePolicyException) [flag; enablePolicyException]',
      'Leave --enablePolicyException out.',
    ],
    [
      'next to another program',
      spec('{name: a, image: nginx}', container('')),
      spec('{name: a, image: nginx, args: [--enablePolicyException]}', container('--enablePolicyException')),
      'medium containers.1.args.0: newly takes PolicyExceptions (--enablePolicyException) [flag; enablePolicyException]',
      'Leave --enablePolicyException out.',
    ],
    [
      'of a program that was another',
      spec('{name: kyverno, image: nginx}'),
      spec(container('--enablePolicyException')),
      'medium containers.0.args.0: newly takes PolicyExceptions (--enablePolicyException) [flag; enablePolicyException]',
      'Leave --enablePolicyException out.',
    ],
    [
      'of a program whose name holds it',
      spec(container('', 'x', 'mykyvernos')),
      spec(container('--enablePolicyException', 'x', 'mykyvernos')),
    ],
    [
      'of a program whose name ends so',
      spec(container('', 'x', 'mykyverno')),
      spec(container('--enablePolicyException', 'x', 'mykyverno')),
    ],
    [
      'of a program whose name begins so',
      spec(container('', 'x', 'kyvernos')),
      spec(container('--enablePolicyException', 'x', 'kyvernos')),
    ],
    [
      'of a program that looks like the other one',
      spec(container('', 'x', 'mygatekeeper'), container('', 'y', 'gatekeepers')),
      spec(
        container('--exempt-namespace=a', 'x', 'mygatekeeper'),
        container('--exempt-namespace=a', 'y', 'gatekeepers'),
      ),
    ],
    [
      'of one engine that had the name of the other',
      spec(container('', 'x', 'gatekeeper')),
      spec(container('--enablePolicyException', 'x')),
    ],
    [
      'in capitals',
      spec(container('', 'x', 'Kyverno')),
      spec(container('--enablePolicyException', 'x', 'Kyverno')),
      'medium containers.0.args.0: newly takes PolicyExceptions (--enablePolicyException) [flag; enablePolicyException]',
      'Leave --enablePolicyException out.',
    ],
    [
      'a namespace',
      gatekeeper('--exempt-namespace=a'),
      gatekeeper('--exempt-namespace=c, --exempt-namespace=b, --exempt-namespace=a'),
      'medium containers.0.args.0: newly lets a namespace b, c be left alone by its label (--exempt-namespace) [flag; exempt-namespace; b; c]',
      'Leave it out, and exempt the one object that needs it in the constraint.',
    ],
    [
      'namespaces by how they end',
      gatekeeper(''),
      gatekeeper('--exempt-namespace-suffix=-x, --exempt-namespace-prefix=y-'),
      'medium containers.0.args.1: newly lets a namespace whose name begins with y- be left alone by its label (--exempt-namespace-prefix) [flag; exempt-namespace-prefix; y-]',
      'Leave it out, and exempt the one object that needs it in the constraint.',
      'medium containers.0.args.0: newly lets a namespace whose name ends with -x be left alone by its label (--exempt-namespace-suffix) [flag; exempt-namespace-suffix; -x]',
      'Leave it out, and exempt the one object that needs it in the constraint.',
    ],
    ['a namespace less', gatekeeper('--exempt-namespace=a'), gatekeeper('')],
    [
      'no requests',
      gatekeeper('--operation=webhook'),
      gatekeeper('"--operation=audit,status"'),
      'high containers.0.args.0: no longer answers the API server, and refuses nothing any more (--operation) [flag; operation; webhook]',
      'Keep --operation=webhook.',
    ],
    ['requests among others', gatekeeper(''), gatekeeper('"--operation=audit,webhook"')],
    ['no requests as before', gatekeeper('--operation=audit'), gatekeeper('--operation=status')],
    ['all operations', gatekeeper('--operation=audit'), gatekeeper('')],
    ['flags of the other engine', gatekeeper(''), gatekeeper('--enablePolicyException')],
  ])('%s', (_, before, after, ...expected) => {
    expect(advised(engineFlagsLoosened(yaml(before), yaml(after)))).toEqual(expected);
  });
});

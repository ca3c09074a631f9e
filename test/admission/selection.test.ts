import { describe, expect, test } from '@jest/globals';
import { asksForExceptions } from '../../src/admission/kyverno/exceptions/exemptions.ts';
import { isSelecting } from '../../src/admission/selection/selectors.ts';
import { asksForSelectors } from '../../src/admission/selection/unselected.ts';
import { analysed, objects } from './analysed.ts';

type Row = readonly [name: string, policy: string, before: string, after: string, ...said: string[]];

/** What is said of a change of an object next to a policy that stays as it is. */
const says = (_: string, policy: string, before: string, after: string, ...expected: string[]) =>
  expect(analysed(`${before}\n${policy}`, `${after}\n${policy}`)).toEqual(expected);

const namespace = (labels: string, name = 'shop') =>
  `{apiVersion: v1, kind: Namespace, metadata: {name: ${name}, labels: {${labels}}}}`;
const object = (apiVersion: string, kind: string, body: string, more = '') =>
  `{apiVersion: ${apiVersion}, kind: ${kind}, metadata: {name: p${more}}, ${body}}`;
const kyverno = (rule: string, spec = 'validationFailureAction: Enforce', kind = 'ClusterPolicy', more = '') =>
  object('kyverno.io/v1', kind, `spec: {${spec}, rules: [{name: r, ${rule}, validate: {pattern: {a: b}}}]}`, more);
const any = (...filters: readonly string[]) => `{any: [${filters.map((each) => `{resources: {${each}}}`).join(', ')}]}`;
const all = (...filters: readonly string[]) => any(...filters).replace('any', 'all');
const matching = (match: string, exclude = '') =>
  kyverno(`match: ${match}${exclude === '' ? '' : `, exclude: ${exclude}`}`);
const guard = 'namespaceSelector: {matchLabels: {guard: a}}';
const constraint = (match: string, more = '') =>
  object('constraints.gatekeeper.sh/v1beta1', 'K8sA', `spec: {match: {${match}}${more}}`);
const [on, off] = [namespace('guard: a'), namespace('x: a')];

describe('labels of a Namespace', () => {
  test.each<Row>([
    [
      'what a rule matches',
      matching(any(`kinds: [Pod], ${guard}`)),
      on,
      off,
      'Namespace shop (1 < 1) high metadata.labels < metadata.labels.guard: newly has its objects left alone by ClusterPolicy p (label guard) [unselected; guard; ClusterPolicy p r]',
    ],
    [
      'a label that is another',
      matching(any(`kinds: [Pod], ${guard}`)),
      on,
      namespace('guard: b'),
      'Namespace shop (1) high metadata.labels.guard: newly has its objects left alone by ClusterPolicy p (label guard) [unselected; guard; ClusterPolicy p r]',
    ],
    ['what it matches again', matching(any(`kinds: [Pod], ${guard}`)), off, on],
    [
      'by a pattern of values',
      matching(any('kinds: [Pod], namespaceSelector: {matchLabels: {guard: "a*"}}')),
      namespace('guard: ab'),
      namespace('guard: ba'),
      'Namespace shop (1) high metadata.labels.guard: newly has its objects left alone by ClusterPolicy p (label guard) [unselected; guard; ClusterPolicy p r]',
    ],
    [
      'by a pattern of keys',
      matching(any('kinds: [Pod], namespaceSelector: {matchLabels: {"gu?rd*": a}}')),
      namespace('"gu?rdian": a'),
      off,
      'Namespace shop (1 < 1) high metadata.labels < metadata.labels.gu?rdian: newly has its objects left alone by ClusterPolicy p (label gu?rdian, x) [unselected; gu?rdian; x; ClusterPolicy p r]',
    ],
    [
      'by a pattern that another label fulfils',
      matching(any('kinds: [Pod], namespaceSelector: {matchLabels: {"g*": a}}')),
      namespace('guard: a, guide: a'),
      namespace('guide: a'),
    ],
    ['in another namespace', matching(any(`kinds: [Pod], namespaces: [web], ${guard}`)), on, off],
    [
      'in its namespace',
      matching(any(`kinds: [Pod], namespaces: ["sh*"], ${guard}`)),
      on,
      off,
      'Namespace shop (1 < 1) high metadata.labels < metadata.labels.guard: newly has its objects left alone by ClusterPolicy p (label guard) [unselected; guard; ClusterPolicy p r]',
    ],
    ['another filter takes it', matching(any(`kinds: [Pod], ${guard}`, 'kinds: [Pod]')), on, off],
    [
      'another filter takes it for some',
      matching(any(`kinds: [Pod], ${guard}`, 'kinds: [Pod], names: [a]')),
      on,
      off,
      'Namespace shop (1 < 1) high metadata.labels < metadata.labels.guard: newly has its objects left alone by ClusterPolicy p (label guard) [unselected; guard; ClusterPolicy p r]',
    ],
    [
      'another filter of other kinds',
      matching(any(`kinds: [Pod], ${guard}`, 'kinds: [Job]')),
      on,
      off,
      'Namespace shop (1 < 1) high metadata.labels < metadata.labels.guard: newly has its objects left alone by ClusterPolicy p (label guard) [unselected; guard; ClusterPolicy p r]',
    ],
    [
      'another filter by another label',
      matching(any(`kinds: [Pod], ${guard}`, 'kinds: [Pod], namespaceSelector: {matchLabels: {x: a}}')),
      on,
      off,
    ],
    [
      'all of two filters',
      matching(all('kinds: [Pod]', guard)),
      on,
      off,
      'Namespace shop (1 < 1) high metadata.labels < metadata.labels.guard: newly has its objects left alone by ClusterPolicy p (label guard) [unselected; guard; ClusterPolicy p r]',
    ],
    [
      'who asks',
      matching(
        '{any: [{resources: {kinds: [Pod], namespaceSelector: {matchLabels: {guard: a}}}, subjects: [{kind: User, name: u}]}]}',
      ),
      on,
      off,
      'Namespace shop (1 < 1) high metadata.labels < metadata.labels.guard: newly has its objects left alone by ClusterPolicy p (label guard) [unselected; guard; ClusterPolicy p r]',
    ],
    [
      'what a rule leaves out',
      matching(any('kinds: [Pod]'), any('namespaceSelector: {matchLabels: {x: a}}')),
      on,
      off,
      'Namespace shop (1) high metadata.labels.x: newly has its objects left alone by ClusterPolicy p (label x) [unselected; x; ClusterPolicy p r]',
    ],
    [
      'what it left out already',
      matching(any('kinds: [Pod]'), any('namespaceSelector: {matchLabels: {x: a}}', 'namespaces: [shop]')),
      on,
      off,
    ],
    [
      'what it left out of some',
      matching(any('kinds: [Pod]'), any('namespaceSelector: {matchLabels: {x: a}}', 'namespaces: [shop], names: [a]')),
      on,
      off,
      'Namespace shop (1) high metadata.labels.x: newly has its objects left alone by ClusterPolicy p (label x) [unselected; x; ClusterPolicy p r]',
    ],
    ['what it leaves out no longer', matching(any('kinds: [Pod]'), any(guard)), on, off],
    [
      'what it left out by all',
      matching(any('kinds: [Pod]'), all('namespaceSelector: {matchLabels: {x: a}}', 'kinds: [Pod]')),
      on,
      off,
      'Namespace shop (1) high metadata.labels.x: newly has its objects left alone by ClusterPolicy p (label x) [unselected; x; ClusterPolicy p r]',
    ],
    [
      'what it never judged',
      matching(any('kinds: [Pod], namespaces: [web]'), any('namespaceSelector: {matchLabels: {x: a}}')),
      on,
      off,
    ],
    [
      'a selector that cannot be read',
      matching(any('kinds: [Pod], namespaceSelector: {matchExpressions: [{key: guard, operator: x}]}')),
      on,
      off,
    ],
    [
      'of two rules by two labels',
      object(
        'kyverno.io/v1',
        'ClusterPolicy',
        `spec: {validationFailureAction: Audit, rules: [{name: r, match: ${any(`kinds: [Pod], ${guard}`)}, validate: {failureAction: Enforce, pattern: {}}}, {name: q, match: ${any('kinds: [Pod], namespaceSelector: {matchLabels: {other: a}}')}, validate: {pattern: {}}}]}`,
      ),
      namespace('guard: a, other: a'),
      namespace(''),
      'Namespace shop (1 < 1) high metadata.labels < metadata.labels.guard: newly has its objects left alone by ClusterPolicy p (label guard, other) [unselected; guard; other; ClusterPolicy p q; ClusterPolicy p r]',
    ],
    [
      'of a policy of the namespace',
      kyverno(
        `match: ${any(`kinds: [Pod], ${guard}`)}`,
        'validationFailureAction: Enforce',
        'Policy',
        ', namespace: shop',
      ),
      on,
      off,
      'Namespace shop (1 < 1) high metadata.labels < metadata.labels.guard: newly has its objects left alone by Policy shop/p (label guard) [unselected; guard; Policy shop/p r]',
    ],
    [
      'of a policy of another namespace',
      kyverno(
        `match: ${any(`kinds: [Pod], ${guard}`)}`,
        'validationFailureAction: Enforce',
        'Policy',
        ', namespace: web',
      ),
      on,
      off,
    ],
    [
      'of a policy of an unknown namespace',
      kyverno(`match: ${any(`kinds: [Pod], ${guard}`)}`, 'validationFailureAction: Enforce', 'Policy'),
      on,
      off,
      'Namespace shop (1 < 1) high metadata.labels < metadata.labels.guard: newly has its objects left alone by Policy p (label guard) [unselected; guard; Policy p r]',
    ],
    [
      'an action by labels',
      kyverno(
        `match: ${any('kinds: [Pod]')}`,
        'validationFailureAction: Audit, validationFailureActionOverrides: [{action: Enforce, namespaceSelector: {matchLabels: {guard: a}}}]',
      ),
      on,
      off,
      'Namespace shop (1 < 1) high metadata.labels < metadata.labels.guard: newly has its objects left alone by ClusterPolicy p (label guard) [unselected; guard; ClusterPolicy p r]',
    ],
    [
      'a weaker action by labels',
      kyverno(
        `match: ${any('kinds: [Pod]')}`,
        'validationFailureAction: Enforce, validationFailureActionOverrides: [{action: Audit, namespaceSelector: {matchLabels: {x: a}}}]',
      ),
      on,
      off,
      'Namespace shop (1) high metadata.labels.x: newly has its objects left alone by ClusterPolicy p (label x) [unselected; x; ClusterPolicy p r]',
    ],
    [
      'a weaker action by labels in another namespace',
      kyverno(
        `match: ${any('kinds: [Pod]')}`,
        'validationFailureAction: Enforce, validationFailureActionOverrides: [{action: Enforce, namespaces: [shop]}, {action: Audit, namespaceSelector: {matchLabels: {x: a}}}]',
      ),
      on,
      off,
    ],
    [
      'an action without labels',
      kyverno(
        `match: ${any('kinds: [Pod]')}`,
        'validationFailureAction: Audit, validationFailureActionOverrides: [{action: Enforce, namespaces: [shop]}]',
      ),
      on,
      off,
    ],
    [
      'an exception',
      object(
        'kyverno.io/v2',
        'PolicyException',
        `spec: {match: ${any('namespaceSelector: {matchLabels: {x: a}}')}, exceptions: [{policyName: p, ruleNames: [r]}]}`,
      ),
      on,
      off,
      'Namespace shop (1) high metadata.labels.x: newly has its objects left alone by what PolicyException p exempts from (label x) [unselected; x; PolicyException p]',
    ],
    [
      'an exception no longer',
      object(
        'kyverno.io/v2',
        'PolicyException',
        `spec: {match: ${any(guard)}, exceptions: [{policyName: p, ruleNames: [r]}]}`,
      ),
      on,
      off,
    ],
    [
      'an exception already',
      object(
        'kyverno.io/v2',
        'PolicyException',
        `spec: {match: ${any('namespaceSelector: {matchLabels: {x: a}}', 'namespaces: [shop]')}, exceptions: [{policyName: p, ruleNames: [r]}]}`,
      ),
      on,
      off,
    ],
    [
      'a constraint',
      constraint(guard),
      on,
      off,
      'Namespace shop (1 < 1) high metadata.labels < metadata.labels.guard: newly has its objects left alone by K8sA p (label guard) [unselected; guard; K8sA p]',
    ],
    [
      'a constraint that records',
      constraint(guard, ', enforcementAction: dryrun'),
      on,
      off,
      'Namespace shop (1 < 1) low metadata.labels < metadata.labels.guard: newly has its objects left alone by K8sA p (label guard) [unselected; guard; K8sA p]',
    ],
    ['a constraint of other namespaces', constraint(`${guard}, namespaces: [web]`), on, off],
    [
      'a constraint of its namespaces',
      constraint(`${guard}, namespaces: [web, "sh*"], excludedNamespaces: [web]`),
      on,
      off,
      'Namespace shop (1 < 1) high metadata.labels < metadata.labels.guard: newly has its objects left alone by K8sA p (label guard) [unselected; guard; K8sA p]',
    ],
    ['a constraint that leaves it out', constraint(`${guard}, excludedNamespaces: [web, shop]`), on, off],
    [
      'a mutator',
      object('mutations.gatekeeper.sh/v1', 'Assign', `spec: {match: {${guard}}}`),
      on,
      off,
      'Namespace shop (1 < 1) low metadata.labels < metadata.labels.guard: newly has its objects left alone by Assign p (label guard) [unselected; guard; Assign p]',
    ],
    [
      'a policy of the API server',
      object('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', `spec: {matchConstraints: {${guard}}}`),
      on,
      off,
      'Namespace shop (1 < 1) high metadata.labels < metadata.labels.guard: newly has its objects left alone by ValidatingAdmissionPolicy p (label guard) [unselected; guard; ValidatingAdmissionPolicy p]',
    ],
    [
      'a binding',
      object(
        'admissionregistration.k8s.io/v1',
        'ValidatingAdmissionPolicyBinding',
        `spec: {validationActions: [Deny], matchResources: {${guard}}}`,
      ),
      on,
      off,
      'Namespace shop (1 < 1) high metadata.labels < metadata.labels.guard: newly has its objects left alone by ValidatingAdmissionPolicyBinding p (label guard) [unselected; guard; ValidatingAdmissionPolicyBinding p]',
    ],
    [
      'a binding that warns',
      object(
        'admissionregistration.k8s.io/v1',
        'ValidatingAdmissionPolicyBinding',
        `spec: {validationActions: [Warn], matchResources: {${guard}}}`,
      ),
      on,
      off,
      'Namespace shop (1 < 1) low metadata.labels < metadata.labels.guard: newly has its objects left alone by ValidatingAdmissionPolicyBinding p (label guard) [unselected; guard; ValidatingAdmissionPolicyBinding p]',
    ],
    [
      'a policy with CEL',
      object('policies.kyverno.io/v1', 'ValidatingPolicy', `spec: {matchConstraints: {${guard}}}`),
      on,
      off,
      'Namespace shop (1 < 1) high metadata.labels < metadata.labels.guard: newly has its objects left alone by ValidatingPolicy p (label guard) [unselected; guard; ValidatingPolicy p]',
    ],
    [
      'a policy with CEL of another namespace',
      object(
        'policies.kyverno.io/v1',
        'NamespacedValidatingPolicy',
        `spec: {matchConstraints: {${guard}}}`,
        ', namespace: web',
      ),
      on,
      off,
    ],
    [
      'one that makes objects',
      object('policies.kyverno.io/v1', 'GeneratingPolicy', `spec: {matchConstraints: {${guard}}}`),
      on,
      off,
      'Namespace shop (1 < 1) low metadata.labels < metadata.labels.guard: newly has its objects left alone by GeneratingPolicy p (label guard) [unselected; guard; GeneratingPolicy p]',
    ],
    [
      'a webhook',
      object(
        'admissionregistration.k8s.io/v1',
        'ValidatingWebhookConfiguration',
        `webhooks: [{name: w, ${guard}, rules: [{apiGroups: [""]}]}, {name: v}]`,
      ),
      on,
      off,
      'Namespace shop (1 < 1) high metadata.labels < metadata.labels.guard: newly has its objects left alone by the webhook w of ValidatingWebhookConfiguration p (label guard) [unselected; guard; ValidatingWebhookConfiguration p w]',
    ],
    [
      'a webhook that changes objects',
      object(
        'admissionregistration.k8s.io/v1',
        'MutatingWebhookConfiguration',
        `webhooks: [{name: w, ${guard}, rules: [{apiGroups: [""]}]}]`,
      ),
      on,
      off,
      'Namespace shop (1 < 1) medium metadata.labels < metadata.labels.guard: newly has its objects left alone by the webhook w of MutatingWebhookConfiguration p (label guard) [unselected; guard; MutatingWebhookConfiguration p w]',
    ],
    [
      'a label that is said by itself',
      constraint(
        'namespaceSelector: {matchExpressions: [{key: admission.gatekeeper.sh/ignore, operator: DoesNotExist}]}',
      ),
      namespace(''),
      namespace('admission.gatekeeper.sh/ignore: "yes"'),
      'Namespace shop (1) high metadata.labels.admission.gatekeeper.sh/ignore: newly has its objects left alone by Gatekeeper (label admission.gatekeeper.sh/ignore) [label; admission.gatekeeper.sh/ignore]',
    ],
    [
      'and another label with it',
      constraint(
        'namespaceSelector: {matchExpressions: [{key: admission.gatekeeper.sh/ignore, operator: DoesNotExist}, {key: guard, operator: Exists}]}',
      ),
      on,
      namespace('admission.gatekeeper.sh/ignore: "yes"'),
      'Namespace shop (1) high metadata.labels.admission.gatekeeper.sh/ignore: newly has its objects left alone by Gatekeeper (label admission.gatekeeper.sh/ignore) [label; admission.gatekeeper.sh/ignore]',
      'Namespace shop (1 < 1) high metadata.labels < metadata.labels.guard: newly has its objects left alone by K8sA p (label guard) [unselected; guard; K8sA p]',
    ],
    [
      'its name',
      constraint('namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: shop}}'),
      namespace('kubernetes.io/metadata.name: web'),
      namespace('kubernetes.io/metadata.name: web, guard: a'),
    ],
    ['other kinds of objects', object('v1', 'ConfigMap', 'data: {}'), on, off],
  ])('%s', says);

  test('a new policy has judged nothing before', () => {
    const policy = constraint(guard);
    expect(analysed(on, `${off}\n${policy}`)).toEqual([]);
    expect(analysed(`${on}\n${policy}`, off).map((each) => each.replace(/:.*/, ''))).toEqual([
      'K8sA p (2 < 2) high  < ',
    ]);
  });
});

const deployment = (labels: string, own = '', kind = 'Deployment') =>
  `{apiVersion: apps/v1, kind: ${kind}, metadata: {name: web, namespace: shop, labels: {${own}}}, spec: {template: {metadata: {labels: {${labels}}}, spec: {containers: [{name: a, image: a}]}}}}`;
const selector = 'objectSelector: {matchLabels: {guard: a}}';
const webhook = (fields: string, groups = '""', resources = 'pods', operations = 'CREATE') =>
  object(
    'admissionregistration.k8s.io/v1',
    'ValidatingWebhookConfiguration',
    `webhooks: [{name: w, ${fields}, rules: [{apiGroups: [${groups}], resources: [${resources}], operations: [${operations}]}]}]`,
  );

describe('labels of pods and of what makes them', () => {
  const [made, unmade] = [deployment('guard: a'), deployment('x: a')];
  const [own, disowned] = [deployment('l: a', 'guard: a'), deployment('l: a', 'x: a')];
  test.each<Row>([
    [
      'a webhook',
      webhook(selector),
      made,
      unmade,
      'Deployment web (1 < 1) high labels < labels.guard: newly has its pods left alone by the webhook w of ValidatingWebhookConfiguration p (label guard) [unselected; guard; ValidatingWebhookConfiguration p w]',
    ],
    [
      'a webhook for all groups',
      webhook(selector, '"*"', '"*"', '"*"'),
      made,
      unmade,
      'Deployment web (1 < 1) high labels < labels.guard: newly has its pods left alone by the webhook w of ValidatingWebhookConfiguration p (label guard) [unselected; guard; ValidatingWebhookConfiguration p w]',
    ],
    [
      'a webhook for all resources',
      webhook(selector, '""', '"*/*"', 'UPDATE'),
      made,
      unmade,
      'Deployment web (1 < 1) high labels < labels.guard: newly has its pods left alone by the webhook w of ValidatingWebhookConfiguration p (label guard) [unselected; guard; ValidatingWebhookConfiguration p w]',
    ],
    [
      'a webhook by one of two rules',
      object(
        'admissionregistration.k8s.io/v1',
        'ValidatingWebhookConfiguration',
        `webhooks: [{name: w, ${selector}, rules: [{apiGroups: [apps], resources: [x], operations: [CREATE]}, {apiGroups: [apps, ""], resources: [x, pods], operations: [DELETE, UPDATE]}]}]`,
      ),
      made,
      unmade,
      'Deployment web (1 < 1) high labels < labels.guard: newly has its pods left alone by the webhook w of ValidatingWebhookConfiguration p (label guard) [unselected; guard; ValidatingWebhookConfiguration p w]',
    ],
    [
      'a rule for one of two kinds',
      matching(any('kinds: [Job, Pod], namespaces: [web, shop], selector: {matchLabels: {guard: a}}')),
      made,
      unmade,
      'Deployment web (1 < 1) high labels < labels.guard: newly has its pods left alone by ClusterPolicy p (label guard) [unselected; guard; ClusterPolicy p r]',
    ],
    [
      'an exception by one of two filters',
      object(
        'kyverno.io/v2',
        'PolicyException',
        `spec: {match: ${any('kinds: [Job]', 'kinds: [Pod], selector: {matchLabels: {x: a}}')}, exceptions: [{policyName: p, ruleNames: [r]}]}`,
      ),
      made,
      unmade,
      'Deployment web (1) high labels.x: newly has its pods left alone by what PolicyException p exempts from (label x) [unselected; x; PolicyException p]',
    ],
    [
      'what it leaves out as before',
      matching(any('kinds: [Pod]'), any('kinds: [Pod], selector: {matchLabels: {l: a}}')),
      own,
      disowned,
    ],
    [
      'a value and a pattern',
      matching(any('kinds: [Pod], selector: {matchLabels: {guard: a, "l*": "*"}}')),
      deployment('guard: a, l: z'),
      deployment('guard: a'),
      'Deployment web (1 < 1) high labels < labels.l: newly has its pods left alone by ClusterPolicy p (label l) [unselected; l; ClusterPolicy p r]',
    ],
    ['a webhook for another group', webhook(selector, 'apps'), made, unmade],
    ['a webhook for other resources', webhook(selector, '""', 'secrets'), made, unmade],
    ['a webhook for what is deleted', webhook(selector, '""', 'pods', 'DELETE'), made, unmade],
    [
      'a webhook for what makes pods',
      webhook(selector, 'apps', 'deployments'),
      own,
      disowned,
      'Deployment web (1 < 1) high metadata.labels < metadata.labels.guard: newly is left alone by the webhook w of ValidatingWebhookConfiguration p (label guard) [unselected; guard; ValidatingWebhookConfiguration p w]',
    ],
    ['a webhook for what makes pods, of pods', webhook(selector, 'apps', 'deployments'), made, unmade],
    [
      'a policy of the API server',
      object(
        'admissionregistration.k8s.io/v1',
        'ValidatingAdmissionPolicy',
        `spec: {matchConstraints: {${selector}, resourceRules: [{apiGroups: [""], resources: [pods], operations: [CREATE]}]}}`,
      ),
      made,
      unmade,
      'Deployment web (1 < 1) high labels < labels.guard: newly has its pods left alone by ValidatingAdmissionPolicy p (label guard) [unselected; guard; ValidatingAdmissionPolicy p]',
    ],
    [
      'one for other resources',
      object(
        'admissionregistration.k8s.io/v1',
        'ValidatingAdmissionPolicy',
        `spec: {matchConstraints: {${selector}, resourceRules: [{apiGroups: [""], resources: [secrets], operations: [CREATE]}]}}`,
      ),
      made,
      unmade,
    ],
    [
      'a binding without rules',
      object(
        'admissionregistration.k8s.io/v1',
        'ValidatingAdmissionPolicyBinding',
        `spec: {validationActions: [Deny], matchResources: {${selector}}}`,
      ),
      made,
      unmade,
      'Deployment web (1 < 1) high labels < labels.guard: newly has its pods left alone by ValidatingAdmissionPolicyBinding p (label guard) [unselected; guard; ValidatingAdmissionPolicyBinding p]',
    ],
    [
      'a rule',
      matching(any('kinds: [Pod], selector: {matchLabels: {guard: a}}')),
      made,
      unmade,
      'Deployment web (1 < 1) high labels < labels.guard: newly has its pods left alone by ClusterPolicy p (label guard) [unselected; guard; ClusterPolicy p r]',
    ],
    ['a rule for other kinds', matching(any('kinds: [Job], selector: {matchLabels: {guard: a}}')), made, unmade],
    [
      'a rule for what makes pods',
      matching(any('kinds: [Deployment], selector: {matchLabels: {guard: a}}')),
      own,
      disowned,
      'Deployment web (1 < 1) high metadata.labels < metadata.labels.guard: newly is left alone by ClusterPolicy p (label guard) [unselected; guard; ClusterPolicy p r]',
    ],
    [
      'a rule that leaves them out',
      matching(any('kinds: [Pod]'), any('selector: {matchLabels: {"x*": a}}')),
      made,
      unmade,
      'Deployment web (1 < 1) high labels < labels.guard: newly has its pods left alone by ClusterPolicy p (label guard, x) [unselected; guard; x; ClusterPolicy p r]',
    ],
    [
      'another filter takes them',
      matching(any('kinds: [Pod], selector: {matchLabels: {guard: a}}', 'kinds: ["*"]')),
      made,
      unmade,
    ],
    [
      'a rule of namespaces',
      matching(any('kinds: [Pod], selector: {matchLabels: {guard: a}}, namespaceSelector: {matchLabels: {z: a}}')),
      made,
      unmade,
      'Deployment web (1 < 1) high labels < labels.guard: newly has its pods left alone by ClusterPolicy p (label guard) [unselected; guard; ClusterPolicy p r]',
    ],
    [
      'a rule of another namespace',
      matching(any('kinds: [Pod], selector: {matchLabels: {guard: a}}, namespaces: [web]')),
      made,
      unmade,
    ],
    [
      'an exception',
      object(
        'kyverno.io/v2',
        'PolicyException',
        `spec: {match: ${any('kinds: [Pod], selector: {matchLabels: {x: a}}')}, exceptions: [{policyName: p, ruleNames: [r]}]}`,
      ),
      made,
      unmade,
      'Deployment web (1) high labels.x: newly has its pods left alone by what PolicyException p exempts from (label x) [unselected; x; PolicyException p]',
    ],
    [
      'a constraint',
      constraint('kinds: [{apiGroups: [""], kinds: [Pod]}], labelSelector: {matchLabels: {guard: a}}'),
      made,
      unmade,
      'Deployment web (1 < 1) high labels < labels.guard: newly has its pods left alone by K8sA p (label guard) [unselected; guard; K8sA p]',
    ],
    [
      'a constraint for other kinds',
      constraint('kinds: [{apiGroups: [apps], kinds: [Pod]}], labelSelector: {matchLabels: {guard: a}}'),
      made,
      unmade,
    ],
    [
      'a label that is there still',
      constraint('labelSelector: {matchLabels: {guard: a}}'),
      made,
      deployment('guard: a, x: a'),
    ],
    [
      'both, by one constraint',
      constraint('labelSelector: {matchLabels: {guard: a}}'),
      deployment('guard: a', 'guard: a'),
      deployment('x: a', 'x: a'),
      'Deployment web (1 < 1) high labels < labels.guard: newly has its pods left alone by K8sA p (label guard) [unselected; guard; K8sA p]',
      'Deployment web (1 < 1) high metadata.labels < metadata.labels.guard: newly is left alone by K8sA p (label guard) [unselected; guard; K8sA p]',
    ],
    [
      'a pod itself',
      constraint('labelSelector: {matchLabels: {guard: a}}'),
      '{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop, labels: {guard: a}}, spec: {containers: [{name: a, image: a}]}}',
      '{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop}, spec: {containers: [{name: a, image: a}]}}',
      'Pod web (1 < 1) high labels < labels.guard: newly has its pods left alone by K8sA p (label guard) [unselected; guard; K8sA p]',
    ],
    [
      'what makes no pods',
      constraint('labelSelector: {matchLabels: {guard: a}}'),
      '{apiVersion: v1, kind: Secret, metadata: {name: web, namespace: shop, labels: {guard: a}}}',
      '{apiVersion: v1, kind: Secret, metadata: {name: web, namespace: shop}}',
    ],
    ['new pods', constraint('labelSelector: {matchLabels: {guard: a}}'), '', unmade],
  ])('%s', says);
});

test('unchanged policies matter where labels change', () => {
  const asks = (before: string, after: string) => asksForSelectors({ before: objects(before), after: objects(after) });
  const [made, unmade] = [deployment('guard: a'), deployment('x: a')];
  expect([
    asks(on, off),
    asks(on, on),
    asks('', on),
    asks(on, ''),
    asks(`${namespace('a: b', 'web')}\n${on}`, `${namespace('a: b', 'web')}\n${off}`),
  ]).toEqual([true, false, false, false, true]);
  expect([
    asks(made, unmade),
    asks(made, made),
    asks('', made),
    asks(deployment('', 'guard: a'), deployment('', 'x: a')),
  ]).toEqual([true, false, false, true]);
  expect(
    asks(
      '{apiVersion: v1, kind: Secret, metadata: {name: s, labels: {a: b}}}',
      '{apiVersion: v1, kind: Secret, metadata: {name: s}}',
    ),
  ).toBe(false);
  expect(
    asks(
      '{apiVersion: a.org/v1, kind: Namespace, metadata: {name: s, labels: {a: b}}}',
      '{apiVersion: a.org/v1, kind: Namespace, metadata: {name: s}}',
    ),
  ).toBe(false);
});

test('what judges others is known by its kind', () => {
  const known = (apiVersion: string, kind: string) =>
    isSelecting(objects(object(apiVersion, kind, 'spec: {}'))[0] as never);
  const registration = 'admissionregistration.k8s.io/v1';
  const selecting: readonly [string, string][] = [
    [registration, 'ValidatingWebhookConfiguration'],
    [registration, 'MutatingAdmissionPolicyBinding'],
    [registration, 'MutatingAdmissionPolicy'],
    ['policies.kyverno.io/v1', 'NamespacedImageValidatingPolicy'],
    ['policies.kyverno.io/v1', 'NamespacedMutatingPolicy'],
    ['kyverno.io/v1', 'Policy'],
    ['kyverno.io/v2', 'PolicyException'],
    ['constraints.gatekeeper.sh/v1beta1', 'Anything'],
    ['mutations.gatekeeper.sh/v1', 'ModifySet'],
  ];
  expect(selecting.filter((each) => !known(...each))).toEqual([]);
  for (const [apiVersion, kind] of selecting) {
    const others = [`x${apiVersion}`, apiVersion.replace('/', 'x/')].filter((each) => known(each, kind));
    expect([kind, ...others]).toEqual([kind]);
    if (kind !== 'Anything') expect([`X${kind}`, `${kind}X`].filter((each) => known(apiVersion, each))).toEqual([]);
  }
});

describe('exceptions from what takes a policy’s place', () => {
  const policy = (name: string, ...rules: readonly string[]) =>
    object(
      'kyverno.io/v1',
      'ClusterPolicy',
      `spec: {validationFailureAction: Enforce, rules: [${rules.map((each) => `{name: ${each}, match: ${any('kinds: [Pod]')}, validate: {pattern: {of: ${each === 'r' || each === 's' ? 'it' : each}}}}`).join(', ')}]}`,
    ).replace('name: p', `name: ${name}`);
  const exception = (names: string, more = '', name = 'e') =>
    object('kyverno.io/v2', 'PolicyException', `spec: {exceptions: [{${names}}]${more}}`).replace(
      'name: p}',
      `name: ${name}}`,
    );
  const said = (around: string, before: string, after: string) =>
    analysed(`${before}\n${around}`, `${after}\n${around}`).map((each) => each.replace(/ \[.*/, ''));
  const [was, renamed, moved] = [policy('p', 'r'), policy('p', 's'), policy('q', 'r')];
  const gone = (why = '') => [`ClusterPolicy p (1 < 1) high spec.rules < spec.rules.0: no longer has the rule r${why}`];
  const why = ' The rule s says the same, and PolicyException e in x.yaml exempts from it.';
  test.each<readonly [string, string, string, readonly string[]]>([
    ['none', '', renamed, []],
    ['from the rule', exception('policyName: p, ruleNames: [s]'), renamed, gone(why)],
    ['by a pattern', exception('policyName: p, ruleNames: ["s*"]'), renamed, gone(why)],
    ['by one character', exception('policyName: p, ruleNames: ["?"]'), renamed, []],
    ['from both', exception('policyName: p, ruleNames: [r, s]'), renamed, []],
    ['from the former rule', exception('policyName: p, ruleNames: [r]'), renamed, []],
    [
      'from the rule that is made for workloads',
      exception('policyName: p, ruleNames: [autogen-s]'),
      renamed,
      gone(why),
    ],
    [
      'from the rule that is made for CronJobs',
      exception('policyName: p, ruleNames: [autogen-cronjob-s]'),
      renamed,
      gone(why),
    ],
    ['from another policy', exception('policyName: q, ruleNames: [s]'), renamed, []],
    ['from a pattern of policies', exception('policyName: "p*", ruleNames: [s]'), renamed, gone(why)],
    [
      'for other objects',
      `${exception('policyName: p, ruleNames: [r]', `, match: ${any('names: [a]')}`)}\n${exception('policyName: p, ruleNames: [s]', `, match: ${any('names: [b]')}`, 'f')}`,
      renamed,
      gone(why.replace('Exception e', 'Exception f')),
    ],
    [
      'from the policy under another name',
      exception('policyName: q, ruleNames: [r]'),
      moved,
      ['ClusterPolicy p (1 < 1) high  < : is gone, and with it what it refused'],
    ],
    ['from the policy under both names', exception('policyName: "?", ruleNames: [r]'), moved, []],
  ])('%s', (_, around, after, expected) => {
    expect(said(around, was, after)).toEqual(expected);
  });

  test('one of another folder exempts as well, and does not make up for one of the policy’s own', () => {
    const near = (text: string) => [
      {
        scope: 'other',
        place: 'other',
        isEverywhere: true,
        sides: { before: objects(text, 'o.yaml'), after: objects(text, 'o.yaml') },
      },
    ];
    const found = (around: string, other: string) =>
      analysed(`${was}\n${around}`, `${renamed}\n${around}`, near(other)).map((each) =>
        each.replace(/.*exempts? ?/, '').replace(/.*by /, ''),
      );
    expect(found('', exception('policyName: p, ruleNames: [s]'))).toHaveLength(1);
    expect(found('', exception('policyName: p, ruleNames: [r, s]'))).toEqual([]);
    expect(found(exception('policyName: p, ruleNames: [s]'), exception('policyName: p, ruleNames: [r]'))).toHaveLength(
      1,
    );
  });

  test('of very many it is not known', () => {
    // Those of both sides count.
    const many = (count: number) => exception(`policyName: p, ruleNames: [${Array(count).fill('x').join(', ')}]`);
    expect([said(many(250), was, renamed).length, said(many(251), was, renamed).length]).toEqual([0, 1]);
  });

  test('unchanged exceptions matter where a policy or rule is gone by its name', () => {
    const asks = (before: string, after: string) =>
      asksForExceptions({ before: objects(before), after: objects(after) });
    expect([
      asks(was, renamed),
      asks(was, moved),
      asks(was, was),
      asks(was, policy('p', 's', 'r')),
      asks('', was),
      asks(was, ''),
    ]).toEqual([true, true, false, false, false, true]);
    const withCel = object('policies.kyverno.io/v1', 'ValidatingPolicy', 'spec: {}');
    const others = [
      object('x.kyverno.io/v1', 'ValidatingPolicy', 'spec: {}'),
      object('kyverno.io.x/v1', 'ClusterPolicy', 'spec: {}'),
      object('kyverno.io/v2', 'PolicyException', 'spec: {}'),
    ];
    expect([asks(withCel, ''), ...others.map((each) => asks(each, ''))]).toEqual([true, false, false, false]);
  });
});

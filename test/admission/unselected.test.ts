import { describe, expect, test } from '@jest/globals';
import { findingsOf, folderOf } from '../fix/fix-of-files.ts';
import { evidenceOfFolders } from '../rules/evidence.ts';

/** What is said of a change of `x.yaml` next to an unchanged policy, each as severity, line and message. */
async function says(policy: string, before: string, after: string, parts: readonly string[], isOneFile = false) {
  const side = (text: string) =>
    folderOf(
      isOneFile
        ? { 'clusters/a/x.yaml': `${text}---\n${policy}` }
        : { 'clusters/a/x.yaml': text, 'clusters/a/policy.yaml': policy },
    );
  const { evidence } = await evidenceOfFolders(side(before), side(after));
  const found = findingsOf(evidence).filter(({ rule }) => rule === 'admission-weakened');
  const said = found.map(({ severity, position, message }) => `${severity} ${position?.line} ${message}`);
  expect(said).toEqual(parts.map((part) => expect.stringContaining(part)));
}

const namespace = (labels: string) =>
  `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels:\n    ${labels}\n`;

const kyverno = (rule: string, kind = 'ClusterPolicy', spec = 'validationFailureAction: Enforce') =>
  `apiVersion: kyverno.io/v1\nkind: ${kind}\nmetadata: {name: p${kind === 'Policy' ? ', namespace: other' : ''}}\nspec:\n  ${spec}\n  rules:\n  - name: r\n${rule}
    validate: {message: m, pattern: {spec: {hostNetwork: "false"}}}\n`;
const matching = (filter: string, more = '') =>
  kyverno(`    match: {any: [{resources: {kinds: [Pod], ${filter}}}${more}]}`);
const excluding = (filter: string, how = 'any') =>
  kyverno(`    match: {any: [{resources: {kinds: [Pod]}}]}\n    exclude: {${how}: [{resources: {${filter}}}]}`);
const guarded = 'namespaceSelector: {matchLabels: {guard: "on"}}';
const exempt = 'namespaceSelector: {matchExpressions: [{key: exempt, operator: Exists}]}';
const constraint = (match: string, action = 'deny') =>
  `apiVersion: constraints.gatekeeper.sh/v1beta1\nkind: K8sHost\nmetadata: {name: p}\nspec: {enforcementAction: ${action}, match: {kinds: [{apiGroups: [""], kinds: [Pod]}], ${match}}}\n`;
const notExempt = 'namespaceSelector: {matchExpressions: [{key: exempt, operator: DoesNotExist}]}';

type Row = readonly [name: string, policy: string, from: string, to: string, ...parts: string[]];

describe('labels of a Namespace', () => {
  const [on, other] = ['guard: "on"', 'team: a'];
  test.each<Row>([
    [
      'a filter of Kyverno’s',
      matching(guarded),
      on,
      other,
      'high 5 Namespace shop newly has its objects left alone by ClusterPolicy p (label guard).',
    ],
    ['another value', matching(guarded), on, 'guard: "off"', 'high 6 '],
    ['under all', kyverno(`    match: {all: [{resources: {kinds: [Pod], ${guarded}}}]}`), on, other, 'high 5 '],
    ['alone', kyverno(`    match: {resources: {kinds: [Pod], ${guarded}}}`), on, other, 'high 5 '],
    ['a pattern', matching('namespaceSelector: {matchLabels: {"guard*": "o*"}}'), on, other, 'high 5 '],
    ['a pattern that still holds', matching('namespaceSelector: {matchLabels: {"guard*": "o*"}}'), on, 'guard: "off"'],
    ['another filter takes the same', matching(guarded, ', {resources: {kinds: [Pod]}}'), on, other],
    ['another filter takes something else', matching(guarded, ', {resources: {kinds: [Job]}}'), on, other, 'high 5 '],
    [
      'another filter takes it from some',
      matching(guarded, ', {resources: {kinds: [Pod]}, subjects: [{kind: User, name: u}]}'),
      on,
      other,
      'high 5 ',
    ],
    ['namespaces it never was for', matching(`${guarded}, namespaces: [blog]`), on, other],
    ['a label nobody asks for', matching(guarded), `${on}\n    team: a`, on],
    ['exclude', excluding(exempt), other, 'exempt: y', 'high 6 '],
    ['exclude of all', excluding(exempt, 'all'), other, 'exempt: y', 'high 6 '],
    ['no longer left out', excluding(exempt), 'exempt: y', other],
    [
      'left out already',
      kyverno(
        `    match: {any: [{resources: {kinds: [Pod]}}]}\n    exclude: {any: [{resources: {${exempt}}}, {resources: {namespaces: [shop]}}]}`,
      ),
      other,
      'exempt: y',
    ],
    [
      'what only records',
      kyverno(
        `    match: {any: [{resources: {kinds: [Pod], ${guarded}}}]}`,
        'ClusterPolicy',
        'validationFailureAction: Audit',
      ),
      on,
      other,
      'low 5 ',
    ],
    [
      'an action by labels',
      kyverno(
        '    match: {any: [{resources: {kinds: [Pod]}}]}',
        'ClusterPolicy',
        'validationFailureAction: Audit\n  validationFailureActionOverrides: [{action: Enforce, namespaceSelector: {matchLabels: {guard: "on"}}}]',
      ),
      on,
      other,
      'high 5 ',
    ],
    [
      'a policy of another namespace',
      kyverno(`    match: {any: [{resources: {kinds: [Pod], ${guarded}}}]}`, 'Policy'),
      on,
      other,
    ],
    [
      'an exception',
      `apiVersion: kyverno.io/v2\nkind: PolicyException\nmetadata: {name: e, namespace: kyverno}\nspec:\n  exceptions: [{policyName: p, ruleNames: [r]}]\n  match: {any: [{resources: {kinds: [Pod], ${guarded}}}]}\n`,
      other,
      on,
      'high 6 Namespace shop newly has its objects left alone by what PolicyException kyverno/e exempts from (label guard).',
    ],
    [
      'CEL of Kyverno',
      'apiVersion: policies.kyverno.io/v1\nkind: ValidatingPolicy\nmetadata: {name: p}\nspec: {validationActions: [Deny], matchConstraints: {namespaceSelector: {matchLabels: {guard: "on"}}, resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]}}\n',
      on,
      other,
      'high 5 ',
    ],
    [
      'Gatekeeper',
      constraint(guarded),
      on,
      other,
      'high 5 Namespace shop newly has its objects left alone by K8sHost p (label guard).',
    ],
    ['Gatekeeper, exempt', constraint(notExempt), other, 'exempt: y', 'high 6 '],
    ['Gatekeeper, which warns', constraint(notExempt, 'warn'), other, 'exempt: y', 'low 6 '],
    ['Gatekeeper, excluded already', constraint(`${notExempt}, excludedNamespaces: [sh*]`), other, 'exempt: y'],
    ['Gatekeeper, for another namespace', constraint(`${guarded}, namespaces: [blog]`), on, other],
  ])('%s', async (_name, policy, from, to, ...parts) => {
    await says(policy, namespace(from), namespace(to), parts);
    await says(policy, namespace(from), namespace(to), parts, true);
  });
});

describe('labels of pods', () => {
  const web = (labels: string, own = 'app: web', kind = 'Deployment') =>
    `apiVersion: apps/v1\nkind: ${kind}\nmetadata:\n  name: web\n  namespace: shop\n  labels: {${own}}\nspec:\n  template:\n    metadata:\n      labels: {${labels}}\n    spec: {containers: [{name: a, image: a:1}]}\n`;
  const webhook = (selector: string, resources: string, kind = 'Validating') =>
    `apiVersion: admissionregistration.k8s.io/v1\nkind: ${kind}WebhookConfiguration\nmetadata: {name: w}\nwebhooks:\n- name: a.b.c\n  clientConfig: {service: {name: g, namespace: g}}\n  objectSelector: ${selector}\n  rules: [{apiGroups: ["", apps], apiVersions: [v1], operations: [CREATE], resources: [${resources}]}]\n`;
  const notSkipped = '{matchExpressions: [{key: skip, operator: NotIn, values: ["y"]}]}';
  const [plain, skipped] = [web('app: web'), web('app: web, skip: "y"')];
  const ownSkipped = web('app: web', 'skip: "y"');
  test.each<Row>([
    [
      'a webhook',
      webhook(notSkipped, 'pods'),
      plain,
      skipped,
      'high 10 Deployment shop/web newly has its pods left alone by the webhook a.b.c of ValidatingWebhookConfiguration w (label skip).',
    ],
    ['one that changes objects', webhook(notSkipped, 'pods', 'Mutating'), plain, skipped, 'medium 10 '],
    ['one for other kinds', webhook(notSkipped, 'secrets'), plain, skipped],
    [
      'one for what makes pods',
      webhook(notSkipped, 'deployments'),
      plain,
      ownSkipped,
      'high 6 Deployment shop/web newly is left alone by the webhook a.b.c of ValidatingWebhookConfiguration w (label skip).',
    ],
    ['of pods alone', webhook(notSkipped, 'pods'), plain, ownSkipped],
    ['a label it asks for is gone', webhook('{matchLabels: {app: web}}', 'pods'), plain, web('app: w2'), 'high 10 '],
    ['judged again', webhook(notSkipped, 'pods'), skipped, plain],
    [
      'exclude of Kyverno’s',
      excluding('selector: {matchLabels: {skip: "y"}}'),
      plain,
      skipped,
      'high 10 Deployment shop/web newly has its pods left alone by ClusterPolicy p (label skip).',
    ],
    [
      'exclude in another namespace',
      excluding('namespaces: [blog], selector: {matchLabels: {skip: "y"}}'),
      plain,
      skipped,
    ],
    ['match of Kyverno’s', matching('selector: {matchLabels: {app: web}}'), plain, web('app: w2'), 'high 10 '],
    [
      'exclude of a rule for other kinds',
      kyverno(
        '    match: {any: [{resources: {kinds: [Secret]}}]}\n    exclude: {any: [{resources: {selector: {matchLabels: {skip: "y"}}}}]}',
      ),
      plain,
      skipped,
    ],
    [
      'Gatekeeper',
      constraint(`labelSelector: ${notSkipped}`),
      plain,
      skipped,
      'high 10 Deployment shop/web newly has its pods left alone by K8sHost p (label skip).',
    ],
    [
      'Gatekeeper for other kinds',
      constraint(`labelSelector: ${notSkipped}`).replace('[Pod]', '[Secret]'),
      plain,
      skipped,
    ],
    ['a label nobody asks for', constraint(`labelSelector: ${notSkipped}`), plain, web('app: web, tier: a')],
  ])('%s', async (_name, policy, before, after, ...parts) => {
    await says(policy, before, after, parts);
    await says(policy, before, after, parts, true);
  });
});

import { describe, expect, test } from '@jest/globals';
import { type Parametrized, parametersChanged, parametrized } from '../../src/admission/kubernetes/parameters.ts';
import { celPolicyLoosened, celStrength, settingPolicyLoosened } from '../../src/admission/kyverno/cel-policy.ts';
import { kyvernoConfigurationLoosened } from '../../src/admission/kyverno/configuration/configuration.ts';
import { exceptionLoosened } from '../../src/admission/kyverno/exceptions/exceptions.ts';
import { resources } from '../rbac/manifests.ts';
import { said, yaml } from './said.ts';

type Row = readonly [name: string, before: string, after: string, ...said: string[]];

test('a policy with CEL refuses where it is asked, unless it says otherwise', () => {
  const strength = (spec: string) => celStrength(yaml(`{spec: {${spec}}}`));
  expect([
    strength(''),
    strength('validationActions: []'),
    strength('validationActions: [Audit]'),
    strength('validationActions: [Deny], evaluation: {admission: {enabled: false}}'),
    strength('evaluation: {mode: JSON}'),
  ]).toEqual(['refuses', 'refuses', 'records', 'records', 'records']);
});

const off = 'evaluation: {admission: {enabled: false}}';
const pods =
  'matchConstraints: {resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]}';
const controllers = (names: string) => `autogen: {podControllers: {controllers: ${names}}}`;

describe('what a policy with CEL no longer refuses', () => {
  const policy = (spec: string) => yaml(`{spec: {${spec}}}`);
  const references = (...all: readonly string[]) =>
    `matchImageReferences: [${all.map((each) => `{${each}}`).join(', ')}]`;
  const limited = (more: string) => pods.replace('resourceRules', `${more}, resourceRules`);
  test.each<Row>([
    [
      'it only records',
      '',
      'validationActions: [Audit]',
      'high spec.validationActions: only records what it refused before [strength; ; refuses; records]',
    ],
    [
      'it is not asked',
      '',
      off,
      'high spec.evaluation: is no longer asked by the API server, and refuses nothing any more (evaluation) [strength; ; refuses; records]',
    ],
    [
      'what only recorded is not asked',
      'validationActions: [Audit]',
      off,
      'low spec.evaluation: is no longer asked by the API server, and refuses nothing any more (evaluation) [strength; ; refuses; records]',
    ],
    ['not asked before', off, off],
    ['not asked before, and now it is', off, 'validationActions: [Audit]'],
    [
      'what it cannot judge',
      '',
      'failurePolicy: Ignore',
      'high spec.failurePolicy: newly lets through what it cannot judge (failurePolicy: Ignore) [failurePolicy]',
    ],
    [
      'a validation less',
      'validations: [{expression: a}]',
      '',
      'high spec.validations: no longer has 1 of its validations gone: a [validations; a]',
    ],
    [
      'other attestors',
      'attestors: [{name: a}]',
      'attestors: [{name: b}]',
      'medium spec.attestors: judges otherwise than before (attestors); whether it refuses less was not judged [content; attestors; attestors; [{"name":"b"}]]',
    ],
    [
      'workloads',
      pods,
      `${pods}, ${controllers('[deployments]')}`,
      'low spec.autogen.podControllers.controllers: no longer judges cronjobs, daemonsets, jobs, replicasets, statefulsets (autogen), only the pods that they make [autogen; cronjobs; daemonsets; jobs; replicasets; statefulsets]',
    ],
    [
      'no workloads',
      pods,
      `${pods}, ${controllers('[]')}`,
      'low spec.autogen.podControllers.controllers: no longer judges cronjobs, daemonsets, deployments, jobs, replicasets, statefulsets (autogen), only the pods that they make [autogen; cronjobs; daemonsets; deployments; jobs; replicasets; statefulsets]',
    ],
    [
      'one less',
      `${pods}, ${controllers('[deployments, jobs]')}`,
      `${pods}, ${controllers('[jobs]')}`,
      'low spec.autogen.podControllers.controllers: no longer judges deployments (autogen), only the pods that they make [autogen; deployments]',
    ],
    ['all of them', `${pods}, ${controllers('[jobs]')}`, pods],
    ['more', `${pods}, ${controllers('[jobs]')}`, `${pods}, ${controllers('[jobs, deployments]')}`],
    [
      'of a policy for more than pods',
      pods.replace('[pods]', '[pods, secrets]'),
      `${pods.replace('[pods]', '[pods, secrets]')}, ${controllers('[]')}`,
    ],
    [
      'of one for some pods',
      limited('objectSelector: {matchLabels: {a: b}}'),
      `${limited('objectSelector: {matchLabels: {a: b}}')}, ${controllers('[]')}`,
    ],
    [
      'of one for pods by expressions',
      limited('objectSelector: {matchExpressions: [{key: a, operator: Exists}]}'),
      `${limited('objectSelector: {matchExpressions: [{key: a, operator: Exists}]}')}, ${controllers('[]')}`,
    ],
    [
      'of one that leaves some out',
      limited('excludeResourceRules: [{a: 1}]'),
      `${limited('excludeResourceRules: [{a: 1}]')}, ${controllers('[]')}`,
    ],
    [
      'of one for pods by their names',
      pods.replace('resources:', 'resourceNames: [a], resources:'),
      `${pods.replace('resources:', 'resourceNames: [a], resources:')}, ${controllers('[]')}`,
    ],
    [
      'of two rules',
      pods.replace(']}]}', ']}, {a: 1}]}'),
      `${pods.replace(']}]}', ']}, {a: 1}]}')}, ${controllers('[]')}`,
    ],
    ['of one for nothing', '', controllers('[]')],
    ['of one that was for pods alone', pods, `${pods.replace('[pods]', '[pods, secrets]')}, ${controllers('[]')}`],
    [
      'some images of all',
      '',
      references('glob: "a/*"'),
      'high spec.matchImageReferences: newly judges only the images that it names (matchImageReferences) [matchImageReferences; new; {"glob":"a/*"}]',
    ],
    [
      'fewer images',
      references('glob: "a/*"', 'glob: "b/*"', 'expression: x'),
      references('glob: "b/*"'),
      'high spec.matchImageReferences: no longer judges the images a/*, x [matchImageReferences; a/*; x]',
    ],
    ['by a wider glob', references('glob: "a/b*"'), references('glob: "a/*"')],
    [
      'by a narrower glob',
      references('glob: "a/*"'),
      references('glob: "a/b*"'),
      'high spec.matchImageReferences: no longer judges the images a/* [matchImageReferences; a/*; {"glob":"a/b*"}]',
    ],
    ['all of them again', references('glob: a'), 'matchImageReferences: []'],
    ['by any glob', references('expression: x', 'glob: "a?"'), references('glob: "*"')],
    ['by any glob of two stars', references('expression: x'), references('glob: "**"')],
    ['one more', references('expression: x'), references('glob: b', 'expression: x')],
    [
      'by a glob with more than stars',
      references('glob: "a?"'),
      references('glob: "a*"'),
      'high spec.matchImageReferences: no longer judges the images a? [matchImageReferences; a?; {"glob":"a*"}]',
    ],
    ['by the same glob with more than stars', references('glob: "a?"'), references('glob: "a?"')],
    [
      'not of every image',
      '',
      'validationConfigurations: {required: false, mutateDigest: false}',
      'high spec.validationConfigurations.required: no longer demands it of every image (required: false) [validationConfigurations; required]',
      'low spec.validationConfigurations.mutateDigest: no longer demands it of every image (mutateDigest: false) [validationConfigurations; mutateDigest]',
    ],
    [
      'not of every image as before',
      'validationConfigurations: {verifyDigest: false}',
      'validationConfigurations: {verifyDigest: false}',
    ],
    [
      'of every image',
      'validationConfigurations: {verifyDigest: false}',
      'validationConfigurations: {verifyDigest: true}',
    ],
    [
      'registries without TLS',
      '',
      'credentials: {allowInsecureRegistry: true}',
      'medium spec.credentials.allowInsecureRegistry: newly takes images and signatures from registries without TLS (credentials.allowInsecureRegistry) [credentials; allowInsecureRegistry]',
    ],
    [
      'without TLS as before',
      'credentials: {allowInsecureRegistry: true}',
      'credentials: {allowInsecureRegistry: true, providers: [a]}',
      'medium spec.credentials: judges otherwise than before (credentials); whether it refuses less was not judged [content; credentials; {"allowInsecureRegistry":true,"providers":["a"]}]',
    ],
    [
      'other credentials',
      'credentials: {secrets: [a, b]}',
      'credentials: {secrets: [b, c]}',
      'medium spec.credentials: judges otherwise than before (credentials); whether it refuses less was not judged [content; credentials; {"secrets":["b","c"]}]',
    ],
    [
      'credentials in another order',
      'credentials: {secrets: [a, b], providers: [c, d]}',
      'credentials: {providers: [d, c], secrets: [b, a]}',
    ],
    [
      'no credentials',
      'credentials: {x: 1}',
      '',
      'medium spec < spec.credentials: judges otherwise than before (credentials); whether it refuses less was not judged [content; credentials; ]',
    ],
    [
      'of one that records',
      'validationActions: [Audit]',
      `validationActions: [Audit], ${references('glob: a')}, validationConfigurations: {required: false}`,
      'low spec.matchImageReferences: newly judges only the images that it names (matchImageReferences) [matchImageReferences; new; {"glob":"a"}]',
      'low spec.validationConfigurations.required: no longer demands it of every image (required: false) [validationConfigurations; required]',
    ],
  ])('%s', (_, before, after, ...expected) => {
    expect(said(celPolicyLoosened(policy(before), policy(after)))).toEqual(expected);
  });

  test.each<Row>([
    [
      'it is not asked',
      '',
      off,
      'low spec.evaluation: is no longer asked by the API server (evaluation) [strength; ; refuses; records]',
    ],
    ['not asked as before', off, off],
    ['it is asked', off, ''],
    [
      'other objects',
      'generate: [a]',
      'generate: [b]',
      'low spec.generate: changes or makes objects otherwise than before (generate) [content; generate; ["b"]]',
    ],
    [
      'no objects',
      'targetMatchConstraints: {a: 1}',
      '',
      'low spec < spec.targetMatchConstraints: changes or makes objects otherwise than before (targetMatchConstraints) [content; targetMatchConstraints; ]',
    ],
    [
      'the second of what it says',
      'generate: [a], targetMatchConditions: [a]',
      'generate: [a], targetMatchConditions: [b]',
      'low spec.targetMatchConditions: changes or makes objects otherwise than before (targetMatchConditions) [content; targetMatchConditions; ["b"]]',
    ],
    ['what it did not say', '', 'generate: [b]'],
    [
      'fewer objects',
      pods,
      pods.replace('pods', 'secrets'),
      'low spec.matchConstraints.resourceRules: no longer judges pods (CREATE) [narrowed; resourceRules; ["","pods","CREATE"]]',
    ],
    [
      'fewer workloads',
      pods,
      `${pods}, ${controllers('[]')}`,
      'low spec.autogen.podControllers.controllers: no longer judges cronjobs, daemonsets, deployments, jobs, replicasets, statefulsets (autogen), only the pods that they make [autogen; cronjobs; daemonsets; deployments; jobs; replicasets; statefulsets]',
    ],
  ])('what changes or makes objects: %s', (_, before, after, ...expected) => {
    expect(said(settingPolicyLoosened(policy(before), policy(after)))).toEqual(expected);
  });
});

describe('exceptions of Kyverno', () => {
  const exception = (spec: string) =>
    `{apiVersion: kyverno.io/v2, kind: PolicyException, metadata: {name: e}, spec: {${spec}}}`;
  const of = (...all: readonly string[]) => `exceptions: [${all.map((each) => `{${each}}`).join(', ')}]`;
  const r = 'policyName: p, ruleNames: [r]';
  const match = (fields: string) => `match: {any: [{resources: {${fields}}}]}`;
  const from = of(r);
  test.each<Row>([
    [
      'a new one',
      '',
      exception(`${from}, ${match('kinds: [Pod], names: [a]')}`),
      'high spec.exceptions.0.ruleNames.0: newly exempts Pod named a from the rule r of p [exception; p/r; {"kinds":["Pod"],"names":["a"]}]',
    ],
    [
      'a new one for everything',
      '',
      exception(of('policyName: p, ruleNames: [r, "s*"]', 'policyName: q, ruleNames: [t]')),
      'high spec.exceptions.0.ruleNames.0: newly exempts every object from the rule r of p, the rule s* of p, the rule t of q [exception; p/r; p/s*; q/t]',
    ],
    [
      'a new one with limits',
      '',
      exception(
        `${from}, ${match('kinds: [Pod]')}, conditions: {all: [{key: a}]}, podSecurity: [{controlName: A}], images: [x], expiresAt: soon`,
      ),
      'high spec.exceptions.0.ruleNames.0: newly exempts Pod (limited by conditions, podSecurity, images, expiresAt) from the rule r of p [exception; p/r; {"kinds":["Pod"]}; conditions; {"all":[{"key":"a"}]}; podSecurity; [{"controlName":"A"}]; images; ["x"]; expiresAt; "soon"]',
    ],
    [
      'a new one of policies',
      '',
      exception('policyRefs: [{kind: ValidatingPolicy, name: p}, {name: q}]'),
      'high spec.policyRefs.0: newly exempts every object from the ValidatingPolicy p, the policy q [exception; ValidatingPolicy p; q]',
    ],
    ['a new one of nothing', '', exception('')],
    [
      'a further rule',
      exception(from),
      exception(of('policyName: p, ruleNames: [r, s]')),
      'high spec.exceptions.0.ruleNames.1: newly exempts every object from the rule s of p [exception; p/s]',
    ],
    [
      'a rule that a pattern takes',
      exception(of('policyName: p, ruleNames: ["r*"]')),
      exception(of('policyName: p, ruleNames: [rs]')),
    ],
    [
      'a pattern of rules',
      exception(of('policyName: p, ruleNames: [rs]')),
      exception(of('policyName: p, ruleNames: ["r*"]')),
      'high spec.exceptions.0.ruleNames.0: newly exempts every object from the rule r* of p [exception; p/r*]',
    ],
    [
      'a rule of another policy',
      exception(from),
      exception(of('policyName: q, ruleNames: [r]')),
      'high spec.exceptions.0.ruleNames.0: newly exempts every object from the rule r of q [exception; q/r]',
    ],
    [
      'a whole policy in place of a rule',
      exception(from),
      exception('policyRefs: [{name: p}]'),
      'high spec.policyRefs.0: newly exempts every object from the policy p [exception; p]',
    ],
    [
      'a rule in place of a policy',
      exception('policyRefs: [{name: p}]'),
      exception(from),
      'high spec.exceptions.0.ruleNames.0: newly exempts every object from the rule r of p [exception; p/r]',
    ],
    [
      'the second of two policies',
      exception('policyRefs: [{kind: A, name: p}]'),
      exception('policyRefs: [{kind: A, name: p}, {kind: B, name: p}]'),
      'high spec.policyRefs.1: newly exempts every object from the B p [exception; B p]',
    ],
    ['fewer rules', exception(of('policyName: p, ruleNames: [r, s]')), exception(from)],
    [
      'more objects',
      exception(`${from}, ${match('kinds: [Pod], names: [a]')}`),
      exception(`${from}, ${match('kinds: [Pod], names: [a, b]')}`),
      'high spec.match.any.0.resources.kinds.0: newly exempts Pod named a, b from the rule r of p [exception; match; {"kinds":["Pod"],"names":["a","b"]}]',
    ],
    [
      'fewer objects',
      exception(`${from}, ${match('kinds: [Pod]')}`),
      exception(`${from}, ${match('kinds: [Pod], names: [a]')}`),
    ],
    [
      'two further kinds',
      exception(`${from}, ${match('kinds: [Pod]')}`),
      exception(`${from}, ${match('kinds: [Job, Pod, Deployment]')}`),
      'high spec.match.any.0.resources.kinds.0: newly exempts Job, Deployment from the rule r of p [exception; match; {"kinds":["Deployment"]}; {"kinds":["Job"]}]',
    ],
    [
      'other images',
      exception(`${from}, images: [a]`),
      exception(`${from}, images: [b]`),
      'high spec.images: newly exempts other objects or values (images) from the rule r of p [exception; match; images; ["b"]]',
    ],
    [
      'images no longer',
      exception(`${from}, images: [a]`),
      exception(from),
      'high spec < spec.images: newly exempts other objects or values (images) from the rule r of p [exception; match]',
    ],
    [
      'images in another order of keys',
      exception(`${from}, podSecurity: [{a: 1, b: 2}]`),
      exception(`${from}, podSecurity: [{b: 2, a: 1}]`),
    ],
    [
      'more objects and other images',
      exception(`${from}, ${match('names: [a]')}, images: [a]`),
      exception(`${from}, ${match('names: [b]')}, images: [b]`),
      'high spec.match.any.0: newly exempts objects named b from the rule r of p [exception; match; {"names":["b"]}; images; ["b"]]',
    ],
    [
      'a condition more',
      exception(`${from}, conditions: {all: [{key: a}]}`),
      exception(`${from}, conditions: {all: [{key: a}, {key: b}]}`),
    ],
    [
      'a condition less',
      exception(`${from}, conditions: {all: [{key: a}, {key: b}]}`),
      exception(`${from}, conditions: {all: [{key: b}]}`),
      'high spec.conditions: newly exempts other objects or values (conditions) from the rule r of p [exception; match; conditions; {"all":[{"key":"b"}]}]',
    ],
    [
      'no conditions',
      exception(`${from}, conditions: {any: [{key: a}]}`),
      exception(from),
      'high spec < spec.conditions: newly exempts other objects or values (conditions) from the rule r of p [exception; match]',
    ],
    [
      'a condition of CEL more',
      exception(`${from}, matchConditions: [{name: a, expression: " x"}]`),
      exception(`${from}, matchConditions: [{name: b, expression: y}, {name: c, expression: x}]`),
    ],
    [
      'a condition of CEL less',
      exception(`${from}, matchConditions: [{name: a, expression: x}, {name: b, expression: y}]`),
      exception(`${from}, matchConditions: [{name: b, expression: y}]`),
      'high spec.matchConditions: newly exempts other objects or values (matchConditions) from the rule r of p [exception; match; matchConditions; [{"name":"b","expression":"y"}]]',
    ],
    [
      'other values',
      exception(`${from}, allowedValues: [a]`),
      exception(`${from}, allowedValues: [a, b]`),
      'high spec.allowedValues: newly exempts other objects or values (allowedValues) from the rule r of p [exception; match; allowedValues; ["a","b"]]',
    ],
  ])('%s', (_, before, after, ...expected) => {
    expect(said(exceptionLoosened(before === '' ? undefined : yaml(before), yaml(after)))).toEqual(expected);
  });

  test('one that a former one says under another name exempts nothing new', () => {
    const former = [exception(of('policyName: q, ruleNames: [r]')), exception(`${from}, ${match('kinds: [Pod]')}`)].map(
      yaml,
    );
    expect(
      exceptionLoosened(undefined, yaml(exception(`${from}, ${match('kinds: [Pod], names: [a]')}`)), former),
    ).toEqual([]);
    expect(exceptionLoosened(undefined, yaml(exception(`${from}, ${match('kinds: [Job]')}`)), former)).toHaveLength(1);
    expect(exceptionLoosened(yaml(exception('')), yaml(exception(from)), [yaml(exception(from))])).toHaveLength(1);
  });
});

describe('what Kyverno leaves alone by its ConfigMap', () => {
  const configuration = (data: string, metadata = 'name: kyverno, namespace: kyverno') =>
    `{metadata: {${metadata}}, data: {${data}}}`;
  const filters = (...all: readonly string[]) => configuration(`resourceFilters: "${all.join('')}"`);
  test.each<Row>([
    [
      'a kind',
      filters('[Event,*,*]'),
      filters('[Event,*,*]', '[Pod,*,*]'),
      'high data.resourceFilters: newly leaves Pod objects alone, whatever the policies say (resourceFilters) [resourceFilters; Pod,*,*]',
    ],
    [
      'a namespace',
      filters(''),
      filters('[*,shop,*]'),
      'high data.resourceFilters: newly leaves every kind of object in namespace shop alone, whatever the policies say (resourceFilters) [resourceFilters; *,shop,*]',
    ],
    [
      'of every spelling',
      filters(''),
      filters('[*/*,shop,*]', '[*/*/*,web,a*]'),
      'high data.resourceFilters: newly leaves every kind of object in namespace shop, every kind of object in namespace web named a* alone, whatever the policies say (resourceFilters) [resourceFilters; */*,shop,*; */*/*,web,a*]',
    ],
    [
      'a name',
      filters(''),
      filters('[Pod, shop , web]'),
      'high data.resourceFilters: newly leaves Pod objects in namespace shop named web alone, whatever the policies say (resourceFilters) [resourceFilters; Pod,shop,web]',
    ],
    [
      'what has no namespace or name',
      filters(''),
      filters('[Node]', '[Pod,,x]'),
      'high data.resourceFilters: newly leaves Node objects without a namespace without a name, Pod objects without a namespace named x alone, whatever the policies say (resourceFilters) [resourceFilters; Node; Pod,,x]',
    ],
    [
      'what a wider one takes',
      filters('[Pod,shop*,*]'),
      filters('[Pod,shop-a,x]', '[Pod,web,x]'),
      'high data.resourceFilters: newly leaves Pod objects in namespace web named x alone, whatever the policies say (resourceFilters) [resourceFilters; Pod,web,x]',
    ],
    [
      'kinds that a wider one takes',
      filters('[Pod*,*,*]'),
      filters('[Pod,*,*]', '[PodTemplate,*,*]', '[Job,*,*]'),
      'high data.resourceFilters: newly leaves Job objects alone, whatever the policies say (resourceFilters) [resourceFilters; Job,*,*]',
    ],
    ['nothing', filters('[Pod,*,*]'), filters('[]', '[,a,b]')],
    ['less', filters('[Pod,*,*]', '[Job,*,*]'), filters('[Pod,*,*]')],
    [
      'the same twice',
      filters(''),
      filters('[Pod,*,*]', '[Pod, *, *]'),
      'high data.resourceFilters: newly leaves Pod objects alone, whatever the policies say (resourceFilters) [resourceFilters; Pod,*,*]',
    ],
    [
      'whatever the name of the ConfigMap',
      '{metadata: {name: x}, data: {resourceFilters: ""}}',
      '{metadata: {name: x}, data: {resourceFilters: "[Pod,*,*]"}}',
      'high data.resourceFilters: newly leaves Pod objects alone, whatever the policies say (resourceFilters) [resourceFilters; Pod,*,*]',
    ],
    [
      'by first filters',
      '{metadata: {name: x}, data: {}}',
      '{metadata: {name: x}, data: {resourceFilters: "[Pod,*,*]"}}',
      'high data.resourceFilters: newly leaves Pod objects alone, whatever the policies say (resourceFilters) [resourceFilters; Pod,*,*]',
    ],
    [
      'everybody',
      configuration(''),
      configuration('excludeGroups: "system:authenticated, system:nodes,system:serviceaccounts:shop"'),
      'high data.excludeGroups: newly leaves requests of Group system:authenticated (everybody who is logged in), Group system:nodes (every node), Group system:serviceaccounts:shop (every ServiceAccount of namespace shop) alone, whatever the policies say (excludeGroups) [excludeGroups; system:authenticated; system:nodes; system:serviceaccounts:shop]',
    ],
    [
      'groups of other names',
      configuration(''),
      configuration(
        'excludeGroups: "a,system:serviceaccounts:*,*,system:unauthenticated,system:serviceaccounts,system:masters,xsystem:serviceaccounts:a"',
      ),
      'high data.excludeGroups: newly leaves requests of Group a, Group system:serviceaccounts:*, Group * (everybody), Group system:unauthenticated (everybody who is not logged in), Group system:serviceaccounts (every ServiceAccount), Group system:masters (administrators of the cluster), Group xsystem:serviceaccounts:a alone, whatever the policies say (excludeGroups) [excludeGroups; *; a; system:masters; system:serviceaccounts; system:serviceaccounts:*; system:unauthenticated; xsystem:serviceaccounts:a]',
    ],
    [
      'users',
      configuration('excludeUsernames: a'),
      configuration('excludeUsernames: "a,b,*,system:serviceaccount:shop:web"'),
      'high data.excludeUsernames: newly leaves requests of User b, everybody, ServiceAccount shop/web alone, whatever the policies say (excludeUsernames) [excludeUsernames; *; b; system:serviceaccount:shop:web]',
    ],
    [
      'users of the older name',
      configuration(''),
      configuration('excludeUsername: a, excludeGroupRole: b'),
      'high data.excludeGroupRole: newly leaves requests of Group b alone, whatever the policies say (excludeGroupRole) [excludeGroupRole; b]',
      'high data.excludeUsername: newly leaves requests of User a alone, whatever the policies say (excludeUsername) [excludeUsername; a]',
    ],
    [
      'roles',
      configuration(''),
      configuration('excludeRoles: "shop:admin", excludeClusterRoles: "admin\\nedit"'),
      'high data.excludeRoles: newly leaves requests of whoever has the Role shop/admin alone, whatever the policies say (excludeRoles) [excludeRoles; shop:admin]',
      'high data.excludeClusterRoles: newly leaves requests of whoever has the ClusterRole admin, whoever has the ClusterRole edit alone, whatever the policies say (excludeClusterRoles) [excludeClusterRoles; admin; edit]',
    ],
    [
      'what a pattern took',
      configuration('excludeUsernames: "a*,?b"'),
      configuration('excludeUsernames: "ab,a*,cb"'),
      'high data.excludeUsernames: newly leaves requests of User cb alone, whatever the policies say (excludeUsernames) [excludeUsernames; cb]',
    ],
    [
      'an exception less',
      configuration('excludeGroups: "g,! a"'),
      configuration('excludeGroups: g'),
      'high data.excludeGroups: newly leaves requests of Group a alone, whatever the policies say (excludeGroups) [excludeGroups; !a]',
    ],
    [
      'an exception that a pattern takes',
      configuration('excludeGroups: "g,!ab"'),
      configuration('excludeGroups: "g,!a*"'),
    ],
    ['an exception less, and nobody is left alone', configuration('excludeGroups: "!a"'), configuration('')],
    ['an exception more', configuration('excludeGroups: g'), configuration('excludeGroups: "g,!a"')],
    ['another ConfigMap', configuration('', 'name: other'), configuration('excludeGroups: g', 'name: other')],
    [
      'that of another namespace',
      configuration('', 'name: kyverno, namespace: other'),
      configuration('excludeGroups: g', 'name: kyverno, namespace: other'),
    ],
    [
      'that of no namespace',
      configuration('', 'name: kyverno'),
      configuration('excludeGroups: g', 'name: kyverno'),
      'high data.excludeGroups: newly leaves requests of Group g alone, whatever the policies say (excludeGroups) [excludeGroups; g]',
    ],
    [
      'that of a release',
      configuration('', 'name: x, labels: {app.kubernetes.io/part-of: kyverno}'),
      configuration('excludeGroups: g', 'name: x, labels: {app.kubernetes.io/part-of: kyverno}'),
      'high data.excludeGroups: newly leaves requests of Group g alone, whatever the policies say (excludeGroups) [excludeGroups; g]',
    ],
  ])('%s', (_, before, after, ...expected) => {
    expect(said(kyvernoConfigurationLoosened(yaml(before), yaml(after)))).toEqual(expected);
  });

  const webhooks = (value: string) => ({ metadata: { name: 'kyverno' }, data: { webhooks: value } });
  const notIn = (names: string) =>
    `{"namespaceSelector":{"matchExpressions":[{"key":"kubernetes.io/metadata.name","operator":"NotIn","values":[${names}]}]}}`;
  test.each<Row>([
    [
      'a namespace',
      notIn('"a"'),
      notIn('"a","b"'),
      'high data.webhooks: newly leaves namespace b out of what Kyverno is asked about (webhooks: namespaceSelector) [webhooks; namespaceSelector; [{"matchExpressions":[{"key":"kubernetes.io/metadata.name","operator":"NotIn","values":["a","b"]}]}]]',
    ],
    [
      'a namespace in a list',
      `[${notIn('"a"')}]`,
      notIn('"a","b"'),
      'high data.webhooks: newly leaves namespace b out of what Kyverno is asked about (webhooks: namespaceSelector) [webhooks; namespaceSelector; [{"matchExpressions":[{"key":"kubernetes.io/metadata.name","operator":"NotIn","values":["a","b"]}]}]]',
    ],
    [
      'objects',
      '{}',
      '{"objectSelector":{"matchLabels":{"a":"b"}}}',
      'high data.webhooks: newly leaves all objects but those with a=b out of what Kyverno is asked about (webhooks: objectSelector) [webhooks; objectSelector; [{"matchLabels":{"a":"b"}}]]',
    ],
    [
      'both',
      '{}',
      '{"objectSelector":{"matchLabels":{"a":"b"}},"namespaceSelector":{"matchLabels":{"a":"b"}}}',
      'high data.webhooks: newly leaves all namespaces but those with a=b, and all objects but those with a=b out of what Kyverno is asked about (webhooks: namespaceSelector, objectSelector) [webhooks; namespaceSelector; objectSelector; [{"matchLabels":{"a":"b"}},{"matchLabels":{"a":"b"}}]]',
    ],
    [
      'by kind of webhook',
      `{"validate":${notIn('"a"')},"mutate":${notIn('"a"')}}`,
      `{"mutate":${notIn('"a"')},"validate":${notIn('"a","b"')}}`,
      'high data.webhooks: newly leaves namespace b out of what Kyverno is asked about (webhooks: validate.namespaceSelector) [webhooks; namespaceSelector; [null]; [{"matchExpressions":[{"key":"kubernetes.io/metadata.name","operator":"NotIn","values":["a"]}]}]; [{"matchExpressions":[{"key":"kubernetes.io/metadata.name","operator":"NotIn","values":["a","b"]}]}]]',
    ],
    [
      'the same of both kinds',
      '{"validate":{},"mutate":{}}',
      `{"mutate":${notIn('"a"')},"validate":${notIn('"a"')}}`,
      'high data.webhooks: newly leaves namespace a out of what Kyverno is asked about (webhooks: mutate.namespaceSelector, validate.namespaceSelector) [webhooks; namespaceSelector; [null]; [{"matchExpressions":[{"key":"kubernetes.io/metadata.name","operator":"NotIn","values":["a"]}]}]; [{"matchExpressions":[{"key":"kubernetes.io/metadata.name","operator":"NotIn","values":["a"]}]}]]',
    ],
    ['nothing', notIn('"a","b"'), notIn('"a"')],
    [
      'what cannot be read',
      '{}',
      '"x',
      'high data.webhooks: selects what Kyverno is asked about otherwise than before, which could not be read (webhooks) [webhooks; "x]',
    ],
    [
      'what is no mapping',
      '{}',
      'x',
      'high data.webhooks: selects what Kyverno is asked about otherwise than before, which could not be read (webhooks) [webhooks; x]',
    ],
    ['what is empty', '{}', ' '],
    [
      'another selector that leaves out the same',
      '{"objectSelector":{"matchExpressions":[{"key":"a","operator":"x"}]}}',
      '{"objectSelector":{"matchLabels":{"a":"b"}}}',
    ],
    [
      'one that cannot be read',
      '{}',
      '{"objectSelector":{"matchExpressions":[{"key":"a","operator":"x"}]}}',
      'high data.webhooks: newly leaves all objects, because of a selector that cannot be read, out of what Kyverno is asked about (webhooks: objectSelector) [webhooks; objectSelector; [{"matchExpressions":[{"key":"a","operator":"x"}]}]]',
    ],
    [
      'as YAML',
      '{}',
      'objectSelector:\n  matchLabels: {a: b}\n',
      'high data.webhooks: newly leaves all objects but those with a=b out of what Kyverno is asked about (webhooks: objectSelector) [webhooks; objectSelector; [{"matchLabels":{"a":"b"}}]]',
    ],
  ])('what the webhooks select no longer: %s', (_, before, after, ...expected) => {
    expect(said(kyvernoConfigurationLoosened(webhooks(before), webhooks(after)))).toEqual(expected);
  });

  test.each<Row>([
    [
      'a condition',
      '[]',
      '[{"name":"a","expression":"x"}]',
      'high data.matchConditions: newly has Kyverno asked only about what fulfils a: x (matchConditions) [matchConditions; "x"]',
    ],
    [
      'another one',
      '[{"name":"a","expression":"x"}]',
      '[{"name":"a","expression":"y"}]',
      'high data.matchConditions: newly has Kyverno asked only about what fulfils a: y (matchConditions) [matchConditions; "y"]',
    ],
    ['one less', '[{"name":"a","expression":"x"}]', '[]'],
    ['what cannot be read', '[]', '"x'],
    ['what is no list', '[]', '{"a":1}'],
    ['nothing', '[]', ''],
  ])('under which conditions Kyverno is asked: %s', (_, before, after, ...expected) => {
    const of = (matchConditions: string) => ({ metadata: { name: 'kyverno' }, data: { matchConditions } });
    expect(said(kyvernoConfigurationLoosened(of(before), of(after)))).toEqual(expected);
  });
});

describe('ConfigMaps that are parameters', () => {
  const binding = (name: string, spec: string, kind = 'Validating') =>
    `apiVersion: admissionregistration.k8s.io/v1\nkind: ${kind}AdmissionPolicyBinding\nmetadata: {name: ${name}}\nspec: {policyName: p, ${spec}}\n---\n`;
  const policy = (kind: string) =>
    `apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicy\nmetadata: {name: p}\nspec: {paramKind: {kind: ${kind}, apiVersion: v1}}\n---\n`;
  const map = (data: string, metadata = 'name: c, namespace: shop') =>
    resources({ 'c.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata: {${metadata}}\ndata: {${data}}\n` })[0];
  const bindings = (text: string) => {
    const own = text === '' ? [] : resources({ 'b.yaml': text });
    return parametrized(own, own);
  };
  const changes = (all: readonly Parametrized[], was: ReturnType<typeof map>, is: ReturnType<typeof map>) =>
    was === undefined ? ['no ConfigMap'] : said(parametersChanged(all, was, is));
  const deny = 'validationActions: [Deny]';
  test.each<readonly [string, string, ...string[]]>([
    [
      'by its name',
      binding('b', `${deny}, paramRef: {name: c, namespace: shop}`),
      'changed medium data: changes the parameters of ValidatingAdmissionPolicyBinding b; whether it refuses less was not judged [parameters; changed; ValidatingAdmissionPolicyBinding b; [{"a":"two"},null]]',
      'unlabelled medium data: changes the parameters of ValidatingAdmissionPolicyBinding b; whether it refuses less was not judged [parameters; changed; ValidatingAdmissionPolicyBinding b; [{"a":"two"},null]]',
    ],
    [
      'by a name without a namespace',
      binding('b', `${deny}, paramRef: {name: c}`),
      'changed medium data: changes the parameters of ValidatingAdmissionPolicyBinding b; whether it refuses less was not judged [parameters; changed; ValidatingAdmissionPolicyBinding b; [{"a":"two"},null]]',
      'unlabelled medium data: changes the parameters of ValidatingAdmissionPolicyBinding b; whether it refuses less was not judged [parameters; changed; ValidatingAdmissionPolicyBinding b; [{"a":"two"},null]]',
    ],
    ['by another name', binding('b', `${deny}, paramRef: {name: d}`)],
    ['of another namespace', binding('b', `${deny}, paramRef: {name: c, namespace: web}`)],
    [
      'by a selector',
      binding('b', `${deny}, paramRef: {selector: {matchLabels: {a: b}}}`),
      'unlabelled high metadata.labels < metadata.labels: is no longer selected by ValidatingAdmissionPolicyBinding b, which refuses nothing by it any more [parameters; unselected; ValidatingAdmissionPolicyBinding b]',
    ],
    [
      'by every label',
      binding('b', `${deny}, paramRef: {selector: {}}`),
      'changed medium data: changes the parameters of ValidatingAdmissionPolicyBinding b; whether it refuses less was not judged [parameters; changed; ValidatingAdmissionPolicyBinding b; [{"a":"two"},null]]',
      'unlabelled medium data: changes the parameters of ValidatingAdmissionPolicyBinding b; whether it refuses less was not judged [parameters; changed; ValidatingAdmissionPolicyBinding b; [{"a":"two"},null]]',
    ],
    [
      'as a warning',
      binding('b', 'validationActions: [Warn], paramRef: {name: c}'),
      'changed low data: changes the parameters of ValidatingAdmissionPolicyBinding b; whether it refuses less was not judged [parameters; changed; ValidatingAdmissionPolicyBinding b; [{"a":"two"},null]]',
      'unlabelled low data: changes the parameters of ValidatingAdmissionPolicyBinding b; whether it refuses less was not judged [parameters; changed; ValidatingAdmissionPolicyBinding b; [{"a":"two"},null]]',
    ],
    [
      'of two bindings',
      `${binding('b', 'validationActions: [Audit], paramRef: {name: c}')}${binding('a', `${deny}, paramRef: {name: c}`)}`,
      'changed medium data: changes the parameters of ValidatingAdmissionPolicyBinding a, ValidatingAdmissionPolicyBinding b; whether it refuses less was not judged [parameters; changed; ValidatingAdmissionPolicyBinding a; ValidatingAdmissionPolicyBinding b; [{"a":"two"},null]]',
      'unlabelled medium data: changes the parameters of ValidatingAdmissionPolicyBinding a, ValidatingAdmissionPolicyBinding b; whether it refuses less was not judged [parameters; changed; ValidatingAdmissionPolicyBinding a; ValidatingAdmissionPolicyBinding b; [{"a":"two"},null]]',
    ],
    [
      'of what changes objects',
      binding('b', 'paramRef: {name: c}', 'Mutating'),
      'changed medium data: changes the parameters of MutatingAdmissionPolicyBinding b; whether it refuses less was not judged [parameters; changed; MutatingAdmissionPolicyBinding b; [{"a":"two"},null]]',
      'unlabelled medium data: changes the parameters of MutatingAdmissionPolicyBinding b; whether it refuses less was not judged [parameters; changed; MutatingAdmissionPolicyBinding b; [{"a":"two"},null]]',
    ],
    [
      'where gone parameters let everything through',
      binding('b', `${deny}, paramRef: {name: c, parameterNotFoundAction: Allow}`),
      'changed medium data: changes the parameters of ValidatingAdmissionPolicyBinding b; whether it refuses less was not judged [parameters; changed; ValidatingAdmissionPolicyBinding b; [{"a":"two"},null]]',
      'gone high  < : is gone, and ValidatingAdmissionPolicyBinding b lets everything through without it (parameterNotFoundAction: Allow) [parameters; gone; ValidatingAdmissionPolicyBinding b]',
      'unlabelled medium data: changes the parameters of ValidatingAdmissionPolicyBinding b; whether it refuses less was not judged [parameters; changed; ValidatingAdmissionPolicyBinding b; [{"a":"two"},null]]',
    ],
    [
      'where they do in a warning',
      binding('b', 'validationActions: [Warn], paramRef: {name: c, parameterNotFoundAction: Allow}'),
      'changed low data: changes the parameters of ValidatingAdmissionPolicyBinding b; whether it refuses less was not judged [parameters; changed; ValidatingAdmissionPolicyBinding b; [{"a":"two"},null]]',
      'gone low  < : is gone, and ValidatingAdmissionPolicyBinding b lets everything through without it (parameterNotFoundAction: Allow) [parameters; gone; ValidatingAdmissionPolicyBinding b]',
      'unlabelled low data: changes the parameters of ValidatingAdmissionPolicyBinding b; whether it refuses less was not judged [parameters; changed; ValidatingAdmissionPolicyBinding b; [{"a":"two"},null]]',
    ],
    [
      'where the policy takes ConfigMaps',
      `${policy('ConfigMap')}${binding('b', `${deny}, paramRef: {name: c}`)}`,
      'changed medium data: changes the parameters of ValidatingAdmissionPolicyBinding b; whether it refuses less was not judged [parameters; changed; ValidatingAdmissionPolicyBinding b; [{"a":"two"},null]]',
      'unlabelled medium data: changes the parameters of ValidatingAdmissionPolicyBinding b; whether it refuses less was not judged [parameters; changed; ValidatingAdmissionPolicyBinding b; [{"a":"two"},null]]',
    ],
    ['where the policy takes something else', `${policy('Limit')}${binding('b', `${deny}, paramRef: {name: c}`)}`],
    ['without parameters', binding('b', deny)],
    ['no binding', ''],
  ])('%s', (_, text, ...expected) => {
    const all = bindings(text);
    const labelled = map('a: one', 'name: c, namespace: shop, labels: {a: b}');
    const found = [
      [map('a: one'), map('a: two')],
      [map('a: one'), undefined],
      [labelled, map('a: two')],
      [map('a: one'), map('a: one', 'name: c, namespace: shop, labels: {z: z}')],
    ] as const;
    const steps = ['changed', 'gone', 'unlabelled', 'labelled'];
    expect(found.flatMap(([was, is], at) => changes(all, was, is).map((each) => `${steps[at]} ${each}`))).toEqual(
      expected,
    );
  });

  test('a new binding has refused nothing before', () => {
    const [old, now] = [binding('b', `${deny}, paramRef: {name: c}`), binding('a', `${deny}, paramRef: {name: c}`)].map(
      (text) => resources({ 'b.yaml': text }),
    );
    expect(parametrized(old ?? [], [...(old ?? []), ...(now ?? [])]).map(({ by }) => by)).toEqual([
      'ValidatingAdmissionPolicyBinding b',
    ]);
  });
});

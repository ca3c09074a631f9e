import { describe, expect, test } from '@jest/globals';
import { connaisseurLoosened, connaisseurSettings } from '../../src/admission/connaisseur/settings.ts';
import { coversGlob } from '../../src/admission/images/globs.ts';
import { openshiftImagesLoosened, sigstoreLoosened } from '../../src/admission/images/image-policies.ts';
import { policyControllerLoosened } from '../../src/admission/images/policy-controller.ts';
import { said, yaml } from './said.ts';

type Row = readonly [name: string, before: string, after: string, ...said: string[]];

test.each<[string, readonly string[], readonly string[]]>([
  ['a', ['a'], ['b', '', 'ab', '*']],
  ['a*', ['a', 'ab', 'a*'], ['a/b', 'b', 'a**', '*']],
  ['a**', ['a', 'a/b', 'a*', 'a**', 'a/*'], ['b', '**', 'b/a']],
  ['**', ['', 'a/b', '**', '*x'], []],
  ['*x', ['x', 'yx', '*x'], ['x/y', 'y/x', '**x']],
  ['a/*/c', ['a/b/c', 'a//c', 'a/*/c'], ['a/c', 'a/b/b/c', 'a/**/c']],
  ['a/**/c', ['a/b/c', 'a/b/b/c', 'a/*/c', 'a//c'], ['a/c']],
  ['a**c', ['ac', 'a/c', 'abc', 'a**c'], ['acb', 'cac']],
  ['*', ['index.docker.io/library/nginx', '*'], ['nginx', 'index.docker.io/acme/x', '*/*']],
  ['*/*', ['index.docker.io/acme/nginx', 'index.docker.io/library/x', '*', '*/*'], ['acme/nginx']],
  ['index.docker.io/**', ['*', '*/*', 'index.docker.io/a/b'], ['gcr.io/a']],
  ['', [''], ['a', '*']],
])('the glob %s is for images, and what other globs are for', (glob, taken, others) => {
  expect(taken.filter((each) => !coversGlob(glob, each))).toEqual([]);
  expect(others.filter((each) => coversGlob(glob, each))).toEqual([]);
});

test('globs that take too long to compare have to be the same', () => {
  const [long, other] = [`${'a'.repeat(1_000)}*`, `${'a'.repeat(999)}*`];
  expect([coversGlob(other, long), coversGlob(long, long), coversGlob(other, other.slice(1))]).toEqual([
    false,
    true,
    false,
  ]);
  expect(coversGlob(`${'a'.repeat(998)}**`, `${'a'.repeat(999)}*`)).toBe(true);
});

describe('what a ClusterImagePolicy no longer refuses', () => {
  const policy = (spec: string) => yaml(`{spec: {${spec}}}`);
  const authorities = (...all: readonly string[]) => `authorities: [${all.map((each) => `{${each}}`).join(', ')}]`;
  const key = 'name: k, key: {data: A}';
  const match = (...all: readonly string[]) => `match: [${all.map((each) => `{${each}}`).join(', ')}]`;
  const [pods, deployments] = ['resource: pods, version: v1', 'group: apps, resource: deployments, version: v1'];
  test.each<Row>([
    [
      'it only warns',
      'mode: enforce',
      'mode: warn',
      'high spec.mode: only warns of what it refused before [strength; ; refuses; warns]',
    ],
    ['it refuses', 'mode: warn', ''],
    [
      'an image less',
      'images: [{glob: a}, {glob: b}]',
      'images: [{glob: b}]',
      'high spec.images: no longer judges the images a [images; a]',
    ],
    ['images by a wider glob', 'images: [{glob: a/b}]', 'images: [{glob: "a/*"}]'],
    [
      'images by a narrower glob',
      'images: [{glob: "a/**"}]',
      'images: [{glob: "a/*"}]',
      'high spec.images: no longer judges the images a/** [images; a/**; "a/*"]',
    ],
    [
      'another authority',
      authorities(key),
      authorities(key, 'name: l, key: {data: B}'),
      'medium spec.authorities: newly takes another authority’s signature for enough [authorities; {"name":"l","key":{"data":"B"}}]',
    ],
    [
      'two other ones',
      authorities(key),
      authorities('name: z, key: {data: B}', 'name: l, key: {data: C}'),
      'medium spec.authorities: newly takes another authority’s signature for enough [authorities; {"name":"l","key":{"data":"C"}}; {"name":"z","key":{"data":"B"}}]',
    ],
    [
      'no signature',
      authorities(key),
      authorities(key, 'static: {action: pass}'),
      'high spec.authorities: newly lets images through without a signature [authorities; pass]',
    ],
    [
      'none at all',
      authorities(key),
      authorities(key, 'static: {action: fail}'),
      'medium spec.authorities: newly takes another authority’s signature for enough [authorities; {"static":{"action":"fail"}}]',
    ],
    ['without a signature as before', authorities('static: {action: pass}'), authorities('static: {action: pass}')],
    ['in another order', authorities(key, 'name: l, key: {data: B}'), authorities('name: l, key: {data: B}', key)],
    [
      'another key',
      authorities(key),
      authorities(key.replace('A', 'B')),
      'medium spec.authorities.0: checks otherwise than before by its authority k (key); whether it lets more through was not judged [authority; k; {"data":"B"}]',
    ],
    [
      'several of an authority',
      authorities(`${key}, keyless: {url: a}, source: [a], ctlog: {url: a}, rfc3161timestamp: {a: 1}`),
      authorities(key.replace('A', 'B')),
      'medium spec.authorities.0: checks otherwise than before by its authority k (key, keyless, source, ctlog, rfc3161timestamp); whether it lets more through was not judged [authority; k; {"data":"B"}; ; ; ; ]',
    ],
    [
      'a key in place of a static one',
      authorities('name: k, static: {action: fail}'),
      authorities(key),
      'medium spec.authorities.0: checks otherwise than before by its authority k (key, static); whether it lets more through was not judged [authority; k; {"data":"A"}; ]',
    ],
    [
      'an authority by its place',
      authorities('key: {data: A}', 'key: {data: B}'),
      authorities('key: {data: A}', 'key: {data: C}'),
      'medium spec.authorities.1: checks otherwise than before by its authority authority-1 (key); whether it lets more through was not judged [authority; authority-1; {"data":"C"}]',
    ],
    [
      'an attestation less',
      authorities(`${key}, attestations: [{name: a, predicateType: x}, {name: b}]`),
      authorities(`${key}, attestations: [{name: b}]`),
      'high spec.authorities.0: no longer demands the attestation a of its authority k [attestations; k; a]',
    ],
    [
      'another attestation',
      authorities(`${key}, attestations: [{name: a, predicateType: x}]`),
      authorities(`${key}, attestations: [{name: a, predicateType: y}]`),
      'medium spec.authorities.0: checks otherwise than before by its authority k (attestations); whether it lets more through was not judged [authority; k; [{"name":"a","predicateType":"y"}]]',
    ],
    [
      'an attestation more',
      authorities(`${key}, attestations: [{name: a}]`),
      authorities(`${key}, attestations: [{name: a}, {name: b}]`),
      'medium spec.authorities.0: checks otherwise than before by its authority k (attestations); whether it lets more through was not judged [authority; k; [{"name":"a"},{"name":"b"}]]',
    ],
    [
      'attestations in another order',
      authorities(`${key}, attestations: [{name: a}, {name: b}]`),
      authorities(`${key}, attestations: [{name: b}, {name: a}]`),
    ],
    [
      'one attestation for another',
      authorities(`${key}, attestations: [{name: a}]`),
      authorities(`${key}, attestations: [{name: b}]`),
      'high spec.authorities.0: no longer demands the attestation a of its authority k [attestations; k; a; {"name":"b"}]',
    ],
    [
      'first attestations',
      authorities(key),
      authorities(`${key}, attestations: [{name: a}]`),
      'medium spec.authorities.0: checks otherwise than before by its authority k (attestations); whether it lets more through was not judged [authority; k; [{"name":"a"}]]',
    ],
    [
      'some kinds of all',
      '',
      match(pods),
      'high spec.match: newly judges only the kinds of objects that it names [match; new; {"resource":"pods","version":"v1"}]',
    ],
    ['all kinds again', match(pods), ''],
    [
      'a kind less',
      match(pods, deployments),
      match(deployments),
      'high spec.match: no longer judges pods [match; pods]',
    ],
    ['a kind more', match(pods), match(deployments, pods)],
    [
      'another version',
      match(pods),
      match(pods.replace('v1', 'v2')),
      'high spec.match: no longer judges pods [match; pods; {"resource":"pods","version":"v2"}]',
    ],
    [
      'some of a kind',
      match(pods),
      match(`${pods}, selector: {matchLabels: {a: b}}`),
      'high spec.match: no longer judges pods [match; pods; {"resource":"pods","version":"v1","selector":{"matchLabels":{"a":"b"}}}]',
    ],
    ['more of a kind', match(`${pods}, selector: {matchLabels: {a: b}}`), match(pods)],
    [
      'others of a kind',
      match(`${deployments}, selector: {matchLabels: {a: b}}`),
      match(`${deployments}, selector: {matchLabels: {a: c}}`),
      'high spec.match: no longer judges deployments.apps of the labels {"matchLabels":{"a":"b"}} [match; deployments.apps of the labels {"matchLabels":{"a":"b"}}; {"group":"apps","resource":"deployments","version":"v1","selector":{"matchLabels":{"a":"c"}}}]',
    ],
    [
      'what has no resource',
      match('group: apps'),
      match(pods),
      'high spec.match: no longer judges objects.apps [match; objects.apps; {"resource":"pods","version":"v1"}]',
    ],
    [
      'another policy',
      'policy: {a: 1}',
      'policy: {a: 2}',
      'medium spec.policy: judges otherwise than before (policy); whether it refuses less was not judged [policy; {"a":2}]',
    ],
    [
      'no policy',
      'policy: {a: 1}',
      '',
      'medium spec.policy: judges otherwise than before (policy); whether it refuses less was not judged [policy; ]',
    ],
    ['a first policy', '', 'policy: {a: 1}'],
  ])('%s', (_, before, after, ...expected) => {
    expect(said(sigstoreLoosened(policy(before), policy(after)))).toEqual(expected);
  });
});

describe('what a policy of OpenShift no longer verifies', () => {
  const policy = (scopes: string, more = '') => yaml(`{spec: {scopes: [${scopes}], policy: {a: 1${more}}}}`);
  test.each<readonly [string, ReturnType<typeof policy>, ReturnType<typeof policy>, ...string[]]>([
    ['images', policy('a, b'), policy('b, c'), 'high spec.scopes: no longer verifies the images a [scopes; a; "c"]'],
    ['more images', policy('a'), policy('a, b')],
    [
      'by other rules',
      policy('a'),
      policy('a', ', b: 2'),
      'medium spec.policy: verifies images otherwise than before [policy; {"a":1,"b":2}]',
    ],
  ])('%s', (_, before, after, ...expected) => {
    expect(said(openshiftImagesLoosened(before, after))).toEqual(expected);
  });
});

describe('what sigstore’s controller lets through', () => {
  const data = (fields: string, name = 'config-policy-controller') => `{metadata: {name: ${name}}, data: {${fields}}}`;
  test.each<Row>([
    [
      'images that no policy is for',
      data(''),
      data('no-match-policy: allow'),
      'high data.no-match-policy: newly lets images through that no ClusterImagePolicy is for (no-match-policy) [no-match-policy; refuses; ignores]',
    ],
    [
      'it only warns of them',
      data('no-match-policy: deny'),
      data('no-match-policy: warn'),
      'high data.no-match-policy: only warns of images that no ClusterImagePolicy is for (no-match-policy) [no-match-policy; refuses; warns]',
    ],
    [
      'it warned of them',
      data('no-match-policy: warn'),
      data('no-match-policy: allow'),
      'low data.no-match-policy: newly lets images through that no ClusterImagePolicy is for (no-match-policy) [no-match-policy; warns; ignores]',
    ],
    [
      'by a new one',
      '',
      data('no-match-policy: warn'),
      'high data.no-match-policy: only warns of images that no ClusterImagePolicy is for (no-match-policy) [no-match-policy; refuses; warns]',
    ],
    [
      'policies of nobody',
      data('fail-on-empty-authorities: "true"'),
      data('fail-on-empty-authorities: "false"'),
      'medium data.fail-on-empty-authorities: newly takes policies that name no authority, and so verify nothing (fail-on-empty-authorities) [fail-on-empty-authorities]',
    ],
    [
      'policies of nobody, in a letter',
      data(''),
      data('fail-on-empty-authorities: F'),
      'medium data.fail-on-empty-authorities: newly takes policies that name no authority, and so verify nothing (fail-on-empty-authorities) [fail-on-empty-authorities]',
    ],
    ['of nobody as before', data('fail-on-empty-authorities: "0"'), data('fail-on-empty-authorities: False')],
    ['what only begins so', data(''), data('fail-on-empty-authorities: falsey')],
    ['what only ends so', data(''), data('fail-on-empty-authorities: notfalse')],
    ['another ConfigMap', data(''), data('no-match-policy: allow', 'config-policy-controller-2')],
    ['a ConfigMap that ends so', data(''), data('no-match-policy: allow', 'my-config-policy-controller')],
  ])('%s', (_, before, after, ...expected) => {
    expect(said(policyControllerLoosened(before === '' ? undefined : yaml(before), yaml(after)))).toEqual(expected);
  });
});

describe('what Connaisseur lets through', () => {
  const settings = (policy: string, validators = '', more = '') =>
    `{policy: [${policy}]${validators === '' ? '' : `, validators: [${validators}]`}${more === '' ? '' : `, ${more}`}}`;
  const rule = (pattern: string, validator = 'v', more = '') =>
    `{pattern: "${pattern}", validator: ${validator}${more === '' ? '' : `, ${more}`}}`;
  const [allow, deny] = ['{name: allow, type: static, approve: true}', '{name: deny, type: static, approve: false}'];
  test.each<Row>([
    [
      'images unverified',
      settings(rule('a')),
      settings(rule('a', 'allow')),
      'high policy.0.validator: newly lets images a through unverified (allow) [connaisseur; a]',
    ],
    [
      'images of a new pattern',
      settings(rule('*:*')),
      settings([rule('*:*'), rule('a/b:*', 'allow')].join(', ')),
      'high policy.1.validator: newly lets images a/b:* through unverified (allow) [connaisseur; a/b:*]',
    ],
    [
      'those of a wider pattern that were let through',
      settings(rule('*:*', 'allow')),
      settings([rule('*:*', 'allow'), rule('a/b:*', 'allow')].join(', ')),
    ],
    [
      'of a new pattern that no rule was for',
      settings(rule('x')),
      settings([rule('x'), rule('a/b:*', 'allow')].join(', ')),
    ],
    ['of a new pattern by a validator', settings(rule('*:*')), settings([rule('*:*'), rule('a', 'w')].join(', '))],
    [
      'another validator',
      settings(rule('a')),
      settings(rule('a', 'w', 'with: {x: 1}')),
      'medium policy.0.validator: has w decide about images a, no longer v [connaisseur; a; w; {"x":1}]',
    ],
    [
      'the default one',
      settings(rule('a')),
      settings([rule('x'), '{pattern: a}'].join(', ')),
      'medium policy.1.validator: has default decide about images a, no longer v [connaisseur; a; default; ]',
    ],
    [
      'other settings',
      settings(rule('a', 'v', 'with: {x: 1}')),
      settings(rule('a', 'v', 'with: {x: 2}')),
      'medium policy.0.with: verifies images a by other settings than before [connaisseur; a; {"x":2}]',
    ],
    ['verified now', settings(rule('a', 'allow')), settings(rule('a'))],
    [
      'allow is one that verifies',
      settings(rule('a'), ''),
      settings(rule('a', 'allow'), '{name: allow, type: cosign}'),
      'medium policy.0.validator: has allow decide about images a, no longer v [connaisseur; a; allow; ]',
    ],
    [
      'a static one that approves',
      settings(rule('a'), allow.replace('name: allow', 'name: v2')),
      settings(rule('a', 'v2'), allow.replace('name: allow', 'name: v2')),
      'high policy.0.validator: newly lets images a through unverified (v2) [connaisseur; a]',
    ],
    [
      'a static one that denies',
      settings(rule('a'), deny),
      settings(rule('a', 'deny'), deny),
      'medium policy.0.validator: has deny decide about images a, no longer v [connaisseur; a; deny; ]',
    ],
    [
      'it approves every image',
      settings(rule('a'), '{name: v, type: static, approve: false}'),
      settings(rule('a'), '{name: v, type: static, approve: true}'),
      'high validators.0: has its validator v approve every image [connaisseur; approves; v]',
    ],
    [
      'a rule is gone',
      settings([rule('a:*', 'v'), rule('*:*', 'allow')].join(', ')),
      settings(rule('*:*', 'allow')),
      'high policy < policy.0: no longer has v decide about images a:*, but allow [connaisseur; gone; a:*; *:*; allow]',
    ],
    [
      'and another one verifies',
      settings([rule('a:*', 'v'), rule('*:*', 'w')].join(', ')),
      settings(rule('*:*', 'w')),
      'medium policy < policy.0: no longer has v decide about images a:*, but w [connaisseur; gone; a:*; *:*; w]',
    ],
    [
      'and the same one verifies',
      settings([rule('a:*', 'v'), rule('*:*', 'v')].join(', ')),
      settings(rule('*:*', 'v')),
    ],
    ['and none is for it', settings([rule('a:*', 'v'), rule('b:*', 'v')].join(', ')), settings(rule('b:*', 'v'))],
    [
      'one that let through is gone',
      settings([rule('a:*', 'allow'), rule('*:*', 'w')].join(', ')),
      settings(rule('*:*', 'w')),
    ],
    [
      'the longest that is for it holds',
      settings([rule('a/b:*', 'v'), rule('*:*', 'v')].join(', ')),
      settings([rule('*:*', 'v'), rule('a/*:*', 'allow'), rule('a*:*', 'w')].join(', ')),
      'high policy.1.validator: newly lets images a/*:* through unverified (allow) [connaisseur; a/*:*]',
      'high policy < policy.0: no longer has v decide about images a/b:*, but allow [connaisseur; gone; a/b:*; a/*:*; allow]',
    ],
    [
      'a pattern is for what has its parts in order',
      settings([rule('x/a/b/c:*', 'v'), rule('z', 'v')].join(', ')),
      settings([rule('x/*b*a*:*', 'allow'), rule('x*a*c:*', 'w'), rule('y*', 'allow')].join(', ')),
      'medium policy < policy.0: no longer has v decide about images x/a/b/c:*, but w [connaisseur; gone; x/a/b/c:*; x*a*c:*; w]',
    ],
    [
      'other keys',
      settings(rule('a'), '{name: v, trustRoots: [{key: A}]}'),
      settings(rule('a'), '{name: v, trustRoots: [{key: A}, {key: B}]}'),
      'medium validators.0: has its validator v trust other keys than before [connaisseur; keys; v; {"key":"B"}]',
    ],
    [
      'a key less',
      settings(rule('a'), '{name: v, trustRoots: [{key: A}, {key: B}]}'),
      settings(rule('a'), '{name: v, trustRoots: [{key: A}]}'),
    ],
    [
      'other keys of the second version',
      settings(rule('a'), '{name: v, trust_roots: [{key: A}]}'),
      settings(rule('a'), '{name: v, trust_roots: [{key: B}]}'),
      'medium validators.0: has its validator v trust other keys than before [connaisseur; keys; v; {"key":"B"}]',
    ],
    [
      'another type',
      settings(rule('a'), '{name: v, type: cosign}'),
      settings(rule('a'), '{name: v, type: notation}'),
      'medium validators.0: has its validator v verify in another way [connaisseur; validator; v; notation; ]',
    ],
    [
      'another host',
      settings(rule('a'), '{name: v, type: cosign, host: a}'),
      settings(rule('a'), '{name: v, type: cosign, host: b}'),
      'medium validators.0: has its validator v verify in another way [connaisseur; validator; v; cosign; b]',
    ],
    [
      'something else of a validator',
      settings(rule('a'), '{name: v, type: cosign, x: a}'),
      settings(rule('a'), '{name: v, type: cosign, x: b}'),
    ],
    ['a new validator', settings(rule('a'), '{name: v}'), settings(rule('a'), '{name: w, type: x}, {name: v}')],
    [
      'the second of two validators',
      settings(rule('a'), '{name: v}, {name: w, type: a}'),
      settings(rule('a'), '{name: v}, {name: w, type: b}'),
      'medium validators.1: has its validator w verify in another way [connaisseur; validator; w; b; ]',
    ],
    [
      'one that approved',
      settings(rule('a'), allow),
      settings(rule('a'), '{name: allow, type: static, approve: true, trustRoots: [x]}'),
    ],
    [
      'all that it only records',
      settings(rule('a')),
      settings(rule('a'), '', 'features: {detectionMode: true}'),
      'high features.detectionMode: only records what it refused before (detectionMode) [connaisseur; detectionMode]',
    ],
    [
      'in the second version',
      settings(rule('a')),
      settings(rule('a'), '', 'detectionMode: true, namespacedValidation: {enabled: true}'),
      'high detectionMode: only records what it refused before (detectionMode) [connaisseur; detectionMode]',
      'high namespacedValidation: newly leaves it to labels of namespaces whether it verifies (namespacedValidation) [connaisseur; namespacedValidation]',
    ],
    [
      'what is not on',
      settings(rule('a')),
      settings(rule('a'), '', 'features: {detectionMode: false, namespacedValidation: {enabled: false}}'),
    ],
    [
      'on already',
      settings(rule('a'), '', 'automaticChildApproval: true'),
      settings(rule('a'), '', 'features: {automaticChildApproval: {enabled: true}, automaticUnchangedApproval: true}'),
      'low features.automaticUnchangedApproval: newly approves what names the same images as before (automaticUnchangedApproval) [connaisseur; automaticUnchangedApproval]',
    ],
    [
      'on for children',
      settings(rule('a')),
      settings(rule('a'), '', 'features: {automaticChildApproval: true}'),
      'medium features.automaticChildApproval: newly approves pods whose parent it approved (automaticChildApproval) [connaisseur; automaticChildApproval]',
    ],
  ])('%s', (_, before, after, ...expected) => {
    expect(said(connaisseurLoosened(yaml(before), yaml(after)))).toEqual(expected);
  });

  test('its settings are found by a policy that names validators', () => {
    const found = (text: string) => connaisseurSettings(yaml(text))?.path.join('.');
    const own = settings(rule('a'));
    expect([
      found(own),
      found(`{application: ${own}}`),
      found(`{a: {b: {c: ${own}}}}`),
      found(`{a: {b: {c: {d: ${own}}}}}`),
    ]).toEqual(['', 'application', 'a.b.c', undefined]);
    expect([
      found('{policy: [{pattern: a}, {validator: b}]}'),
      found('{policy: [{x: 1}, {pattern: a, validator: b}]}'),
      found('{x: 1}'),
    ]).toEqual([undefined, '', undefined]);
    expect(found(`{x: {y: 1}, a: ${own}, b: ${own}}`)).toBe('a');
  });
});

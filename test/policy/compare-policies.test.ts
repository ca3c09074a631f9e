import { describe, expect, test } from '@jest/globals';
import { comparePolicies } from '../../src/policy/compare/compare-policies.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import {
  codes,
  demands,
  differences,
  forge,
  ignore,
  type Part,
  rules,
  scopes,
  signatures,
  signers,
  stated,
} from './policies.ts';

describe('what a later policy weakens', () => {
  test.each<[string, Part, Part, string[]]>([
    ['nothing', {}, {}, []],
    ['the threshold', stated('high'), stated('never'), ['weaker failOn: failOn goes from high to never']],
    ['a higher threshold', stated('low'), stated('critical'), ['weaker failOn: failOn goes from low to critical']],
    [
      'the highest threshold',
      stated('critical'),
      stated('never'),
      ['weaker failOn: failOn goes from critical to never'],
    ],
    ['a lower threshold', stated('high'), stated('medium'), ['not failOn: failOn goes from high to medium']],
    ['a first threshold', stated('never'), stated('critical'), ['not failOn: failOn goes from never to critical']],
    ['one that is the default', {}, stated('high'), ['not failOn: failOn goes from the default (high) to high']],
    ['one that is stated no more', stated('high'), {}, ['weaker failOn: failOn goes from high to the default (high)']],
    [
      'a stricter one that is not stated',
      stated('never'),
      {},
      ['weaker failOn: failOn goes from never to the default (high)'],
    ],
    ['what is stated by both', stated('low'), stated('low'), []],
  ])('%s', (_, before, after, expected) => {
    expect(differences(before, after)).toEqual(expected);
  });

  test.each<[Part, Part, boolean]>([
    [rules(undefined), rules('critical'), false],
    [rules(undefined), rules('high'), true],
    [rules('low'), rules(undefined), false],
    [rules('medium'), rules(undefined), true],
    [rules('low'), rules('off'), true],
    [rules('off'), rules('low'), false],
    [rules('off'), rules(undefined), false],
    [rules('high'), rules('critical'), false],
    [rules('critical'), rules('high'), true],
    [rules('off'), scopes({ a: 'off' }), false],
    [rules('low'), scopes({ a: 'low' }), false],
    [rules('low'), scopes({ a: 'off' }), true],
    [rules('medium'), scopes({ a: 'critical' }), true],
    [scopes({ a: 'off' }), rules('critical'), false],
    [scopes({ a: 'off' }), rules('high'), true],
    [scopes({ a: 'low', b: 'high' }), scopes({ a: 'low', b: 'critical' }), false],
    [scopes({ a: 'low', b: 'high' }), scopes({ a: 'off', b: 'critical' }), true],
    [scopes({ a: 'low', b: 'high' }), scopes({ a: 'critical', b: 'medium' }), true],
    [scopes({ a: 'low', b: 'high' }), scopes({ a: 'critical', c: 'critical' }), true],
    [scopes({ a: 'low' }), scopes({ a: 'low', b: 'critical' }), true],
    [scopes({ a: 'low', b: 'off' }), scopes({ a: 'low', c: 'low' }), true],
  ])('the level of a rule, %j to %j: %s', (before, after, weakens) => {
    const [difference, ...rest] = comparePolicies({ ...defaultPolicy, ...before }, { ...defaultPolicy, ...after });
    expect([difference?.path, difference?.weakens, rest]).toEqual([['rules', 'r'], weakens, []]);
  });

  test.each<[string, Part, Part, string[]]>([
    ['a first branch', {}, { branches: ['main'] }, ['not branches: only "main" may be merged into']],
    ['no branch any more', { branches: ['main'] }, {}, ['weaker branches: the delivered branches are no longer named']],
    ['the same branches', { branches: ['main', 'next'] }, { branches: ['next', 'main'] }, []],
    [
      'another branch',
      { branches: ['main', 'old'] },
      { branches: ['main', 'new'] },
      ['weaker branches: "new" may be merged into', 'not branches: "old" may no longer be merged into'],
    ],
    [
      'whose email counts',
      signatures({ identity: 'committer-and-author' }),
      signatures({ identity: 'committer' }),
      ['weaker signatures/identity: signatures.identity goes from committer-and-author to committer'],
    ],
    [
      'that no email counts',
      signatures({ identity: 'committer' }),
      signatures({ identity: 'none' }),
      ['weaker signatures/identity: signatures.identity goes from committer to none'],
    ],
    [
      'that the author’s email counts',
      signatures({ identity: 'none' }),
      signatures({ identity: 'committer-and-author' }),
      ['not signatures/identity: signatures.identity goes from none to committer-and-author'],
    ],
    [
      'pushes',
      signatures({ onPush: 'block' }),
      signatures({ onPush: 'report' }),
      ['weaker signatures/onPush: signatures.onPush goes from block to report'],
    ],
    [
      'pushes, the other way',
      signatures({ onPush: 'report' }),
      signatures({ onPush: 'block' }),
      ['not signatures/onPush: signatures.onPush goes from report to block'],
    ],
    [
      'what the forge may sign',
      forge({ accept: 'merges' }),
      forge({ accept: 'all' }),
      ['weaker signatures/forge/accept: signatures.forge.accept goes from merges to all'],
    ],
    [
      'what it may sign, the other way',
      forge({ accept: 'all' }),
      forge({ accept: 'none' }),
      ['not signatures/forge/accept: signatures.forge.accept goes from all to none'],
    ],
    [
      'bots',
      forge({ bots: ['a@x', 'b@x'] }),
      forge({ bots: ['b@x', 'c@x'] }),
      [
        'weaker signatures/forge/bots: the bot "c@x" is trusted',
        'not signatures/forge/bots: the bot "a@x" is no longer trusted',
      ],
    ],
    [
      'keys of the forge',
      forge({ keys: ['A'] }),
      forge({ keys: ['B'] }),
      [
        'weaker signatures/forge/keys: the forge key "B" is trusted',
        'not signatures/forge/keys: the forge key "A" is no longer trusted',
      ],
    ],
    [
      'identities of gitsign',
      signatures({ identities: [{ subject: 's', issuer: 'https://i', roles: [] }] }),
      signatures({ identities: [{ subject: 's', issuer: 'https://i', roles: ['admin', 'dev'] }] }),
      [
        'weaker signatures/identities: the identity "s" of "https://i" with the roles "admin", "dev" is trusted',
        'not signatures/identities: the identity "s" of "https://i" with the roles none is no longer trusted',
      ],
    ],
    [
      'a cluster',
      {
        clusters: [
          { name: 'a', paths: ['x'] },
          { name: 'b', paths: ['y'] },
          { name: 'd', paths: ['d'] },
        ],
      },
      {
        clusters: [
          { name: 'b', paths: ['z'] },
          { name: 'c', paths: ['x'] },
          { name: 'd', paths: ['d'] },
        ],
      },
      [
        'weaker clusters/b: the cluster "b" is added or changed',
        'weaker clusters/c: the cluster "c" is added or changed',
        'weaker clusters: the cluster "a" is gone',
      ],
    ],
    [
      'a declared role',
      { roles: [{ kind: 'Role', name: 'a', namespace: 'n', rules: [] }] },
      {
        roles: [
          { kind: 'ClusterRole', name: 'b', namespace: undefined, rules: [] },
          { kind: 'Role', name: 'a', namespace: 'n', rules: [] },
          { kind: 'Role', name: 'c', namespace: 'n', rules: [] },
        ],
      },
      [
        'weaker rbac/roles/0: the declared role "b" is added or changed',
        'weaker rbac/roles/2: the declared role "c" is added or changed',
      ],
    ],
    [
      'the version of Kubernetes',
      { kubernetesVersion: '1.34' },
      { kubernetesVersion: '1.20' },
      ['not kubernetesVersion: kubernetesVersion goes from 1.34 to 1.20'],
    ],
    ['OpenShift', {}, { openshift: true }, ['weaker openshift: openshift goes from as the repository shows to true']],
    [
      'OpenShift where the repository shows it',
      { openshift: false },
      {},
      ['weaker openshift: openshift goes from false to as the repository shows'],
    ],
    [
      'OpenShift no more',
      { openshift: true },
      { openshift: false },
      ['not openshift: openshift goes from true to false'],
    ],
    [
      'roots that must be rendered',
      { render: { ...defaultPolicy.render, require: ['a', 'b'] } },
      { render: { ...defaultPolicy.render, require: ['b', 'c'] } },
      ['weaker render/require: "a" need not be rendered', 'not render/require: "c" must be rendered'],
    ],
    [
      'a root, the repositories, and the time for rendering',
      { render: { require: [], roots: [], repositories: ['https://a'], seconds: 120 } },
      {
        render: {
          require: [],
          roots: [{ path: 'p', name: 'n', values: [], namespace: undefined, release: undefined }],
          repositories: ['https://b'],
          seconds: 119,
        },
      },
      [
        'weaker render/roots/0: the root "n" is added or changed',
        'weaker render/repositories: "https://a" no longer means this repository',
        'weaker render/repositories: "https://b" means this repository',
        'weaker render/seconds: render.seconds goes from 120 to 119',
      ],
    ],
    [
      'more time for rendering',
      {},
      { render: { ...defaultPolicy.render, seconds: 121 } },
      ['not render/seconds: render.seconds goes from 120 to 121'],
    ],
    [
      'a format of secrets',
      {
        secretFormats: [
          { name: 'a', pattern: 'aaa', severity: 'high' },
          { name: 'b', pattern: 'bbb', severity: 'high' },
          { name: 'c', pattern: 'ccc', severity: 'high' },
          { name: 'd', pattern: 'ddd', severity: 'high' },
          { name: 'e', pattern: 'eee', severity: 'high' },
        ],
      },
      {
        secretFormats: [
          { name: 'b', pattern: 'bbb', severity: 'medium' },
          { name: 'c', pattern: 'xxx', severity: 'high' },
          { name: 'd2', pattern: 'ddd', severity: 'critical' },
          { name: 'e', pattern: 'eee', severity: 'high' },
        ],
      },
      [
        'weaker secrets/formats: the secret format "a" is gone, has another pattern or is less severe',
        'weaker secrets/formats: the secret format "b" is gone, has another pattern or is less severe',
        'weaker secrets/formats: the secret format "c" is gone, has another pattern or is less severe',
        'not secrets/formats: the secret format "b" is added or changed',
        'not secrets/formats: the secret format "c" is added or changed',
        'not secrets/formats: the secret format "d2" is added or changed',
      ],
    ],
    [
      'later ages',
      {},
      { ages: { secretDays: 366, refreshHours: 25, certificateDays: 31 } },
      [
        'weaker ages/secretDays: ages.secretDays goes from 365 to 366',
        'weaker ages/refreshHours: ages.refreshHours goes from 24 to 25',
        'not ages/certificateDays: ages.certificateDays goes from 30 to 31',
      ],
    ],
    [
      'earlier ages',
      {},
      { ages: { secretDays: 364, refreshHours: 23, certificateDays: 29 } },
      [
        'not ages/secretDays: ages.secretDays goes from 365 to 364',
        'not ages/refreshHours: ages.refreshHours goes from 24 to 23',
        'weaker ages/certificateDays: ages.certificateDays goes from 30 to 29',
      ],
    ],
    [
      'who must approve, and what must be checked',
      { posture: { approvals: 2, require: ['approvals', 'requires-gate'] } },
      { posture: { approvals: 1, require: ['requires-gate', 'not-public'] } },
      [
        'weaker posture/approvals: posture.approvals goes from 2 to 1',
        'not posture/require: the check not-public must be made',
        'weaker posture/require: the check approvals need not be made any more',
      ],
    ],
    [
      'that more must approve',
      {},
      { posture: { approvals: 2, require: [] } },
      ['not posture/approvals: posture.approvals goes from 1 to 2'],
    ],
    [
      'smaller limits, of which those of the run hide nothing',
      {},
      { limits: { ...defaultPolicy.limits, bytes: 1, totalBytes: 1, seconds: 1, findings: 1 } },
      [
        'weaker limits/bytes: limits.bytes goes from 5242880 to 1',
        'not limits/totalBytes: limits.totalBytes goes from 1073741824 to 1',
        'not limits/seconds: limits.seconds goes from 300 to 1',
        'weaker limits/findings: limits.findings goes from 5000 to 1',
      ],
    ],
    [
      'larger limits',
      {},
      { limits: { ...defaultPolicy.limits, depth: 101 } },
      ['not limits/depth: limits.depth goes from 100 to 101'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(differences(before, after)).toEqual(expected);
  });
});

test('codes say what differs, and hold what it becomes', () => {
  expect(codes(stated('high'), {})).toEqual([['failOn', 'high', 'default']]);
  expect(codes(rules('off'), scopes({ b: 'low', a: 'off' }))).toEqual([
    ['rules', 'r', 'off', '[["a","off"],["b","low"]]'],
  ]);
  expect(codes(rules('low'), {})).toEqual([['rules', 'r', 'low', 'own']]);
  expect(codes({}, { branches: ['a', 'b'] })).toEqual([['branches', 'a', 'b']]);
  expect(codes({ branches: ['a'] }, {})).toEqual([['branches']]);
  expect(codes({ branches: ['a'] }, { branches: ['b'] })).toEqual([
    ['branches', 'added', '"b"'],
    ['branches', 'removed', '"a"'],
  ]);
  expect(codes(forge({ accept: 'all' }), forge({ accept: 'none' }))).toEqual([
    ['signatures.forge.accept', 'all', 'none'],
  ]);
  expect(codes(signers({}), {})).toEqual([['signatures.signers', 'k', '']]);
  expect(codes(signers({}), signers({ roles: [] }))).toEqual([
    ['signatures.signers', 'k', '{"key":"k","name":"Ana","emails":["a@x","b@x"],"roles":[]}'],
  ]);
  expect(codes(demands({ paths: ['p'] }), {})).toEqual([
    [
      'signatures.require',
      'weaker',
      '{"paths":["p"],"rules":["r","s"],"signers":["Ana","Bob"],"roles":["admin","dev"]}',
    ],
  ]);
  expect(codes({ clusters: [{ name: 'a', paths: [] }] }, { clusters: [{ name: 'b', paths: ['x'] }] })).toEqual([
    ['clusters', 'b', '{"name":"b","paths":["x"]}'],
    ['clusters', 'a'],
  ]);
  expect(codes(ignore({ blobs: ['2', '1'] }), ignore({ path: 'p' }))).toEqual([
    ['ignore', 'more', '["r","f",null,"p",[]]', '2026-06-15'],
    ['ignore', 'less', '["r","f",null,null,["1","2"]]', '2026-06-15'],
  ]);
  expect(codes({ secretFormats: [{ name: 'a', pattern: 'aaa', severity: 'high' }] }, {})).toEqual([
    ['secrets.formats', 'weaker', '{"name":"a","pattern":"aaa","severity":"high"}'],
  ]);
});

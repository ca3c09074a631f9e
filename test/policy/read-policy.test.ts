import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { readPolicy } from '../../src/policy/read-policy.ts';
import { policySchema, policyShape } from '../../src/policy/shape/policy-shape.ts';
import { runs } from '../thorough.ts';

const path = '.gitops-gate/policy.yaml';
const ruleIds = ['rbac-widened', 'plaintext-secret', 'secret-in-history'];
const read = (text: string) => readPolicy(Buffer.from(text), path, ruleIds);
const shown = (text: string) => read(text).problems.map((p) => `${p.line}:${p.column} ${p.what}: ${p.fix}`);

const everything = `# a comment
version: 1
failOn: medium
rules:
  rbac-widened: critical
  plaintext-secret: off
  secret-in-history: "off"
signatures:
  identity: committer-and-author
  onPush: block
  signers:
    SHA256:abcdef:
      name: Ana
      emails: [ana@example.org]
      roles: [admin]
    bot@example.org: {}
  require:
    - paths: [clusters/prod/**]
      roles: [admin]
    - rules: [rbac-widened]
      signers: [Ana]
  forge:
    accept: none
    bots: [renovate@example.org]
    keys: [968479A1AFF927E37D1A566BB5690EEEBB952194]
  identities:
    - subject: https://github.com/acme/x/.github/workflows/release.yml@refs/heads/main
      issuer: https://token.actions.githubusercontent.com
clusters:
  prod: [clusters/prod/**, base/**]
  dev: [clusters/dev/**]
rbac:
  roles:
    - kind: Role
      name: reader
      namespace: ci
      rules:
        - apiGroups: [""]
          resources: [pods]
          verbs: [get]
kubernetesVersion: "1.30"
ignore:
  - rule: rbac-widened
    fingerprint: "${'a'.repeat(64)}"
    blob: "${'b'.repeat(40)}"
    reason: agreed
    until: 2026-12-31
  - rule: rbac-widened
    object: Role/ci/deployer
    path: prod/**
    blob: ["${'b'.repeat(40)}", "${'c'.repeat(64)}"]
    reason: agreed
    until: "2026-12-31"
render:
  require: [apps/prod]
  roots:
  - path: charts/web
    values: [clusters/prod/web.yaml]
    namespace: web
  repositories: ["https://git.example.org/acme/infra"]
  seconds: 60
secrets:
  formats:
  - name: acme-token
    pattern: acme_[0-9A-Za-z]{32}
    severity: high
  - name: other
    pattern: other-\\d{6}
ages:
  secretDays: 90
posture:
  approvals: 2
  require: [approvals, requires-gate]
limits:
  bytes: 1000
`;

describe('a policy', () => {
  test('is read with every key', () => {
    const { policy, problems } = read(everything);
    expect(problems).toEqual([]);
    expect(policy).toEqual({
      source: path,
      folder: '.gitops-gate',
      isBroken: false,
      failOn: 'medium',
      failOnStated: true,
      rules: new Map([
        ['rbac-widened', 'critical'],
        ['plaintext-secret', 'off'],
        ['secret-in-history', 'off'],
      ]),
      rulesByScope: new Map(),
      signatures: {
        identity: 'committer-and-author',
        onPush: 'block',
        signers: [
          { key: 'SHA256:abcdef', name: 'Ana', emails: ['ana@example.org'], roles: ['admin'] },
          { key: 'bot@example.org', name: 'bot@example.org', emails: [], roles: [] },
        ],
        requirements: [
          { paths: ['clusters/prod/**'], rules: [], signers: [], roles: ['admin'] },
          { paths: [], rules: ['rbac-widened'], signers: ['Ana'], roles: [] },
        ],
        forge: {
          accept: 'none',
          bots: ['renovate@example.org'],
          keys: ['968479A1AFF927E37D1A566BB5690EEEBB952194'],
        },
        identities: [
          {
            subject: 'https://github.com/acme/x/.github/workflows/release.yml@refs/heads/main',
            issuer: 'https://token.actions.githubusercontent.com',
            roles: [],
          },
        ],
      },
      clusters: [
        { name: 'prod', paths: ['clusters/prod/**', 'base/**'] },
        { name: 'dev', paths: ['clusters/dev/**'] },
      ],
      roles: [
        {
          kind: 'Role',
          name: 'reader',
          namespace: 'ci',
          rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }],
        },
      ],
      kubernetesVersion: '1.30',
      ignore: [
        {
          rule: 'rbac-widened',
          fingerprint: 'a'.repeat(64),
          object: undefined,
          path: undefined,
          blobs: ['b'.repeat(40)],
          reason: 'agreed',
          until: '2026-12-31',
          line: 43,
        },
        {
          rule: 'rbac-widened',
          fingerprint: undefined,
          object: 'Role/ci/deployer',
          path: 'prod/**',
          blobs: ['b'.repeat(40), 'c'.repeat(64)],
          reason: 'agreed',
          until: '2026-12-31',
          line: 48,
        },
      ],
      render: {
        require: ['apps/prod'],
        roots: [
          {
            path: 'charts/web',
            name: 'charts/web (clusters/prod/web.yaml)',
            values: ['clusters/prod/web.yaml'],
            namespace: 'web',
            release: undefined,
          },
        ],
        repositories: ['https://git.example.org/acme/infra'],
        seconds: 60,
      },
      secretFormats: [
        { name: 'acme-token', pattern: 'acme_[0-9A-Za-z]{32}', severity: 'high' },
        { name: 'other', pattern: 'other-\\d{6}', severity: 'critical' },
      ],
      ages: { secretDays: 90, refreshHours: 24, certificateDays: 30 },
      posture: { approvals: 2, require: ['approvals', 'requires-gate'] },
      limits: { ...defaultPolicy.limits, bytes: 1000 },
    });
  });

  test('that is not there is the defaults, and so is one that says nothing', () => {
    expect(readPolicy(undefined, path).policy).toEqual(defaultPolicy);
    for (const text of ['', '# nothing\n', '---\n', 'version: 1\nignore:\nrules:\n']) {
      expect(read(text)).toMatchObject({ problems: [], policy: { ...defaultPolicy, source: path } });
    }
  });

  test('names a root by its path, and by its values where it has some', () => {
    const { policy } = read(
      'render:\n  roots:\n  - path: a\n  - {path: b, values: [c, d]}\n  - {path: e, name: f, values: [g]}\n',
    );
    expect(policy.render.roots.map(({ name }) => name)).toEqual(['a', 'b (c, d)', 'f']);
  });

  test('is of the folder that its path names', () => {
    expect(readPolicy(undefined, 'a/b/policy.yaml').policy.folder).toBe('a/b');
    expect(readPolicy(undefined, 'policy.yaml').policy.folder).toBe('.');
  });

  test('may be JSON', () => {
    expect(read('{"failOn": "low"}').policy.failOn).toBe('low');
  });
});

describe('problems', () => {
  test('are all named at once, with their place and what was meant', () => {
    const text = `version: 2
failon: low
rules:
  rbac-widend: off
  plaintext-secret: hgh
kubernetesVersion: 1.30
signatures:
  identity: commiter
  signers:
    968479A1AFF927E3: {}
  require:
    - roles: [admin]
    - paths: [prod/**]
ignore:
  - rule: rbac-widened
    fingerprint: abcdef123456
    until: 2026-02-30
  - rule: rbac-widened
    reason: why
    until: 2026-02-20
clusters:
  prod: clusters/prod
limits: {bytes: -1}
render: [x]
rbac:
  roles:
    - {kind: Role, name: a, rules: []}
    - {kind: ClusterRole, name: a, namespace: b, rules: [{verb: [get]}]}
    - {kind: ClusterRole, name: a, namespace: b, rules: []}
`;
    expect(shown(text)).toEqual([
      '1:10 version must be 1: write 1',
      '2:1 unknown key "failon": did you mean failOn?',
      '4:3 unknown rule "rbac-widend": did you mean rbac-widened?',
      '5:21 plaintext-secret must be one of critical, high, medium, low, off: did you mean high?',
      '6:20 kubernetesVersion must be a Kubernetes version in quotes: for example "1.34"',
      '8:13 identity must be one of committer, committer-and-author, none: did you mean committer?',
      '10:5 "968479A1AFF927E3" is a key id, which can be forged: write the whole fingerprint',
      '12:7 a requirement that is about nothing: name paths or rules',
      '13:7 a requirement that nobody can meet: name signers or roles',
      '15:5 item 1 of ignore lacks reason: add reason: why it is accepted',
      '16:18 fingerprint must be a whole fingerprint (64 hex digits): `gitops-gate ignore` prints the whole entry',
      '17:12 a date that is not a day of the calendar: write YYYY-MM-DD',
      '18:5 an ignore entry that selects nothing: name a fingerprint, an object or a path',
      '22:9 prod must be a list that is not empty: write each item on a line of its own after "- "',
      '23:17 bytes must be a whole number from 1 to 1073741824: write one of these, without quotes or a decimal point',
      '24:9 render must be a mapping: write it as "key: value" lines',
      '27:7 a Role lacks its namespace: name the namespace, or write ClusterRole',
      '28:36 a ClusterRole has no namespace: take it out, or write Role',
      '28:58 item 1 of rules lacks verbs: add verbs',
      '28:59 unknown key "verb": did you mean verbs?',
      '29:36 a ClusterRole has no namespace: take it out, or write Role',
    ]);
  });

  test.each([
    ['broken YAML', 'failOn: [high\n'],
    ['a second document', 'failOn: high\n---\nfailOn: never\n'],
    ['a key that is there twice', 'failOn: high\nfailOn: never\n'],
    ['a list', '- failOn\n'],
    ['a word', 'high\n'],
    ['bytes that are not text', Buffer.from([0x66, 0xff, 0xfe, 0x3a])],
    ['more than a mebibyte', `# ${'x'.repeat(1024 * 1024)}\nfailOn: high\n`],
    ['a bomb of aliases', `a: &a [x]\n${'b: [*a, *a, *a, *a, *a, *a, *a, *a]\n'.repeat(200)}`],
    ['an absolute path', 'clusters: {a: [/prod/**]}\n'],
  ])('%s is refused, and the defaults hold', (_, text) => {
    const { policy, problems } = readPolicy(Buffer.from(text), path, ruleIds);
    expect(problems.length).toBeGreaterThan(0);
    expect(policy).toEqual(defaultPolicy);
  });

  test('of the file as a whole are named with their place and what to do', () => {
    const lint = 'fix it; a YAML linter shows more of it';
    expect(shown('a\n---\n  b: 1\n---\nc: 1\n')).toEqual([
      '1:1 the policy must be a mapping: write it as "key: value" lines',
      '3:1 a second document: keep one document in the file',
      '5:1 a second document: keep one document in the file',
    ]);
    expect(shown('failOn: [high\n')).toEqual([expect.stringMatching(/^2:1 cannot be read: .*: fix it; a YAML linter/)]);
    expect(shown('failOn: high\n--- x\n')).toEqual([
      '2:1 a second document: keep one document in the file',
      `2:5 cannot be read: text follows a document separator; kubectl stops reading there: ${lint}`,
    ]);
    expect(shown(`# ${'x'.repeat(1024 * 1024)}`)).toEqual([
      '1:1 cannot be read: the file has 1048578 bytes, more than 1048576 (limit bytes): a policy file has at most 1 MiB',
    ]);
    expect(shown(`# ${'x'.repeat(1024 * 1024 - 2)}`)).toEqual([]);
    const long = `a ${'b'.repeat(63)}`;
    expect(shown(`clusters:\n  "${long}": [a]\n  "${long}": [b]\nclusters: {}\n`)).toEqual([
      '3:3 a … is given twice: keep one of them',
      '4:1 clusters is given twice: keep one of them',
    ]);
    expect(shown(`clusters:\n  "a ${'b'.repeat(62)}": [a]\n  "a ${'b'.repeat(62)}": [b]\n`)).toEqual([
      `3:3 a ${'b'.repeat(62)} is given twice: keep one of them`,
    ]);
  });

  test('never quote a control character or much of the file', () => {
    const [problem] = read(`"\\e[31m\\u202e${'y'.repeat(5000)}": 1\n`).problems;
    expect(problem?.what).toMatch(/^[\x20-\x7e…]{1,120}$/);
  });

  test.each([
    ['acme_(?=x)', 'at character 6: look-around, which RE2 does not have'],
    ['acme_(?<!x)', 'at character 6: look-around, which RE2 does not have'],
    ['acme_(?m)x', 'at character 6: a group with flags other than i and s'],
    ['acme_([a-z]', 'at character 6: a group that is not closed'],
    ['acme_a)', 'at character 7: a ")" that nothing opens'],
    ['abc[', 'at character 4: a class that is not closed'],
    ['abc[a-', 'at character 7: a class that is not closed'],
    ['acme_[z-a]', 'a range whose end is before its start'],
    ['acme_[a-\\d]', 'a range that ends in a class'],
    ['[[:alpha:]]{3}abc', 'at character 2: a class by name; write its characters: [A-Za-z] for [[:alpha:]]'],
    ['acme\\p{L}+', 'at character 5: a class of Unicode; write its characters'],
    ['(acme)\\1', 'at character 7: a back-reference, which RE2 does not have'],
    ['acme\\q', 'at character 5: an escape that is not read here'],
    ['acme\\', 'it ends in the middle of an escape'],
    ['*acme', 'at character 1: nothing is there that could be repeated'],
    ['acme+{2}', 'a repetition of a repetition'],
    ['acme{3,2}', 'at character 5: a repetition that ends before it begins'],
    ['[a-z]{32}', 'a pattern without three characters in a row'],
    ['(?i)ac[a-z]{32}', 'a pattern without three characters in a row'],
    ['acme_[a-z]{500}', 'a pattern of too many steps'],
    ['ab', 'must be a regular expression of 4 to 500 characters in one line'],
  ])('of the secret format %s', (pattern, what) => {
    const [problem] = read(`secrets:\n  formats:\n  - name: acme\n    pattern: '${pattern}'\n`).problems;
    expect([problem?.line, problem?.what]).toEqual([4, expect.stringContaining(what)]);
  });

  test('levels by scope', () => {
    const text = (value: string) => `rules:\n  rbac-widened: ${value}\n`;
    expect(shown(text('{clusters/prod: none}'))).toEqual([
      expect.stringContaining('"clusters/prod" must be one of critical, high, medium, low, off'),
    ]);
    expect(shown(text('{}'))).toEqual([
      '2:17 "rbac-widened" names no scope: write one of critical, high, medium, low, off for all findings, or "SCOPE: SEVERITY" lines',
    ]);
    expect(shown(text('{" dev": low}'))).toEqual([expect.stringContaining('must be the name of a scope')]);
    expect(shown(text('[low]'))).toEqual([
      expect.stringContaining('"rbac-widened" is neither a severity nor a mapping of scopes to severities'),
    ]);
    const { policy } = read(text('{dev: off, "apps/*": low}'));
    expect(policy.rules.size).toBe(0);
    expect(policy.rulesByScope).toEqual(
      new Map([
        [
          'rbac-widened',
          new Map([
            ['dev', 'off'],
            ['apps/*', 'low'],
          ]),
        ],
      ]),
    );
  });

  test('formats of one name, and an object without a name, are refused with what to write', () => {
    const formats =
      'secrets:\n  formats:\n  - {name: a, pattern: acme_a}\n  - {name: b, pattern: acme_b}\n  - {name: a, pattern: acme_c}\n';
    expect(shown(formats)).toEqual([
      '5:12 a second format called "a": give each a name of its own: findings are distinguished by it',
    ]);
    const ignored = 'ignore:\n- {rule: rbac-widened, object: Policy.audit.k8s.io, reason: x, until: 2999-01-01}\n';
    expect(shown(ignored)).toEqual([
      expect.stringContaining('an object without a name is selected by its file (path)'),
    ]);
    expect(shown('ages: {secretDays: 0}\n')).toEqual([
      expect.stringContaining('secretDays must be a whole number from 1 to 100000'),
    ]);
  });

  test('the example of a name is a name', () => {
    const [problem] = readPolicy(Buffer.from('render: {roots: [{path: apps, release: y}]}\n'), path).problems;
    expect(problem?.fix).toContain('"shop"');
  });

  test('of unknown rules are not looked for where the rules are not known', () => {
    expect(readPolicy(Buffer.from('rules: {anything: low}\n'), path).problems).toEqual([]);
  });
});

describe('the published schema', () => {
  const file = join(import.meta.dirname, '../../src/policy/policy.schema.json');
  const validate = new Ajv2020({ allowUnionTypes: true, strictRequired: false }).compile(policySchema);

  test('is the reader’s own', () => {
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(policySchema)));
  });

  test('states the defaults that hold', () => {
    const text = JSON.stringify(policySchema);
    for (const value of Object.values(defaultPolicy.limits)) expect(text).toContain(`Default: ${value}.`);
    const { identity, onPush, forge } = defaultPolicy.signatures;
    for (const value of [identity, onPush, forge.accept, defaultPolicy.failOn]) {
      expect(text).toContain(`Default: ${value}.`);
    }
    expect(text).toContain(`Default: \\"${defaultPolicy.kubernetesVersion}\\".`);
  });

  test('takes what the reader takes, and nothing else', () => {
    const original = JSON.stringify(read(everything).document?.value);
    const words = fc.constantFrom('high', 'off', 'admin', 'a@b', '2026-12-31', 'x/**', '', '1.34', 'Role/a', '/x');
    const leaf = fc.oneof(words, fc.constantFrom(null, true, false, 0, 1, 1.5, -1, [], {}, ['a'], [1]), fc.string());
    const key = fc.oneof(fc.constantFrom(...collectKeys(policySchema)), fc.string());
    const edit = fc.record({ at: fc.array(fc.nat(20), { minLength: 1, maxLength: 6 }), key, leaf, how: fc.nat(2) });
    const counts = { valid: 0, invalid: 0 };
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 3 }), (edits) => {
        const value: unknown = JSON.parse(original);
        for (const each of edits) mutate(value, each);
        const complaints: string[] = [];
        policyShape().read(value, [], (_, __, what) => complaints.push(what));
        const isValid = validate(value);
        counts[isValid ? 'valid' : 'invalid']++;
        // What no schema can say.
        const unsaid =
          /calendar|key id|a Role lacks|a ClusterRole has|a pattern (?:that is not read|without three|of too)/;
        const rest = complaints.filter((what) => !unsaid.test(what));
        expect(rest.length === 0).toBe(isValid);
      }),
      { numRuns: runs(1000) },
    );
    expect(counts.valid).toBeGreaterThan(runs(1000) / 20);
    expect(counts.invalid).toBeGreaterThan(runs(1000) / 20);
  });
});

describe('any bytes', () => {
  test('are read without an exception, and with problems give the defaults', () => {
    const lines = fc.array(fc.constantFrom(...everything.split('\n'), '  - x', '\t', '&a [*a]', '? !!', '"\\x'), {
      maxLength: 30,
    });
    const any = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.string({ unit: 'binary' }).map((s) => Buffer.from(s)),
      lines.map((l) => Buffer.from(l.join('\n'))),
    );
    fc.assert(
      fc.property(any, (bytes) => {
        const { policy, problems } = readPolicy(bytes, path, ruleIds);
        if (problems.length > 0) expect(policy).toEqual(defaultPolicy);
        for (const problem of problems) {
          expect(problem.line).toBeGreaterThan(0);
          expect(problem.what).not.toBe('');
        }
      }),
      { numRuns: runs(500) },
    );
  });
});

function collectKeys(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = 'properties' in schema ? Object.keys(schema.properties as object) : [];
  return [...own, ...Object.values(schema).flatMap(collectKeys)];
}

/** Walks into a value by `at` and there takes a key out, replaces what it holds, or adds another. */
function mutate(
  root: unknown,
  { at, key, leaf, how }: { at: number[]; key: string; leaf: unknown; how: number },
): void {
  let value = root;
  for (const [depth, step] of at.entries()) {
    if (typeof value !== 'object' || value === null) return;
    const container = value as Record<string, unknown>;
    const keys = Object.keys(container);
    const chosen = keys[step % keys.length];
    if (chosen === undefined) return;
    if (depth === at.length - 1 && how === 0 && Array.isArray(value)) value.splice(Number(chosen), 1);
    else if (depth === at.length - 1 && how === 0) delete container[chosen];
    else if (depth === at.length - 1 && how === 1) container[chosen] = leaf;
    else if (depth === at.length - 1 && !Array.isArray(container)) container[key] = leaf;
    else value = container[chosen];
  }
}

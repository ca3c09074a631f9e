import { describe, expect, test } from '@jest/globals';
import { type Files, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const secret = (line: string) => `apiVersion: v1\nkind: Secret\nmetadata: {name: db}\ntype: Opaque\n${line}`;
const value = 'Gx7-qLw92-ZtRe41';

const chart: Files = {
  'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
  'c/values.yaml': 'replicas: 1\nx: ""\n',
  'c/templates/s.yaml': secret('data:\n  login: {{ .Values.x | b64enc | quote }}\n'),
};
const base: Files = {
  'base/kustomization.yaml': 'resources: [s.yaml]\n',
  'base/s.yaml': secret('stringData: {login: ""}\n'),
  'prod/kustomization.yaml': 'resources:\n- ../base\n',
};

const b64 = (text: string) => Buffer.from(text).toString('base64');
const encrypted = (bytes: number) =>
  `ENC[AES256_GCM,data:${b64('m'.repeat(bytes))},iv:${b64('i'.repeat(32))},tag:${b64('t'.repeat(16))},type:str]`;
const sops = `sops:\n  lastmodified: "2026-01-01T00:00:00Z"\n  mac: ${encrypted(128)}\n  version: 3.9.0\n`;

const found = async (before: Files, after: Files) =>
  (await judgeChange(before, after)).lines.filter((line) => line.includes('secret'));

/** Files as SOPS writes them, in each of its stores. */
const stores: Readonly<Record<string, string>> = {
  'db.yaml': `login: ${encrypted(8)}\npassword: ${encrypted(9)}\n${sops}`,
  'db.json': `{\n\t"login": "${encrypted(8)}",\n\t"sops": {\n\t\t"lastmodified": "2026-01-01T00:00:00Z",\n\t\t"mac": "${encrypted(128)}"\n\t}\n}\n`,
  'db.bin': `{\n\t"data": "${encrypted(8)}",\n\t"sops": {\n\t\t"lastmodified": "2026-01-01T00:00:00Z",\n\t\t"mac": "${encrypted(128)}"\n\t}\n}\n`,
  'db.ini': `[a]\npassword = ${encrypted(8)}\n\n[sops]\nlastmodified = 2026-01-01T00:00:00Z\nmac = ${encrypted(128)}\nversion = 3.9.0\n`,
  'db.env': `PASSWORD=${encrypted(8)}\nsops_age__list_0__map_enc=-----BEGIN AGE ENCRYPTED FILE-----\\nYWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBZcVRwRlRJbFVYVVRUV1VO\\n-----END AGE ENCRYPTED FILE-----\\n\nsops_age__list_0__map_recipient=age1yt3tfqlfrwdwx0z0ynwplcr6qxcxfaqycuprpmy89nr83ltx74tqdpszlw\nsops_lastmodified=2026-01-01T00:00:00Z\nsops_mac=${encrypted(128)}\nsops_unencrypted_suffix=_unencrypted\nsops_version=3.9.0\n`,
};
const packing = (file: string, how = 'files') =>
  `resources: [s.yaml]\nsecretGenerator:\n- name: g\n  ${how}: [${file}]\n`;

(hasTools ? describe : describe.skip)('a file of SOPS that a generator packs', () => {
  const cases = [
    ...Object.keys(stores).map((file) => [file, 'files']),
    ['db.env', 'envs'],
    ['.dockerconfigjson=db.json', 'files'],
  ];

  test.each(cases)('%s among %s is ciphertext', async (entry, how) => {
    const file = entry?.split('=').at(-1) ?? '';
    const packed = { [`base/${file}`]: stores[file], 'base/kustomization.yaml': packing(entry ?? '', how) };
    expect(await found(base, packed)).toEqual([]);
    expect(
      await found(
        { ...base, ...packed },
        { [`base/${file}`]: stores[file]?.replace(b64('m'.repeat(8)), b64('w'.repeat(8))) },
      ),
    ).toEqual([]);
  });

  test.each([
    ['db.yaml', 'files', `db_password: ${value}\n`],
    ['db.ini', 'files', `db_password = ${value}\n`],
    ['db.env', 'files', `db_password=${value}\n`],
    ['db.env', 'envs', `db_password=${value}\n`],
  ])('%s among %s hides nothing that is readable next to it', async (file, how, line) => {
    const lines = await found(base, {
      [`base/${file}`]: `${file === 'db.ini' ? '[b]\n' : ''}${line}${stores[file]}`,
      'base/kustomization.yaml': packing(file, how),
    });
    expect(lines).toContainEqual(expect.stringMatching(/^base\/db.* critical plaintext-secret$/));
  });

  test('the words of SOPS alone make no ciphertext', async () => {
    const text = `# "sops":\n# lastmodified\n# "mac": "${encrypted(128)}"\n${value}\n`;
    expect(await found(base, { 'base/db.txt': text, 'base/kustomization.yaml': packing('db.txt') })).toEqual([
      'base/db.txt:4 critical plaintext-secret',
    ]);
  });
});

(hasTools ? describe : describe.skip)(
  'a secret that only rendering shows is found once, on the line that holds it',
  () => {
    test('a value that a template encodes into a Secret', async () => {
      expect(await found(chart, { 'c/values.yaml': `replicas: 1\nx: "${value}"\n` })).toEqual([
        'c/values.yaml:2 critical plaintext-secret',
      ]);
    });

    test('a JSON patch of a Secret, as text and in base64', async () => {
      for (const [path, written] of [
        ['/stringData/login', value],
        ['/data', `{login: ${Buffer.from(value).toString('base64')}}`],
      ]) {
        const patch = `patches:\n- target: {kind: Secret}\n  patch: |-\n    - {op: add, path: ${path}, value: ${written}}\n`;
        expect(await found(base, { 'prod/kustomization.yaml': `resources:\n- ../base\n${patch}` })).toEqual([
          'prod/kustomization.yaml:6 critical plaintext-secret',
        ]);
      }
    });

    test('a replacement takes it from a ConfigMap', async () => {
      const before = {
        ...base,
        'base/kustomization.yaml': 'resources: [s.yaml, m.yaml]\n',
        'base/m.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\ndata: {x: none}\n',
        'prod/kustomization.yaml': `resources:\n- ../base\nreplacements:\n- source: {kind: ConfigMap, name: m, fieldPath: data.x}\n  targets:\n  - select: {kind: Secret}\n    fieldPaths: [stringData.login]\n`,
      };
      const map = (before['base/m.yaml'] as string).replace('none', value);
      expect(await found(before, { 'base/m.yaml': map })).toEqual(['base/m.yaml:4 critical plaintext-secret']);
    });

    test('a variable of Flux', async () => {
      const flux = (x: string) => `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: x, namespace: flux-system}
spec:
  path: ./apps
  postBuild:
    substitute:
      X: "${x}"
`;
      const before = { 'clusters/x.yaml': flux(''), 'apps/s.yaml': secret(`stringData: {login: "\${X}"}\n`) };
      expect(await found(before, { 'clusters/x.yaml': flux(value) })).toEqual([
        'clusters/x.yaml:8 critical plaintext-secret',
      ]);
    });

    test('what the source shows is said there alone, also where overlays deliver it several times', async () => {
      const before = { ...base, 'dev/kustomization.yaml': 'resources: [../base]\nnamePrefix: dev-\n' };
      expect(await found(before, { 'base/s.yaml': secret(`stringData: {login: ${value}}\n`) })).toEqual([
        'base/s.yaml:5 critical plaintext-secret',
      ]);
      const generator = `secretGenerator:\n- name: g\n  literals:\n  - password=${value}\n`;
      expect(await found(base, { 'prod/kustomization.yaml': `resources:\n- ../base\n${generator}` })).toEqual([
        'prod/kustomization.yaml:6 critical plaintext-secret',
      ]);
    });

    test('several overlays that show one value are one finding', async () => {
      const values = (x: string) => `x: "${x}"\n`;
      const k = (name: string) =>
        `helmCharts:\n- name: c\n  releaseName: ${name}\n  valuesFile: ../v.yaml\nhelmGlobals: {chartHome: ..}\n`;
      const before = { ...chart, 'v.yaml': values(''), 'd/kustomization.yaml': k('d'), 'p/kustomization.yaml': k('p') };
      expect(await found(before, { 'v.yaml': values(value) })).toEqual(['v.yaml:1 critical plaintext-secret']);
    });

    test.each<[string, Files, Files]>([
      [
        'a value that was readable before and only moves into a Secret',
        { ...chart, 'c/values.yaml': `x: ""\ny: "${value}"\n` },
        { 'c/templates/s.yaml': secret('data:\n  login: {{ .Values.y | b64enc | quote }}\n') },
      ],
      [
        'an object that is renamed',
        { ...base, 'base/s.yaml': secret(`stringData: {login: ${value}}\n`) },
        { 'prod/kustomization.yaml': 'resources:\n- ../base\nnamePrefix: x-\n' },
      ],
      [
        'what helm makes up each time',
        {
          ...chart,
          'c/templates/s.yaml': secret(
            'stringData:\n  login: {{ randAlphaNum 24 }}\n  cert: {{ (genCA "x" 1).Cert | b64enc }}\n',
          ),
        },
        { 'c/values.yaml': 'replicas: 2\nx: ""\n' },
      ],
      [
        'a new Secret of what helm makes up',
        { ...chart, 'c/templates/s.yaml': undefined },
        { 'c/templates/s.yaml': secret('stringData:\n  login: {{ randAlphaNum 24 }}\n') },
      ],
      [
        'a Secret that SOPS encrypted',
        base,
        { 'base/s.yaml': `${secret(`stringData: {login: "${encrypted(8)}"}\n`)}${sops}` },
      ],
    ])('%s is not a finding', async (_, before, after) => expect(await found(before, after)).toEqual([]));
  },
);

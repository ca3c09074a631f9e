import { describe, expect, test } from '@jest/globals';
import type { TouchedFile } from '../../src/kube/touched-file.ts';
import { plaintextSecret } from '../../src/rules/secret/plaintext-secret.ts';
import { evidenceOfFolders } from '../rules/evidence.ts';
import { fileSide, observe, touched } from './evidence.ts';
import { folder } from './sinks.ts';

const b64 = (text: string): string => Buffer.from(text).toString('base64');
const value = 'Zq7vR2mKx9TbW4nL';
const other = 'p3HsYc8dUe5Ga1Jk';

const secret = (data: string, name = 'db', indent = '  '): string =>
  `apiVersion: v1\nkind: Secret\nmetadata:\n  name: ${name}\ndata:\n${indent}password: ${b64(data)}\n`;

const change = (path: string, before: string | undefined, after: string | undefined): TouchedFile =>
  touched(
    path,
    before === undefined ? undefined : fileSide(path, before),
    after === undefined ? undefined : fileSide(path, after),
  );

const messages = (...files: readonly TouchedFile[]): string[] => observe(...files).plaintext.map((o) => o.message);

describe('what was there before is not new', () => {
  test.each<[string, readonly TouchedFile[]]>([
    ['other indentation', [change('a/s.yaml', secret(value), secret(value, 'db', '      '))]],
    [
      'another order',
      [
        change(
          'a/s.yaml',
          secret(value),
          `data:\n  password: ${b64(value)}\nmetadata: {name: db}\nkind: Secret\napiVersion: v1\n`,
        ),
      ],
    ],
    ['lines above it', [change('a/s.yaml', secret(value), `# a\n# b\n${secret(value)}`)]],
    ['another document before it', [change('a/s.yaml', secret(value), `a: 1\n---\n${secret(value)}`)]],
    ['a moved file', [change('a/s.yaml', secret(value), undefined), change('a/b/s.yaml', undefined, secret(value))]],
    ['a renamed object', [change('a/s.yaml', secret(value), secret(value, 'database'))]],
    ['a renamed key', [change('a/s.yaml', secret(value), secret(value).replace('password:', 'pw:'))]],
    [
      'data turned to stringData',
      [
        change(
          'a/s.yaml',
          secret(value),
          secret(value).replace(`data:\n  password: ${b64(value)}`, `stringData:\n  password: ${value}`),
        ),
      ],
    ],
    ['a broken neighbour', [change('a/s.yaml', secret(value), `a: [\n---\n${secret(value)}`)]],
    ['a file that no longer parses', [change('a/s.yaml', secret(value), `${secret(value)}\tx: [\n`)]],
    ['a removal', [change('a/s.yaml', secret(value), 'a: 1\n')]],
    [
      'a key moved in .env',
      [
        touched(
          'a/.env',
          fileSide('a/.env', `A=1\nDB_PASSWORD=${value}\n`, 'text'),
          fileSide('a/.env', `DB_PASSWORD=${value}\nA=1\n`, 'text'),
        ),
      ],
    ],
  ])('%s', (_, files) => {
    expect(messages(...files)).toEqual([]);
  });
});

describe('what is new', () => {
  test('a changed value under an old key', () => {
    expect(messages(change('a/s.yaml', secret(value), secret(other)))).toEqual([
      'Secret db: data.password holds a secret in base64, which anyone can read.',
    ]);
  });

  test('a copy next to the old place', () => {
    const copy = change('a/t.yaml', undefined, secret(value, 'copy'));
    expect(messages(change('a/s.yaml', secret(value), `# x\n${secret(value)}`), copy)).toEqual([
      'Secret copy: data.password holds a secret in base64, which anyone can read.',
    ]);
  });

  test('one of two copies where only one place vanished', () => {
    const files = [
      change('a/s.yaml', secret(value), undefined),
      change('a/t.yaml', undefined, secret(value, 'one')),
      change('a/u.yaml', undefined, secret(value, 'two')),
    ];
    expect(messages(...files)).toEqual(['Secret two: data.password holds a secret in base64, which anyone can read.']);
  });

  test('a value that came from another scope, without blocking', () => {
    const { plaintext } = observe(
      change('a/s.yaml', secret(value), undefined),
      change('b/s.yaml', undefined, secret(value)),
    );
    expect(plaintext.map((o) => [o.severity, o.scope, o.details])).toEqual([
      ['medium', 'b', ['The value was in a/s.yaml before, which belongs to another scope.']],
    ]);
  });

  test('the same value in several places is one finding that lists them', () => {
    const { plaintext } = observe(
      change('a/s.yaml', undefined, secret(value)),
      change(
        'a/t.yaml',
        undefined,
        `kind: Pod\napiVersion: v1\nmetadata: {name: p}\nspec:\n  containers:\n  - name: c\n    env:\n    - {name: PASSWORD, value: ${value}}\n`,
      ),
    );
    expect(plaintext.map((o) => [o.message, o.position?.file, o.places?.map((place) => place.file)])).toEqual([
      [
        'Secret db: data.password holds a secret in base64, which anyone can read, here and in 1 more place.',
        'a/s.yaml',
        ['a/t.yaml'],
      ],
    ]);
  });
});

test('fingerprints neither change with the key of the run nor with the value', () => {
  const [one] = observe(change('a/s.yaml', undefined, secret(value))).plaintext;
  const [two] = observe(change('a/s.yaml', undefined, secret(other))).plaintext;
  expect(one?.subject).toEqual(['data', 'password', 'value']);
  expect(two?.subject).toEqual(one?.subject);
});

test('positions point at the line inside a block scalar', () => {
  const text = `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c\ndata:\n  app.env: |\n    A=1\n\n    DB_PASSWORD=${value}\n`;
  const [found] = observe(change('a/c.yaml', undefined, text)).plaintext;
  expect(found?.position).toEqual({ file: 'a/c.yaml', line: 9, column: 17 });
});

test('more than five secrets of one object are one finding', () => {
  const keys = Array.from({ length: 7 }, (_, index) => `  key${index}: ${b64(`${value}${index}`)}`).join('\n');
  const { plaintext } = observe(
    change('a/s.yaml', undefined, `apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ndata:\n${keys}\n`),
  );
  expect(plaintext.map((o) => [o.message, o.position?.line, o.places?.map((place) => place.line)])).toEqual([
    [
      'Secret db holds 7 secrets in plain text: data.key0, data.key1, data.key2, data.key3, data.key4 and 2 more.',
      6,
      [7, 8, 9, 10, 11, 12],
    ],
  ]);
});

test('files of a secretGenerator hold nothing but secrets', () => {
  const kustomization = change(
    'a/kustomization.yaml',
    undefined,
    'secretGenerator:\n- name: x\n  envs: [db.env]\n  files: [key=token.txt]\n',
  );
  const env = touched('a/db.env', undefined, fileSide('a/db.env', `SHOP=${value}\n`, 'text'));
  const file = touched('a/token.txt', undefined, fileSide('a/token.txt', `${other}\n`, 'text'));
  expect(messages(kustomization, env, file)).toEqual([
    'SHOP holds a secret in plain text.',
    'a/token.txt holds a secret in plain text.',
  ]);
});

describe('a file that a generator packs is delivered', () => {
  const generator = (field: string, line: string) => `${field}: [{name: x, ${line}}]\n`;
  const literal = generator('secretGenerator', `literals: [password=${value}]`);
  const folderOf = (files: Readonly<Record<string, string>>) =>
    folder(new Map(Object.entries(files).map(([path, text]) => [`a/${path}`, Buffer.from(text)])));
  const observed = async (before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>) => {
    const { evidence } = await evidenceOfFolders(folderOf(before), folderOf(after));
    return [...plaintextSecret.check(evidence)].map(({ severity, position }) => [severity, position?.file]);
  };

  test.each(['secretGenerator', 'configMapGenerator'])(
    'so a literal that moves into the envs file of a %s is not new',
    async (field) => {
      const kustomization = generator(field, 'envs: [db.env]');
      const file = { 'kustomization.yaml': kustomization, 'db.env': `password=${value}\n` };
      expect(await observed({ 'kustomization.yaml': literal }, file)).toEqual([]);
      expect(await observed(file, { 'kustomization.yaml': literal })).toEqual([]);
    },
  );

  test('also where its kustomization is unchanged', async () => {
    const kustomization = generator('secretGenerator', 'files: [one, two]');
    const before = { 'kustomization.yaml': kustomization, one: `${value}\n`, two: 'x\n' };
    const after = { ...before, one: 'x\n', two: `${value}\n` };
    expect(await observed(before, after)).toEqual([]);
  });

  test('and read as the ConfigMap is, whatever its name', async () => {
    const kustomization = generator('configMapGenerator', 'files: [settings.dat]');
    const before = { 'kustomization.yaml': kustomization, 'settings.dat': 'a=1\n' };
    const after = { ...before, 'settings.dat': 'a=1\ndb.password=Wiesenblume99\n' };
    expect(await observed(before, after)).toEqual([['high', 'a/settings.dat']]);
  });

  test('a file that nothing names is not', async () => {
    const before = { 'kustomization.yaml': 'resources: []\n', 'notes.txt': `password: ${value}${other}\n` };
    expect(await observed(before, { 'kustomization.yaml': literal.replace(value, value + other) })).toEqual([
      ['medium', 'a/kustomization.yaml'],
    ]);
  });
});

test('a Secret of plain values only is reported once, at low', () => {
  const text =
    'apiVersion: v1\nkind: Secret\nmetadata: {name: db}\nstringData: {username: shop, host: db.shop.svc, port: "5432"}\n';
  const { plaintext, placeholder } = observe(change('a/s.yaml', undefined, text));
  expect(plaintext).toEqual([]);
  expect(placeholder.map((o) => o.message)).toEqual([
    'Secret db holds only plain values such as stringData.username, no secret that could be recognised.',
  ]);
});

test('the shadowed value of a duplicate key is found', () => {
  const text = `apiVersion: v1\nkind: Secret\nmetadata: {name: db}\nstringData:\n  password: ${value}\n  password: changeme\n`;
  const { plaintext } = observe(change('a/s.yaml', undefined, text));
  expect(plaintext.map((o) => [o.message, o.position?.line])).toEqual([
    ['Secret db: stringData.password holds a secret in plain text.', 5],
  ]);
});

const file = (kind: string, body: string, name = 'cfg'): string =>
  `apiVersion: v1\nkind: ${kind}\nmetadata: {name: ${name}}\n${body}`;

describe('new is what the credential is, not the text around it', () => {
  const login = (email: string) => JSON.stringify({ auths: { 'r.io': { auth: b64(`u:${value}`), email } } });
  test.each<[string, readonly TouchedFile[]]>([
    [
      'another log level in the same file',
      [
        change(
          'a/s.yaml',
          file('Secret', `stringData:\n  c.yaml: |\n    db: {password: ${value}}\n    log: info\n`),
          file('Secret', `stringData:\n  c.yaml: |\n    db: {password: ${value}}\n    log: debug\n`),
        ),
      ],
    ],
    [
      'a further GRANT',
      [
        change(
          'a/s.yaml',
          file('Secret', `stringData:\n  i.sql: |\n    CREATE USER a IDENTIFIED BY '${value}';\n`),
          file(
            'Secret',
            `stringData:\n  i.sql: |\n    CREATE USER a IDENTIFIED BY '${value}';\n    GRANT ALL ON x TO a;\n`,
          ),
        ),
      ],
    ],
    [
      'another e-mail address in a registry login',
      [
        change(
          'a/s.yaml',
          file('Secret', `data:\n  .dockerconfigjson: ${b64(login('a@x.org'))}\n`),
          file('Secret', `data:\n  .dockerconfigjson: ${b64(login('b@x.org'))}\n`),
        ),
      ],
    ],
    [
      'a ConfigMap that becomes a Secret',
      [
        change(
          'a/s.yaml',
          file('ConfigMap', `data:\n  bindName: ${value}\n`),
          file('Secret', `stringData:\n  bindName: ${value}\n`),
        ),
      ],
    ],
  ])('%s', (_, files) => {
    expect(messages(...files)).toEqual([]);
  });

  test('nor how a URL encodes it', () => {
    const url = (password: string) => file('Secret', `stringData: {url: "postgres://app:${password}@db:5432/a"}\n`);
    expect(messages(change('a/s.yaml', url(`${value}%21`), url(`${value}!`)))).toEqual([]);
  });

  test('but a part of a longer word is another', () => {
    const text = (word: string) => file('ConfigMap', `data: {password: ${word}}\n`);
    expect(messages(change('a/s.yaml', text(`x${value}`), text(value)))).toHaveLength(1);
  });

  test('of a value that was renamed and copied into an earlier file, the copy is what is new', () => {
    const copy = change('a/a.yaml', undefined, secret(value, 'copy'));
    const renamed = change('a/s.yaml', secret(value), secret(value, 'database'));
    expect(messages(copy, renamed)).toEqual([
      'Secret copy: data.password holds a secret in base64, which anyone can read.',
    ]);
  });
});

test('a finding has the severity of its worst place, and each place its own object and field', () => {
  const { plaintext } = observe(
    change('a/a.yaml', undefined, file('ConfigMap', `data:\n  DB_PASSWORD: ${value}\n`)),
    change('a/s.yaml', undefined, secret(value)),
  );
  expect(
    plaintext.map(({ severity, object, places }) => [
      severity,
      object?.kind,
      places?.map((p) => [p.object?.kind, p.field]),
    ]),
  ).toEqual([['critical', 'Secret', [['ConfigMap', 'data.DB_PASSWORD']]]]);
});

test('what identifies a finding stays when a value moves from data to stringData, or from a ConfigMap to a Secret', () => {
  const bodies: readonly [string, string][] = [
    ['Secret', `data: {password: ${b64(value)}}\n`],
    ['Secret', `stringData: {password: ${value}}\n`],
    ['ConfigMap', `data: {password: ${value}}\n`],
  ];
  const identities = bodies.map(([kind, body]) => {
    const [found] = observe(change('a/s.yaml', undefined, file(kind, body))).plaintext;
    return JSON.stringify([found?.identity, found?.subject]);
  });
  expect(new Set(identities).size).toBe(1);
});

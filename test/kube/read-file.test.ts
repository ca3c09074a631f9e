import { describe, expect, test } from '@jest/globals';
import { type FileContent, FileReader, readFile } from '../../src/kube/read-file.ts';
import { limits } from '../yaml/limits.ts';

const object = 'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\n';

function read(path: string, content: string | Buffer | undefined, more: Partial<FileContent> = {}) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return readFile({
    path,
    mode: '100644',
    id: 'i',
    size: bytes?.length ?? 1e9,
    bytes,
    isTemplate: false,
    isNamed: false,
    limits,
    ...more,
  });
}

describe('readFile takes', () => {
  test.each([
    ['an object, whatever the name', 'x.conf', object, 'manifest'],
    ['an object without a name ending', 'deploy/role', object, 'manifest'],
    ['an object of which a part is broken', 'a.yaml', `${object}---\n: [\n`, 'manifest'],
    ['an object that is broken', 'a.yaml', `${object} x: [\n`, 'manifest'],
    ['one whose field names are escaped, and broken', 'a.yaml', '"\\u0061piVersion": v1\nkind: {{ x\n', 'manifest'],
    ['YAML that is not an object', 'values.yaml', 'a: 1\n', 'manifest'],
    ['JSON that is not an object', 'package.json', '{"name": "x"}', 'manifest'],
    ['custom tags', 'mkdocs.yml', 'a: !!python/name:x\nb: !vault |\n  x\n', 'manifest'],
    ['a broken kustomization', 'a/kustomization.yaml', 'resources: [', 'manifest'],
    ['UTF-16', 'a.yaml', Buffer.from(`\ufeff${object}`, 'utf16le'), 'manifest'],
    ['zero bytes next to an object', 'a.yaml', `${object}---\na: "\0"\n`, 'manifest'],
    ['broken YAML without a trace of an object', 'playbook.yml', '- a: {{ x }}\n', 'text'],
    ['comments only', 'a.yaml', '# nothing\n', 'text'],
    ['JSON with comments', 'settings.json', '{ "a": "b" // c\n}', 'text'],
    ['prose that shows an object', 'README.md', `# Title\n\n\`\`\`yaml\n${object}\`\`\`\n`, 'text'],
    ['Jsonnet', 'a.jsonnet', 'local a = 1; { apiVersion: "v1", kind: "X" }', 'text'],
    ['a template without a chart', 'a.tpl', '{{ define "x" }}', 'text'],
    ['a picture', 'a.png', Buffer.from([0x89, 0x50, 0, 1]), 'binary'],
    ['what git-crypt encrypted', 'a.yaml', Buffer.from('\0GITCRYPT\0abc', 'latin1'), 'binary'],
    ['an LFS pointer', 'a.yaml', 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n', 'lfs-pointer'],
    ['what was too large to read', 'a.yaml', undefined, 'oversize'],
  ])('%s', (_, path, content, structure) => {
    expect(read(path, content).structure).toBe(structure);
  });

  test('symbolic links and submodules, whatever they are called', () => {
    expect(read('a.yaml', object, { mode: '120000' })).toMatchObject({ structure: 'symlink', resources: [], text: '' });
    expect(read('a', undefined, { mode: '160000' }).structure).toBe('submodule');
  });

  test('templates only in templates/ of a chart, and still the objects they hold', () => {
    const template = `${object}---\napiVersion: v1\nkind: {{ .Values.kind }}\n`;
    const side = read('chart/templates/a.yaml', template, { isTemplate: true });
    expect(side).toMatchObject({ structure: 'template', unreadable: [], resources: [{ kind: 'Secret' }, {}] });
    expect(read('chart/a.yaml', template)).toMatchObject({ structure: 'manifest' });
    expect(read('chart/a.yaml', template).unreadable).toHaveLength(1);
    // What a kustomization delivers is not rendered by Helm.
    const named = read('chart/templates/a.yaml', template, { isTemplate: true, isNamed: true });
    expect(named).toMatchObject({ structure: 'manifest', unreadable: [{ reason: 'syntax' }] });
    expect(read('chart/templates/a.yaml', `${object}---\na: [\n`, { isTemplate: true })).toMatchObject({
      structure: 'manifest',
      unreadable: [{ reason: 'syntax' }],
    });
  });

  test('what a kustomization names as a manifest, whatever it is called and however broken it is', () => {
    expect(read('a.txt', 'a: [', { isNamed: true })).toMatchObject({ structure: 'manifest', unreadable: [{}] });
    expect(read('a.txt', `${object}---\na: [`, { isNamed: true })).toMatchObject({
      structure: 'manifest',
      resources: [{}],
    });
    expect(read('a.txt', `${object}---\na: [`)).toMatchObject({ structure: 'text', resources: [] });
  });

  test('the text of what it read', () => {
    expect(read('a.yaml', object).text).toBe(object);
    expect(read('a.txt', 'x').text).toBe('x');
    expect(read('a.yaml', Buffer.from(`\ufeff${object}`, 'utf16le')).text).toBe(object);
  });
});

describe('a content that several paths have is read once', () => {
  const role = 'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: r}\nrules: []\n';
  const inside = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  x: |\n    ${role.replaceAll('\n', '\n    ')}\n`;
  const contents = [object, `${role}---\n${inside}`, `${object}---\n: [\n`, '- a: {{ x }}\n', `${role}{{ x }}\n`, ''];
  const paths = ['a.yaml', 'b/c.yaml', 'd.txt', 'e/kustomization.yaml', 'f/templates/g.yaml', 'h', 'i.json'];
  const options = [{}, { isTemplate: true }, { isNamed: true }, { mode: '120000' }];

  test('and gives what it gives alone, in its own file', () => {
    const reader = new FileReader();
    for (const [index, content] of contents.entries()) {
      for (const path of [...paths, ...paths.map((each) => `z/${each}`)]) {
        for (const more of options) {
          const bytes = Buffer.from(content);
          const file = { path, mode: '100644', id: `${index}`, size: bytes.length, bytes, limits, ...more };
          const one: FileContent = { isTemplate: false, isNamed: false, ...file };
          const shown = (side: ReturnType<typeof readFile>) => ({
            ...side,
            documents: side.documents.map(({ value }) => value),
            resources: side.resources.map((each) => [
              { ...each, document: undefined },
              each.at(['metadata', 'name']),
              each.valueAt(['rules']),
              each.styleAt(['metadata', 'name']),
            ]),
          });
          expect(shown(reader.read(one))).toEqual(shown(readFile(one)));
        }
      }
    }
  });

  test('its documents are the same', () => {
    const reader = new FileReader();
    const bytes = Buffer.from(role);
    const common = { mode: '100644', id: 'r', size: bytes.length, bytes, isTemplate: false, isNamed: false, limits };
    const [one, other] = ['a.yaml', 'b.yaml'].map((path) => reader.read({ ...common, path }));
    expect(other?.documents[0]).toBe(one?.documents[0]);
    expect(other?.resources[0]?.document).toBe(one?.documents[0]);
  });
});

describe('what is not read', () => {
  test('has the bytes of a link, which say where it points', () => {
    expect(read('a', 'target', { mode: '120000' }).bytes).toEqual(Buffer.from('target'));
    expect(read('a', undefined, { mode: '120000' }).bytes).toEqual(Buffer.alloc(0));
  });

  test('is what is larger than the limit, by one byte', () => {
    const small = { limits: { ...limits, bytes: object.length } };
    expect(read('a.yaml', object, small).structure).toBe('manifest');
    const place = { line: 1, column: 1, firstLine: 1, lastLine: 1 };
    expect(read('a.yaml', `${object}#`, small)).toMatchObject({
      structure: 'oversize',
      text: '',
      unreadable: [{ reason: 'bytes', detail: 'the file has 49 bytes, more than 48 (limit bytes)', ...place }],
    });
    expect(read('a.yaml', undefined, { overTotal: 'the change is too large' }).unreadable).toEqual([
      { reason: 'whole-change', detail: 'the change is too large', ...place },
    ]);
  });

  test('is a pointer of git-lfs, which has less than 1024 bytes', () => {
    const pointer = (size: number) => 'version https://git-lfs.github.com/spec/v1\n'.padEnd(size, '#');
    expect(read('a.yaml', pointer(1023)).structure).toBe('lfs-pointer');
    expect(read('a.yaml', pointer(1024)).structure).toBe('manifest');
  });
});

describe('readFile', () => {
  test('takes UTF-16 of both orders, and nothing whose mark is half', () => {
    const text = Buffer.from(`\ufeff${object}`, 'utf16le');
    expect(read('a.yaml', Buffer.from(text).swap16())).toMatchObject({ structure: 'manifest', resources: [{}] });
    for (const [first, second] of [
      [0xff, 0xff],
      [0xfe, 0xfe],
      [0xff, 0],
      [0xfe, 0],
      [0, 0xfe],
      [0, 0xff],
    ] as const) {
      expect(read('a.yaml', Buffer.from([first, second, 0, 0x61])).structure).toBe('binary');
    }
  });

  test('takes a mapping that readers disagree on as a manifest, and what it says is known', () => {
    const merged = 'a: &a\n  b: 1\nc:\n  b: 2\n  <<: *a\n';
    expect(read('a.yaml', merged)).toMatchObject({ structure: 'manifest', unreadable: [] });
    expect(read('a.yaml', `${merged}---\n: [\n`)).toMatchObject({
      structure: 'text',
      documents: [],
      unreadable: [{ reason: 'ambiguous' }, { reason: 'syntax' }],
    });
  });

  test('reads a file of another name where it has both words of an object', () => {
    expect(read('a.txt', 'apiVersion: v1\n')).toMatchObject({ structure: 'text', documents: [] });
    expect(read('a.txt', 'apiVersion: v1\nkind: A\n').structure).toBe('manifest');
    expect(read('a.txt', '"\\x61piVersion": v1\nkind: A\n').structure).toBe('manifest');
    expect(read('a.txt', `apiVersion: v1\n!!binary ${Buffer.from('kind').toString('base64')}: A\n`).structure).toBe(
      'manifest',
    );
  });

  test('takes a broken file as a manifest only where the broken lines may hold an object', () => {
    const broken = 'b: [\n';
    expect(read('a.yaml', `apiVersion: x # kind\n---\n${broken}`).structure).toBe('text');
    expect(read('a.yaml', `b: 1\n---\napiVersion: [ # kind\n`).structure).toBe('manifest');
    expect(read('a.yaml', `b: 1\n---\nkind: [\n`).structure).toBe('text');
  });

  test('finds the objects inside others where a word says that there may be some', () => {
    const inner = (kind: string, rest: string) =>
      `x:\n- apiVersion: v1\n  kind: ${kind}\n  metadata: {name: i}\n  ${rest}\n`;
    const kinds = (text: string) => read('a.yaml', text).resources.map(({ kind }) => kind);
    expect(kinds(inner('Secret', 'data: {}'))).toEqual(['Secret']);
    expect(kinds(inner('Role', 'rules: []'))).toEqual(['Role']);
    const application =
      'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: a}\nspec: {source: {helm: {valuesObject: [';
    expect(kinds(`${application}{apiVersion: v1, kind: Service, metadata: {name: s}}]}}}\n`)).toEqual([
      'Application',
      'Service',
    ]);
  });
});

describe('a template of a chart', () => {
  const template = (text: string, more: Partial<FileContent> = {}) =>
    read('chart/templates/a.yaml', text, { isTemplate: true, ...more });
  const way = '{{ if .Release.IsUpgrade }}a{{ else }}b{{ end }}';
  const pod = `apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec:\n  hostname: ${way}\n`;
  const hosts = (text: string, more: Partial<FileContent> = {}) =>
    template(text, more).ways?.map((all) => all.map(({ value }) => (value.spec as { hostname: string }).hostname));

  test('gives its objects in each way in which it may be installed', () => {
    expect(hosts(pod)).toEqual([['b'], ['a'], ['b'], ['a']]);
    expect(hosts(pod, { isNamed: true })).toBeUndefined();
    expect(hosts(pod, { isTemplate: false })).toBeUndefined();
    expect(hosts(pod.replace(way, 'c'))).toBeUndefined();
    expect(hosts(pod.replace(way, '{{ .Values.c }}'))).toBeUndefined();
  });

  test('gives them for each path that has it', () => {
    const reader = new FileReader();
    const bytes = Buffer.from(
      '{{ if .Release.IsUpgrade }}\napiVersion: v1\nkind: Pod\nmetadata: {name: x}\n{{ end }}\n',
    );
    const common = { mode: '100644', id: 'p', size: bytes.length, bytes, isTemplate: true, isNamed: false, limits };
    const [one, other] = ['a/templates/a.yaml', 'b/templates/a.yaml'].map((path) => reader.read({ ...common, path }));
    expect(one?.ways?.[1]?.[0]?.file).toBe('a/templates/a.yaml');
    expect(other?.ways?.[1]?.[0]?.file).toBe('b/templates/a.yaml');
    expect(other?.ways?.map((all) => all.length)).toEqual([0, 1, 0, 1]);
  });

  test('compares the other branches of what protects together with nothing', () => {
    const branches = (kind: string, rest = 'spec', name = 'x') =>
      template(
        `apiVersion: v1\nkind: ${kind}\nmetadata: {name: ${name}}\n{{- if .x }}\n${rest}: {a: 1}\n{{- else }}\n${rest}: {a: 2}\n{{- end }}\n`,
      ).resources.length;
    expect(branches('NetworkPolicy')).toBe(1);
    expect(branches('Namespace')).toBe(2);
    expect(branches('Project')).toBe(2);
    expect(branches('ServiceAccount')).toBe(2);
    expect(branches('ClusterRole', 'rules')).toBe(2);
    expect(branches('ConfigMap', 'data')).toBe(1);
    expect(branches('ConfigMap', 'data', 'argocd-rbac-cm')).toBe(2);
    expect(branches('ConfigMap', 'data', 'aws-auth')).toBe(2);
    expect(branches('Service', 'data', 'aws-auth')).toBe(1);
    expect(branches('Pod', 'containers')).toBe(2);
  });
});

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

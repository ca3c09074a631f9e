import { describe, expect, test } from '@jest/globals';
import { FluxIgnore } from '../../src/render/roots/flux-ignore.ts';
import { inferOwnRepository } from '../../src/render/roots/infer-own.ts';
import { namePattern, pathPattern } from '../../src/render/roots/name-pattern.ts';
import { mayDeclare, nearest } from '../../src/render/roots/objects.ts';
import { normalizedUrl, OwnRepository } from '../../src/render/roots/own-repository.ts';
import { declaredBy } from './declarations.ts';
import { viewOf } from './delivered.ts';

/** As filepath.Match of Go decides; what is malformed meets nothing. */
test.each<[pattern: string, meets: readonly string[], others: readonly string[]]>([
  ['', [''], ['a']],
  ['abc', ['abc'], ['ab', 'abcd', 'xbc']],
  ['*', ['', 'abc'], []],
  ['a*', ['a', 'ab'], ['', 'ba']],
  ['*a', ['a', 'ba', 'aa'], ['ab']],
  ['a*c*e', ['ace', 'abcde', 'accee'], ['ac', 'aec']],
  ['a**b', ['ab', 'axb'], ['a']],
  ['a?c', ['abc', 'a*c'], ['ac', 'abbc']],
  ['?', ['a', 'ä', '𐐀'], ['', 'ab']],
  ['[ab]', ['a', 'b'], ['c', '', 'ab', '[ab]']],
  ['[a-c]x', ['ax', 'cx'], ['dx', '-x']],
  ['[^a-c]', ['d', '^'], ['a', 'c', '']],
  ['[\\]a]', [']', 'a'], ['\\']],
  ['[a\\-c]', ['a', '-', 'c'], ['b']],
  ['[\\a-\\c]', ['b'], ['\\']],
  ['\\*', ['*'], ['a', '\\*']],
  ['\\[a', ['[a'], ['a']],
  ['a]', ['a]'], ['a']],
  ['[', [], ['[', 'a']],
  ['[]a]', [], ['a', ']', ']a]']],
  ['[a-]', [], ['a', '-']],
  ['[-a]', [], ['a', '-']],
  ['a[', [], ['a', 'a[']],
  ['a\\', [], ['a', 'a\\']],
  ['a\nb', ['a\nb'], []],
])('the name pattern %j meets %j and not %j', (pattern, meets, others) => {
  expect(meets.map(namePattern(pattern))).toEqual(meets.map(() => true));
  expect(others.map(namePattern(pattern))).toEqual(others.map(() => false));
});

test('each part of a path pattern meets a part of the path', () => {
  expect(['a/b', 'x/b', 'a', 'a/b/c', 'a/c'].map(pathPattern('*/b'))).toEqual([true, true, false, false, false]);
});

/** As go-git reads ignore files (plumbing/format/gitignore), and Flux with it. */
describe('what a source of Flux leaves out', () => {
  test.each<[lines: string, out: readonly string[], others: readonly string[]]>([
    ['', [], ['a']],
    ['a', ['a', 'a/b', 'x/a', 'x/a/b'], ['ab', 'x/b']],
    ['a/', ['a/b', 'x/a/b'], ['a', 'x/a']],
    ['/a', ['a', 'a/b'], ['x/a']],
    ['/', [], ['a', 'a/b']],
    ['a/b', ['a/b', 'a/b/c'], ['x/a/b', 'a', 'b']],
    ['a/b/', ['a/b/c'], ['a/b']],
    ['a/*', ['a/b', 'a/b/c'], ['a', 'b/a']],
    ['*.md', ['x.md', 'a/x.md'], ['x.md.txt']],
    ['a/**', ['a/b', 'a/b/c'], ['a', 'b']],
    ['**/b', ['b', 'a/b', 'x/a/b', 'a/b/c'], ['a']],
    ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b', 'a/b/c'], ['b', 'a/x']],
    ['a/**/', ['a/b/c'], ['b']],
    ['a/x**y', [], ['a/xy', 'a/xzy']],
    ['x**y', ['xy', 'xzy'], ['x']],
    ['# a\n#a\n\n   \nb', ['b'], ['a', '# a', '#a']],
    ['\\#a', ['#a'], ['a']],
    ['a  \nb', ['a', 'b'], ['a  ']],
    ['a\\ ', ['a '], ['a']],
    ['a\r\nb\r\n', ['a', 'b'], []],
    ['a\n!a/b', ['a', 'a/c'], ['a/b', 'a/b/c']],
    ['!a\na', ['a'], ['b']],
    ['!a', [], ['a']],
    ['/*\n!/a', ['b', 'b/c'], ['a', 'a/b']],
    ['a//b', ['a/b'], ['a']],
  ])('by %j: %j and not %j', (lines, out, others) => {
    const isOut = new FluxIgnore(viewOf({})).test(lines);
    expect(out.map((path) => isOut?.(path))).toEqual(out.map(() => true));
    expect(others.map((path) => isOut?.(path))).toEqual(others.map(() => false));
  });

  test('by files of folders, of which the inner ones win, and by the source itself, which wins over all', () => {
    const files = {
      '.sourceignore': 'x\n',
      'a/b/.sourceignore': '!x\n/y\n',
      'a/.sourceignore': 'z\n',
      'a.sourceignore': 'w',
    };
    const ignore = new FluxIgnore(viewOf(files));
    expect(ignore.files).toEqual(['.sourceignore', 'a/.sourceignore', 'a/b/.sourceignore']);
    const out = (stated?: string) =>
      ['x', 'a/x', 'a/b/x', 'z', 'a/z', 'a/b/c/z', 'a/b/y', 'a/y', 'a/b/c/y', 'w'].filter((path) =>
        ignore.test(stated)?.(path),
      );
    expect(out()).toEqual(['x', 'a/x', 'a/z', 'a/b/c/z', 'a/b/y']);
    expect(out('x\n!z')).toEqual(['x', 'a/x', 'a/b/x', 'a/b/y']);
  });

  test('by a thousand patterns, and no more', () => {
    const ignore = new FluxIgnore(viewOf({ '.sourceignore': 'a\n'.repeat(999) }));
    expect([ignore.test('b')?.('b'), ignore.test('b\nc')]).toEqual([true, undefined]);
  });
});

describe('this repository', () => {
  test.each([
    ['https://git.example.org/acme/gitops', 'git.example.org/acme/gitops'],
    ['https://user:token@Git.Example.org:8443/Acme/gitops.git/', 'git.example.org/acme/gitops'],
    ['ssh://git@ssh.git.example.org:22/acme/gitops.git', 'git.example.org/acme/gitops'],
    ['git@altssh.example.org:acme/gitops.git', 'example.org/acme/gitops'],
    ['www.example.org:/acme/gitops', 'example.org/acme/gitops'],
    ['git+ssh://example.org//a//', 'example.org/a'],
    ['oci://example.org/a', 'example.org/a'],
    ['example.org/a', 'example.org/a'],
    ['https://', 'https://'],
    ['sshx.example.org:a', 'sshx.example.org/a'],
  ])('%s is %s', (url, same) => expect(normalizedUrl(url)).toBe(same));

  test('is known by what is stated', () => {
    const own = new OwnRepository(['git@example.org:a/b.git']);
    expect([own.is('https://example.org/a/b'), own.is('https://example.org/a/c'), own.isKnown, own.isStated]).toEqual([
      true,
      false,
      true,
      true,
    ]);
    const none = new OwnRepository([]);
    expect([none.isKnown, none.isStated, new OwnRepository(['x'], true).isStated]).toEqual([false, false, false]);
  });

  test('is what delivers paths of which all are here, but for its top', () => {
    const application = (name: string, source: string) =>
      `---\napiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: ${name}}\nspec: ${source}\n`;
    const is = (text: string) => {
      const own = inferOwnRepository(viewOf({ 'a/x.yaml': '', 'b/x.yaml': '', 'r.yaml': text }), ['r.yaml']);
      return ['https://one', 'https://two'].filter((url) => own.is(`${url}/r`));
    };
    const source = (url: string, path: string) => `{repoURL: "https://${url}/r", path: ${path}}`;
    const single = (url: string, path: string) => application('x', `{source: ${source(url, path)}}`);
    expect(is(single('one', 'a'))).toEqual(['https://one']);
    expect(is(`${single('one', 'a')}${single('one', 'none')}${single('two', 'b/')}`)).toEqual(['https://two']);
    expect(is(`${single('one', 'none')}${single('one', 'a')}`)).toEqual([]);
    expect(is(`${single('one', '.')}${single('two', '../x')}`)).toEqual([]);
    expect(is(application('x', `{sources: [${source('one', 'a')}, x, ${source('two', 'none')}]}`))).toEqual([
      'https://one',
    ]);
    expect(is(application('x', '{source: {repoURL: "https://one/r", path: a, chart: c}}'))).toEqual([]);
    expect(is(application('x', '{source: {repoURL: "https://one/r"}}'))).toEqual([]);
    expect(is(single('one', 'a').replace('kind: Application', 'kind: ApplicationSet'))).toEqual([]);
    expect(is(single('one', 'a').replace('argoproj.io', 'example.io'))).toEqual([]);
  });

  test('the nearest of several is the one in the file that shares the most folders', () => {
    const near = (...files: string[]) =>
      nearest(
        files.map((file) => ({ file })),
        'a/b/c.yaml',
      )?.file;
    expect([
      near('x.yaml', 'a/x.yaml', 'a/b/x.yaml', 'a/b/y.yaml'),
      near('a/bc/x.yaml', 'a/x.yaml'),
      near('a/b/c.yaml'),
      near(),
    ]).toEqual(['a/b/x.yaml', 'a/bc/x.yaml', 'a/b/c.yaml', undefined]);
  });

  test('files that may declare something are those with one of its groups, or what could spell one', () => {
    const may = (text: string) => mayDeclare(Buffer.from(text));
    const yes = [
      'argoproj.io/v1',
      'kustomize.toolkit.fluxcd.io/v1',
      'source.extensions.fluxcd.io/v1beta1',
      'fleet.cattle.io/v1',
      'helm.cattle.io/v1',
      'configsync.gke.io/v1',
      'kappctrl.k14s.io/v1',
      'fluxcd.controlplane.io/v1',
      'operators.coreos.com/v1',
      'config.projectsveltos.io/v1',
      'a\0',
      '"\\x61"',
      '"\\u0061"',
      '"\\U00000061"',
      '"a\\\nb"',
      '!!binary YQ==',
      '!tag:x',
      '!<tag:x>',
      '%TAG ! x',
    ];
    const no = ['argoproj.io/x', 'apps/v1', 'toolkit.fluxcd.io', '"\\n"', '!binary', 'TAG'];
    expect([...yes, ...no].filter(may)).toEqual(yes);
  });
});

describe('other deployers', () => {
  const object = (version: string, kind: string, spec: string) =>
    `apiVersion: ${version}\nkind: ${kind}\nmetadata: {name: x}\nspec: ${spec}\n`;
  const id = (kind: string) => `${kind} x (r.yaml)`;
  test.each<[version: string, kind: string, spec: string, says: string, at: string]>([
    [
      'helm.cattle.io/v1',
      'HelmChart',
      '{repo: r, chart: c, version: "1"}',
      'the chart r c @ 1',
      'spec.repo @ spec.version',
    ],
    ['helm.cattle.io/v1', 'HelmChart', '{chartContent: abc}', 'the chart abc', 'spec.chartContent'],
    [
      'fleet.cattle.io/v1alpha1',
      'GitRepo',
      '{paths: [a, b], repo: r, branch: m, revision: v}',
      'the manifests r a, b @ v m',
      'spec.repo @ spec.revision',
    ],
    [
      'configsync.gke.io/v1beta1',
      'RootSync',
      '{git: {repo: r, dir: d, branch: b}}',
      'the manifests r d @ b',
      'spec.git.repo @ spec.git.branch',
    ],
    [
      'configsync.gke.io/v1beta1',
      'RepoSync',
      '{oci: {image: i}, helm: {repo: h, chart: c, version: 2}}',
      'the manifests i h c @ 2',
      'spec.oci.image @ spec.helm.version',
    ],
    [
      'kappctrl.k14s.io/v1alpha1',
      'App',
      '{fetch: [{git: {url: u, ref: 1}}, {http: {url: z}}]}',
      'the manifests u 1, z',
      'spec.fetch',
    ],
    [
      'fluxcd.controlplane.io/v1',
      'FluxInstance',
      '{sync: {url: u, path: p, ref: b}, distribution: {registry: g, version: 2.x}}',
      'the manifests u p g @ b 2.x',
      'spec.sync.url @ spec.sync.ref',
    ],
    ['operators.coreos.com/v1alpha1', 'CatalogSource', '{image: i}', 'the operators i', 'spec.image'],
    [
      'config.projectsveltos.io/v1beta1',
      'ClusterProfile',
      '{helmCharts: [{a: b}], policyRefs: [{c: d}], kustomizationRefs: [{e: f}]}',
      'the manifests b d f',
      'spec.helmCharts',
    ],
    ['config.projectsveltos.io/v1beta1', 'Profile', '{policyRefs: [{c: d}]}', 'the manifests d', 'spec.policyRefs'],
  ])('%s %s %s', (version, kind, spec, says, at) => {
    expect(declaredBy(object(version, kind, spec))).toEqual([`${id(kind)} takes ${says}`, `r.yaml ${at}`]);
    expect(
      declaredBy(
        `apiVersion: v1\nkind: List\nitems: [{apiVersion: ${version}, kind: ${kind}, metadata: {name: x}, spec: ${spec}}]\n`,
      )[1],
    ).toBe(`r.yaml items.0.${at.replace('@ ', '@ items.0.')}`);
  });

  test.each([
    ['helm.cattle.io/v1', 'HelmChartConfig', '{repo: r}'],
    ['helm.cattle.io/v1', 'HelmChart', '{}'],
    ['operators.coreos.com/v1alpha1', 'Subscription', '{image: i}'],
    ['other.io/v1', 'HelmChart', '{repo: r}'],
  ])('%s %s %s declares nothing', (version, kind, spec) => expect(declaredBy(object(version, kind, spec))).toEqual([]));
});

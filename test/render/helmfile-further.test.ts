import { expect, test } from '@jest/globals';
import { declaredBy } from './declarations.ts';
import type { Texts } from './delivered.ts';

const helmfile = (text: string, more: Texts = {}, file = 'helmfile.yaml') => declaredBy(text, more, file);
const release = (more = '', chart = './chart') =>
  `releases:\n- name: rel\n  namespace: shop\n  chart: ${chart}\n${more.replace(/^(?=.)/gm, '  ')}`;

const cases: readonly (readonly [string, readonly string[], string, Texts?, string?])[] = [
  [
    'a chart that it adds',
    [
      'release rel (helmfile.yaml): chart at releases.0.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop"}',
      '{"namespace":"shop","gaps":[{"kind":"missing","name":"chart far/c","file":"helmfile.yaml","at":["releases",0,"dependencies"]},{"kind":"missing","name":"chart oci://example.org/c","file":"helmfile.yaml","at":["releases",0,"dependencies"]}]}',
      'release rel (helmfile.yaml) with far/c takes the chart far/c @ 1',
      'helmfile.yaml releases.0.dependencies.0.chart @ releases.0.dependencies.0.version',
      '{"shown":{"by":"release rel (helmfile.yaml)","address":"far/c"}}',
      'release rel (helmfile.yaml) with oci://user:secret@example.org/c takes the chart oci://user:secret@example.org/c',
      'helmfile.yaml releases.0.dependencies.1.chart',
      '{"shown":{"by":"release rel (helmfile.yaml)","address":"oci://example.org/c"}}',
    ],
    release('dependencies: [{chart: far/c, version: 1}, {chart: "oci://user:secret@example.org/c"}]\n'),
  ],
  [
    'a folder that it adds',
    [
      'release rel (helmfile.yaml): chart at releases.0.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop"}',
      '{"namespace":"shop","unbuilt":{"why":"its field dependencies is not read","by":"a template of helmfile","stated":"[{\\"chart\\":\\"./chart\\",\\"dependencies\\":[{\\"chart\\":\\"./other\\"},{\\"chart\\":\\"/abs\\"}],\\"name\\":\\"rel\\",\\"namespace\\":\\"shop\\"},[[\\"default\\",{}]]]","unread":[]}}',
    ],
    release('dependencies: [{chart: ./other}, {chart: /abs}]\n'),
  ],
  [
    'a setting of a file',
    [
      'release rel (helmfile.yaml): chart at releases.0.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop","parameters":[{"name":"a","value":"","isText":false}]}',
      '{"namespace":"shop","unbuilt":{"why":"a setting of it takes a file or a list, which is not read","by":"a template of helmfile","stated":"[{\\"chart\\":\\"./chart\\",\\"name\\":\\"rel\\",\\"namespace\\":\\"shop\\",\\"set\\":[{\\"file\\":\\"b\\",\\"name\\":\\"a\\"}]},[[\\"default\\",{}]]]","unread":[]}}',
    ],
    release('set: [{name: a, file: b}]\n'),
  ],
  [
    'a setting of a list',
    [
      'release rel (helmfile.yaml): chart at releases.0.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop","parameters":[{"name":"a","value":"1","isText":false},{"name":"a","value":"","isText":false}]}',
      '{"namespace":"shop","unbuilt":{"why":"a setting of it takes a file or a list, which is not read","by":"a template of helmfile","stated":"[{\\"chart\\":\\"./chart\\",\\"name\\":\\"rel\\",\\"namespace\\":\\"shop\\",\\"set\\":[{\\"name\\":\\"a\\",\\"value\\":1},{\\"name\\":\\"a\\",\\"values\\":[\\"b\\"]}]},[[\\"default\\",{}]]]","unread":[]}}',
    ],
    release('set: [{name: a, value: 1}, {name: a, values: [b]}]\n'),
  ],
  [
    'programs',
    [
      'release rel (helmfile.yaml): chart at releases.0.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop"}',
      '{"namespace":"shop","gaps":[{"kind":"missing","name":"postRenderer ./render.sh","file":"helmfile.yaml","at":["releases",0,"postRenderer"]}]}',
      'release rel (helmfile.yaml) sh -c x takes what a program makes sh -c x',
      'helmfile.yaml releases.0.hooks.0',
      '{"shown":{"by":"release rel (helmfile.yaml)","address":"sh"}}',
      'release rel (helmfile.yaml) kubectl apply a.yaml takes what a program makes kubectl apply a.yaml',
      'helmfile.yaml releases.0.hooks.1',
      '{"shown":{"by":"release rel (helmfile.yaml)","address":"kubectl"}}',
      'release rel (helmfile.yaml) ./render.sh -x secret takes what a program makes ./render.sh -x secret',
      'helmfile.yaml releases.0.postRenderer',
      '{"shown":{"by":"release rel (helmfile.yaml)","address":"./render.sh"}}',
    ],
    release(
      'hooks: [{command: sh, args: [-c, x]}, {kubectlApply: {filename: a.yaml}}, {events: []}]\npostRenderer: ./render.sh -x\npostRendererArgs: [secret]\n',
    ),
  ],
  [
    'programs for all',
    [
      'release rel (helmfile.yaml): chart at releases.0.chart of 1',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop"}',
      '{"namespace":"shop"}',
      'helmfile (helmfile.yaml) a takes what a program makes a',
      'helmfile.yaml hooks.0',
      '{"shown":{"by":"helmfile (helmfile.yaml)","address":"a"}}',
      'helmfile (helmfile.yaml) c takes what a program makes c',
      'helmfile.yaml helmDefaults.hooks.0',
      '{"shown":{"by":"helmfile (helmfile.yaml)","address":"c"}}',
      'helmfile (helmfile.yaml) p b takes what a program makes p b',
      'helmfile.yaml helmDefaults.postRenderer',
      '{"shown":{"by":"helmfile (helmfile.yaml)","address":"p"}}',
      'helmfile (helmfile.yaml) ./helm takes what a program makes ./helm',
      'helmfile.yaml helmBinary',
      '{"shown":{"by":"helmfile (helmfile.yaml)","address":"./helm"}}',
      'helmfile (helmfile.yaml) ./kustomize takes what a program makes ./kustomize',
      'helmfile.yaml kustomizeBinary',
      '{"shown":{"by":"helmfile (helmfile.yaml)","address":"./kustomize"}}',
    ],
    `hooks: [{command: a}]\nhelmBinary: ./helm\nkustomizeBinary: ./kustomize\nhelmDefaults: {postRenderer: p, postRendererArgs: [b], hooks: [{command: c}]}\n---\n${release()}`,
  ],
  [
    'a chart of elsewhere',
    [
      'release rel (helmfile.yaml) takes the chart far/c @ 1.2.3',
      'helmfile.yaml releases.0.chart @ releases.0.version',
      '{"valuesFiles":["chart/v/dev.yaml"]}',
    ],
    release('version: 1.2.3\nvalues: [chart/v/dev.yaml, {a: b}, ../x]\n', 'far/c'),
  ],
  [
    'a chart of elsewhere without a version',
    ['release rel (helmfile.yaml) takes the chart far/c', 'helmfile.yaml releases.0.chart'],
    release('', 'far/c'),
  ],
  [
    'two of one name',
    [
      'release rel (helmfile.yaml): chart at releases.0.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop"}',
      '{"namespace":"shop"}',
      'release rel in other (helmfile.yaml): chart at releases.1.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"other"}',
      '{"namespace":"other"}',
      'release rel in shop (helmfile.yaml): chart at releases.2.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop"}',
      '{"namespace":"shop"}',
      'release rel in shop (helmfile.yaml) #2: chart at releases.3.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop"}',
      '{"namespace":"shop"}',
    ],
    `${release()}- {name: rel, namespace: other, chart: ./chart}\n- {name: rel, namespace: shop, chart: ./chart}\n- {name: rel, namespace: shop, chart: ./chart}\n`,
  ],
  [
    'no mapping',
    ['release a (helmfile.yaml) takes the chart ', 'helmfile.yaml releases.1.chart'],
    'releases: [x, {name: a}]\n',
  ],
  [
    'what it inherits',
    [
      'release rel (helmfile.yaml): chart at releases.0.chart of 1',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"ns","values":[{"a":"b"},{"c":"d"}]}',
      '{"namespace":"ns"}',
      'release own (helmfile.yaml): chart at releases.1.chart of 1',
      '{"kind":"helm","chart":"chart","release":"own","namespace":"other"}',
      '{"namespace":"other"}',
    ],
    `templates:\n  base: {namespace: ns, values: [{a: b}], chart: ./chart}\n  more: {namespace: other}\n---\nreleases: [{name: rel, inherit: [{template: base}, {template: none}], values: [{c: d}]}, {name: own, chart: ./chart, inherit: [{template: more}]}]\n`,
  ],
  [
    'bases',
    [
      'release of-base (base.yaml): chart at releases.0.chart',
      '{"kind":"helm","chart":"chart","release":"of-base"}',
      '{"extraFiles":["base.yaml"]}',
      'release rel (helmfile.yaml): chart at releases.0.chart of 1',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop","values":[{"a":"b"}]}',
      '{"extraFiles":["base.yaml"],"namespace":"shop"}',
    ],
    `bases: [base.yaml, "https://example.org/b.yaml"]\n---\n${release('inherit: [{template: t}]\n')}`,
    { 'base.yaml': 'templates: {t: {values: [{a: b}]}}\nreleases: [{name: of-base, chart: ./chart}]\n' },
  ],
  [
    'helmfiles that it names',
    [
      'release rel (sub/helmfile.yaml): chart at releases.0.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop"}',
      '{"namespace":"shop"}',
      'release rel (more/a.yaml): chart at releases.0.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop"}',
      '{"namespace":"shop"}',
      'release rel (d/b.yaml): chart at releases.0.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop"}',
      '{"namespace":"shop"}',
      'helmfile helmfile.yaml helmfiles 3 takes the manifests git::https://example.org/x@helmfile.yaml',
      'helmfile.yaml helmfiles.3',
    ],
    'helmfiles: [sub/helmfile.yaml, {path: "more/*.yaml"}, d, "git::https://example.org/x@helmfile.yaml", ../out.yaml]\n',
    {
      'sub/helmfile.yaml': release('', '../chart'),
      'more/a.yaml': release('', '../chart'),
      'd/b.yaml': release('', '../chart'),
      'd/c.txt': 'x',
      'd/e/f.yaml': 'x: y\n',
    },
  ],
  [
    'helmfiles that name each other',
    [
      'release rel (a.yaml): chart at releases.0.chart of 1',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop"}',
      '{"namespace":"shop"}',
    ],
    'helmfiles: [a.yaml]\n',
    { 'a.yaml': `helmfiles: [helmfile.yaml]\n---\n${release()}` },
  ],
  [
    'helmfiles five deep',
    [
      'release r1 (1.yaml): chart at releases.0.chart of 1',
      '{"kind":"helm","chart":"chart","release":"r1","namespace":"shop"}',
      '{"namespace":"shop"}',
      'release r2 (2.yaml): chart at releases.0.chart of 1',
      '{"kind":"helm","chart":"chart","release":"r2","namespace":"shop"}',
      '{"namespace":"shop"}',
      'release r3 (3.yaml): chart at releases.0.chart of 1',
      '{"kind":"helm","chart":"chart","release":"r3","namespace":"shop"}',
      '{"namespace":"shop"}',
      'release r4 (4.yaml): chart at releases.0.chart of 1',
      '{"kind":"helm","chart":"chart","release":"r4","namespace":"shop"}',
      '{"namespace":"shop"}',
      'release r5 (5.yaml): chart at releases.0.chart of 1',
      '{"kind":"helm","chart":"chart","release":"r5","namespace":"shop"}',
      '{"namespace":"shop"}',
    ],
    'helmfiles: [1.yaml]\n',
    Object.fromEntries(
      [1, 2, 3, 4, 5, 6].map((at) => [
        `${at}.yaml`,
        `helmfiles: [${at + 1}.yaml]\n---\n${release().replace('name: rel', `name: r${at}`)}`,
      ]),
    ),
  ],
  [
    'a folder of helmfiles',
    [
      'release rel (helmfile.d/a.yaml): chart at releases.0.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop"}',
      '{"namespace":"shop"}',
    ],
    release('', '../chart'),
    {},
    'helmfile.d/a.yaml',
  ],
  [
    'a template',
    [
      'release rel (helmfile.yaml.gotmpl): chart at releases.0.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop"}',
      '{"namespace":"shop"}',
    ],
    release(),
    {},
    'helmfile.yaml.gotmpl',
  ],
  [
    'a template that is no YAML',
    [
      'helmfile (helmfile.yaml.gotmpl):  at ',
      '{"unbuilt":{"why":"helmfile.yaml.gotmpl is a template, which could not be read without what helmfile puts in","by":"a template of helmfile","unread":["helmfile.yaml.gotmpl"]}}',
    ],
    'releases: [{{ x }}\n',
    {},
    'helmfile.yaml.gotmpl',
  ],
  ['what is no YAML', [], 'releases: [\n'],
  ['another file', [], release(), {}, 'x/myhelmfile.yaml'],
];

test.each(cases.map(([name, ...rest]) => ({ name, rest })))('what a helmfile delivers further: $name', ({ rest }) => {
  const [expected, ...given] = rest;
  expect(helmfile(...given)).toEqual(expected);
});

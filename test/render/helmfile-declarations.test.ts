import { expect, test } from '@jest/globals';
import { declaredBy } from './declarations.ts';
import type { Texts } from './delivered.ts';

const helmfile = (text: string, more: Texts = {}, file = 'helmfile.yaml') => declaredBy(text, more, file);
const release = (more = '', chart = './chart') =>
  `releases:\n- name: rel\n  namespace: shop\n  chart: ${chart}\n${more.replace(/^(?=.)/gm, '  ')}`;
const environments =
  'environments:\n  prod: {values: [{redis: {enabled: true}, role: admin}, e.yaml]}\n  dev: {values: [{redis: {enabled: false}, role: "view"}]}\n  open: {}\n';
const e = { 'e.yaml': 'redis: {enabled: "{{ x }}"}\n' };

const cases: readonly (readonly [string, readonly string[], string, Texts?, string?])[] = [
  [
    'a release',
    [
      'release rel (helmfile.yaml): chart at releases.0.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop"}',
      '{"namespace":"shop"}',
    ],
    release(),
  ],
  [
    'its settings',
    [
      'release rel (helmfile.yaml): chart at releases.0.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop","valueFiles":["chart/v/dev.yaml","none.yaml"],"values":[{"a":"b"}],"parameters":[{"name":"a","value":"1","isText":false},{"name":"b","value":"2","isText":true}]}',
      '{"namespace":"shop"}',
    ],
    release(
      'values: [chart/v/dev.yaml, {a: b}, none.yaml, ../x.yaml]\nset: [{name: a, value: 1}, x]\nsetString: [{name: b, value: 2}]\n',
    ),
  ],
  [
    'values by a pattern',
    [
      'release rel (helmfile.yaml): chart at releases.0.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop","valueFiles":["chart/v/dev.yaml","chart/v/prod.yaml","chart/v/dev.yaml"]}',
      '{"namespace":"shop","gaps":[{"kind":"remote","name":"https://example.org/v.yaml","file":"helmfile.yaml","at":["releases",0,"values"]}]}',
    ],
    release('values: ["chart/v/*.yaml", "chart/v/[d]*.yaml", "https://example.org/v.yaml"]\n'),
  ],
  [
    'values by a name that something computes',
    [
      'release rel (helmfile.yaml): chart at releases.0.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop"}',
      '{"extraFiles":["chart/v/dev.yaml","chart/v/prod.yaml"],"namespace":"shop","unbuilt":{"why":"its entry in helmfile.yaml is a template of helmfile","by":"a template of helmfile","stated":"[{\\"chart\\":\\"./chart\\",\\"name\\":\\"rel\\",\\"namespace\\":\\"shop\\",\\"values\\":[\\"chart/v/⟦baed3ccedba1⟧.yaml\\",\\"⟦bb42e4c60255⟧.yaml\\"]},[[\\"default\\",{}]]]","unread":[]}}',
    ],
    release('values: ["chart/v/{{ .Environment.Name }}.yaml", "{{ .x }}.yaml"]\n'),
  ],
  [
    'values that are a template',
    [
      'release rel (helmfile.yaml): chart at releases.0.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop","valueFiles":["chart/v/t.yaml.gotmpl"]}',
      '{"extraFiles":["e.yaml","z.yaml"],"namespace":"shop","unbuilt":{"why":"its values file chart/v/t.yaml.gotmpl is a template of helmfile","by":"a template of helmfile","stated":"[{\\"chart\\":\\"./chart\\",\\"name\\":\\"rel\\",\\"namespace\\":\\"shop\\",\\"values\\":[\\"chart/v/t.yaml.gotmpl\\"]},[[\\"default\\",{}]]]","unread":[]}}',
    ],
    release('values: [chart/v/t.yaml.gotmpl]\n'),
    { 'chart/v/t.yaml.gotmpl': 'a: {{ readFile "e.yaml" }}{{ `z.yaml` }}\n', 'e.yaml': 'a: b\n', 'z.yaml': 'a: b\n' },
  ],
  [
    'values that are a template by their name',
    [
      'release rel (helmfile.yaml): chart at releases.0.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop","valueFiles":["chart/v/t.yaml.gotmpl"]}',
      '{"namespace":"shop"}',
    ],
    release('values: [chart/v/t.yaml.gotmpl]\n'),
    { 'chart/v/t.yaml.gotmpl': 'a: b\n' },
  ],
  [
    'values that are no YAML even so',
    [
      'release rel (helmfile.yaml): chart at releases.0.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop","valueFiles":["chart/v/t.yaml.gotmpl"]}',
      '{"namespace":"shop","unbuilt":{"why":"its values file chart/v/t.yaml.gotmpl is a template of helmfile","by":"a template of helmfile","stated":"[{\\"chart\\":\\"./chart\\",\\"name\\":\\"rel\\",\\"namespace\\":\\"shop\\",\\"values\\":[\\"chart/v/t.yaml.gotmpl\\"]},[[\\"default\\",{}]]]","unread":["chart/v/t.yaml.gotmpl"]}}',
    ],
    release('values: [chart/v/t.yaml.gotmpl]\n'),
    { 'chart/v/t.yaml.gotmpl': 'a: [{{ b }}\n' },
  ],
  ['a release that is not installed', [], release('installed: false\n')],
  [
    'a release that is installed',
    [
      'release rel (helmfile.yaml): chart at releases.0.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop"}',
      '{"namespace":"shop"}',
    ],
    release('installed: true\n'),
  ],
  [
    'a release that something decides about',
    [
      'release rel (helmfile.yaml): chart at releases.0.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop"}',
      '{"namespace":"shop","condition":["[[\\"⟦bb42e4c60255⟧\\"],\\"\\",\\"default\\",\\"[]\\"]"],"unbuilt":{"why":"its entry in helmfile.yaml is a template of helmfile","by":"a template of helmfile","stated":"[{\\"chart\\":\\"./chart\\",\\"installed\\":\\"⟦bb42e4c60255⟧\\",\\"name\\":\\"rel\\",\\"namespace\\":\\"shop\\"},[[\\"default\\",{}]]]","unread":[]}}',
    ],
    release('installed: "{{ .x }}"\n'),
  ],
  [
    'a release with an action',
    [
      'release rel (helmfile.yaml): chart at releases.0.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"⟦bb42e4c60255⟧"}',
      '{"namespace":"⟦bb42e4c60255⟧","unbuilt":{"why":"its entry in helmfile.yaml is a template of helmfile","by":"a template of helmfile","stated":"[{\\"chart\\":\\"./chart\\",\\"name\\":\\"rel\\",\\"namespace\\":\\"⟦bb42e4c60255⟧\\"},[[\\"default\\",{}]]]","unread":[]}}',
    ],
    release('namespace: "{{ .x }}"\n').replace('  namespace: shop\n', ''),
  ],
  [
    'a release with an action on its lines',
    [
      'release rel (helmfile.yaml): chart at releases.0.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop","valueFiles":["a.yaml"]}',
      '{"namespace":"shop","unbuilt":{"why":"its entry in helmfile.yaml is a template of helmfile","by":"a template of helmfile","stated":"[{\\"chart\\":\\"./chart\\",\\"name\\":\\"rel\\",\\"namespace\\":\\"shop\\",\\"values\\":[\\"a.yaml\\"]},[[\\"default\\",{}]]]","unread":[]}}',
    ],
    release('{{ if .x }}\nvalues: [a.yaml]\n{{ end }}\n'),
  ],
  [
    'a release before another with an action',
    [
      'release rel (helmfile.yaml): chart at releases.0.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop"}',
      '{"namespace":"shop","unbuilt":{"why":"its entry in helmfile.yaml is a template of helmfile","by":"a template of helmfile","stated":"[{\\"chart\\":\\"./chart\\",\\"name\\":\\"rel\\",\\"namespace\\":\\"shop\\"},[[\\"default\\",{}]]]","unread":[]}}',
      'release two (helmfile.yaml): chart at releases.1.chart',
      '{"kind":"helm","chart":"chart","release":"two"}',
    ],
    `${release('{{ .y }}\n')}- {name: two, chart: ./chart}\n`,
  ],
  [
    'a release after another with an action',
    [
      'release two (helmfile.yaml): chart at releases.0.chart',
      '{"kind":"helm","chart":"chart","release":"two"}',
      '{"unbuilt":{"why":"its entry in helmfile.yaml is a template of helmfile","by":"a template of helmfile","stated":"[{\\"chart\\":\\"./chart\\",\\"name\\":\\"two\\"},[[\\"default\\",{}]]]","unread":[]}}',
      'release rel (helmfile.yaml): chart at releases.1.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop"}',
      '{"namespace":"shop"}',
    ],
    `releases:\n- name: two\n  chart: ./chart\n  {{ .y }}\n${release().replace('releases:\n', '')}`,
  ],
  [
    'a release before a condition of the next',
    [
      'release rel (helmfile.yaml): chart at releases.0.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop"}',
      '{"namespace":"shop"}',
      'release two (helmfile.yaml): chart at releases.1.chart',
      '{"kind":"helm","chart":"chart","release":"two"}',
      '{"condition":["[[\\"if .x\\"],\\"\\",\\"default\\",\\"[]\\"]"]}',
    ],
    `${release()}{{ if .x }}\n- {name: two, chart: ./chart}\n{{ end }}\n`,
  ],
  [
    'a release that ends with a comment',
    [
      'release rel (helmfile.yaml): chart at releases.0.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop"}',
      '{"namespace":"shop"}',
    ],
    `${release()}{{/* x */}}\n`,
  ],
  [
    'a release inside a condition',
    [
      'release rel (helmfile.yaml): chart at releases.0.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop"}',
      '{"namespace":"shop","condition":["[[\\"if eq .Values.role \\\\\\"admin\\\\\\"\\"],\\"\\",\\"default\\",\\"[null]\\"]"]}',
    ],
    `releases:\n{{ if eq .Values.role "admin" }}\n${release().replace('releases:\n', '')}{{ end }}\n`,
  ],
  [
    'a release inside a condition of environments',
    [
      'release rel (helmfile.yaml): chart at releases.0.chart of 1',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop"}',
      '{"extraFiles":["e.yaml"],"namespace":"shop","condition":["[[\\"if eq .Values.role \\\\\\"admin\\\\\\"\\"],\\"\\",\\"prod\\",\\"[\\\\\\"admin\\\\\\"]\\"]","[[\\"if eq .Values.role \\\\\\"admin\\\\\\"\\"],\\"\\",\\"dev\\",\\"[\\\\\\"view\\\\\\"]\\"]","[[\\"if eq .Values.role \\\\\\"admin\\\\\\"\\"],\\"\\",\\"open\\",\\"[null]\\"]"]}',
    ],
    `${environments}---\nreleases:\n{{ if eq .Values.role "admin" }}\n${release().replace('releases:\n', '')}{{ end }}\n`,
    e,
  ],
  [
    'a release by a condition',
    [
      'release rel (helmfile.yaml): chart at releases.0.chart of 1',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop"}',
      '{"extraFiles":["e.yaml"],"namespace":"shop","condition":["[[],\\"redis.enabled\\",\\"prod\\",\\"[]\\"]","[[],\\"redis.enabled\\",\\"open\\",\\"[]\\"]"]}',
    ],
    `${environments}---\n${release('condition: redis.enabled\n')}`,
    e,
  ],
  [
    'a release by a condition that is off',
    [],
    `environments:\n  dev: {values: [{redis: {enabled: "no"}}]}\n---\n${release('condition: redis.enabled\n')}`,
  ],
  [
    'a release by a condition of the text true',
    [
      'release rel (helmfile.yaml): chart at releases.0.chart of 1',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop"}',
      '{"namespace":"shop","condition":["[[],\\"redis.enabled\\",\\"dev\\",\\"[]\\"]"]}',
    ],
    `environments:\n  dev: {values: [{redis: {enabled: "true"}}]}\n---\n${release('condition: redis.enabled\n')}`,
  ],
  [
    'a release by a condition of common values',
    [],
    `values: [{redis: {enabled: false}}]\n---\n${release('condition: redis.enabled\n')}`,
  ],
  [
    'a release by a condition that nothing sets',
    [
      'release rel (helmfile.yaml): chart at releases.0.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop"}',
      '{"namespace":"shop","condition":["[[],\\"redis.enabled\\",\\"default\\",\\"[]\\"]"]}',
    ],
    release('condition: redis.enabled\n'),
  ],
  [
    'a field setTemplate',
    [
      'release rel (helmfile.yaml): chart at releases.0.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop"}',
      '{"namespace":"shop","unbuilt":{"why":"its field setTemplate is not read","by":"a template of helmfile","stated":"[{\\"chart\\":\\"./chart\\",\\"name\\":\\"rel\\",\\"namespace\\":\\"shop\\",\\"setTemplate\\":[]},[[\\"default\\",{}]]]","unread":[]}}',
    ],
    release('setTemplate: []\n'),
  ],
  [
    'a field jsonPatches',
    [
      'release rel (helmfile.yaml): chart at releases.0.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop"}',
      '{"namespace":"shop","unbuilt":{"why":"its field jsonPatches is not read","by":"a template of helmfile","stated":"[{\\"chart\\":\\"./chart\\",\\"jsonPatches\\":[],\\"name\\":\\"rel\\",\\"namespace\\":\\"shop\\"},[[\\"default\\",{}]]]","unread":[]}}',
    ],
    release('jsonPatches: []\n'),
  ],
  [
    'patches',
    [
      'release rel (helmfile.yaml): chart at releases.0.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop"}',
      '{"namespace":"shop","unbuilt":{"why":"its field strategicMergePatches is not read","by":"a template of helmfile","stated":"[{\\"chart\\":\\"./chart\\",\\"name\\":\\"rel\\",\\"namespace\\":\\"shop\\",\\"strategicMergePatches\\":[]},[[\\"default\\",{}]]]","unread":[]}}',
    ],
    release('strategicMergePatches: []\n'),
  ],
  [
    'transformers',
    [
      'release rel (helmfile.yaml): chart at releases.0.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop"}',
      '{"namespace":"shop","unbuilt":{"why":"its field transformers is not read","by":"a template of helmfile","stated":"[{\\"chart\\":\\"./chart\\",\\"name\\":\\"rel\\",\\"namespace\\":\\"shop\\",\\"transformers\\":[]},[[\\"default\\",{}]]]","unread":[]}}',
    ],
    release('transformers: []\n'),
  ],
  [
    'templates of values',
    [
      'release rel (helmfile.yaml): chart at releases.0.chart',
      '{"kind":"helm","chart":"chart","release":"rel","namespace":"shop"}',
      '{"namespace":"shop","unbuilt":{"why":"its field setStringTemplate is not read","by":"a template of helmfile","stated":"[{\\"chart\\":\\"./chart\\",\\"name\\":\\"rel\\",\\"namespace\\":\\"shop\\",\\"setStringTemplate\\":[],\\"valuesTemplate\\":[]},[[\\"default\\",{}]]]","unread":[]}}',
    ],
    release('valuesTemplate: []\nsetStringTemplate: []\n'),
  ],
];

test.each(cases.map(([name, ...rest]) => ({ name, rest })))('what a helmfile delivers: $name', ({ rest }) => {
  const [expected, ...given] = rest;
  expect(helmfile(...given)).toEqual(expected);
});

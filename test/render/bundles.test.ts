import { expect, test } from '@jest/globals';
import { declaredBy } from './declarations.ts';
import type { Texts } from './delivered.ts';

/** § for the dollar of a template. */
const fleet = (text: string, more: Texts = {}, file = 'b/fleet.yaml') => {
  const values = { 'b/own/Chart.yaml': 'name: own\n', 'b/own/v.yaml': 'a: {b: 1}\n', 'b/v.yaml': 'a: {b: 2, c: 3}\n' };
  const said = declaredBy(text.replaceAll('§', '$'), { ...more, ...values }, file);
  return said.map((each) => each.replaceAll('$', '§'));
};
/** Of many only the last. */
const bundles = (...given: Parameters<typeof fleet>) => {
  const all = fleet(...given);
  return all.length > 40 ? [...all.slice(-2), `${all.length} lines`] : all;
};
const cases: readonly (readonly [string, readonly string[], string, Texts?, string?])[] = [
  [
    'a chart',
    [
      'bundle b (b/fleet.yaml): b/own at helm',
      '{"kind":"helm","chart":"b/own","release":"rel","namespace":"ns","values":[{"a":"b"}]}',
      '{"namespace":"ns"}',
    ],
    'helm: {chart: ./own, releaseName: rel, values: {a: b}}\nnamespace: ns\ndefaultNamespace: d\n',
  ],
  [
    'a chart that says nothing',
    [
      'bundle b (b/fleet.yaml): b/own at helm',
      '{"kind":"helm","chart":"b/own","release":"release","namespace":"d"}',
      '{"namespace":"d"}',
    ],
    'helm: {chart: own}\ndefaultNamespace: d\n',
  ],
  [
    'its own folder as a chart',
    [
      'bundle chart (chart/fleet.yaml): chart at helm',
      '{"kind":"helm","chart":"chart","release":"release"}',
      'bundle chart (chart/fleet.yml): chart at helm',
      '{"kind":"helm","chart":"chart","release":"release","values":[{"a":"b"}]}',
    ],
    'helm: {values: {a: b}}\n',
    { 'chart/fleet.yaml': '' },
    'chart/fleet.yml',
  ],
  ['a chart elsewhere', [], 'helm: {repo: "https://example.org", chart: c}\n'],
  ['a chart that is not here', [], 'helm: {chart: none}\n'],
  [
    'a kustomization',
    ['bundle b (b/fleet.yaml): kust at helm', '{"kind":"kustomize","folder":"kust"}', '{"namespace":"ns"}'],
    'kustomize: {dir: ../kust}\nnamespace: ns\n',
  ],
  [
    'a kustomization of its own folder',
    ['bundle kust (kust/fleet.yaml): kust at helm', '{"kind":"kustomize","folder":"kust"}', '{"namespace":"ns"}'],
    'namespace: ns\n',
    {},
    'kust/fleet.yaml',
  ],
  ['plain files', [], 'namespace: ns\n'],
  [
    'files of values',
    [
      'bundle b (b/fleet.yaml): b/own at helm',
      '{"kind":"helm","chart":"b/own","release":"release","values":[{"a":{"b":1,"z":1,"c":3}}]}',
      '{"extraFiles":["b/v.yaml","b/own/v.yaml"]}',
    ],
    'helm: {chart: own, values: {a: {b: 0, z: 1}}, valuesFiles: [v.yaml, own/v.yaml]}\n',
  ],
  [
    'files of values that cannot be read',
    [
      'bundle b (b/fleet.yaml): b/own at helm',
      '{"kind":"helm","chart":"b/own","release":"release","values":[{}]}',
      '{"extraFiles":["b/none.yaml"],"unbuilt":{"why":"its file of values none.yaml could not be read","by":"a value that Fleet fills in","stated":"{\\"helm\\":{\\"chart\\":\\"own\\",\\"values\\":{},\\"read\\":[\\"b/none.yaml\\"],\\"unread\\":[\\"none.yaml\\",\\"../../out.yaml\\"]}}","unread":["b/fleet.yaml"]}}',
    ],
    'helm: {chart: own, valuesFiles: [none.yaml, ../../out.yaml]}\n',
  ],
  [
    'values of the cluster',
    [
      'bundle b (b/fleet.yaml): b/own at helm',
      '{"kind":"helm","chart":"b/own","release":"release"}',
      '{"unbuilt":{"why":"its values are in ConfigMaps or Secrets of the cluster","by":"a value that Fleet fills in","stated":"{\\"helm\\":{\\"chart\\":\\"own\\",\\"valuesFrom\\":[{\\"configMapKeyRef\\":{}}]}}","unread":["b/fleet.yaml"]}}',
    ],
    'helm: {chart: own, valuesFrom: [{configMapKeyRef: {}}]}\n',
  ],
  [
    'values that are templates',
    [
      'bundle b (b/fleet.yaml): b/own at helm',
      '{"kind":"helm","chart":"b/own","release":"release","values":[{"a":"§{ .x }"}]}',
      '{"unbuilt":{"why":"its values are templates of Fleet","by":"a value that Fleet fills in","stated":"{\\"helm\\":{\\"chart\\":\\"own\\",\\"values\\":{\\"a\\":\\"§{ .x }\\"}}}","unread":["b/fleet.yaml"]}}',
    ],
    'helm: {chart: own, values: {a: "§{ .x }"}}\n',
  ],
  [
    'values that are taken as they are',
    [
      'bundle b (b/fleet.yaml): b/own at helm',
      '{"kind":"helm","chart":"b/own","release":"release","values":[{"a":"§{ .x }"}]}',
    ],
    'helm: {chart: own, disablePreProcess: true, values: {a: "§{ .x }"}}\n',
  ],
  [
    'templates of values',
    [
      'bundle b (b/fleet.yaml): b/own at helm',
      '{"kind":"helm","chart":"b/own","release":"release"}',
      '{"unbuilt":{"why":"its values are templates of Fleet","by":"a value that Fleet fills in","stated":"{\\"helm\\":{\\"chart\\":\\"own\\",\\"templateValues\\":{\\"a\\":\\"b\\"}}}","unread":["b/fleet.yaml"]}}',
    ],
    'helm: {chart: own, templateValues: {a: b}}\n',
  ],
  [
    'a chart with a kustomization',
    [
      'bundle b (b/fleet.yaml): b/own at helm',
      '{"kind":"helm","chart":"b/own","release":"release"}',
      '{"unbuilt":{"why":"a kustomization changes what its chart gives","by":"a value that Fleet fills in","stated":"{\\"helm\\":{\\"chart\\":\\"own\\"},\\"kustomize\\":{\\"dir\\":\\"x\\"}}","unread":["b/fleet.yaml"]}}',
    ],
    'helm: {chart: own}\nkustomize: {dir: x}\n',
  ],
  [
    'customizations',
    [
      'bundle b (b/fleet.yaml): b/own at helm',
      '{"kind":"helm","chart":"b/own","release":"release","namespace":"ns","values":[{"a":{"b":1}}]}',
      '{"namespace":"ns"}',
      'bundle b for t (b/fleet.yaml): b/own at targets.0.helm',
      '{"kind":"helm","chart":"b/own","release":"release","namespace":"ns","values":[{"a":{"b":2,"c":3}}]}',
      '{"extraFiles":["b/v.yaml"],"namespace":"ns","variantOf":"bundle b (b/fleet.yaml)"}',
      'bundle b for prod (b/fleet.yaml): b/own at targetCustomizations.0.helm',
      '{"kind":"helm","chart":"b/own","release":"r","namespace":"p","values":[{"a":{"b":1,"c":2}}]}',
      '{"namespace":"p","variantOf":"bundle b (b/fleet.yaml)"}',
      'bundle b for targetCustomizations 1 (b/fleet.yaml): b/own at targetCustomizations.1.helm',
      '{"kind":"helm","chart":"b/own","release":"release","namespace":"ns","values":[{"a":3}]}',
      '{"namespace":"ns","variantOf":"bundle b (b/fleet.yaml)"}',
    ],
    'helm: {chart: own, values: {a: {b: 1}}}\nnamespace: ns\ntargetCustomizations:\n- {name: prod, namespace: p, helm: {values: {a: {c: 2}}, releaseName: r}}\n- {helm: {values: {a: 3}}}\n- {name: off, doNotDeploy: true}\ntargets:\n- {name: t, defaultNamespace: d, helm: {valuesFiles: [v.yaml]}}\n',
  ],
  [
    'customizations of a chart that is elsewhere',
    [
      'bundle b for prod (b/fleet.yaml): b/own at targetCustomizations.0.helm',
      '{"kind":"helm","chart":"b/own","release":"release","values":[{}]}',
    ],
    'helm: {repo: x, chart: c}\ntargetCustomizations:\n- {name: prod, helm: {repo: "", chart: own}}\n- {name: other}\n',
  ],
  [
    'customizations of a kustomization',
    ['bundle b for prod (b/fleet.yaml): kust at targetCustomizations.0.helm', '{"kind":"kustomize","folder":"kust"}'],
    'kustomize: {dir: none}\ntargetCustomizations:\n- {name: prod, kustomize: {dir: ../kust}}\n',
  ],
  [
    'a customization with values of the cluster',
    [
      'bundle b (b/fleet.yaml): b/own at helm',
      '{"kind":"helm","chart":"b/own","release":"release"}',
      'bundle b for prod (b/fleet.yaml): b/own at targetCustomizations.0.helm',
      '{"kind":"helm","chart":"b/own","release":"release","values":[{}]}',
      '{"unbuilt":{"why":"its values are in ConfigMaps or Secrets of the cluster","by":"a value that Fleet fills in","stated":"{\\"helm\\":{\\"chart\\":\\"own\\",\\"valuesFrom\\":[\\"x\\"],\\"values\\":{},\\"read\\":[],\\"unread\\":[]},\\"targetCustomizations\\":[{\\"name\\":\\"prod\\",\\"helm\\":{\\"valuesFrom\\":[\\"x\\"]}},{\\"name\\":\\"dev\\",\\"helm\\":{\\"valuesFiles\\":[\\"none.yaml\\"]}}],\\"kustomize\\":{},\\"yaml\\":{\\"overlays\\":[]}}","unread":["b/fleet.yaml"]},"variantOf":"bundle b (b/fleet.yaml)"}',
      'bundle b for dev (b/fleet.yaml): b/own at targetCustomizations.1.helm',
      '{"kind":"helm","chart":"b/own","release":"release","values":[{}]}',
      '{"extraFiles":["b/none.yaml"],"unbuilt":{"why":"its file of values none.yaml could not be read","by":"a value that Fleet fills in","stated":"{\\"helm\\":{\\"chart\\":\\"own\\",\\"values\\":{},\\"read\\":[\\"b/none.yaml\\"],\\"unread\\":[\\"none.yaml\\"],\\"valuesFrom\\":[]},\\"targetCustomizations\\":[{\\"name\\":\\"prod\\",\\"helm\\":{\\"valuesFrom\\":[\\"x\\"]}},{\\"name\\":\\"dev\\",\\"helm\\":{\\"valuesFiles\\":[\\"none.yaml\\"]}}],\\"kustomize\\":{},\\"yaml\\":{\\"overlays\\":[]}}","unread":["b/fleet.yaml"]},"variantOf":"bundle b (b/fleet.yaml)"}',
    ],
    'helm: {chart: own}\ntargetCustomizations:\n- {name: prod, helm: {valuesFrom: [x]}}\n- {name: dev, helm: {valuesFiles: [none.yaml]}}\n',
  ],
  [
    'overlays',
    [
      'bundle b (b/fleet.yaml): b at helm',
      '{"kind":"files","files":["b/c.json","b/overlays/one/a.yaml","b/v.yaml"]}',
      'bundle b for prod (b/fleet.yaml): b at targetCustomizations.0.helm',
      '{"kind":"files","files":["b/c.json","b/overlays/one/a.yaml","b/overlays/two/new.yml","b/v.yaml"]}',
      '{"variantOf":"bundle b (b/fleet.yaml)"}',
    ],
    'yaml: {overlays: [one]}\ntargetCustomizations:\n- {name: prod, yaml: {overlays: [two]}}\n',
    {
      'b/a.yaml': '',
      'b/c.json': '',
      'b/d.txt': '',
      'b/overlays/one/a.yaml': '',
      'b/overlays/two/new.yml': '',
      'b/sub/fleet.yaml': 'x: y',
      'b/sub/e.yaml': '',
      'b/ch/Chart.yaml': '',
      'b/ch/f.yaml': '',
    },
  ],
  [
    'an overlay with patches',
    [
      'bundle b (b/fleet.yaml): b at helm',
      '{"kind":"files","files":["b/a.yaml","b/v.yaml"]}',
      'bundle b for prod (b/fleet.yaml): b at targetCustomizations.0.helm',
      '{"kind":"files","files":["b/a.yaml","b/overlays/one/b.yaml","b/v.yaml"]}',
      '{"unbuilt":{"why":"its overlay b/overlays/one/a_patch.yaml is a patch of Fleet, which is not read","by":"a patch of an overlay","unread":["b/fleet.yaml","b/overlays/one/a_patch.yaml"]},"variantOf":"bundle b (b/fleet.yaml)"}',
    ],
    'targetCustomizations:\n- {name: prod, yaml: {overlays: [one]}}\n',
    { 'b/a.yaml': '', 'b/overlays/one/a_patch.yaml': '', 'b/overlays/one/b.yaml': '' },
  ],
  [
    'as many customizations as are built',
    ['{"kind":"kustomize","folder":"kust"}', '{"variantOf":"bundle b (b/fleet.yaml)"}', '302 lines'],
    `kustomize: {dir: ../kust}\ntargets: [${'{}, '.repeat(99)}{name: last}]\n`,
  ],
  [
    'more customizations',
    [
      'bundle b (b/fleet.yaml): b at helm',
      '{"unbuilt":{"why":"b/fleet.yaml has more than 100 customizations","by":"a file of Fleet","unread":["b/fleet.yaml"]}}',
    ],
    `kustomize: {dir: ../kust}\ntargets: [${'{}, '.repeat(50)}]\ntargetCustomizations: [${'{}, '.repeat(51)}]\n`,
  ],
  [
    'what cannot be read',
    [
      'bundle b (b/fleet.yaml): b at helm',
      '{"unbuilt":{"why":"b/fleet.yaml could not be read","by":"a file of Fleet","unread":["b/fleet.yaml"]}}',
    ],
    'helm: [\n',
  ],
  [
    'the top of the repository',
    ['bundle . (fleet.yaml): chart at helm', '{"kind":"helm","chart":"chart","release":"release"}'],
    'helm: {chart: chart}\n',
    {},
    'fleet.yaml',
  ],
  ['another file', [], 'helm: {chart: own}\n', {}, 'b/myfleet.yaml'],
];

test.each(cases.map(([name, ...rest]) => ({ name, rest })))('what a bundle of Fleet is: $name', ({ rest }) => {
  const [expected, ...given] = rest;
  expect(bundles(...given)).toEqual(expected);
});

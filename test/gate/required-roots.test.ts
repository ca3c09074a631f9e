import { expect, test } from '@jest/globals';
import { unmetRender } from '../../src/gate/required-roots.ts';
import { requiredRoots } from '../../src/gather/gate/read-required-roots.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { RenderPolicy } from '../../src/policy/policy.ts';
import { type Files, judgeChange } from '../render/judge.ts';

const map = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\n';
const kustomization = (folder: string): Files => ({
  [`${folder}/kustomization.yaml`]: 'resources: [m.yaml]\n',
  [`${folder}/m.yaml`]: map,
});
const without = (folder: string): Files =>
  Object.fromEntries(Object.keys(kustomization(folder)).map((path) => [path, undefined]));

const gone = (glob: string) =>
  `render.require of p.yaml demands that ${glob} is rendered, and after the change no root is called that.`;

/** What is said of a name, or of the folder of a root. */
const said = {
  gone: (glob: string) => ({
    what: gone(glob),
    remedy: 'Keep its name and folder, or first take it out of render.require.',
  }),
  hidden: (glob: string) => ({
    what: `render.require of p.yaml demands that ${glob} is rendered, and whether b declares it is not known: that was not rendered.`,
    remedy: 'Make that root build, or take out of render.require what no root is called.',
  }),
  unknown: (glob: string) => `render.require of p.yaml names ${glob}, and no root is called that: it demands nothing.`,
  empty: (path: string) =>
    `render.roots of p.yaml names the folder ${path}, in which there is neither a kustomization nor a chart: nothing is rendered for it.`,
};

test.each([
  [undefined, { unjudged: [said.gone('old')], notes: [said.unknown('never'), said.empty('none')] }],
  ['b', { unjudged: [said.gone('old'), said.hidden('never')], notes: [said.empty('none')] }],
])(
  'a name that met a root, one that never did and one that does are told apart (not rendered: %s)',
  (unrendered, all) => {
    const root = (path: string) => ({ path, name: path, values: [], namespace: undefined, release: undefined });
    const render = {
      ...defaultPolicy.render,
      require: ['Application x', 'f/x', 'old', 'never'],
      roots: [root('built'), root('none')],
    };
    const roots = [
      { id: 'other', folder: 'other' },
      { id: 'Application x', folder: 'f/x' },
    ];
    const policy = { ...defaultPolicy, source: 'p.yaml', render };
    const before = [...roots, { id: 'Application old', folder: 'old' }];
    expect(unmetRender(policy, { before, after: roots }, (folder) => folder === 'built', unrendered)).toEqual(all);
  },
);

test('a policy of no file is called the policy', () => {
  const policy = { ...defaultPolicy, render: { ...defaultPolicy.render, require: ['x'] } };
  expect(unmetRender(policy, { before: [], after: [] }, () => true, undefined)).toEqual({
    unjudged: [],
    notes: ['render.require of the policy names x, and no root is called that: it demands nothing.'],
  });
});

async function required(stated: Partial<RenderPolicy>, before: Files, after: Files) {
  const policy = { ...defaultPolicy, source: 'p.yaml', render: { ...defaultPolicy.render, ...stated } };
  const { change } = await judgeChange(before, after, { usesTools: false, policy });
  const { unjudged, notes } = requiredRoots({ command: 'check', render: 'auto' }, policy, change);
  return { unjudged: unjudged.map(({ what }) => what), notes };
}

test.each([
  ['renamed', kustomization('a/hc2')],
  ['removed', { 'x.yaml': map }],
])('a required root that the change has %s is not a pass', async (_, added) => {
  const before = { ...kustomization('a/hc'), ...kustomization('b') };
  const change = { ...without('a/hc'), ...added };
  for (const glob of ['a/hc', 'a/h?', '*/hc']) {
    expect(await required({ require: [glob] }, before, change)).toEqual({ unjudged: [gone(glob)], notes: [] });
  }
});

test('a pattern that others still match, and a root that is added, demand nothing of what is gone', async () => {
  const before = { ...kustomization('a/hc'), ...kustomization('b') };
  expect(await required({ require: ['a/*'] }, before, { ...without('a/hc'), ...kustomization('a/new') })).toEqual({
    unjudged: [expect.stringContaining('demands that a/new is rendered, which failed')],
    notes: [],
  });
  expect((await required({ require: ['b', 'a/**'] }, before, { 'b/x.yaml': map })).notes).toEqual([]);
});

test('a name that no root has is noted', async () => {
  const { unjudged, notes } = await required(
    { require: ['typo-root', 'b'] },
    { ...kustomization('b') },
    { 'x.yaml': map },
  );
  expect(unjudged).toEqual([]);
  expect(notes).toEqual(['render.require of p.yaml names typo-root, and no root is called that: it demands nothing.']);
});

test('a name that may be of a root which one declares that was not rendered is not a pass', async () => {
  const inner = 'Application argocd/x (b/kustomization.yaml)';
  expect(await required({ require: [inner] }, { ...kustomization('b') }, { 'b/m.yaml': `${map}# Why\n` })).toEqual({
    unjudged: [
      `render.require of p.yaml demands that ${inner} is rendered, and whether b declares it is not known: that was not rendered.`,
    ],
    notes: [],
  });
});

test('a root of the policy whose folder has nothing to build is noted', async () => {
  const root = { values: [], namespace: undefined, release: undefined };
  const roots = ['charts/none', '/b/', 'b', 'c/', '.'].map((path) => ({ ...root, path, name: path }));
  const chart = {
    'c/Chart.yaml': 'name: c\nversion: 1.0.0\napiVersion: v2\n',
    'kustomization.yaml': 'resources: [b]\n',
  };
  const { unjudged, notes } = await required({ roots }, { ...kustomization('b'), ...chart }, { 'x.yaml': map });
  expect(unjudged).toEqual([]);
  expect(notes).toEqual(
    ['charts/none', '/b/'].map(
      (path) =>
        `render.roots of p.yaml names the folder ${path}, in which there is neither a kustomization nor a chart: nothing is rendered for it.`,
    ),
  );
});

import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { type Files, type JudgeOptions, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const map = '{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n';

/** The reason why the one root of these files is not rendered, or how many objects it gives. */
async function outcome(after: Files, options?: JudgeOptions): Promise<unknown> {
  const { change } = await judgeChange({}, after, { callMilliseconds: 4000, ...options });
  const [root, second] = change.rendering.roots;
  if (root === undefined || second !== undefined) return change.rendering.roots.map(({ id }) => id);
  return root.after?.reason ?? root.after?.objects.length;
}

(hasTools ? describe : describe.skip)('a hostile root', () => {
  test.each<[string, Files, unknown]>([
    [
      'a path that leads out',
      { 'k/kustomization.yaml': 'resources: [../../etc/passwd]\n' },
      '../../etc/passwd leads out of the repository',
    ],
    [
      'an absolute path',
      { 'k/kustomization.yaml': 'configMapGenerator: [{name: a, files: [/etc/passwd]}]\n' },
      '/etc/passwd leads out of the repository',
    ],
    [
      'a link',
      { 'k/kustomization.yaml': 'resources: [a.yaml]\n', 'k/a.yaml': 'link:/etc/passwd' },
      'a.yaml is a link, which is never followed',
    ],
    [
      'a remote base is left out',
      { 'k/kustomization.yaml': 'resources: [a.yaml, "https://127.0.0.1:9/x//y?ref=main"]\n', 'k/a.yaml': map },
      1,
    ],
    [
      'a kustomization that includes itself',
      { 'k/kustomization.yaml': 'resources: [.]\n' },
      expect.stringContaining('cycle'),
    ],
    [
      'a circle of two',
      { 'a/kustomization.yaml': 'resources: [../b]\n', 'b/kustomization.yaml': 'resources: [../a]\n' },
      expect.stringContaining('cycle'),
    ],
    [
      'a file called like a flag',
      { 'k/kustomization.yaml': 'resources: [--enable-exec]\n', 'k/--enable-exec': map },
      1,
    ],
    ['anchors', { 'k/kustomization.yaml': 'x: &a [a.yaml]\nresources: *a\n', 'k/a.yaml': map }, expect.any(String)],
  ])('%s', async (_, files, expected) => expect(await outcome(files)).toEqual(expected));

  const chart = { 'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n' };
  test.each<[string, string, unknown]>([
    ['a loop without end', '{{ range until 100000000 }}x{{ end }}', expect.any(String)],
    ['output without end', '{{ range until 3000000 }}a: {{ repeat 20 "x" }}\n---\n{{ end }}', expect.any(String)],
    [
      'a look into a cluster',
      'a: {{ lookup "v1" "Secret" "" "" | len }}\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}',
      1,
    ],
    [
      'a file outside the chart',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {x: {{ .Files.Get "../../etc/passwd" | quote }}}',
      1,
    ],
    [
      'the environment',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: {{ env "HOME" }}}',
      expect.stringContaining('env'),
    ],
    [
      'a name of a host',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {x: {{ getHostByName "example.org" | quote }}}',
      1,
    ],
  ])('a template with %s', async (_, template, expected) =>
    expect(await outcome({ ...chart, 'c/templates/x.yaml': template })).toEqual(expected),
  );

  test('a release called like a flag is given another name', async () => {
    const file = 'releases:\n- name: "--post-renderer=/bin/sh"\n  chart: ./c\n';
    const template = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: {{ .Release.Name }}}\n';
    expect(await outcome({ ...chart, 'c/templates/x.yaml': template, 'helmfile.yaml': file })).toBe(1);
  });

  test('a file over the limit leaves its root unrendered, and says which', async () => {
    const policy = { limits: { ...defaultPolicy.limits, bytes: 1000 } };
    const files = {
      'k/kustomization.yaml': 'configMapGenerator: [{name: a, files: [big.bin]}]\n',
      'k/big.bin': 'x'.repeat(2000),
    };
    expect(await outcome(files, { policy })).toBe('k/big.bin is over limits.bytes and was not read');
  });

  test('time for all roots runs out: the rest is named', async () => {
    const policy = { render: { ...defaultPolicy.render, seconds: 0 } };
    expect(await outcome({ 'k/kustomization.yaml': 'resources: [a.yaml]\n', 'k/a.yaml': map }, { policy })).toBe(
      'rendering took longer than render.seconds (0)',
    );
  });
});

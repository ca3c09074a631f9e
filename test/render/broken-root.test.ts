import { describe, expect, test } from '@jest/globals';
import { type Files, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const network = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: deny, namespace: shop}
spec: {podSelector: {}, policyTypes: [Ingress]}
`;
const service = `apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {selector: {app: web}, ports: [{port: 80}]}
`;
const map = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m, namespace: shop}\ndata: {a: b}\n';
const listing = (...names: readonly string[]) => `resources:\n${names.map((name) => `- ${name}\n`).join('')}`;
const files: Files = {
  'o/n.yaml': network,
  'o/s.yaml': service,
  'o/m.yaml': map,
  'o/kustomization.yaml': listing('s.yaml', 'n.yaml'),
};
const broken: Files = { ...files, 'o/kustomization.yaml': listing('s.yaml', 'nn.yaml') };

/** What its file says that is taken in no longer, where it can be read. */
const gone = 'o/kustomization.yaml:1 high network-widened';

(hasTools ? describe : describe.skip)('a root that the change makes unrenderable, or renderable again', () => {
  test('an entry that is not there', async () => {
    const { lines, messages } = await judgeChange(files, { 'o/kustomization.yaml': broken['o/kustomization.yaml'] });
    expect(lines).toEqual([gone, 'o/kustomization.yaml:3 high unreadable-manifest']);
    expect(messages[1]).toMatch(/^o was rendered as before the change, but not with it \(/);
  });

  test('of several roots each, with the same words', async () => {
    const overlay = 'resources: [../o]\n';
    const before = {
      ...files,
      'a/kustomization.yaml': overlay,
      'b/kustomization.yaml': overlay,
      'c/kustomization.yaml': overlay,
    };
    const { lines, messages } = await judgeChange(before, { 'o/kustomization.yaml': broken['o/kustomization.yaml'] });
    expect(lines).toEqual([gone, 'o/kustomization.yaml:3 high unreadable-manifest']);
    expect(messages[1]).toMatch(/^a and 2 more roots were rendered as before the change, but not with it \(/);
  });

  test('an object that is in it twice', async () => {
    const { lines } = await judgeChange(files, { 'o/s.yaml': `${service}---\n${service}` });
    expect(lines).toContainEqual(expect.stringMatching(/^o\/s\.yaml:~?\d+ high unreadable-manifest$/));
  });

  test('the second step, in which what it protected is gone', async () => {
    const { lines } = await judgeChange(broken, { 'o/kustomization.yaml': listing('s.yaml') });
    expect(lines).toEqual(['o/kustomization.yaml:1 high unreadable-manifest']);
  });

  test('what is dropped while nothing can be rendered', async () => {
    const before = { ...files, 'o/kustomization.yaml': listing('s.yaml', 'n.yaml', 'none.yaml') };
    const { lines } = await judgeChange(before, { 'o/kustomization.yaml': listing('s.yaml', 'none.yaml') });
    expect(lines).toEqual([gone]);
  });

  test('silent where it was broken in the same way and nothing of it has changed', async () => {
    const after = { 'o/kustomization.yaml': `${broken['o/kustomization.yaml']}# again\n` };
    expect((await judgeChange(broken, after)).lines).toEqual([]);
  });

  test('silent where all that it gave sets plain words', async () => {
    const before = { ...files, 'o/kustomization.yaml': listing('m.yaml') };
    const { lines } = await judgeChange(before, { 'o/kustomization.yaml': listing('m.yaml', 'none.yaml') });
    expect(lines).toEqual([]);
  });
});

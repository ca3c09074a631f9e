import { describe, expect, test } from '@jest/globals';
import { workloadIdentityWidened } from '../../src/rules/workload/workload-identity-widened.ts';
import { binding, role } from '../rbac/manifests.ts';
import { evidenceOfFolders } from '../rules/evidence.ts';
import { folderOfFiles } from '../rules/memory-repository.ts';
import { workloadKinds } from './kinds.ts';

const secrets = role('ClusterRole', 'ops', '- {apiGroups: [""], resources: [secrets], verbs: [get, list]}');
const bound = secrets + binding('ops', 'ClusterRole/ops', ['ServiceAccount/strong/shop']);
const accounts = ['strong', 'plain']
  .map((name) => `apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: ${name}, namespace: shop}\n---\n`)
  .join('');

type Files = Readonly<Record<string, string>>;

/** What the rule says of a change in a scope with a strong and a plain account. */
async function found(
  before: Files,
  after: Files,
  context: Files = { 'apps/rbac.yaml': bound + accounts },
): Promise<string[]> {
  const folder = (files: Files) => folderOfFiles({ ...context, ...files });
  const { evidence } = await evidenceOfFolders(folder(before), folder(after));
  return [...workloadIdentityWidened.check(evidence)].map(
    ({ position, severity, message }) => `${position?.file}:${position?.line} ${severity} ${message}`,
  );
}

const as = (account: string, text: string) => text.replaceAll('ACCOUNT', account);
const renamed = (text: string) => text.replaceAll('name: web', 'name: other');

describe('every kind of workload', () => {
  test.each(Object.entries(workloadKinds))(
    '%s: switched, new, renamed on its way, and silent as it was',
    async (_, text) => {
      const [weak, strong] = [as('plain', text), as('strong', text)];
      const able = 'ServiceAccount shop/strong, which can get, list secrets in every namespace.';
      for (const [before, after] of [
        [{ 'apps/a.yaml': weak }, { 'apps/a.yaml': strong }],
        [{}, { 'apps/a.yaml': strong }],
        [{ 'apps/a.yaml': weak }, { 'apps/b.yaml': renamed(strong) }],
      ] as const) {
        const lines = await found(before, after);
        expect(lines).toHaveLength(1);
        expect(lines[0]).toMatch(/^apps\/[ab]\.yaml:\d+ high /);
        expect(lines[0]).toContain(able);
      }
      expect(await found({ 'apps/a.yaml': strong }, { 'apps/b.yaml': strong })).toEqual([]);
      expect(await found({ 'apps/a.yaml': strong }, { 'apps/a.yaml': renamed(strong) })).toEqual([]);
      expect(
        await found(
          { 'apps/a.yaml': strong },
          { 'apps/a.yaml': strong.replaceAll(/image: [\w./]+/g, 'image: next:2') },
        ),
      ).toEqual([]);
      expect(await found({ 'apps/a.yaml': strong }, { 'apps/a.yaml': weak })).toEqual([]);
      expect(await found({}, { 'apps/a.yaml': weak })).toEqual([]);
    },
  );
});

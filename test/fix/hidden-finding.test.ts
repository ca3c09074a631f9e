import { expect, test } from '@jest/globals';
import { fixText } from '../../src/cli/fix/fix-text.ts';
import { Workbench } from '../../src/fix/candidates/workbench.ts';
import { findFix } from '../../src/fix/rounds.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { evidenceOfFolders } from '../rules/evidence.ts';
import { findingsOf, folderOf } from './fix-of-files.ts';

const role = (verbs: string) =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: ops}\nrules:\n  - apiGroups: [""]\n    resources: [secrets]\n    verbs: [${verbs}]\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: ops}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ops}\nsubjects: [{kind: ServiceAccount, name: bot, namespace: ci}]\n`;
const policy = (action: string) =>
  `apiVersion: kyverno.io/v1\nkind: ClusterPolicy\nmetadata: {name: labels}\nspec:\n  validationFailureAction: ${action}\n  rules:\n    - name: team\n      match: {any: [{resources: {kinds: [Pod]}}]}\n      validate: {message: a, pattern: {metadata: {labels: {team: "?*"}}}}\n`;

test('a finding that another one hid is fixed as well, and named as such', async () => {
  const { evidence } = await evidenceOfFolders(
    folderOf({ 'prod/r.yaml': role('list'), 'prod/p.yaml': policy('Enforce') }),
    folderOf({ 'prod/r.yaml': role('list, get'), 'prod/p.yaml': policy('Audit') }),
  );
  const all = findingsOf(evidence);
  const [shown, hidden] = ['prod/r.yaml', 'prod/p.yaml'].map((file) =>
    all.filter((each) => each.position?.file === file),
  );
  const bench = new Workbench(evidence.change.touched, evidence.secrets, defaultPolicy.limits);
  const known = new Set(shown?.map(({ fingerprint }) => fingerprint));
  const found = (rule?: string) =>
    findFix(
      { targets: shown ?? [], rule, known, bench, unjudged: 0 },
      {
        fromBase: async (changes) => ({
          findings:
            changes.length === 0
              ? (shown ?? [])
              : changes.some(({ path }) => path === 'prod/p.yaml')
                ? []
                : (hidden ?? []),
          unjudged: 0,
        }),
        fromHead: async () => ({ findings: [], unjudged: 0 }),
      },
    );
  const fix = await found();
  expect(fix.left).toEqual([]);
  expect(fix.fixed.map(({ target, cameToLight }) => [target.rule, cameToLight])).toEqual([
    ['rbac-widened', undefined],
    ['admission-weakened', true],
  ]);
  const patch = { text: '', blind: [], leftOut: [] };
  const text = fixText(
    { fix, files: [], patch, onlyApplied: [], suggestions: new Map() },
    { isApplied: false, isStaged: false, file: undefined },
  );
  expect(text.match(/It was hidden by another finding/g)).toHaveLength(1);

  const { fixed, left } = await found('rbac-widened');
  expect(fixed).toEqual([]);
  expect(left.map(({ why }) => why)).toEqual(['it would bring another finding (admission-weakened)']);
});

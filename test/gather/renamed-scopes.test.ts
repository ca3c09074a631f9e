import { describe, expect, test } from '@jest/globals';
import { observe } from '../../src/rules/observe.ts';
import { findingsOf, folderOf } from '../fix/fix-of-files.ts';
import { evidenceOfFolders } from '../rules/evidence.ts';

type Files = Readonly<Record<string, string>>;

const webhook = `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: images}
webhooks:
  - name: images.example.com
    rules: [{apiGroups: [''], apiVersions: [v1], operations: [CREATE], resources: [pods]}]
`;
const agent = `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent, namespace: agents}
spec:
  template:
    spec:
      containers: [{name: agent, image: "agent:1"}]
      volumes: [{name: root, hostPath: {path: /}}]
`;
const binding = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: admin}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
subjects: [{kind: User, name: root, apiGroup: rbac.authorization.k8s.io}]
`;
const note = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: note, namespace: agents}\ndata: {a: b}\n';
const part: Files = { 'x/webhook.yaml': webhook, 'x/agent.yaml': agent, 'x/rbac.yaml': binding, 'note.yaml': note };

/** The files of a part of the repository, in a folder. */
const below = (folder: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));

async function rulesOf(before: Files, after: Files): Promise<readonly string[]> {
  const { evidence } = await evidenceOfFolders(folderOf(before), folderOf(after));
  return findingsOf(evidence).map(({ rule }) => rule);
}

describe('a folder that is called otherwise', () => {
  test.each<[string, Files, Files]>([
    ['as it was', below('apps', part), below('applications', part)],
    [
      'next to another one',
      { ...below('apps', part), 'b/n.yaml': note },
      { ...below('programs', part), 'b/n.yaml': note },
    ],
    ['where an environment stays', below('apps/prod', part), below('applications/production', part)],
    [
      'where most is edited in its place',
      below('apps', { ...part, 'c.yaml': note }),
      below('programs', { ...part, 'c.yaml': `${note}# edited\n`, 'x/webhook.yaml': `# edited\n${webhook}` }),
    ],
  ])('%s', async (_, before, after) => {
    expect(await rulesOf(before, after)).toEqual([]);
  });

  test('patches, which lay over what they laid over', async () => {
    const deployment = agent.replace('DaemonSet', 'Deployment').replace(/ {6}volumes.*\n/, '');
    const patch = `apiVersion: apps/v1
kind: Deployment
metadata: {name: agent, namespace: agents}
spec: {template: {spec: {hostNetwork: true, containers: [{name: agent, image: "other.example.com/agent:1"}]}}}
`;
    const kustomization = 'resources: [../base/agent.yaml]\npatches: [{path: patch.yaml}]\n';
    const patched = { 'base/agent.yaml': deployment, 'o/patch.yaml': patch, 'o/kustomization.yaml': kustomization };
    expect(await rulesOf(below('apps', patched), below('applications', patched))).toEqual([]);
    const more = { ...patched, 'o/patch.yaml': patch.replace('hostNetwork', 'hostPID: true, hostNetwork') };
    expect(await rulesOf(below('apps', patched), below('applications', more))).toEqual(['pod-privileges-widened']);
  });

  const weaker = webhook.replace('[CREATE]', '[DELETE]');
  test.each<[string, Files, Files, readonly string[]]>([
    [
      'and weaker',
      below('apps', part),
      below('programs', { ...part, 'x/webhook.yaml': weaker }),
      ['admission-weakened'],
    ],
    [
      'without a part of it',
      below('apps', part),
      below('programs', { 'x/agent.yaml': agent, 'x/rbac.yaml': binding, 'note.yaml': note }),
      ['admission-weakened'],
    ],
  ])('%s', async (_, before, after, rules) => {
    expect(await rulesOf(before, after)).toEqual(rules);
  });
});

describe('what moves and is no folder that is called otherwise', () => {
  const lost = 'admission-weakened';
  const given = ['pod-privileges-widened', 'rbac-widened'];
  test.each<[string, Files, Files]>([
    ['to another environment', below('apps/prod', part), below('apps/staging', part)],
    ['to another cluster by its name', below('cluster-a', part), below('cluster-b', part)],
    ['out of drafts', below('drafts', part), below('team', part)],
    ['out of what is there to be read', below('old-docs', part), below('team', part)],
    ['to another number', below('apps/prod-1', part), below('apps/prod-2', part)],
    [
      'into a folder that was there',
      { ...below('apps', part), 'b/n.yaml': note },
      { ...below('b', part), 'b/n.yaml': note },
    ],
    [
      'out of a folder that stays',
      { ...below('apps', part), 'apps/n.yaml': note },
      { ...below('b', part), 'apps/n.yaml': note },
    ],
  ])('%s', async (_, before, after) => {
    expect((await rulesOf(before, after)).toSorted()).toEqual([lost, ...given].toSorted());
  });

  test('to where most is something else', async () => {
    const others = Object.fromEntries(
      ['a', 'b', 'c', 'd', 'e'].map((name) => [`n/${name}.yaml`, `${note}# ${name}\n`]),
    );
    expect(await rulesOf(below('apps', part), below('programs', { ...others, ...part }))).toContain(lost);
  });

  test('two folders as alike as each other', async () => {
    const both = { ...below('apps', part), ...below('tools', part) };
    expect(await rulesOf(both, below('programs', part))).toContain(lost);
  });

  test('says where it is now, and where it was', async () => {
    const there = { 'b/n.yaml': note };
    const { evidence } = await evidenceOfFolders(
      folderOf({ ...below('apps', part), ...there }),
      folderOf({ ...below('b', part), ...there }),
    );
    const details = observe(evidence, (_, line) => line).map(({ observation }) => observation.details?.at(-1));
    const now = 'The same file is b/x/webhook.yaml now, in another scope. ';
    const before = ['agent', 'rbac'].map((name) => `The same file was apps/x/${name}.yaml before, in another scope. `);
    const remedy = 'Where both are one cluster, an entry of clusters in the policy says so.';
    expect(details.toSorted()).toEqual([now, ...before].map((text) => `${text}${remedy}`));
  });
});

import { expect, test } from '@jest/globals';
import { findingsOf, folderOf } from '../fix/fix-of-files.ts';
import { evidenceOfFolders } from './evidence.ts';

async function rulesOf(before: string, after: string): Promise<readonly string[]> {
  const { evidence } = await evidenceOfFolders(folderOf({ 'a/x.yaml': before }), folderOf({ 'a/x.yaml': after }));
  return findingsOf(evidence).map(({ rule }) => rule);
}

const object = (group: string, kind: string, spec: string, namespace = 'n') =>
  `apiVersion: ${group}/v1\nkind: ${kind}\nmetadata: {name: a, namespace: ${namespace}}\nspec: ${spec}\n`;

test.each(
  ['constructor', '__proto__'].flatMap((word) => [
    ...['argoproj.io', 'sparkoperator.k8s.io', 'kubevirt.io', 'triggers.tekton.dev', 'apps'].map((group) => [
      group,
      word,
    ]),
    [word, 'Deployment'],
    [word, word],
  ]),
)('an object of %s may be called %s', async (group, kind) => {
  expect(await rulesOf(object(group, kind, '{a: 1}'), object(group, kind, '{a: 2}'))).toEqual([]);
});

test.each(['constructor', '__proto__'])('a namespace, an account and a registry may be called %s', async (word) => {
  const pods = (name: string, account: string) =>
    object(
      'apps',
      'Deployment',
      `{template: {spec: {serviceAccountName: ${account}, containers: [{name: a, image: "${name}/a:1"}]}}}`,
      name,
    );
  const of = (name: string) => rulesOf(pods(name, 'other'), pods(name, name));
  expect(await of(word)).toEqual(await of('ordinary'));
});

test.each(['constructor', 'toString', 'other'])('a constraint that does %s refuses nothing any more', async (word) => {
  const constraint = (action: string) => object('constraints.gatekeeper.sh', 'K8sX', `{enforcementAction: ${action}}`);
  expect(await rulesOf(constraint('deny'), constraint(word))).toEqual(['admission-weakened']);
});

import { expect, test } from '@jest/globals';
import { findingsOf, folderOf } from '../fix/fix-of-files.ts';
import { evidenceOfFolders } from './evidence.ts';

type Files = Readonly<Record<string, string>>;

const policy = (rules = 'policyTypes: [Ingress], ingress: [{from: [{podSelector: {matchLabels: {app: gateway}}}]}]') =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: web, namespace: shop}\nspec: {podSelector: {matchLabels: {app: web}}, ${rules}}\n`;

const pods = (label = 'web', name = 'web', namespace = ', namespace: shop') => `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}${namespace}}
spec: {selector: {matchLabels: {app: "${label}"}}, template: {metadata: {labels: {app: "${label}"}}, spec: {containers: [{name: a, image: a}]}}}
`;

/** Whether it is said that a policy of `common` is gone, where others arrive with what is there already. */
async function isMissed(there: Files, arrived: Files): Promise<boolean> {
  const { evidence } = await evidenceOfFolders(
    folderOf({ ...there, 'common/policy.yaml': policy() }),
    folderOf({ ...there, ...arrived }),
  );
  return findingsOf(evidence).some(({ rule, message }) => rule === 'network-widened' && /web/.test(message));
}

test.each<[string, Files, Files, boolean]>([
  ['the folder of its pods', { 'apps/a.yaml': pods() }, { 'apps/p.yaml': policy() }, false],
  [
    'one environment of two',
    { 'apps/dev/a.yaml': pods(), 'apps/prod/a.yaml': pods() },
    { 'apps/dev/p.yaml': policy() },
    true,
  ],
  ['the only environment with such pods', { 'apps/dev/a.yaml': pods() }, { 'apps/dev/p.yaml': policy() }, true],
  ['one folder of two', { 'east/a.yaml': pods(), 'west/a.yaml': pods() }, { 'east/p.yaml': policy() }, true],
  [
    'both folders',
    { 'east/a.yaml': pods(), 'west/a.yaml': pods() },
    { 'east/p.yaml': policy(), 'west/p.yaml': policy() },
    false,
  ],
  [
    'both folders, to one of them as another',
    { 'east/a.yaml': pods(), 'west/a.yaml': pods() },
    { 'east/p.yaml': policy(), 'west/p.yaml': policy('policyTypes: [Egress]') },
    true,
  ],
  [
    'one folder of two with other pods',
    { 'east/a.yaml': pods(), 'west/a.yaml': pods('db') },
    { 'east/p.yaml': policy() },
    false,
  ],
  [
    'the folder of pods, away from some whose label is filled in',
    { 'apps/a.yaml': pods(), 'common/a.yaml': pods(`\${APP}`) },
    { 'apps/p.yaml': policy() },
    true,
  ],
  [
    'the folder of pods, away from some whose namespace is filled in',
    { 'apps/a.yaml': pods(), 'common/a.yaml': pods('web', 'b', '') },
    { 'apps/p.yaml': policy() },
    true,
  ],
  [
    'the folder of pods, away from some whose labels are filled in',
    { 'apps/a.yaml': pods(), 'common/a.yaml': pods('web').replaceAll('{app: "web"}', `{"\${KEY}": web}`) },
    { 'apps/p.yaml': policy() },
    true,
  ],
  [
    'the folder of pods, with others elsewhere whose label is filled in',
    { 'apps/a.yaml': pods(), 'jobs/a.yaml': pods(`\${APP}`) },
    { 'apps/p.yaml': policy() },
    true,
  ],
  [
    'the folder of pods, away from others',
    { 'apps/a.yaml': pods(), 'common/a.yaml': pods('db', 'b', '') },
    { 'apps/p.yaml': policy() },
    false,
  ],
])('a NetworkPolicy that moves to %s', async (_, there, arrived, expected) => {
  expect(await isMissed(there, arrived)).toBe(expected);
});

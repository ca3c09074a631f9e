import { expect, test } from '@jest/globals';
import { loweringsOf } from '../../src/workload/namespaces/lowerings.ts';
import { podSecurityOf } from '../../src/workload/namespaces/pod-security-labels.ts';

type Labels = Readonly<Record<string, unknown>>;

function labels(stated: Labels) {
  return podSecurityOf(
    Object.fromEntries(Object.entries(stated).map(([key, value]) => [`pod-security.kubernetes.io/${key}`, value])),
  );
}

/** As in k8s.io/pod-security-admission, api/helpers_test.go: what cannot be is the highest to enforce, and nothing to warn of. */
test.each([
  [{}, 'privileged privileged privileged'],
  [{ enforce: 'baseline' }, 'baseline privileged baseline'],
  [{ enforce: 'baseline', warn: 'privileged' }, 'baseline privileged privileged'],
  [{ enforce: 'baseline', audit: 'restricted', warn: 'restricted' }, 'baseline restricted restricted'],
  [{ enforce: 'strict', audit: 'strict', warn: 'strict' }, 'restricted privileged privileged'],
  [{ enforce: '{{ .Values.level }}' }, 'privileged privileged privileged'],
] as const)('%j demands %s', (stated, levels) => {
  const { enforce, audit, warn } = labels(stated);
  expect([enforce, audit, warn].map(({ level }) => level).join(' ')).toBe(levels);
});

const restricted = (version: unknown) =>
  labels({ enforce: 'restricted', 'enforce-version': version, warn: 'privileged' });
const baseline = (version: unknown) => labels({ enforce: 'baseline', 'enforce-version': version, warn: 'privileged' });

test.each([
  ['a control that came with a version', baseline('latest'), baseline('v1.33'), [['hostProbesAndHostLifecycle']]],
  ['a control whose form became stricter', baseline('v1.19'), baseline('v1.18'), [['seccompProfile_baseline']]],
  [
    'a control that another one took the place of',
    restricted('v1.22'),
    restricted('v1.21'),
    [['capabilities_restricted']],
  ],
  ['one that baseline has in the same form', restricted('v1.35'), restricted('v1.34'), []],
  ['a version whose controls allow more', baseline('v1.29'), baseline('v1.32'), []],
  ['a version that only refuses more', baseline('v1.32'), baseline('v1.29'), []],
  ['no version counts as the newest', restricted(undefined), restricted('latest'), []],
  ['one that is no version as well', restricted('1.20'), restricted('v1.34'), []],
  [
    'a version that a variable decides',
    restricted('v1.30'),
    restricted('{{ .V }}'),
    [expect.arrayContaining(['runAsUser'])],
  ],
  ['a higher level keeps what baseline judges', baseline('v1.33'), restricted('v1.33'), []],
])('%s', (_, before, after, lost) => {
  expect(loweringsOf(before, after).map((lowering) => lowering.lost)).toEqual(lost);
});

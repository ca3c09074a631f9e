import { expect, test } from '@jest/globals';
import type { Position } from '../../src/kube/resource.ts';
import type { Pod } from '../../src/workload/model/pod.ts';
import { lostSandbox } from '../../src/workload/privileges/sandbox.ts';

const podOf = (runtimeClassName: unknown, file: string): Pod =>
  ({
    spec: { runtimeClassName },
    at: (path: readonly unknown[]): Position => ({ file, line: path.length + 1, column: 1 }),
  }) as unknown as Pod;
const lost = (before: unknown, after: unknown) => lostSandbox(podOf(before, 'before'), podOf(after, 'after'));

test.each<[unknown, unknown]>([
  ['gvisor', undefined],
  ['gvisor', 'runc'],
  ['gVisor', 'nvidia'],
  ['kata-qemu', 'no-sandbox'],
  ['kata2', undefined],
  ['kata-containers', 5],
  ['aws-firecracker', 'unsandboxed'],
  ['my-sandbox', '{{ .Values.sandbox }}'],
  ['runsc', `\${SANDBOX_GVISOR}`],
  ['microvm.v2', 'kataloga'],
  ['gvisor', 'gvisor-disabled'],
  ['gvisor-{{ .Values.e }}', undefined],
  ['{{ .Values.rc | default "gvisor" }}', undefined],
])('from %j to %j a pod loses its sandbox', (before, after) => {
  const position = { file: 'after', line: typeof after === 'string' ? 2 : 1, column: 1 };
  const removedAt = { file: 'before', line: 2, column: 1 };
  const now = typeof after === 'string' ? after : undefined;
  expect(lost(before, after)).toEqual({ former: before, now, position, removedAt });
});

test.each<[unknown, unknown]>([
  [undefined, undefined],
  [undefined, 'runc'],
  ['runc', undefined],
  ['nvidia', 'runc'],
  ['gvisor', 'gvisor'],
  ['gvisor', 'kata-fc'],
  ['no-gvisor', undefined],
  ['katalog', undefined],
  ['unsandboxed', undefined],
  ['{{ .Values.gvisor }}', undefined],
  [`\${GVISOR}`, 'runc'],
  [5, undefined],
])('from %j to %j it does not', (before, after) => expect(lost(before, after)).toBeUndefined());

import { expect, test } from '@jest/globals';
import { rootsDiff } from '../../src/report/terminal/rendered.ts';
import { gate } from '../end-to-end/program.ts';
import { TemporaryRepository } from '../git/temporary-repository.ts';

const flux = `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: x, namespace: flux-system}
spec: {path: ./apps, targetNamespace: ""}
`;

test('render lists roots, shows one without the values of its Secrets, and what a change makes of it', async () => {
  const repository = TemporaryRepository.create();
  repository.write('clusters/x.yaml', flux);
  repository.write(
    'apps/s.yaml',
    'apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {password: hunter2-hunter2}\n',
  );
  repository.commit('Begin');
  expect((await gate(repository.directory, 'render')).stdout).toBe(
    'rendered      Kustomization flux-system/x (clusters/x.yaml): 1 object\n',
  );
  const { stdout } = await gate(repository.directory, 'render', '--root', 'apps');
  expect(stdout).toContain('"password": "••••"');
  expect(stdout).not.toContain('hunter2');
  repository.git('checkout', '-q', '-b', 'change');
  repository.write(
    'apps/m.yaml',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m, namespace: web}\ndata: {a: b}\n',
  );
  repository.commit('Add');
  const diff = (await gate(repository.directory, 'render', '--diff', '--base', 'main')).stdout;
  expect(diff).toContain('ConfigMap web/m\n');
  expect(diff).toContain('+     "a": "b"\n');
  expect(diff).not.toContain('Secret');
  expect(await gate(repository.directory, 'render', '--root', 'app')).toMatchObject({ code: 2 });
});

test('a change that reaches no root says so', () => {
  expect(rootsDiff([])).toBe('no kustomization or chart that the change reaches\n');
});

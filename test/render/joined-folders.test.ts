import { expect, test } from '@jest/globals';
import { judgeChange } from './judge.ts';

const service =
  'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {selector: {app: web}, ports: [{port: 80}]}\n';
const ingress = (name: string) =>
  `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: ${name}}\nspec: {defaultBackend: {service: {name: web, port: {number: 80}}}}\n`;

test.each(['namePrefix', 'nameSuffix'])(
  'a %s of a folder’s own: its Services are not those of the next',
  async (field) => {
    const before = {
      'apps/kustomization.yaml': 'resources: [a, b]\n',
      'apps/a/kustomization.yaml': `resources: [s.yaml, i.yaml]\n${field}: a-\n`,
      'apps/a/s.yaml': service,
      'apps/a/i.yaml': ingress('a'),
      'apps/b/kustomization.yaml': `resources: [s.yaml]\n${field}: b-\n`,
      'apps/b/s.yaml': service,
    };
    const after = {
      'apps/b/kustomization.yaml': `resources: [s.yaml, i.yaml]\n${field}: b-\n`,
      'apps/b/i.yaml': ingress('b'),
    };
    const { lines, messages } = await judgeChange(before, after, { usesTools: false });
    expect(lines.filter((line) => line.includes('network-widened'))).toHaveLength(1);
    expect(messages.join()).toContain('Ingress b');
  },
);

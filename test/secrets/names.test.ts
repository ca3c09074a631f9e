import { expect, test } from '@jest/globals';
import { folder, reportOn, sinks } from './sinks.ts';

const value = '7X8s51fbLtByHwiUmrCaoND5bgfTFAbG';
const secret = (name: string, body: string): string =>
  `apiVersion: v1\nkind: Secret\nmetadata: {name: ${name}}\nstringData:\n${body}`;
const config = (name: string, body: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\ndata:\n${body}`;
const embedded = (list: string, naming: string): string =>
  `  y.yaml: |\n    ${list}:\n    - ${naming}: ${value}\n      password: Uhu98xQzz\n`;
const binding = `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: ${value}}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}\nsubjects: [{kind: User, apiGroup: rbac.authorization.k8s.io, name: ${value}}]\n`;

test.each<[string, string, string]>([
  ['the id of an item in a file of a Secret', secret('a', embedded('tokens', 'id')), 'password'],
  ['the name of an item in a file of a Secret', secret('a', embedded('apiKeys', 'name')), 'password'],
  ['the key of an item in a file of a ConfigMap', config('a', embedded('tokens', 'key')), 'password'],
  ['a key of a Secret', secret('a', `  ${value}: Uhu96xQzz\n`), 'stringData'],
  ['a key in a file of a Secret', secret('a', `  y.yaml: |\n    ${value}:\n      password: Uhu96xQzz\n`), 'password'],
  ['part of a key of a ConfigMap', config('a', `  ${value}_PASSWORD: Uhu96xQzz\n`), 'ConfigMap'],
  ['the name of an object', secret(value, '  password: Uhu96xQzz\n'), 'password'],
  ['names of RBAC, next to a Secret', `${secret('a', `  password: ${value}\n`)}---\n${binding}`, 'rbac-'],
])('what is secret is printed in no sink where it is %s', async (_, text, expected) => {
  const report = await reportOn(folder(new Map()), folder(new Map([['prod/s.yaml', Buffer.from(text)]])));
  const written = await sinks(report);
  expect(written[0]).toContain(expected);
  expect(written.filter((each) => each.includes(value))).toEqual([]);
});

test('a name that people gave is printed', async () => {
  const files = new Map([
    ['prod/a.yaml', Buffer.from(secret('web-acme-tls-7f9c2', '  SPRING_DATASOURCE_PASSWORD2: Uhu96xQzz\n'))],
  ]);
  const [json] = await sinks(await reportOn(folder(new Map()), folder(files)));
  expect(json).toContain('Secret web-acme-tls-7f9c2: stringData.SPRING_DATASOURCE_PASSWORD2 holds');
});

test('many secrets of a file are summed up with a name each', async () => {
  const tokens = ['a1', 'b2', 'c3', 'd4', 'e5', 'f6'].map(
    (mark) => `curl -H "X-Vault-Token: hvs.CAESI${mark}Zq7vR2mKx9TbW4nLp3HsYc8dUe5Ga1Jk" https://vault.example.org\n`,
  );
  const files = new Map([['prod/run.sh', Buffer.from(`#!/bin/sh\n${tokens.join('')}`)]]);
  const { findings } = (await reportOn(folder(new Map()), folder(files))).verdict;
  const message = findings.find(({ rule }) => rule === 'plaintext-secret')?.message ?? '';
  expect(message).toMatch(/^prod\/run\.sh holds 6 secrets in plain text: /);
  expect(message).not.toMatch(/: ,|, ,/);
});

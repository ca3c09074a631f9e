import { expect, test } from '@jest/globals';
import { putsSecretBack } from '../../src/fix/patch/former-secrets.ts';
import { evidenceOfFolders } from '../rules/evidence.ts';
import { folderOf } from './fix-of-files.ts';

const head = 'apiVersion: v1\nkind: Secret\nmetadata: {name: db}\n';

async function putsBack(fields: string, inserted: string): Promise<boolean> {
  const { evidence } = await evidenceOfFolders(folderOf({ 'a.yaml': head + fields }), folderOf({ 'a.yaml': 'a: 1\n' }));
  return putsSecretBack(
    evidence.change.touched.flatMap(({ before }) => before ?? []),
    inserted,
  );
}

test.each([
  ['plain', 'stringData:\n  p: Zq7vR2mKx9TbW4nL\n', '  p: Zq7vR2mKx9TbW4nL\n'],
  ['base64', 'data:\n  p: WnE3dlIybUt4OVRiVzRuTA==\n', '  p: WnE3dlIybUt4OVRiVzRuTA==\n'],
  ['what base64 holds', 'data:\n  p: WnE3dlIybUt4OVRiVzRuTA==\n', '  # it is Zq7vR2mKx9TbW4nL\n'],
  ['a literal block', 'stringData:\n  p: |\n    user=a\n    Zq7vR2mKx9TbW4nL\n', '    Zq7vR2mKx9TbW4nL\n'],
  ['a folded block', 'stringData:\n  p: >-\n    ruth\n    horses\n', '    horses\n'],
  ['a flow mapping', 'stringData: {p: Zq7vR2mKx9TbW4nL}\n', 'stringData: {p: Zq7vR2mKx9TbW4nL}\n'],
  ['escapes of JSON', 'stringData: {"p": "Zq7\\u0076R2mKx9TbW4nL"}\n', '"p": "Zq7\\u0076R2mKx9TbW4nL"\n'],
  ['escapes of bytes', 'stringData: {"p": "\\x5aq7vR2mKx9TbW4nL"}\n', '"p": "\\x5aq7vR2mKx9TbW4nL"\n'],
  ['escapes of eight digits', 'stringData: {"p": "\\U0000005aq7vR2mKx"}\n', '"p": "\\U0000005aq7vR2mKx"\n'],
  ['a line that goes on', 'stringData:\n  p: "Zq7vR2m\\\n    Kx9TbW4nL"\n', '  p: "Zq7vR2m\\\n    Kx9TbW4nL"\n'],
  ['single quotes', "stringData: {p: 'it''s-Zq7vR2mK'}\n", "p: 'it''s-Zq7vR2mK'\n"],
  ['a short one', 'stringData: {p: ab1}\n', '# ab1\n'],
  ['a number', 'stringData: {p: 0x1F2F3F}\n', 'p: 0x1F2F3F\n'],
  ['a list', 'stringData: {p: [Zq7vR2mKx9TbW4nL]}\n', 'p: [Zq7vR2mKx9TbW4nL]\n'],
  ['what only says that it is of SOPS', 'stringData: {p: Zq7vR2mKx9TbW4nL}\nsops: {}\n', 'p: Zq7vR2mKx9TbW4nL\n'],
  ['what cannot be read', 'stringData:\n  p: Zq7vR2mKx9TbW4nL\n p: [\n', '  p: x\n'],
])('a Secret of the base as %s is not put back', async (_, fields, inserted) => {
  expect(await putsBack(fields, inserted)).toBe(true);
});

test('other lines are put back', async () => {
  expect(await putsBack('stringData: {p: Zq7vR2mKx9TbW4nL}\n', 'spec: {podSelector: {}}\n')).toBe(false);
  expect(await putsBack('stringData: {}\n', 'spec: {podSelector: {}}\n')).toBe(false);
});

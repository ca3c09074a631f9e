import { describe, expect, test } from '@jest/globals';
import { evidenceOfFolders } from '../rules/evidence.ts';
import type { Folder } from '../rules/memory-repository.ts';

const empty: Folder = { tree: new Map(), contents: new Map() };

function folder(files: Readonly<Record<string, Buffer>>): Folder {
  const entries = Object.entries(files);
  return {
    tree: new Map(entries.map(([path], index) => [path, { mode: '100644', id: `id${index}` }])),
    contents: new Map(entries.map(([, bytes], index) => [`id${index}`, bytes])),
  };
}

describe('bounds on what one change may hold', () => {
  test('150,000 keys in one Secret are judged', async () => {
    const keys = Array.from({ length: 150_000 }, (_, index) => `  k${index}: v${index}-hunter\n`).join('');
    const secret = `apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData:\n${keys}`;
    const { evidence } = await evidenceOfFolders(empty, folder({ 'apps/s.yaml': Buffer.from(secret) }));
    expect(evidence.secrets.found.length).toBeGreaterThan(0);
  }, 120_000);

  test('manifests over the bound of a change are named, and the others are judged', async () => {
    const comment = Buffer.from(`# ${'x'.repeat(4_000_000)}\na: 1\n`);
    const files = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`apps/y${index}.yaml`, comment]));
    const { manifests } = await evidenceOfFolders(empty, folder(files));
    const unread = manifests.touched.filter(({ after }) => after?.structure === 'oversize');
    expect(unread.map(({ path }) => path)).toEqual(['apps/y8.yaml', 'apps/y9.yaml']);
    expect(unread[0]?.after?.unreadable[0]?.detail).toContain('more than 33554432 bytes together');
  }, 120_000);
});

import { createHash, verify } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { buildDemo } from '../../src/demo/demo.ts';
import { ObjectStore } from '../../src/demo/object-store.ts';
import { badChange, goodBase } from '../../src/demo/sample.ts';
import { SshSigner } from '../../src/demo/ssh-signer.ts';

/** A loose object of a repository: its type, and what it holds (gitformat-loose). */
function object(directory: string, id: string): { readonly type: string; readonly content: Buffer } {
  const raw = inflateSync(readFileSync(join(directory, 'objects', id.slice(0, 2), id.slice(2))));
  expect(createHash('sha1').update(raw).digest('hex')).toBe(id);
  const end = raw.indexOf(0);
  const [type = '', size] = raw.subarray(0, end).toString().split(' ');
  expect(Number(size)).toBe(raw.length - end - 1);
  return { type, content: raw.subarray(end + 1) };
}

/** The files below a tree, in its order. */
function filesOf(directory: string, tree: string, folder = ''): [string, string][] {
  const { type, content } = object(directory, tree);
  expect(type).toBe('tree');
  const found: [string, string][] = [];
  for (let at = 0; at < content.length; ) {
    const end = content.indexOf(0, at);
    const [mode = '', name = ''] = content.subarray(at, end).toString().split(' ');
    const id = content.subarray(end + 1, end + 21).toString('hex');
    if (mode === '40000') found.push(...filesOf(directory, id, `${folder}${name}/`));
    else found.push([`${mode} ${folder}${name}`, object(directory, id).content.toString()]);
    at = end + 21;
  }
  return found;
}

describe('a repository that is written without git', () => {
  /** Uses a repository in a fresh folder. */
  function within(use: (store: ObjectStore, directory: string) => void): void {
    const directory = mkdtempSync(join(tmpdir(), 'gitops-gate-store-'));
    try {
      use(new ObjectStore(directory), directory);
    } finally {
      rmSync(directory, { recursive: true });
    }
  }

  test('has objects by the ids that git gives them, and the order of git', () =>
    within((store, directory) => {
      expect(store.write('blob', Buffer.from(''))).toBe('e69de29bb2d1d6434b8b29ae775ad8c2e48c5391');
      expect(store.writeTree(new Map())).toBe('4b825dc642cb6eb9a060e54bf8d69288fbee4904');
      const files = ['a.b', 'a/x', 'a/y/z', 'a0', 'b'].map((path): [string, string] => [path, `text of ${path}`]);
      const tree = store.writeTree(new Map(files.toReversed()));
      expect(filesOf(directory, tree)).toEqual(files.map(([path, text]) => [`100644 ${path}`, text]));
    }));

  test('is bare, with a branch for main', () =>
    within((store, directory) => {
      expect(readdirSync(directory).sort()).toEqual(['HEAD', 'config', 'objects', 'refs']);
      store.setBranch('main', '1'.repeat(40));
      expect(readFileSync(join(directory, 'HEAD'), 'utf8')).toBe('ref: refs/heads/main\n');
      expect(readFileSync(join(directory, 'refs/heads/main'), 'utf8')).toBe(`${'1'.repeat(40)}\n`);
      expect(readFileSync(join(directory, 'config'), 'utf8')).toBe(
        '[core]\n\trepositoryformatversion = 0\n\tbare = true\n',
      );
    }));
});

test('a key signs as OpenSSH does', () => {
  const signer = new SshSigner('Maya', 'maya@shop.example');
  expect(new SshSigner('Another', 'maya@shop.example').allowedSigner).toBe(signer.allowedSigner);
  expect(new SshSigner('Maya', 'sam@shop.example').allowedSigner).not.toBe(signer.allowedSigner);
  const [, key = ''] = /^maya@shop\.example namespaces="git" ssh-ed25519 (\S+)$/.exec(signer.allowedSigner) ?? [];
  const lines = signer.sign(Buffer.from('payload')).split('\n');
  expect([lines[0], lines.at(-1)]).toEqual(['-----BEGIN SSH SIGNATURE-----', '-----END SSH SIGNATURE-----']);
  const armor = lines.slice(1, -1);
  expect(armor.slice(0, -1).every((line) => line.length === 70)).toBe(true);
  const blob = Buffer.from(armor.join(''), 'base64');
  expect(blob.subarray(0, 10).toString('latin1')).toBe('SSHSIG\0\0\0\x01');
  const fields: Buffer[] = [];
  for (let at = 10; at < blob.length; at += 4 + blob.readUInt32BE(at))
    fields.push(blob.subarray(at + 4, at + 4 + blob.readUInt32BE(at)));
  const [publicKey = Buffer.alloc(0), namespace, reserved, hash, signature = Buffer.alloc(0)] = fields;
  expect(publicKey.toString('base64')).toBe(key);
  expect([namespace, reserved, hash].map(String)).toEqual(['git', '', 'sha512']);
  expect(fields).toHaveLength(5);
  const string = (value: string | Buffer) => {
    const bytes = Buffer.from(value);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, bytes]);
  };
  const digest = createHash('sha512').update('payload').digest();
  const signed = Buffer.concat([Buffer.from('SSHSIG'), ...['git', '', 'sha512', digest].map(string)]);
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), publicKey.subarray(-32)]);
  expect(signature.subarray(4, 15).toString()).toBe('ssh-ed25519');
  expect(verify(null, signed, { key: spki, format: 'der', type: 'spki' }, signature.subarray(-64))).toBe(true);
});

/** What the demo's repository holds: its commits, the oldest first, with the files of each. */
function built() {
  const { directory, remove } = buildDemo();
  try {
    const branch = (name: string) => readFileSync(join(directory, 'refs/heads', name), 'utf8').trim();
    const commit = (id: string) => {
      const { type, content } = object(directory, id);
      expect(type).toBe('commit');
      const text = content.toString();
      const header = (name: string) => new RegExp(`^${name} (.*)$`, 'm').exec(text)?.[1];
      return {
        id,
        text,
        parent: header('parent'),
        by: header('committer'),
        author: header('author'),
        files: Object.fromEntries(filesOf(directory, header('tree') ?? '')),
      };
    };
    const commits = [commit(branch('change'))];
    for (let at = commits[0]?.parent; at !== undefined; at = commits[0]?.parent) commits.unshift(commit(at));
    return { commits, main: branch('main'), branches: readdirSync(join(directory, 'refs/heads')).sort() };
  } finally {
    remove();
    expect(existsSync(directory)).toBe(false);
  }
}

describe('the demo', () => {
  test('has a good main and three commits on it, an hour apart, of which one is a stranger’s and the last not signed', () => {
    const { commits, main, branches } = built();
    expect([commits.length, commits[0]?.id, branches]).toEqual([4, main, ['change', 'main']]);
    expect(commits.map(({ by }) => by)).toEqual([
      'Maya Maintainer <maya@shop.example> 1767603600 +0000',
      'Maya Maintainer <maya@shop.example> 1767607200 +0000',
      'Sam Stranger <sam@elsewhere.example> 1767610800 +0000',
      'Maya Maintainer <maya@shop.example> 1767614400 +0000',
    ]);
    expect(commits.map(({ author }) => author)).toEqual(commits.map(({ by }) => by));
    expect(commits.map(({ text }) => text.slice(text.indexOf('\n\n')))).toEqual([
      '\n\nRun the shop in production\n',
      '\n\nshop 2.4.1\n',
      '\n\nLet the deployer roll out certificates\n',
      '\n\nFix the database login\n',
    ]);
    const isSigned = commits.map(({ text }) => text.includes('\ngpgsig -----BEGIN SSH SIGNATURE-----\n '));
    expect(isSigned).toEqual([true, true, true, false]);
  });

  test('signs each commit without its signature', () => {
    const { text = '' } = built().commits[0] ?? {};
    const signature = /\ngpgsig ([\s\S]*?-----END SSH SIGNATURE-----)/.exec(text);
    const payload = Buffer.from(text.replace(signature?.[0] ?? '', ''));
    const signer = new SshSigner('Maya Maintainer', 'maya@shop.example');
    expect(signature?.[1]?.replaceAll('\n ', '\n')).toBe(signer.sign(payload));
  });

  test('changes one file in each commit', () => {
    const [good, ...states] = built().commits.map(({ files }) => files);
    const asFiles = (files: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(files).map(([path, text]) => [`100644 ${path}`, text]));
    const { '100644 .gitops-gate/allowed_signers': trusted, ...rest } = good ?? {};
    expect(rest).toEqual(asFiles(goodBase));
    expect(trusted).toBe(`${new SshSigner('Maya Maintainer', 'maya@shop.example').allowedSigner}\n`);
    let expected: Record<string, string> = { ...good };
    for (const [index, part] of [badChange.harmless, badChange.widening, badChange.secret].entries()) {
      expected = { ...expected, ...asFiles(part) };
      expect(states[index]).toEqual(expected);
    }
  });
});

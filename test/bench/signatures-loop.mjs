// A helper of signatures.mjs: prints the milliseconds that verifying takes in a fresh process, the commits read before.
// `ours` is verifyCommits; `bare` is node:crypto over messages and values that were taken apart before, as little as there can be.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, hash, verify } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [build, directory, range, trusted, mode] = process.argv.slice(2);
const load = (path) => import(join(build, path));
const { verifyCommits } = await load('signature/judge/verify.js');
const { loadTrust } = await load('signature/trust/load-trust.js');
const { defaultPolicy } = await load('policy/defaults.js');

const git = ['-C', directory];
const ids = execFileSync('git', [...git, 'rev-list', range], { encoding: 'utf8' });
const { stdout } = spawnSync('git', [...git, 'cat-file', '--batch', '--buffer'], { input: ids, maxBuffer: 1 << 30 });
const alice = { name: 'Alice Example', email: 'alice@example.com', time: 1767225600 };
const commits = [];
for (let at = 0; at < stdout.length; ) {
  const newline = stdout.indexOf(10, at);
  const [id, , size] = stdout.toString('latin1', at, newline).split(' ');
  const bytes = Buffer.from(stdout.subarray(newline + 1, newline + 1 + Number(size)));
  commits.push({ id, bytes, tree: '', parents: [], author: alice, committer: alice, subject: '' });
  at = newline + 2 + Number(size);
}

const file = (path) =>
  existsSync(join(trusted, path)) ? { path, bytes: readFileSync(join(trusted, path)) } : undefined;
const openpgp = [file('keys/alice.asc')].filter((each) => each !== undefined);
const files = { allowedSigners: file('allowed_signers'), openpgp, x509: [], revoked: undefined };
const trust = loadTrust(files, defaultPolicy.signatures);

if (mode === 'ours') {
  const context = {
    now: Date.now(),
    merges: new Map(),
    unreproducedMerges: new Map(),
    objectFormat: 'sha1',
    isPush: false,
  };
  const start = performance.now();
  const verified = await verifyCommits(commits, trust, context);
  const took = performance.now() - start;
  const other = verified.find(({ signature }) => signature.state !== 'good');
  if (other !== undefined) throw new Error(`${other.signature.state}: ${other.signature.reason}`);
  console.log(took);
} else {
  const { key, work } = await takenApart();
  const start = performance.now();
  const good = work.filter(({ digest, message, algorithm, value }) => {
    return verify(algorithm, digest === undefined ? message : hash(digest, message, 'buffer'), key, value);
  });
  const took = performance.now() - start;
  if (good.length !== commits.length) throw new Error('node:crypto does not verify them all');
  console.log(took);
}

/** For each commit the message and value as node:crypto takes them; a digest that must be made belongs to the work. */
async function takenApart() {
  const { signedCommit } = await load('signature/model/signed-object.js');
  const objects = commits.map(({ bytes }) => signedCommit(bytes, 'sha1'));
  if (files.allowedSigners !== undefined) {
    const { readSshSignature } = await load('signature/ssh/ssh-signature.js');
    const cache = new Map();
    const work = objects.map(({ armor, payload }) => {
      const digest = createHash('sha512').update(payload).digest();
      const message = Buffer.concat([
        Buffer.from('SSHSIG\0\0\0\x03git\0\0\0\0\0\0\0\x06sha512\0\0\0\x40', 'latin1'),
        digest,
      ]);
      return { message, algorithm: null, value: readSshSignature(armor, cache).blob.value };
    });
    return { key: [...cache.values()][0].key.key, work };
  }
  const { issuerNames, readOpenpgpSignature } = await load('signature/openpgp/openpgp-signature.js');
  const [name] = issuerNames(readOpenpgpSignature(objects[0].armor));
  const { material } = trust.keyring.get(name)[0].component.key;
  const size = material.kind === 'rsa' ? material.bits / 8 : 32;
  const work = objects.map(({ armor, payload }) => {
    const { packet } = readOpenpgpSignature(armor);
    const message = Buffer.concat([payload, packet.trailer]);
    const value = Buffer.concat(
      integers(packet.value).map((each) => Buffer.concat([Buffer.alloc(size - each.length), each])),
    );
    return material.kind === 'rsa'
      ? { message, algorithm: 'sha256', value }
      : { message, digest: 'sha256', algorithm: null, value };
  });
  return { key: material.key, work };
}

function integers(bytes) {
  const found = [];
  for (let at = 0; at < bytes.length; ) {
    const length = (bytes.readUInt16BE(at) + 7) >> 3;
    found.push(bytes.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return found;
}

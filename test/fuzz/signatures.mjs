// Fuzzes every parser of src/signature: node test/fuzz/signatures.mjs [SECONDS] [SEED]   (after npx tsc, which fills build/)
//
// 1. Mutants of every frozen commit and tag that is good. None may throw or take over a second, and one that is still
//    accepted must be the same payload, byte for byte.
// 2. Mutants of allowed_signers, revoked and certificates (their armor, and the packets in it): nothing may throw or take over a second.
// 3. Arbitrary bytes, by fast-check, for each reader: nothing but Malformed and Unsupported may be thrown.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

const built = (path) => import(join(import.meta.dirname, '../../build', path));
const { verifyCommits, verifyTag } = await built('signature/judge/verify.js');
const { openpgpBytes, sshSignatureBytes } = await built('signature/model/armor.js');
const { loadTrust } = await built('signature/trust/load-trust.js');
const { signedCommit, signedTag } = await built('signature/model/signed-object.js');
const { Malformed, Unsupported } = await built('signature/model/malformed.js');
const { defaultPolicy } = await built('policy/defaults.js');

const [budget = '60', seedText = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
const seed = Number(seedText);
const fixtures = JSON.parse(readFileSync(join(import.meta.dirname, '../signature/fixtures/cases.json'), 'utf8'));
const count = { objects: 0, accepted: 0, keys: 0, readers: 0 };
const slow = 1000;
let slowest = 0;

/** Mulberry32: small, seeded, good enough to choose mutations. */
let state = seed;
function random(below) {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) % below;
}

function fail(what, detail) {
  console.error(`FAILED (seed ${seed}): ${what}\n`, detail);
  process.exit(1);
}

function timed(what, work) {
  const start = performance.now();
  work();
  ended(what, start);
}

function ended(what, start) {
  const took = performance.now() - start;
  slowest = Math.max(slowest, took);
  if (took > slow) fail(`${what} took ${took.toFixed(0)} ms`, '');
}

const interesting = [
  '\n',
  ' ',
  '\n ',
  '\0',
  '=',
  '-----BEGIN PGP SIGNATURE-----\n\n',
  '-----END PGP SIGNATURE-----\n',
  'gpgsig ',
  '\xff\xff\xff\xff',
  '\x7f',
  ',',
];

/** One to four changes: a bit, a byte, a slice cut, doubled, moved or taken from another text, a telling piece put in. */
function mutate(text, others) {
  let mutant = text;
  for (let changes = 1 + random(4); changes > 0; changes--) {
    const at = random(mutant.length + 1);
    const to = Math.min(mutant.length, at + 1 + random(random(4) === 0 ? 400 : 8));
    const slice = mutant.slice(at, to);
    const flipped = String.fromCharCode((mutant.charCodeAt(at) || 0) ^ (1 << random(8)));
    const other = others[random(others.length)];
    const from = random(other.length);
    mutant =
      mutant.slice(0, at) +
      [
        () => flipped + mutant.slice(at + 1),
        () => String.fromCharCode(random(256)) + mutant.slice(at + 1),
        () => mutant.slice(to),
        () => slice + slice + mutant.slice(to),
        () => interesting[random(interesting.length)] + mutant.slice(at),
        () => other.slice(from, from + random(200)) + mutant.slice(to),
        () => [...slice].reverse().join('') + mutant.slice(to),
      ][random(7)]();
  }
  return mutant;
}

/** A change inside the base64 of the signature that keeps the armor well formed: it reaches the packets. */
function mutateInside(text) {
  const start = text.search(/(?<=-----BEGIN [A-Z ]+-----\n)/);
  const end = text.indexOf('-----END');
  if (start < 0 || end < 0) return text;
  const lines = text.slice(start, end).split('\n');
  const isData = (line) => /^ ?[A-Za-z0-9+/]{8,}={0,2}$/.test(line);
  const indent = lines.find(isData)?.startsWith(' ') ? ' ' : '';
  const bytes = Buffer.from(lines.filter(isData).join(''), 'base64');
  const mutant = Buffer.from(mutate(bytes.toString('latin1'), ['\x00\xff']), 'latin1');
  const body = mutant.toString('base64').replace(/.{1,64}/g, `${indent}$&\n`);
  return `${text.slice(0, start)}${text.includes('SSH SIGNATURE') ? '' : `${indent}\n`}${body}${indent}${text.slice(end)}`;
}

function trustedFiles({ allowedSigners, openpgp = [], openpgpText = [], revoked }) {
  const file = (path, text) => (text === undefined ? undefined : { path, bytes: Buffer.from(text, 'latin1') });
  const certificates = [...openpgp.map((name) => fixtures.certificates[name]), ...openpgpText];
  return {
    allowedSigners: file('allowed_signers', allowedSigners),
    openpgp: certificates.map((text, index) => file(`keys/${index}.asc`, text)),
    x509: [],
    revoked: file('revoked', revoked),
  };
}

const alice = { name: 'Alice Example', email: 'alice@example.com', time: 1767225600 };
const context = (objectFormat) => ({
  now: fixtures.now * 1000,
  merges: new Map(),
  unreproducedMerges: new Map(),
  objectFormat,
  isPush: false,
});

async function accepted({ kind, objectFormat }, trust, bytes) {
  if (kind === 'tag') {
    const tag = { id: '', bytes, object: '', type: 'commit', name: '', tagger: alice, subject: '' };
    return (await verifyTag(tag, trust, context(objectFormat))).signature.accepted;
  }
  const commit = { id: '', bytes, tree: '', parents: [], author: alice, committer: alice, subject: '' };
  return (await verifyCommits([commit], trust, context(objectFormat)))[0].signature.accepted;
}

const payloadOf = ({ kind, objectFormat }, bytes) =>
  (kind === 'tag' ? signedTag(bytes) : signedCommit(bytes, objectFormat)).payload;

const good = [];
for (const each of fixtures.cases.filter(({ expected }) => expected === 'good')) {
  const policy = { ...defaultPolicy.signatures, identity: 'none' };
  const given = { ...each, objectFormat: each.objectFormat ?? 'sha1', bytes: Buffer.from(each.object, 'latin1') };
  const trust = loadTrust(trustedFiles(each.trust), policy);
  if (!(await accepted(given, trust, given.bytes))) fail('a good case is not accepted', each.name);
  good.push({ ...given, trust, payload: payloadOf(given, given.bytes) });
}
const texts = good.map(({ object }) => object);

async function fuzzObject() {
  const each = good[random(good.length)];
  const mutant = random(2) === 0 ? mutateInside(each.object) : mutate(each.object, texts);
  const bytes = Buffer.from(mutant, 'latin1');
  count.objects++;
  const start = performance.now();
  try {
    if (!(await accepted(each, each.trust, bytes))) return;
  } catch (error) {
    fail(`a mutant of "${each.name}" threw`, [error, mutant]);
  } finally {
    ended('a mutant', start);
  }
  count.accepted++;
  if (
    !payloadOf(each, bytes).equals(each.payload) &&
    !good.some((other) => payloadOf(each, bytes).equals(other.payload))
  ) {
    fail(`a mutant of "${each.name}" is accepted with another payload`, mutant);
  }
}

const keyTexts = [
  ...Object.values(fixtures.certificates),
  ...fixtures.cases.flatMap(({ trust }) => [trust.allowedSigners, trust.revoked].filter((text) => text !== undefined)),
];

const binary = (armor) => openpgpBytes(armor.trimStart(), 'PGP PUBLIC KEY BLOCK').toString('latin1');
const keyBinaries = Object.values(fixtures.certificates).flatMap((text) => {
  try {
    return [binary(text)];
  } catch {
    return [];
  }
});

async function fuzzKeys() {
  const each = good[random(good.length)];
  const kinds = Object.keys(each.trust.openpgp ? each.trust.openpgp : {});
  const certificates = (each.openpgp ?? fixtures.cases.find(({ name }) => name === each.name).trust.openpgp ?? []).map(
    (name) => fixtures.certificates[name],
  );
  const twist = (text) => (random(2) === 0 ? mutateInside(text) : mutate(text, keyTexts));
  const source = fixtures.cases.find(({ name }) => name === each.name).trust;
  const files = trustedFiles({
    allowedSigners: twist(source.allowedSigners ?? keyTexts[random(keyTexts.length)]),
    openpgpText: certificates.map((text) => (random(2) === 0 ? twist(text) : mutate(binary(text), keyBinaries))),
    revoked: twist(source.revoked ?? keyTexts[random(keyTexts.length)]),
  });
  count.keys++;
  const start = performance.now();
  try {
    const trust = loadTrust(files, defaultPolicy.signatures);
    await accepted(each, trust, each.bytes);
  } catch (error) {
    fail('mutated keys threw', [error, files.openpgp.map(({ bytes }) => bytes.toString('latin1')), kinds]);
  }
  ended('mutated keys', start);
}

const { openpgpPackets } = await built('signature/openpgp/openpgp-packet.js');
const { readOpenpgpPublicKey } = await built('signature/openpgp/openpgp-public-key.js');
const { readSignaturePacket } = await built('signature/openpgp/openpgp-signature-packet.js');
const { readSshPublicKey } = await built('signature/ssh/ssh-public-key.js');
const { readSshBlobSignature } = await built('signature/ssh/ssh-blob-signature.js');
const { readAllowedSigners } = await built('signature/trust/allowed-signers.js');
const { readRevokedKeys } = await built('signature/trust/revoked-keys.js');
const { matchesPatternList } = await built('signature/ssh/ssh-pattern.js');
const { readCertificateBlocks } = await built('signature/openpgp/openpgp-keyring.js');
const { userEmail, userName } = await built('signature/judge/openpgp-validity.js');
const { isEmail, normalEmail } = await built('signature/trust/claim.js');
const { sshTime } = await built('signature/ssh/ssh-time.js');

const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));
const texty = fc
  .array(
    fc.oneof(
      fc.constantFrom(...interesting, 'ssh-ed25519 ', 'namespaces="', '"', '\\', 'valid-after="2026', 'AAAA', '*', '!'),
      fc.string({ maxLength: 5 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));
const ssh = bytes.map((content) => {
  const type = Buffer.from('ssh-ed25519');
  return Buffer.concat([Buffer.of(0, 0, 0, type.length), type, content]);
});
const readers = [
  [
    texty,
    (text) => openpgpBytes(`-----BEGIN PGP SIGNATURE-----\n${text}\n-----END PGP SIGNATURE-----`, 'PGP SIGNATURE'),
  ],
  [texty, (text) => sshSignatureBytes(`-----BEGIN SSH SIGNATURE-----\n${text}\n-----END SSH SIGNATURE-----`)],
  [bytes, openpgpPackets],
  [bytes.map((content) => Buffer.concat([Buffer.of(4, 0, 0, 0, 1, 1), content])), readOpenpgpPublicKey],
  [bytes.map((content) => Buffer.concat([Buffer.of(4, 0, 22, 8, 0), content])), readSignaturePacket],
  [bytes.map((content) => Buffer.concat([Buffer.of(6, 0, 27, 8, 0, 0, 0), content])), readSignaturePacket],
  [ssh, readSshPublicKey],
  [ssh, readSshBlobSignature],
  [texty, (text) => readAllowedSigners({ path: '', bytes: Buffer.from(text) })],
  [texty, (text) => readRevokedKeys({ path: '', bytes: Buffer.from(text) })],
  [texty, (text) => matchesPatternList(text, text)],
  [texty, sshTime],
  [texty, (text) => signedCommit(Buffer.from(text), 'sha1')],
  [texty, (text) => signedTag(Buffer.from(text))],
];

function fuzzReaders(numRuns) {
  for (const [arbitrary, read] of readers) {
    const property = fc.property(arbitrary, (input) => {
      count.readers++;
      timed('a reader', () => {
        try {
          read(input);
        } catch (error) {
          if (!(error instanceof Malformed || error instanceof Unsupported)) throw error;
        }
      });
    });
    fc.assert(property, { seed: random(2 ** 31), numRuns });
  }
}

/** Long runs of one thing: what is quadratic shows here. */
function fuzzLong() {
  for (const piece of [
    'a',
    ' ',
    '\n',
    ' \n',
    '"',
    '\\"',
    ',',
    '=',
    '-----BEGIN PGP SIGNATURE-----\n',
    'gpgsig x\n',
    '*',
    '\t\n',
  ]) {
    const text = piece.repeat(Math.floor(1_000_000 / piece.length));
    for (const [what, read] of [
      ['commit', () => signedCommit(Buffer.from(`tree x\nauthor x\ncommitter x\n${text}`), 'sha1')],
      ['tag', () => signedTag(Buffer.from(`object x\n\n${text}`))],
      ['openpgp', () => openpgpBytes(`-----BEGIN PGP SIGNATURE-----\n${text}`, 'PGP SIGNATURE')],
      [
        'openpgp headers',
        () => openpgpBytes(`-----BEGIN PGP SIGNATURE-----\nA: ${text}\n\n-----END PGP SIGNATURE-----`, 'PGP SIGNATURE'),
      ],
      ['ssh', () => sshSignatureBytes(`-----BEGIN SSH SIGNATURE-----\n${text}\n-----END SSH SIGNATURE-----`)],
      ['allowed_signers', () => readAllowedSigners({ path: '', bytes: Buffer.from(`a ${text}`) })],
      ['principals', () => readAllowedSigners({ path: '', bytes: Buffer.from(text) })],
      ['revoked', () => readRevokedKeys({ path: '', bytes: Buffer.from(`a ${text}`) })],
      ['packets', () => openpgpPackets(Buffer.from(text))],
      ['a line', () => readAllowedSigners({ path: '', bytes: Buffer.from(`a b${text}b`) })],
      ['a revoked line', () => readRevokedKeys({ path: '', bytes: Buffer.from(`a${text}b`) })],
      [
        'armored lines',
        () => sshSignatureBytes(`-----BEGIN SSH SIGNATURE-----\na${text}b\n-----END SSH SIGNATURE-----`),
      ],
      [
        'a key file',
        () =>
          readCertificateBlocks([{ path: '', bytes: Buffer.from(text.replaceAll('SIGNATURE', 'PUBLIC KEY BLOCK')) }]),
      ],
      ['a user id', () => userName(text) + userEmail(`a${text}b`)],
      ['an email', () => [isEmail(text), isEmail(`a@${text}`), normalEmail(`a@${text}`)]],
    ]) {
      count.readers++;
      timed(`${what} of ${JSON.stringify(piece)}`, () => {
        try {
          read();
        } catch (error) {
          if (!(error instanceof Malformed || error instanceof Unsupported)) throw error;
        }
      });
    }
  }
}

const end = performance.now() + Number(budget) * 1000;
fuzzLong();
while (performance.now() < end) {
  for (let turn = 0; turn < 500; turn++) await fuzzObject();
  for (let turn = 0; turn < 20; turn++) await fuzzKeys();
  fuzzReaders(50);
}
console.log(
  `seed ${seed}: ${count.objects} mutated commits and tags (${count.accepted} still accepted, each with its own payload), ` +
    `${count.keys} mutated key files, ${count.readers} inputs to single readers; slowest ${slowest.toFixed(0)} ms`,
);

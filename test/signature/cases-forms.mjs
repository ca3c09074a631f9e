// Forms that genuine signatures have in public histories, and forgeries that lean on them.
import { constants, createHash, privateEncrypt } from 'node:crypto';
import {
  commit,
  mpi,
  packet,
  pgpArmor,
  pgpCertificate,
  pgpKey,
  pgpSign,
  pgpSignatureBody,
  signatureHeader,
  sshBlobSignature,
  sshCertificate,
  sshInteger,
  sshKey,
  sshSign,
  sshString,
  tag,
  u8,
  u16,
  u32,
  withHeader,
} from './craft.mjs';

const payload = commit();
const attach = (armor, bytes = payload) => withHeader(bytes, signatureHeader(armor));
const users = [{ id: 'Alice Example <alice@example.com>' }];

export function formCases(tools, { add, certificate }) {
  const key = pgpKey();
  const trust = { openpgp: [certificate('forms', pgpCertificate(key, { users }))] };
  textDocuments(tools, { add, certificate }, key, trust);
  timestamps(add, key, trust);
  cms(tools, add);
  obsolete(add, key, trust);
  headers(add, key, trust);
  identities(add, key, trust);
  forgeableKeys(add);
  numbers(add, certificate);
  sshForms(add);
}

/** Text signatures (type 0x01), as OpenPGP.js makes them for bots, and gpg with `textmode`. */
function textDocuments(tools, { add, certificate }, key, trust) {
  const fingerprint = tools.key('Alice Example (text) <alice@example.com>', 'ed25519');
  const byGpg = { openpgp: [certificate('text by gpg', tools.certificate(fingerprint))] };
  const text = (bytes) => tools.sign(fingerprint, bytes, { args: ['--textmode'] });
  add('a text signature by gpg is good', 'good', attach(text(payload)), byGpg);
  add('a text signature over another message is bad', 'bad', attach(text(payload), commit({ message: 'x\n' })), byGpg);
  const endless = commit({ message: 'no newline' });
  add('a text signature over a last line without end is good', 'good', attach(text(endless), endless), byGpg);
  const blanks = commit({ message: 'a  \n\tb\t\n\n\n' });
  add('a text signature over white space at the ends of lines is good', 'good', attach(text(blanks), blanks), byGpg);
  const stripped = commit({ message: 'a\n\tb\n\n\n' });
  add('a text signature whose white space was taken away is bad', 'bad', attach(text(blanks), stripped), byGpg);
  const returns = commit({ message: 'a\r\nb\r\n' });
  add('a text signature over CR LF is malformed', 'malformed', attach(text(returns), returns), byGpg);
  const lines = commit({ message: 'a\nb\n' });
  add('a text signature whose line ends were changed is malformed', 'malformed', attach(text(lines), returns), byGpg);
  add(
    'a text signature over a CR that was taken away is bad',
    'bad',
    attach(text(commit({ message: 'a\rb\n' })), lines),
    byGpg,
  );
  const canonical = Buffer.from(payload.toString().replaceAll('\n', '\r\n'));
  add('a crafted text signature is good', 'good', attach(pgpSign(key, canonical, { type: 1 })), trust);
  add('a text signature over the bytes as they stand is bad', 'bad', attach(pgpSign(key, payload, { type: 1 })), trust);
  add('a binary signature over canonical text is bad', 'bad', attach(pgpSign(key, canonical)), trust);
  const release = tag();
  add('a tag signed as text is good', 'good', Buffer.concat([release, Buffer.from(text(release))]), byGpg, {
    kind: 'tag',
  });
}

/** OpenTimestamps puts its proof behind the armor. */
function timestamps(add, key, trust) {
  const label = 'OPENTIMESTAMPS GIT TIMESTAMP';
  const proof = `-----BEGIN ${label}-----\n\n${`${'A'.repeat(64)}\n`.repeat(3)}AQHw\n-----END ${label}-----\n`;
  const armor = pgpSign(key, payload);
  const release = tag();
  const tagged = (text) => Buffer.concat([release, Buffer.from(`${pgpSign(key, release)}${text}`)]);
  add('a signature with a timestamp behind it is good', 'good', attach(armor + proof), trust);
  add('a tag with a timestamp behind its signature is good', 'good', tagged(proof), trust, { kind: 'tag' });
  const ssh = sshKey();
  const sshTrust = { allowedSigners: `alice@example.com ${ssh.line}\n` };
  add('an ssh signature with a timestamp behind it is good', 'good', attach(sshSign(ssh, payload) + proof), sshTrust);
  const shapes = {
    'two timestamps': armor + proof + proof,
    'a second armor behind the timestamp': armor + proof + armor,
    'a second armor inside the timestamp': armor + proof.replace('AQHw\n', armor),
    'text behind the timestamp': `${armor}${proof}x\n`,
    'a timestamp without end': armor + proof.slice(0, -20),
    'a timestamp before it': proof + armor,
    'only a timestamp': proof,
    'another thing behind it': armor + proof.replaceAll(label, 'PGP MESSAGE'),
  };
  for (const [name, text] of Object.entries(shapes))
    add(`an armor with ${name} is malformed`, 'malformed', attach(text), trust);
}

/** CMS is in PEM, without armor headers and their empty line (gpgsm, smimesign, gitsign). */
function cms(tools, add) {
  const made = (subject) => {
    const [keyFile, file] = [`${tools.home}/cms.key`, `${tools.home}/cms.pem`];
    tools.openssl(['req', '-x509', '-newkey', 'ed25519', '-nodes', '-subj', subject, '-keyout', keyFile, '-out', file]);
    const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj', subject];
    tools.openssl(['req', '-x509', ...ec, '-keyout', keyFile, '-out', file]);
    return tools
      .openssl(['cms', '-sign', '-binary', '-signer', file, '-inkey', keyFile, '-outform', 'PEM'], payload)
      .toString()
      .replaceAll(/-----(BEGIN|END) .*-----/g, '-----$1 SIGNED MESSAGE-----');
  };
  const x509 = made('/CN=Alice/emailAddress=alice@example.com');
  add('an X.509 signature could not be checked', 'could-not-check', attach(x509), {}, { format: 'x509' });
  add(
    'a gitsign signature could not be checked',
    'could-not-check',
    attach(made('/O=sigstore.dev')),
    {},
    { format: 'gitsign' },
  );
  add('an X.509 signature cut short is malformed', 'malformed', attach(x509.replace(/-----END.*/s, '')), {});
  add('an X.509 signature with text behind it is malformed', 'malformed', attach(`${x509}x\n`), {});
  add('an X.509 signature twice is malformed', 'malformed', attach(x509 + x509), {});
}

/** Version 3 signatures are in old histories (RFC 9580 §5.2.2). */
function obsolete(add, key, trust) {
  const old = (version) =>
    Buffer.concat([
      u8(version),
      u8(5),
      u8(0),
      u32(1767225600),
      key.keyId,
      u8(1),
      u8(2),
      u16(0),
      mpi(Buffer.alloc(128, 1)),
    ]);
  for (const version of [2, 3]) {
    add(`a version ${version} signature is weak`, 'weak', attach(pgpArmor(packet(2, old(version)))), trust);
  }
  add(
    'a version 4 signature that calls itself 3 is malformed',
    'malformed',
    attach(pgpArmor(packet(2, Buffer.concat([u8(3), pgpSignatureBody(key, payload).subarray(1)])))),
    trust,
  );
}

function headers(add, key, trust) {
  const sign = (bytes) => attach(pgpSign(key, bytes), bytes);
  const header = signatureHeader(pgpSign(key, payload));
  const merged = `mergetag object ${'1'.repeat(40)}\n type commit\n tag v1\n tagger T <t@example.com> 1 +0000\n \n ${header.replaceAll('\n', '\n ')}x\n`;
  add('a signature inside a merged tag is none', 'unsigned', withHeader(payload, merged), trust);
  add('a header behind a merged tag is good', 'good', sign(commit({ headers: merged })), trust);
  const plain = commit({ message: '' }).subarray(0, -1);
  const bare = Buffer.concat([plain, Buffer.from(signatureHeader(pgpSign(key, plain)))]);
  add('a commit without an empty line is signed as it is', 'good', bare, trust);
  const crlf = Buffer.from(payload.toString().replaceAll('\n', '\r\n'));
  const at = crlf.indexOf('\r\n\r\n') + 2;
  const inside = Buffer.concat([crlf.subarray(0, at), Buffer.from(header), crlf.subarray(at)]);
  add('headers whose line ends were changed are bad', 'bad', inside, trust);
  add(
    'a header folded by a tab is malformed',
    'malformed',
    withHeader(payload, header.replaceAll('\n ', '\n\t')),
    trust,
  );
  add(
    'a header folded by two spaces is malformed',
    'malformed',
    withHeader(payload, header.replaceAll('\n ', '\n  ')),
    trust,
  );
  add(
    'a line put between is malformed',
    'malformed',
    withHeader(payload, header.replace('\n \n', '\nx y\n \n')),
    trust,
  );
  add('the header before the tree is malformed', 'malformed', Buffer.concat([Buffer.from(header), payload]), trust);
  const between = payload.toString().replace('committer', `${header}committer`);
  add('the header between author and committer is malformed', 'malformed', Buffer.from(between), trust);
  const body = `${pgpSign(key, tag())}`;
  add('a tag with its signature in a header only is unsigned', 'unsigned', withHeader(tag(), header), trust, {
    kind: 'tag',
  });
  const aside = Buffer.concat([withHeader(tag(), signatureHeader('x', 'gpgsig-sha256')), Buffer.from(body)]);
  add("a tag with the other format's header is good", 'good', aside, trust, { kind: 'tag' });
  add(
    'a tag with an armor in a header is unsigned',
    'unsigned',
    Buffer.from(tag().toString().replace('tagger', `x ${body.trim()}\ntagger`).replace('-----END', ' -----END')),
    trust,
    { kind: 'tag' },
  );
}

function identities(add, key, trust) {
  const by = (committer) => {
    const bytes = commit({ committer: `${committer} 1767225600 +0000` });
    return attach(pgpSign(key, bytes), bytes);
  };
  const shapes = {
    'Alice <alice@example.com> <mallory@example.com>': 'good',
    'Alice <mallory@example.com> <alice@example.com>': 'wrong-identity',
    'alice@example.com <mallory@example.com>': 'wrong-identity',
    'Alice <<alice@example.com>>': 'wrong-identity',
    'Alice alice@example.com': 'wrong-identity',
    'Alice <alice@example.com': 'wrong-identity',
    'Alice <alice@example.com,mallory@example.com>': 'wrong-identity',
    'Alice <alice@example.com.evil.example>': 'wrong-identity',
    'Alice <alice@example.co\xd0\xbc>': 'wrong-identity',
    'Alice <alice\xe2\x80\x8b@example.com>': 'wrong-identity',
    'Alice <*@example.com>': 'wrong-identity',
    'Alice <@example.com>': 'wrong-identity',
    'Alice <alice@>': 'wrong-identity',
    '<alice@example.com>': 'good',
    'Alice <alice@eXample.COM>': 'good',
  };
  for (const [committer, state] of Object.entries(shapes))
    add(`the committer ${committer} is ${state}`, state, by(committer), trust);
}

/** Keys that anybody can sign with, in files that an admin might take over without looking. */
function forgeableKeys(add) {
  const rsa = pgpKey({ algorithm: 1 });
  const n = Buffer.from(rsa.publicKey.export({ format: 'jwk' }).n, 'base64url');
  const one = Buffer.of(1);
  // With the exponent 1 the padded digest is the signature.
  const padded = (digest, prefix, data) => {
    const info = Buffer.concat([Buffer.from(prefix, 'hex'), createHash(digest).update(data).digest()]);
    return Buffer.concat([Buffer.of(0, 1), Buffer.alloc(n.length - info.length - 3, 0xff), u8(0), info]);
  };
  const sha512 = '3051300d060960864801650304020305000440';
  const blob = Buffer.concat([sshString('ssh-rsa'), sshInteger(one), sshInteger(n)]);
  const message = createHash('sha512').update(payload).digest();
  const signed = Buffer.concat([Buffer.from('SSHSIG'), ...['git', '', 'sha512', message].map(sshString)]);
  const blobSignature = Buffer.concat([sshString('rsa-sha2-512'), sshString(padded('sha512', sha512, signed))]);
  const forged = sshSign({ blob }, payload, { publicKey: blob, blobSignature });
  add(
    'ssh-rsa with the exponent 1 is malformed',
    'malformed',
    attach(forged),
    { allowedSigners: `alice@example.com ssh-rsa ${blob.toString('base64')}\n` },
    { problems: 1 },
  );
  // The identity of Ed25519: R is the identity too, and S is 0.
  const identity = Buffer.concat([u8(1), Buffer.alloc(31)]);
  const nothing = Buffer.concat([identity, Buffer.alloc(32)]);
  for (const [name, y] of Object.entries({
    identity: identity.toString('hex'),
    'identity beyond the prime': `ee${'ff'.repeat(30)}7f`,
    'identity with a sign': `01${'00'.repeat(30)}80`,
  })) {
    const point = Buffer.from(y, 'hex');
    const small = Buffer.concat([sshString('ssh-ed25519'), sshString(point)]);
    const value = Buffer.concat([sshString('ssh-ed25519'), sshString(nothing)]);
    const armor = sshSign({ blob: small }, payload, { publicKey: small, blobSignature: value });
    add(
      `ssh-ed25519 with the ${name} as key is malformed`,
      'malformed',
      attach(armor),
      { allowedSigners: `alice@example.com ssh-ed25519 ${small.toString('base64')}\n` },
      { problems: 1 },
    );
  }
}

/** Numbers of a signature that are out of range, by keys that are trusted. */
function numbers(add, certificate) {
  const key = pgpKey({ algorithm: 19 });
  const trust = { openpgp: [certificate('forms P-256', pgpCertificate(key, { users }))] };
  const order = Buffer.from('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551', 'hex');
  const zero = mpi(Buffer.alloc(0));
  const values = {
    'two zeros': ['bad', () => Buffer.concat([zero, zero])],
    'its order twice': ['bad', () => Buffer.concat([mpi(order), mpi(order)])],
    'r zero': ['bad', (v) => Buffer.concat([zero, v.subarray(2 + ((v.readUInt16BE() + 7) >> 3))])],
    's zero': ['bad', (v) => Buffer.concat([v.subarray(0, 2 + ((v.readUInt16BE() + 7) >> 3)), zero])],
    'a number of 33 bytes': ['malformed', () => Buffer.concat([mpi(Buffer.alloc(33, 1)), mpi(order)])],
  };
  for (const [name, [state, mutateValue]] of Object.entries(values)) {
    add(`ecdsa by OpenPGP with ${name} is ${state}`, state, attach(pgpSign(key, payload, { mutateValue })), trust);
  }
  const rsa = pgpKey({ algorithm: 1 });
  const rsaTrust = { openpgp: [certificate('forms RSA', pgpCertificate(rsa, { users }))] };
  const n = Buffer.from(rsa.publicKey.export({ format: 'jwk' }).n, 'base64url');
  const big = (buffer) => BigInt(`0x${buffer.toString('hex')}`);
  const beyond = (v) => mpi(Buffer.from((big(v.subarray(2)) + big(n)).toString(16).padStart(514, '0'), 'hex'));
  const raw = (info) => () => mpi(privateEncrypt({ key: rsa.privateKey, padding: constants.RSA_PKCS1_PADDING }, info));
  add(
    'an RSA value with its modulus added is not good',
    'malformed',
    attach(
      pgpSign(rsa, payload, {
        mutateValue: (v) => {
          const w = beyond(v);
          return w.length > 258 ? w : mpi(Buffer.alloc(257, 1));
        },
      }),
    ),
    rsaTrust,
  );
  add('an RSA value of zero is bad', 'bad', attach(pgpSign(rsa, payload, { mutateValue: () => zero })), rsaTrust);
  add(
    'an RSA value of one is bad',
    'bad',
    attach(pgpSign(rsa, payload, { mutateValue: () => mpi(Buffer.of(1)) })),
    rsaTrust,
  );
  add(
    'an RSA value over a bare digest is bad',
    'bad',
    attach(pgpSign(rsa, payload, { mutateValue: raw(createHash('sha256').update(payload).digest()) })),
    rsaTrust,
  );
  add(
    'an RSA value over another digest than it says is bad',
    'bad',
    attach(
      pgpSign(rsa, payload, {
        digest: 10,
        mutateValue: raw(
          Buffer.concat([
            Buffer.from('3031300d060960864801650304020105000420', 'hex'),
            createHash('sha256').update(payload).digest(),
          ]),
        ),
      }),
    ),
    rsaTrust,
  );
}

function sshForms(add) {
  const [key, ca, other] = [sshKey(), sshKey(), sshKey()];
  const allow = (patterns, options = '') => ({ allowedSigners: `${patterns} cert-authority${options} ${ca.line}\n` });
  const certified = (options, by = ca) =>
    attach(sshSign(key, payload, { publicKey: sshCertificate(key, by, options) }));
  const inner = sshCertificate(ca, other);
  const nested = { ...ca, blob: inner };
  add('a certificate by a certificate could not be checked', 'could-not-check', certified({}, nested), allow('*'));
  add(
    'a certificate whose times are the wrong way round is expired',
    'expired',
    certified({ after: 1800000000n, before: 1700000000n }),
    allow('*'),
  );
  add('a certificate that ends with the commit is expired', 'expired', certified({ before: 1767225600n }), allow('*'));
  add('a certificate under a negated pattern is wrong-identity', 'wrong-identity', certified({}), allow('!alice@*,*'));
  add(
    'a certificate whose second principal is the committer is good',
    'good',
    certified({ principals: ['alice', 'alice@example.com'] }),
    allow('*@example.com'),
  );
  add(
    'a certificate for a principal that is not an email is wrong-identity',
    'wrong-identity',
    certified({ principals: ['alice'] }),
    allow('*'),
  );
  add(
    'a certificate with a NUL in a principal is malformed',
    'malformed',
    certified({ principals: ['alice@example.com\0'] }),
    allow('*'),
  );
  const listed = {
    allowedSigners: `alice@example.com ssh-ed25519-cert-v01@openssh.com ${sshCertificate(key, ca).toString('base64')}\n`,
  };
  add('a certificate that is listed itself is a problem', 'untrusted', certified({}), listed, { problems: 1 });
  const rsa = sshKey('ssh-rsa');
  const rsaCertified = (algorithm) => attach(sshSign(rsa, payload, { algorithm, publicKey: sshCertificate(rsa, ca) }));
  add('a certified RSA key over SHA-1 is weak', 'weak', rsaCertified('ssh-rsa'), allow('*'));
  add('a certified RSA key over SHA-512 is good', 'good', rsaCertified('rsa-sha2-512'), allow('*'));
  add(
    'a certified RSA key that names its certificate as algorithm is malformed',
    'malformed',
    rsaCertified('rsa-sha2-512-cert-v01@openssh.com'),
    allow('*'),
  );
  const lines = {
    'a quote inside the principals': ['untrusted', `alice"x"@example.com ${key.line}`, 1],
    'a quote that does not end': ['untrusted', `"*,alice@example.com ${key.line}`, 1],
    'its own principal negated': ['wrong-identity', `!alice@example.com,alice@example.com ${key.line}`],
    'its own principal negated behind': ['wrong-identity', `alice@example.com,!* ${key.line}`],
    'principals with a space in quotes': ['wrong-identity', `"Alice Example" ${key.line}`],
    'an empty principal alongside': ['good', `,alice@example.com, ${key.line}`],
    'a star': ['good', `* ${key.line}`],
    'a star and a negation of all': ['wrong-identity', `*,!* ${key.line}`],
    'namespaces of an empty list': ['untrusted', `alice@example.com namespaces="" ${key.line}`],
    'namespaces in another case': ['untrusted', `alice@example.com namespaces="GIT" ${key.line}`],
    'namespaces with a space': ['untrusted', `alice@example.com namespaces="file, git" ${key.line}`],
    'namespaces without quotes': ['untrusted', `alice@example.com namespaces=git ${key.line}`, 1],
    'a time without quotes': ['untrusted', `alice@example.com valid-before=20280101 ${key.line}`, 1],
    'a time with a fraction': ['untrusted', `alice@example.com valid-before="20280101.5" ${key.line}`, 1],
    'a time of ten digits': ['untrusted', `alice@example.com valid-before="2028010112" ${key.line}`, 1],
    'a time before 1970': ['untrusted', `alice@example.com valid-after="19000101Z" ${key.line}`, 1],
    'an empty time': ['untrusted', `alice@example.com valid-before="" ${key.line}`, 1],
    'an authority twice': ['untrusted', `alice@example.com cert-authority,cert-authority ${key.line}`],
    'a key behind a comment sign': ['untrusted', `#alice@example.com ${key.line}`],
    'the line of another key first': ['good', `alice@example.com ${other.line}\nalice@example.com ${key.line}`],
    'a form feed for a space': ['untrusted', `alice@example.com\f${key.line}`, 1],
    'a zero byte at its end': ['untrusted', `alice@example.com ${key.line}\0`, 1],
  };
  const plain = attach(sshSign(key, payload));
  for (const [name, [state, allowedSigners, problems = 0]] of Object.entries(lines)) {
    add(`a line with ${name} is ${state}`, state, plain, { allowedSigners }, { problems });
  }
  const stranger = sshBlobSignature(other, Buffer.from('x'));
  add("another's signature under one's key is bad", 'bad', attach(sshSign(key, payload, { blobSignature: stranger })), {
    allowedSigners: `alice@example.com ${key.line}\n`,
  });
}

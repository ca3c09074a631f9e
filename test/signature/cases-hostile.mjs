// Signatures, headers and packets that no honest tool writes. None may pass, crash or loop.
import { generateKeyPairSync } from 'node:crypto';
import {
  commit,
  crc24,
  mpi,
  packet,
  pgpArmor,
  pgpCertificate,
  pgpKey,
  pgpSign,
  pgpSignatureBody,
  signatureHeader,
  sshArmor,
  sshInteger,
  sshKey,
  sshSign,
  sshString,
  subpacket,
  u8,
  u16,
  u32,
  withHeader,
} from './craft.mjs';

const payload = commit();

export function hostileCases(_tools, { add, certificate }) {
  const key = pgpKey();
  const trust = {
    openpgp: [certificate('hostile', pgpCertificate(key, { users: [{ id: 'Alice Example <alice@example.com>' }] }))],
  };
  const body = pgpSignatureBody(key, payload);
  const armored = (bytes, options) => withHeader(payload, signatureHeader(pgpArmor(bytes, options)));
  const malformed = (name, object, rest = trust) => add(name, 'malformed', object, rest);
  add('the honest one is good', 'good', armored(packet(2, body)), trust);
  headers(add, malformed, key, trust);
  armors(malformed, body);
  packets(add, malformed, armored, key, body, trust);
  subpackets(add, key, trust);
  ssh(add);
}

function headers(add, malformed, key, trust) {
  const armor = pgpSign(key, payload);
  const header = signatureHeader(armor);
  malformed('the header twice', withHeader(payload, header + header));
  malformed(
    'the header twice, the first by nobody',
    withHeader(payload, signatureHeader(pgpSign(pgpKey(), payload)) + header),
  );
  malformed(
    'the header twice, the second by nobody',
    withHeader(payload, header + signatureHeader(pgpSign(pgpKey(), payload))),
  );
  malformed('two armors in one header', withHeader(payload, signatureHeader(armor + armor)));
  malformed(
    'two packets in one armor',
    withHeader(
      payload,
      signatureHeader(
        pgpArmor(
          Buffer.concat([packet(2, pgpSignatureBody(key, payload)), packet(2, pgpSignatureBody(pgpKey(), payload))]),
        ),
      ),
    ),
  );
  for (const name of ['gpgsig-sha512', 'gpgsigx', 'gpgsig2', 'gpgsig-']) {
    malformed(`the unknown header ${name}`, withHeader(payload, signatureHeader(armor, name)));
    malformed(
      `the unknown header ${name} next to the known one`,
      withHeader(payload, header + signatureHeader(armor, name)),
    );
  }
  add('the header in capitals is none', 'unsigned', withHeader(payload, signatureHeader(armor, 'GPGSIG')), trust);
  malformed('the header with a tab', withHeader(payload, header.replace('gpgsig ', 'gpgsig\t')));
  malformed('an empty header', withHeader(payload, 'gpgsig \n'));
  malformed('a header without value', withHeader(payload, 'gpgsig\n'));
  malformed('a header of nonsense', withHeader(payload, 'gpgsig nonsense\n'));
  malformed(
    'a header in another format',
    withHeader(payload, signatureHeader(armor.replaceAll('SIGNATURE', 'MESSAGE'))),
  );
  add(
    'an armor in the message is not a signature',
    'unsigned',
    commit({ message: `Change\n\n${header}\n${armor}` }),
    trust,
  );
  add(
    'a header behind the empty line is not a signature',
    'unsigned',
    Buffer.concat([payload, Buffer.from(header)]),
    trust,
  );
  add('no header at all is unsigned', 'unsigned', payload, trust);
  add('an empty object is unsigned', 'unsigned', Buffer.alloc(0), trust);
  add('an object of newlines is unsigned', 'unsigned', Buffer.from('\n\n\n'), trust);
  malformed('an object that begins with a continuation', Buffer.from(` x\n${withHeader(payload, header)}`, 'latin1'));
  const sign = (bytes) => withHeader(bytes, signatureHeader(pgpSign(key, bytes)));
  malformed('two committers', sign(commit({ headers: 'committer Mallory <m@example.com> 1 +0000\n' })));
  malformed('two authors', sign(commit({ headers: 'author Mallory <m@example.com> 1 +0000\n' })));
  malformed('two trees', sign(commit({ headers: 'tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n' })));
  malformed(
    'a parent behind the committer',
    sign(commit({ headers: 'parent 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n' })),
  );
  malformed('a NUL byte in a header', sign(commit({ headers: 'encoding UTF\0-8\n' })));
  malformed(
    'the author and committer in the wrong order',
    sign(Buffer.from(payload.toString().replace(/(author .*\n)(committer .*\n)/, '$2$1'))),
  );
  malformed('no tree', sign(Buffer.from(payload.toString().replace(/^tree .*\n/, ''))));
  add('a NUL byte in the message is signed like any other', 'good', sign(commit({ message: 'a\0b\n' })), trust);
  add(
    'an encoding and a merged tag are signed like any other header',
    'good',
    sign(
      commit({
        headers: `encoding ISO-8859-1\nmergetag object 1\n type commit\n \n gpgsig ${armor.replaceAll('\n', '\n ')}x\n`,
      }),
    ),
    trust,
  );
  add(
    "the other format's signature is left out",
    'good',
    withHeader(payload, header + signatureHeader(armor, 'gpgsig-sha256')),
    trust,
  );
  add('a message without end is signed as it is', 'good', sign(commit({ message: 'no newline' })), trust);
  add('a message with CRLF is signed as it is', 'good', sign(commit({ message: 'a\r\nb\r\n' })), trust);
  add(
    'a message whose line ends were changed is bad',
    'bad',
    withHeader(commit({ message: 'a\r\nb\r\n' }), signatureHeader(pgpSign(key, commit({ message: 'a\nb\n' })))),
    trust,
  );
  add('a changed tree is bad', 'bad', withHeader(commit({ tree: 'a'.repeat(40) }), header), trust);
  add('a changed parent is bad', 'bad', withHeader(commit({ parents: ['b'.repeat(40)] }), header), trust);
  add(
    'a changed author is bad',
    'bad',
    withHeader(commit({ author: 'Mallory <alice@example.com> 1767225600 +0000' }), header),
    trust,
  );
  add('an added header is bad', 'bad', withHeader(payload, `encoding UTF-8\n${header}`), trust);
  add(
    'trailing white space in the message is bad',
    'bad',
    Buffer.concat([withHeader(payload, header), Buffer.from('\n')]),
    trust,
  );
}

function armors(malformed, body) {
  const armor = pgpArmor(packet(2, body));
  const shapes = {
    'text before it': `x\n${armor}`,
    'a blank line before it': `\n${armor}`,
    'text behind it': `${armor}x\n`,
    'no last line': armor.replace(/-----END.*\n/, ''),
    'no first line': armor.replace(/-----BEGIN.*\n/, ''),
    'the last line of another label': armor.replace('END PGP SIGNATURE', 'END PGP MESSAGE'),
    'no empty line': armor.replace('\n\n', '\n'),
    'a wrong checksum': pgpArmor(packet(2, body), { crc: crc24(Buffer.from('x')) }),
    'a short checksum': armor.replace(/^=(..)..\n/m, '=$1\n'),
    'two checksums': armor.replace(/^(=....\n)/m, '$1$1'),
    'text behind the checksum': armor.replace(/^(=....\n)/m, '$1AAAA\n'),
    'a character outside base64': armor.replace(/^([A-Za-z0-9+/]{10})./m, '$1!'),
    'url-safe base64': armor.replace(/^([A-Za-z0-9+/]{10})../m, '$1-_'),
    'a padding in the middle': armor.replace(/^([A-Za-z0-9+/]{10})../m, '$1=='),
    'one character too few': armor.replace(/^([A-Za-z0-9+/]{10})./m, '$1'),
    'nothing in it': '-----BEGIN PGP SIGNATURE-----\n\n-----END PGP SIGNATURE-----\n',
    'only a first line': '-----BEGIN PGP SIGNATURE-----',
    'a second armor inside': armor.replace('\n\n', '\n\n-----BEGIN PGP SIGNATURE-----\n\n'),
    'a form feed': armor.replace('\n\n', '\n\f\n'),
    'a kilobyte of dashes': '-'.repeat(1024),
  };
  for (const [name, text] of Object.entries(shapes))
    malformed(`an armor with ${name}`, withHeader(payload, signatureHeader(text)));
  for (const cut of [30, 60, 120, armor.length - 20])
    malformed(`an armor cut at ${cut}`, withHeader(payload, signatureHeader(armor.slice(0, cut))));
}

function packets(add, malformed, armored, key, body, trust) {
  const whole = packet(2, body);
  malformed('a byte behind the packet', armored(Buffer.concat([whole, u8(0)])));
  malformed('a byte before the packet', armored(Buffer.concat([u8(0), whole])));
  malformed('a marker packet next to it', armored(Buffer.concat([packet(10, Buffer.from('PGP')), whole])));
  malformed('a padding packet next to it', armored(Buffer.concat([whole, packet(21, Buffer.alloc(8))])));
  malformed('a compressed packet around it', armored(packet(8, Buffer.concat([u8(0), whole]))));
  malformed('a key instead', armored(packet(6, key.body)));
  malformed('a user id instead', armored(packet(13, Buffer.from('Alice Example <alice@example.com>'))));
  malformed('an empty packet', armored(packet(2, Buffer.alloc(0))));
  malformed('a partial length', armored(Buffer.concat([u8(0xc2), u8(0xe0 | 9), body])));
  malformed('an indeterminate length', armored(Buffer.concat([u8(0x8b), body])));
  malformed('a length beyond the end', armored(Buffer.concat([u8(0xc2), u8(255), u32(0xffffffff), body])));
  malformed('no packet', armored(Buffer.from('nonsense')));
  for (let at = 0; at < body.length; at += 9)
    malformed(`a packet cut at ${at}`, armored(packet(2, body.subarray(0, at))));
  malformed('bytes behind the numbers', armored(packet(2, Buffer.concat([body, u8(1)]))));
  const changed = (offset, value) => {
    const copy = Buffer.from(body);
    copy[offset] = value;
    return armored(packet(2, copy));
  };
  for (const version of [0, 1, 2, 3, 7, 255]) malformed(`version ${version}`, changed(0, version));
  add('version 5', 'could-not-check', changed(0, 5), trust);
  for (const type of [0x02, 0x10, 0x13, 0x18, 0x1f, 0x20, 0x40, 0x50, 0xff]) {
    malformed(`a signature of type ${type}`, armored(packet(2, pgpSignatureBody(key, payload, { type }))));
  }
  malformed('another algorithm than the key', changed(2, 1));
  malformed('an unknown algorithm', changed(2, 99));
  add('a digest that is changed', 'bad', changed(3, 10), trust);
  add('a digest nobody knows', 'could-not-check', changed(3, 42), trust);
  const value = (mutateValue) => armored(packet(2, pgpSignatureBody(key, payload, { mutateValue })));
  malformed(
    'numbers of no length',
    value(() => Buffer.concat([u16(0), u16(0), u8(0)])),
  );
  add(
    'zero for numbers',
    'bad',
    value(() => Buffer.concat([u16(0), u16(0)])),
    trust,
  );
  malformed(
    'a number longer than it says',
    value((v) => Buffer.concat([u16(249), v.subarray(2)])),
  );
  malformed(
    'a number larger than the key',
    value(() => Buffer.concat([mpi(Buffer.alloc(40, 1)), mpi(Buffer.alloc(32, 1))])),
  );
  malformed(
    'one number',
    value((v) => v.subarray(0, 2 + ((v.readUInt16BE() + 7) >> 3))),
  );
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  const highS = (v) => {
    const cut = 2 + ((v.readUInt16BE() + 7) >> 3);
    const s = Buffer.from(v.subarray(cut + 2)).reverse();
    const shifted = (BigInt(`0x${Buffer.from(s).toString('hex')}`) + order).toString(16).padStart(64, '0');
    return Buffer.concat([v.subarray(0, cut), mpi(Buffer.from(shifted, 'hex').reverse())]);
  };
  add('an Ed25519 value beyond the order', 'bad', value(highS), trust);
}

function subpackets(add, key, trust) {
  const signed = (options) => withHeader(payload, signatureHeader(pgpSign(key, payload, options)));
  const time = (seconds) => subpacket(2, u32(seconds), true);
  const none = Buffer.alloc(0);
  const shapes = {
    'no creation time': ['malformed', { createdSubpacket: none }],
    'a creation time only where it is not hashed': [
      'malformed',
      { createdSubpacket: none, unhashed: [time(1767225600)] },
    ],
    'two creation times': ['malformed', { hashed: [time(1767225601)] }],
    'a creation time of three bytes': ['malformed', { createdSubpacket: subpacket(2, Buffer.alloc(3), true) }],
    'another creation time that is not hashed': ['good', { unhashed: [time(1)] }],
    'an expiry that is not hashed': ['good', { unhashed: [subpacket(3, u32(1))] }],
    'an expiry': ['expired', { hashed: [subpacket(3, u32(86400))] }],
    'an expiry of zero': ['good', { hashed: [subpacket(3, u32(0))] }],
    'two expiries': ['malformed', { hashed: [subpacket(3, u32(86400)), subpacket(3, u32(0))] }],
    'a creation time of zero': ['expired', { created: 0 }],
    'the last creation time there is': ['expired', { created: 0xffffffff }],
    'an unknown critical subpacket': ['malformed', { hashed: [subpacket(99, u8(1), true)] }],
    'an unknown critical subpacket that is not hashed': ['malformed', { unhashed: [subpacket(99, u8(1), true)] }],
    'an unknown subpacket': ['good', { hashed: [subpacket(99, u8(1))] }],
    'a critical note': [
      'malformed',
      { hashed: [subpacket(20, Buffer.concat([u32(0), u16(1), u16(1), Buffer.from('ab')]), true)] },
    ],
    'a critical policy': ['malformed', { hashed: [subpacket(26, Buffer.from('https://example.com'), true)] }],
    'an empty subpacket': ['malformed', { hashed: [u8(0)] }],
    'a subpacket beyond the end': ['malformed', { hashed: [Buffer.concat([u8(200), u8(16)])] }],
    'a subpacket of four gigabytes': ['malformed', { hashed: [Buffer.concat([u8(255), u32(0xffffffff), u8(16)])] }],
    "another's fingerprint": [
      'untrusted',
      { issuer: false, hashed: [subpacket(33, Buffer.concat([u8(4), Buffer.alloc(20, 1)]))] },
    ],
    'only a key id': ['good', { issuer: false, unhashed: [subpacket(16, key.keyId)] }],
    "another's key id": ['untrusted', { issuer: false, unhashed: [subpacket(16, Buffer.alloc(8, 1))] }],
    'a short key id': ['untrusted', { issuer: false, unhashed: [subpacket(16, key.keyId.subarray(4))] }],
    'an empty fingerprint': ['untrusted', { issuer: false, hashed: [subpacket(33, none)] }],
    'an embedded signature': ['good', { hashed: [subpacket(32, pgpSignatureBody(pgpKey(), payload))] }],
  };
  for (const [name, [state, options]] of Object.entries(shapes))
    add(`a signature with ${name} is ${state}`, state, signed(options), trust);
  const six = pgpKey({ version: 6, algorithm: 27 });
  add(
    'a version 6 signature with a short salt is malformed',
    'malformed',
    withHeader(payload, signatureHeader(pgpSign(six, payload, { salt: Buffer.alloc(8) }))),
    trust,
  );
  const cross = withHeader(payload, signatureHeader(pgpSign(key, payload, { version: 6 })));
  add('a version 6 signature by a version 4 key is malformed', 'malformed', cross, trust);
}

function ssh(add) {
  const key = sshKey();
  const trust = { allowedSigners: `alice@example.com ${key.line}\n` };
  const signed = (options) => withHeader(payload, signatureHeader(sshSign(key, payload, options)));
  const { publicKey } = generateKeyPairSync('ed25519');
  const other = Buffer.from(publicKey.export({ format: 'jwk' }).x, 'base64url');
  const shapes = {
    'nothing wrong': ['good', {}],
    'another magic': ['malformed', { magic: 'SSHSIF' }],
    'version 0': ['malformed', { version: 0 }],
    'version 2': ['malformed', { version: 2 }],
    'another namespace': ['bad', { namespace: 'file' }],
    'no namespace': ['bad', { namespace: '' }],
    'a namespace that only begins right': ['bad', { namespace: 'git2' }],
    'a NUL byte in the namespace': ['malformed', { namespace: 'git\0' }],
    'a namespace that was not signed': ['bad', { signedNamespace: 'file' }],
    'a reserved field': ['malformed', { reserved: 'x' }],
    'the digest sha1': ['malformed', { digest: 'sha1' }],
    'the digest SHA512': ['malformed', { digest: 'SHA512' }],
    'no digest': ['malformed', { digest: '' }],
    'bytes behind it': ['malformed', { trailing: u8(0) }],
    "another's key": ['bad', { publicKey: Buffer.concat([sshString('ssh-ed25519'), sshString(other)]) }],
    'an empty key': ['malformed', { publicKey: Buffer.alloc(0) }],
    'a short key': [
      'malformed',
      { publicKey: Buffer.concat([sshString('ssh-ed25519'), sshString(other.subarray(1))]) },
    ],
    'a key with bytes behind it': ['malformed', { publicKey: Buffer.concat([key.blob, u8(0)]) }],
    'an unknown key type': ['could-not-check', { publicKey: Buffer.concat([sshString('ssh-new'), sshString(other)]) }],
    'an unknown certificate type': [
      'could-not-check',
      { publicKey: Buffer.concat([sshString('ssh-new-cert-v01@openssh.com'), sshString(''), sshString(other)]) },
    ],
    'another algorithm': ['malformed', { algorithm: 'ssh-rsa' }],
    'an algorithm with a certificate': ['malformed', { algorithm: 'ssh-ed25519-cert-v01@openssh.com' }],
    'the algorithm of a security key': ['malformed', { algorithm: 'sk-ssh-ed25519@openssh.com' }],
    'a short value': ['malformed', { mutateValue: (value) => value.subarray(1) }],
    'a long value': ['malformed', { mutateValue: (value) => Buffer.concat([value, u8(0)]) }],
    'an empty value': ['malformed', { mutateValue: () => Buffer.alloc(0) }],
    'a value of zeros': ['bad', { mutateValue: () => Buffer.alloc(64) }],
  };
  for (const [name, [state, options]] of Object.entries(shapes))
    add(`ssh with ${name} is ${state}`, state, signed(options), trust);

  const rsa = sshKey('ssh-rsa');
  const rsaTrust = { allowedSigners: `alice@example.com ${rsa.line}\n` };
  const byRsa = (options) => withHeader(payload, signatureHeader(sshSign(rsa, payload, options)));
  add('ssh-rsa with SHA-1 is weak', 'weak', byRsa({ algorithm: 'ssh-rsa' }), rsaTrust);
  add('ssh-rsa with rsa-sha2-256 is good', 'good', byRsa({ algorithm: 'rsa-sha2-256' }), rsaTrust);
  add('ssh-rsa with an unknown algorithm is malformed', 'malformed', byRsa({ algorithm: 'rsa-sha3-512' }), rsaTrust);
  add(
    'ssh-rsa with a value longer than its key is malformed',
    'malformed',
    byRsa({ mutateValue: (value) => Buffer.concat([u8(0), value]) }),
    rsaTrust,
  );
  add(
    'ssh-rsa that names the wrong digest is bad',
    'bad',
    byRsa({ mutateValue: (value) => value.map((byte, index) => (index === 9 ? byte ^ 1 : byte)) }),
    rsaTrust,
  );
  const [e, n] = rsa.fields;
  const padded = Buffer.concat([sshString('ssh-rsa'), e, sshString(Buffer.concat([u8(0), n.subarray(4)]))]);
  add('ssh-rsa with needless zeros in its key is malformed', 'malformed', byRsa({ publicKey: padded }), rsaTrust);
  add(
    'ssh-rsa with a negative number is malformed',
    'malformed',
    byRsa({ publicKey: Buffer.concat([sshString('ssh-rsa'), e, sshString(n.subarray(5))]) }),
    rsaTrust,
  );
  const huge = Buffer.concat([sshString('ssh-rsa'), e, sshInteger(Buffer.alloc(4096, 0xff))]);
  add('ssh-rsa of 32768 bits is not even tried', 'could-not-check', byRsa({ publicKey: huge }), rsaTrust);
  const ecdsa = sshKey('ecdsa-sha2-nistp256');
  const ecdsaTrust = { allowedSigners: `alice@example.com ${ecdsa.line}\n` };
  const byEcdsa = (options) => withHeader(payload, signatureHeader(sshSign(ecdsa, payload, options)));
  const number = (hex) => sshInteger(Buffer.from(hex, 'hex'));
  const one = number('01');
  add('ecdsa with one and one is bad', 'bad', byEcdsa({ mutateValue: () => Buffer.concat([one, one]) }), ecdsaTrust);
  add(
    'ecdsa with zero is malformed',
    'malformed',
    byEcdsa({ mutateValue: () => Buffer.concat([sshString(''), one]) }),
    ecdsaTrust,
  );
  const order = 'ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551';
  add(
    'ecdsa with its order is bad',
    'bad',
    byEcdsa({ mutateValue: () => Buffer.concat([number(order), number(order)]) }),
    ecdsaTrust,
  );
  add(
    'ecdsa with a number larger than its curve is malformed',
    'malformed',
    byEcdsa({ mutateValue: () => Buffer.concat([number('01'.repeat(33)), one]) }),
    ecdsaTrust,
  );
  add(
    'ecdsa with bytes behind its numbers is malformed',
    'malformed',
    byEcdsa({ mutateValue: (value) => Buffer.concat([value, u8(0)]) }),
    ecdsaTrust,
  );
  const off = Buffer.from(ecdsa.blob);
  off[off.length - 1] ^= 1;
  add('ecdsa with a key off its curve is malformed', 'malformed', byEcdsa({ publicKey: off }), ecdsaTrust);
  const mixed = Buffer.concat([sshString('ecdsa-sha2-nistp384'), ...ecdsa.fields]);
  add('ecdsa with a key of another curve is malformed', 'malformed', byEcdsa({ publicKey: mixed }), ecdsaTrust);
  const blob = Buffer.from(sshSign(key, payload).split('\n').slice(1, -2).join(''), 'base64');
  for (let at = 0; at < blob.length; at += 13)
    add(
      `ssh cut at ${at} is malformed`,
      'malformed',
      withHeader(payload, signatureHeader(sshArmor(blob.subarray(0, at)))),
      trust,
    );
  const armor = sshSign(key, payload);
  add('ssh with text behind it is malformed', 'malformed', withHeader(payload, signatureHeader(`${armor}x\n`)), trust);
  add('ssh twice is malformed', 'malformed', withHeader(payload, signatureHeader(armor + armor)), trust);
  add('ssh with a trailing blank line is good', 'good', withHeader(payload, signatureHeader(`${armor}\n`)), trust);
}

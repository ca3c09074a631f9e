// Writes OpenPGP and SSH signatures, keys and commits byte by byte with node:crypto, so that they can be wrong in any way.
// Used by make-fixtures.mjs and the fuzzers; nothing of src/ is used here.
import { createHash, generateKeyPairSync, sign } from 'node:crypto';

export const u8 = (n) => Buffer.of(n);
export const u16 = (n) => Buffer.of(n >> 8, n & 255);
export const u32 = (n) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(n >>> 0);
  return bytes;
};
export const u64 = (n) => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(n));
  return bytes;
};

// ---- git objects

/** A commit object; `headers` stand after the committer. */
export function commit({
  tree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  parents = [],
  author = 'Alice Example <alice@example.com> 1767225600 +0000',
  committer = 'Alice Example <alice@example.com> 1767225600 +0000',
  headers = '',
  message = 'Change a role\n',
} = {}) {
  const parentLines = parents.map((parent) => `parent ${parent}\n`).join('');
  return Buffer.from(
    `tree ${tree}\n${parentLines}author ${author}\ncommitter ${committer}\n${headers}\n${message}`,
    'latin1',
  );
}

/** `armor` folded into a header of that name. */
export function signatureHeader(armor, name = 'gpgsig') {
  return `${name} ${armor.replace(/\n$/, '').split('\n').join('\n ')}\n`;
}

/** Puts a header in front of the empty line. */
export function withHeader(bytes, header) {
  const end = bytes.indexOf('\n\n') + 1;
  return Buffer.concat([bytes.subarray(0, end), Buffer.from(header, 'latin1'), bytes.subarray(end)]);
}

export function tag({
  object = '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  tagger = 'Alice Example <alice@example.com> 1767225600 +0000',
  message = 'Release 1.0\n',
} = {}) {
  return Buffer.from(`object ${object}\ntype commit\ntag v1.0\ntagger ${tagger}\n\n${message}`, 'latin1');
}

// ---- armor

function base64Lines(bytes, width) {
  return bytes.toString('base64').replace(new RegExp(`.{1,${width}}`, 'g'), '$&\n');
}

export function crc24(bytes) {
  let crc = 0xb704ce;
  for (const byte of bytes) {
    crc ^= byte << 16;
    for (let bit = 0; bit < 8; bit++) {
      crc <<= 1;
      if (crc & 0x1000000) crc ^= 0x1864cfb;
    }
  }
  return Buffer.of((crc >> 16) & 255, (crc >> 8) & 255, crc & 255);
}

export function pgpArmor(bytes, { label = 'PGP SIGNATURE', headers = '', checksum = true, crc = crc24(bytes) } = {}) {
  const sum = checksum ? `=${crc.toString('base64')}\n` : '';
  return `-----BEGIN ${label}-----\n${headers}\n${base64Lines(bytes, 64)}${sum}-----END ${label}-----\n`;
}

export function sshArmor(bytes) {
  return `-----BEGIN SSH SIGNATURE-----\n${base64Lines(bytes, 70)}-----END SSH SIGNATURE-----\n`;
}

// ---- OpenPGP

export function mpi(bytes) {
  let start = 0;
  while (start < bytes.length && bytes[start] === 0) start++;
  const value = bytes.subarray(start);
  const bits = value.length === 0 ? 0 : value.length * 8 - (Math.clz32(value[0]) - 24);
  return Buffer.concat([u16(bits), value]);
}

export function packet(tagNumber, body) {
  const length =
    body.length < 192
      ? u8(body.length)
      : body.length < 8384
        ? Buffer.of(((body.length - 192) >> 8) + 192, (body.length - 192) & 255)
        : Buffer.concat([u8(255), u32(body.length)]);
  return Buffer.concat([u8(0xc0 | tagNumber), length, body]);
}

export function subpacket(type, data, critical = false) {
  return Buffer.concat([packet(0, Buffer.concat([u8(type | (critical ? 0x80 : 0)), data])).subarray(1)]);
}

const jwkBytes = (key, field) => Buffer.from(key.export({ format: 'jwk' })[field], 'base64url');

/** A key for OpenPGP: `algorithm` 22 (EdDSA legacy), 27 (Ed25519), 28 (Ed448), 1 (RSA), 19 (ECDSA P-256). */
export function pgpKey({ version = 4, algorithm = 22, created = 1704067200, bits = 2048, pair } = {}) {
  const keys =
    pair ??
    (algorithm === 1
      ? generateKeyPairSync('rsa', { modulusLength: bits })
      : algorithm === 19
        ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
        : generateKeyPairSync(algorithm === 28 ? 'ed448' : 'ed25519'));
  const material = {
    1: () => Buffer.concat([mpi(jwkBytes(keys.publicKey, 'n')), mpi(jwkBytes(keys.publicKey, 'e'))]),
    19: () =>
      Buffer.concat([
        Buffer.from('082a8648ce3d030107', 'hex'),
        mpi(Buffer.concat([u8(4), jwkBytes(keys.publicKey, 'x'), jwkBytes(keys.publicKey, 'y')])),
      ]),
    22: () =>
      Buffer.concat([
        Buffer.from('092b06010401da470f01', 'hex'),
        mpi(Buffer.concat([u8(0x40), jwkBytes(keys.publicKey, 'x')])),
      ]),
    27: () => jwkBytes(keys.publicKey, 'x'),
    28: () => jwkBytes(keys.publicKey, 'x'),
  }[algorithm]();
  const length = version === 6 ? u32(material.length) : Buffer.alloc(0);
  const body = Buffer.concat([u8(version), u32(created), u8(algorithm), length, material]);
  return pgpKeyWithBody({ version, algorithm, created, publicKey: keys.publicKey, privateKey: keys.privateKey }, body);
}

/** A key whose packet has this body, whatever it holds. */
export function pgpKeyWithBody(key, body) {
  const isSix = key.version === 6;
  const prefix = isSix ? Buffer.concat([u8(0x9b), u32(body.length)]) : Buffer.concat([u8(0x99), u16(body.length)]);
  const forHash = Buffer.concat([prefix, body]);
  const fingerprint = createHash(isSix ? 'sha256' : 'sha1')
    .update(forHash)
    .digest();
  const keyId = isSix ? fingerprint.subarray(0, 8) : fingerprint.subarray(-8);
  return { ...key, body, forHash, fingerprint, keyId };
}

const digests = {
  1: 'md5',
  2: 'sha1',
  3: 'ripemd160',
  8: 'sha256',
  9: 'sha384',
  10: 'sha512',
  11: 'sha224',
  12: 'sha3-256',
  14: 'sha3-512',
};
const saltSizes = { 8: 16, 9: 24, 10: 32, 11: 16, 12: 16, 14: 32 };

/** The body of a signature packet over `data`. Every field can be overridden. */
export function pgpSignatureBody(key, data, options = {}) {
  const {
    type = 0x00,
    version = key.version,
    algorithm = key.algorithm,
    digest = 8,
    created = 1767225600,
    hashed = [],
    unhashed = [],
    issuer = true,
    createdSubpacket = subpacket(2, u32(created), true),
    salt = Buffer.alloc(saltSizes[digest] ?? 16, 7),
    left16,
    mutateValue = (value) => value,
  } = options;
  const fingerprint = subpacket(33, Buffer.concat([u8(key.version), key.fingerprint]));
  const hashedArea = Buffer.concat([createdSubpacket, ...(issuer ? [fingerprint] : []), ...hashed]);
  const unhashedArea = Buffer.concat([...(issuer && version === 4 ? [subpacket(16, key.keyId)] : []), ...unhashed]);
  const len = version === 6 ? u32 : u16;
  const head = Buffer.concat([Buffer.of(version, type, algorithm, digest), len(hashedArea.length), hashedArea]);
  const saltBytes = version === 6 ? salt : Buffer.alloc(0);
  const toHash = Buffer.concat([saltBytes, data, head, Buffer.of(version, 0xff), u32(head.length)]);
  const hash = createHash(digests[digest] ?? 'sha256')
    .update(toHash)
    .digest();
  const value = mutateValue(signatureValue(key, toHash, hash, digests[digest] ?? 'sha256'));
  return Buffer.concat([
    head,
    len(unhashedArea.length),
    unhashedArea,
    left16 ?? hash.subarray(0, 2),
    ...(version === 6 ? [u8(saltBytes.length), saltBytes] : []),
    value,
  ]);
}

function signatureValue({ algorithm, privateKey }, toHash, hash, digest) {
  switch (algorithm) {
    case 1:
      return mpi(sign(digest, toHash, privateKey));
    case 19: {
      const raw = sign(digest, toHash, { key: privateKey, dsaEncoding: 'ieee-p1363' });
      return Buffer.concat([mpi(raw.subarray(0, 32)), mpi(raw.subarray(32))]);
    }
    case 22: {
      const raw = sign(null, hash, privateKey);
      return Buffer.concat([mpi(raw.subarray(0, 32)), mpi(raw.subarray(32))]);
    }
    default:
      return sign(null, hash, privateKey);
  }
}

export const pgpSign = (key, data, options = {}) =>
  pgpArmor(packet(2, pgpSignatureBody(key, data, options)), options.armor);

/** A certificate: the primary key, direct signature (version 6), `extra` packets, user ids, subkeys, each with further ones where asked. */
export function pgpCertificate(
  primary,
  { users = [], subkeys = [], direct = [], revocations = [], selfOptions = {}, extra = [] } = {},
) {
  const flags = (value) => subpacket(27, u8(value), true);
  const parts = [packet(6, primary.body)];
  for (const options of revocations)
    parts.push(packet(2, pgpSignatureBody(primary, primary.forHash, { type: 0x20, ...options })));
  if (primary.version === 6) direct = [{ hashed: [flags(3)] }, ...direct];
  for (const options of direct) {
    parts.push(
      packet(2, pgpSignatureBody(primary, primary.forHash, { type: 0x1f, created: primary.created, ...options })),
    );
  }
  parts.push(...extra);
  for (const { id, certifications = [{}], revoked = [], by = primary } of users) {
    const data = Buffer.concat([primary.forHash, u8(0xb4), u32(Buffer.byteLength(id)), Buffer.from(id)]);
    parts.push(packet(13, Buffer.from(id)));
    for (const options of certifications) {
      const self = { type: 0x13, created: primary.created, hashed: [flags(3)], ...selfOptions, ...options };
      parts.push(packet(2, pgpSignatureBody(by, data, self)));
    }
    for (const options of revoked) parts.push(packet(2, pgpSignatureBody(primary, data, { type: 0x30, ...options })));
  }
  for (const {
    key,
    flag = 2,
    cross = key,
    crossOptions = {},
    binding = {},
    revoked = [],
    lifetime,
    extra = [],
  } of subkeys) {
    const data = Buffer.concat([primary.forHash, key.forHash]);
    const consent = { type: 0x19, created: key.created, ...crossOptions };
    const embedded = cross ? [subpacket(32, pgpSignatureBody(cross, data, consent))] : [];
    const expiry = lifetime === undefined ? [] : [subpacket(9, u32(lifetime), true)];
    const hashed = [...(flag === undefined ? [] : [flags(flag)]), ...embedded, ...expiry];
    parts.push(packet(14, key.body));
    for (const options of revoked) parts.push(packet(2, pgpSignatureBody(primary, data, { type: 0x28, ...options })));
    const bound = typeof binding === 'function' ? binding(hashed, embedded) : binding;
    parts.push(packet(2, pgpSignatureBody(primary, data, { type: 0x18, created: key.created, hashed, ...bound })));
    parts.push(...extra);
  }
  return pgpArmor(Buffer.concat(parts), { label: 'PGP PUBLIC KEY BLOCK' });
}

// ---- SSH

export const sshString = (bytes) => {
  const content = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
  return Buffer.concat([u32(content.length), content]);
};

export const sshInteger = (bytes) => {
  let start = 0;
  while (start < bytes.length && bytes[start] === 0) start++;
  const value = bytes.subarray(start);
  return sshString(value[0] >= 0x80 ? Buffer.concat([u8(0), value]) : value);
};

/** A key for SSH by its type's name. */
export function sshKey(type = 'ssh-ed25519', { pair, application = 'ssh:', bits = 2048 } = {}) {
  const curve = /nistp(\d+)/.exec(type)?.[1];
  const keys =
    pair ??
    (type === 'ssh-rsa'
      ? generateKeyPairSync('rsa', { modulusLength: bits })
      : curve
        ? generateKeyPairSync('ec', { namedCurve: `P-${curve}` })
        : generateKeyPairSync('ed25519'));
  const fields =
    type === 'ssh-rsa'
      ? [sshInteger(jwkBytes(keys.publicKey, 'e')), sshInteger(jwkBytes(keys.publicKey, 'n'))]
      : curve
        ? [
            sshString(`nistp${curve}`),
            sshString(Buffer.concat([u8(4), jwkBytes(keys.publicKey, 'x'), jwkBytes(keys.publicKey, 'y')])),
          ]
        : [sshString(jwkBytes(keys.publicKey, 'x'))];
  if (type.startsWith('sk-')) fields.push(sshString(application));
  const blob = Buffer.concat([sshString(type), ...fields]);
  return {
    type,
    application,
    curve,
    fields,
    blob,
    line: `${type} ${blob.toString('base64')}`,
    publicKey: keys.publicKey,
    privateKey: keys.privateKey,
  };
}

/** A raw SSH signature blob over `data`. */
export function sshBlobSignature(
  key,
  data,
  { algorithm, flags = 1, counter = 7, mutateValue = (value) => value } = {},
) {
  const sha256 = (bytes) => createHash('sha256').update(bytes).digest();
  if (key.type === 'ssh-rsa') {
    const name = algorithm ?? 'rsa-sha2-512';
    const digest = { 'rsa-sha2-512': 'sha512', 'rsa-sha2-256': 'sha256', 'ssh-rsa': 'sha1' }[name] ?? 'sha512';
    return Buffer.concat([sshString(name), sshString(mutateValue(sign(digest, data, key.privateKey)))]);
  }
  const isDevice = key.type.startsWith('sk-');
  const message = isDevice
    ? Buffer.concat([sha256(Buffer.from(key.application)), u8(flags), u32(counter), sha256(data)])
    : data;
  let value;
  if (key.curve) {
    const digest = { 256: 'sha256', 384: 'sha384', 521: 'sha512' }[key.curve];
    const raw = sign(digest, message, { key: key.privateKey, dsaEncoding: 'ieee-p1363' });
    value = Buffer.concat([sshInteger(raw.subarray(0, raw.length / 2)), sshInteger(raw.subarray(raw.length / 2))]);
  } else {
    value = sign(null, message, key.privateKey);
  }
  const device = isDevice ? Buffer.concat([u8(flags), u32(counter)]) : Buffer.alloc(0);
  return Buffer.concat([sshString(algorithm ?? key.type), sshString(mutateValue(value)), device]);
}

/** An armored SSHSIG over `data`. */
export function sshSign(key, data, options = {}) {
  const {
    namespace = 'git',
    signedNamespace = namespace,
    digest = 'sha512',
    version = 1,
    reserved = '',
    publicKey = key.blob,
  } = options;
  const message = createHash(digest === 'sha256' ? 'sha256' : 'sha512')
    .update(data)
    .digest();
  const signed = Buffer.concat([Buffer.from('SSHSIG'), ...[signedNamespace, '', digest, message].map(sshString)]);
  const blob = Buffer.concat([
    Buffer.from(options.magic ?? 'SSHSIG'),
    u32(version),
    sshString(publicKey),
    sshString(namespace),
    sshString(reserved),
    sshString(digest),
    sshString(options.blobSignature ?? sshBlobSignature(key, signed, options)),
    options.trailing ?? Buffer.alloc(0),
  ]);
  return sshArmor(blob);
}

/** An OpenSSH certificate blob for `key`, signed by `authority`. */
export function sshCertificate(key, authority, options = {}) {
  const {
    kind = 1,
    principals = ['alice@example.com'],
    after = 0n,
    before = 0xffffffffffffffffn,
    critical = [],
    signature = {},
  } = options;
  const type = `${key.type.replace(/@openssh\.com$/, '')}-cert-v01@openssh.com`;
  const body = Buffer.concat([
    sshString(type),
    sshString(Buffer.alloc(32, 3)),
    ...key.fields,
    ...[
      u64(1),
      u32(kind),
      sshString('id'),
      sshString(Buffer.concat(principals.map(sshString))),
      u64(after),
      u64(before),
    ],
    sshString(Buffer.concat(critical.flatMap((name) => [sshString(name), sshString('')]))),
    sshString(''),
    sshString(''),
    sshString(authority.blob),
  ]);
  return Buffer.concat([body, sshString(options.authoritySignature ?? sshBlobSignature(authority, body, signature))]);
}

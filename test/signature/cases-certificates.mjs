// What certificates say of their keys: consent, flags, lives, revocations and who may say so.
import {
  commit,
  mpi,
  packet,
  pgpCertificate,
  pgpKey,
  pgpKeyWithBody,
  pgpSign,
  pgpSignatureBody,
  signatureHeader,
  subpacket,
  u8,
  u32,
  withHeader,
} from './craft.mjs';

const payload = commit();
const alice = 'Alice Example <alice@example.com>';
const users = [{ id: alice }];
const flags = (value) => subpacket(27, u8(value), true);
const second = (day) => Date.parse(`${day}T00:00:00Z`) / 1000;
const signedBy = (key, bytes = payload, options = {}) =>
  withHeader(bytes, signatureHeader(pgpSign(key, bytes, options)));

export function certificateCases(_tools, { add, certificate }) {
  consent(add, certificate);
  flagsAndLives(add, certificate);
  revocations(add, certificate);
  owners(add, certificate);
  issuers(add, certificate);
  forgeableKeys(add);
}

/** A subkey must agree to its primary key (RFC 9580 §5.2.1.9). */
function consent(add, certificate) {
  const shapes = {
    'whose consent is where it is not hashed is good': [
      'good',
      { binding: (_, embedded) => ({ hashed: [flags(2)], unhashed: embedded }) },
    ],
    'whose consent is by MD5 is untrusted': ['untrusted', { crossOptions: { digest: 1 } }],
    'whose consent is by a new SHA-1 is untrusted': ['untrusted', { crossOptions: { digest: 2 } }],
    'whose consent is a binding is untrusted': ['untrusted', { crossOptions: { type: 0x18 } }],
    'whose consent has an unknown critical note is untrusted': [
      'untrusted',
      { crossOptions: { hashed: [subpacket(99, u8(1), true)] } },
    ],
    'whose flags are not hashed is untrusted': [
      'untrusted',
      { flag: 0x0c, binding: (hashed) => ({ hashed, unhashed: [flags(2)] }) },
    ],
    'whose first flags do not allow it is untrusted': [
      'untrusted',
      { binding: (hashed) => ({ hashed: [flags(0x0c), ...hashed] }) },
    ],
    'whose last flags do not allow it is untrusted': [
      'untrusted',
      { binding: (hashed) => ({ hashed: [...hashed, flags(0x0c)] }) },
    ],
    'whose flags are empty is untrusted': ['untrusted', { flag: 0 }],
    'whose binding has ended is untrusted': [
      'untrusted',
      { binding: (hashed) => ({ hashed: [...hashed, subpacket(3, u32(86400), true)] }) },
    ],
    'that is bound in the future is untrusted': [
      'untrusted',
      { binding: (hashed) => ({ hashed, created: second('2027-01-01') }) },
    ],
    'whose binding has an unknown critical note is untrusted': [
      'untrusted',
      { binding: (hashed) => ({ hashed: [...hashed, subpacket(99, u8(1), true)] }) },
    ],
  };
  for (const [name, [state, options]] of Object.entries(shapes)) {
    const [primary, key] = [pgpKey(), pgpKey()];
    certificate(`consent ${name}`, pgpCertificate(primary, { users, subkeys: [{ key, ...options }] }));
    add(`a signing subkey ${name}`, state, signedBy(key), { openpgp: [`consent ${name}`] });
  }
  const [primary, key] = [pgpKey(), pgpKey()];
  const data = Buffer.concat([primary.forHash, key.forHash]);
  const later = packet(
    2,
    pgpSignatureBody(primary, data, { type: 0x18, created: second('2025-01-01'), hashed: [flags(0x0c)] }),
  );
  certificate('bound again', pgpCertificate(primary, { users, subkeys: [{ key, extra: [later] }] }));
  add('a subkey that was bound again to encrypt is untrusted', 'untrusted', signedBy(key), {
    openpgp: ['bound again'],
  });
  const stranger = packet(
    2,
    pgpSignatureBody(pgpKey(), data, { type: 0x18, created: second('2025-01-01'), hashed: [flags(0x0c)] }),
  );
  certificate('bound by another', pgpCertificate(primary, { users, subkeys: [{ key, extra: [stranger] }] }));
  add('a subkey that another key bound again is good', 'good', signedBy(key), { openpgp: ['bound by another'] });
}

function flagsAndLives(add, certificate) {
  const life = (days) => subpacket(9, u32(86400 * days), true);
  const year = 366;
  const shapes = {
    'whose later self-signature lets it end is expired': [
      'expired',
      [{}, { created: second('2025-01-01'), hashed: [flags(3), life(year)] }],
    ],
    'whose later self-signature lets it live is good': [
      'good',
      [{ hashed: [flags(3), life(year)] }, { created: second('2025-01-01') }],
    ],
    'whose later self-signature is in front is good': [
      'good',
      [{ created: second('2025-01-01') }, { hashed: [flags(3), life(year)] }],
    ],
    'whose life is not hashed is good': ['good', [{ unhashed: [life(year)] }]],
    'whose flags are not hashed is untrusted': ['untrusted', [{ hashed: [flags(0x0c)], unhashed: [flags(3)] }]],
    'of a life of zero is good': ['good', [{ hashed: [flags(3), life(0)] }]],
    'that is certified as casually as can be is good': ['good', [{ type: 0x11 }]],
    'that is only attested is untrusted': ['untrusted', [{ type: 0x16 }]],
    'that is certified by a timestamp is untrusted': ['untrusted', [{ type: 0x40 }]],
    'whose flags were taken away later is untrusted': [
      'untrusted',
      [{}, { created: second('2025-01-01'), hashed: [flags(1)] }],
    ],
  };
  for (const [name, [state, certifications]] of Object.entries(shapes)) {
    const key = pgpKey();
    certificate(`life ${name}`, pgpCertificate(key, { users: [{ id: alice, certifications }] }));
    add(`a key ${name}`, state, signedBy(key), { openpgp: [`life ${name}`] });
  }
  const pairs = {
    'ends by its user id': [
      'expired',
      [{ created: second('2025-01-01'), hashed: [flags(3)] }],
      [{ hashed: [flags(3), life(year)] }],
    ],
    'ends by its direct signature': [
      'expired',
      [{ hashed: [flags(3), life(year)] }],
      [{ created: second('2025-01-01') }],
    ],
    'may not sign by its direct signature': [
      'untrusted',
      [{ hashed: [flags(1)] }],
      [{ created: second('2025-01-01') }],
    ],
    'says nothing but by its user id': ['good', [{ created: second('2025-01-01') }], [{}]],
    'says how long it lives by its direct signature': ['good', [{ hashed: [life(2000)] }], [{}]],
  };
  for (const [name, [state, direct, certifications]] of Object.entries(pairs)) {
    const key = pgpKey();
    certificate(`pair ${name}`, pgpCertificate(key, { direct, users: [{ id: alice, certifications }] }));
    add(`a key that ${name} is ${state}`, state, signedBy(key), { openpgp: [`pair ${name}`] });
  }
  const late = pgpKey({ created: second('2026-02-01') });
  const primary = pgpKey();
  certificate('late subkey', pgpCertificate(primary, { users, subkeys: [{ key: late }] }));
  add('a signature older than its subkey is expired', 'expired', signedBy(late), { openpgp: ['late subkey'] });
  const unborn = pgpKey({ created: second('2027-01-01') });
  certificate('unborn', pgpCertificate(unborn, { users }));
  add('a key made in the future is untrusted', 'untrusted', signedBy(unborn), { openpgp: ['unborn'] });
}

function revocations(add, certificate) {
  const revokes = (by, key, options = {}) =>
    packet(2, pgpSignatureBody(by, key.forHash, { type: 0x20, created: second('2026-03-01'), ...options }));
  const revoker = (key) => subpacket(12, Buffer.concat([u8(0x80), u8(key.algorithm), key.fingerprint]), false);
  const [deputy, stranger] = [pgpKey(), pgpKey()];
  const shapes = {
    'revoked by whom it allowed to is revoked': [
      'revoked',
      (key) => ({ direct: [{ hashed: [revoker(deputy)] }], extra: [revokes(deputy, key)] }),
    ],
    'revoked by whom it did not allow to is good': [
      'good',
      (key) => ({ direct: [{ hashed: [revoker(deputy)] }], extra: [revokes(stranger, key)] }),
    ],
    'revoked by a stranger is good': ['good', (key) => ({ extra: [revokes(stranger, key)] })],
    'whose revocation is of another key is good': ['good', (key) => ({ extra: [revokes(key, stranger)] })],
    'revoked for a reason nobody knows is revoked': [
      'revoked',
      (key) => ({ extra: [revokes(key, key, { hashed: [subpacket(29, Buffer.of(77))] })] }),
    ],
    'whose revocation has ended is revoked': [
      'revoked',
      (key) => ({ extra: [revokes(key, key, { hashed: [subpacket(3, u32(1))] })] }),
    ],
    'whose revocation names no time is revoked': [
      'revoked',
      (key) => ({ extra: [revokes(key, key, { createdSubpacket: Buffer.alloc(0) })] }),
    ],
    'certified again after its revocation is revoked': [
      'revoked',
      (key) => ({
        users: [{ id: alice, certifications: [{}, { created: second('2026-05-01') }] }],
        extra: [revokes(key, key, { created: second('2025-01-01') })],
      }),
    ],
  };
  for (const [name, [state, options]] of Object.entries(shapes)) {
    const key = pgpKey();
    certificate(`revocation ${name}`, pgpCertificate(key, { users, ...options(key) }));
    add(`a primary key ${name}`, state, signedBy(key), { openpgp: [`revocation ${name}`] });
  }
  const [primary, key] = [pgpKey(), pgpKey()];
  const bySubkey = revokes(key, primary);
  certificate('revoked by its subkey', pgpCertificate(primary, { users, extra: [bySubkey], subkeys: [{ key }] }));
  add('a primary key revoked by its subkey is good', 'good', signedBy(primary), { openpgp: ['revoked by its subkey'] });
  const data = Buffer.concat([primary.forHash, key.forHash]);
  const foreign = packet(2, pgpSignatureBody(stranger, data, { type: 0x28, created: second('2026-03-01') }));
  certificate('subkey revoked by a stranger', pgpCertificate(primary, { users, subkeys: [{ key, extra: [foreign] }] }));
  add('a subkey revoked by a stranger is good', 'good', signedBy(key), { openpgp: ['subkey revoked by a stranger'] });
  const own = packet(2, pgpSignatureBody(primary, data, { type: 0x28, created: second('2026-03-01') }));
  certificate(
    'subkey revoked in the wrong place',
    pgpCertificate(primary, { users, extra: [own], subkeys: [{ key }] }),
  );
  add('a subkey whose revocation is in the wrong place is revoked', 'revoked', signedBy(key), {
    openpgp: ['subkey revoked in the wrong place'],
  });
}

/** One key in several certificates, and names a key gives itself or others give it. */
function owners(add, certificate) {
  const [mallory, victim] = [pgpKey(), pgpKey()];
  const malloryUsers = [{ id: 'Mallory <mallory@example.com>' }];
  certificate('owned victim', pgpCertificate(victim, { users }));
  certificate(
    'claimed and revoked',
    pgpCertificate(mallory, { users: malloryUsers, subkeys: [{ key: victim, cross: false, revoked: [{}] }] }),
  );
  for (const openpgp of [
    ['owned victim', 'claimed and revoked'],
    ['claimed and revoked', 'owned victim'],
  ]) {
    add(`who revokes a key of another revokes nothing (${openpgp[0]} first)`, 'good', signedBy(victim), { openpgp });
  }
  const [first, second_, shared] = [pgpKey(), pgpKey(), pgpKey()];
  certificate('shared', pgpCertificate(first, { users, subkeys: [{ key: shared }] }));
  certificate('shared and revoked', pgpCertificate(second_, { users, subkeys: [{ key: shared, revoked: [{}] }] }));
  certificate(
    "shared with Bob's",
    pgpCertificate(pgpKey(), { users: [{ id: 'Bob <bob@example.com>' }], subkeys: [{ key: shared }] }),
  );
  for (const openpgp of [
    ['shared', 'shared and revoked'],
    ['shared and revoked', 'shared'],
  ]) {
    add(`a key revoked by one of its owners is revoked (${openpgp[0]} first)`, 'revoked', signedBy(shared), {
      openpgp,
    });
  }
  for (const openpgp of [
    ['shared', "shared with Bob's"],
    ["shared with Bob's", 'shared'],
  ]) {
    add(`a key of two owners is good for either (${openpgp[0]} first)`, 'good', signedBy(shared), { openpgp });
  }
  const key = pgpKey();
  const bob = 'Bob <bob@example.com>';
  const asBob = signedBy(key, commit({ committer: `${bob} 1767225600 +0000` }));
  const named = {
    'that another key gave it': [{ id: alice }, { id: bob, by: mallory }],
    'that nobody certified': [{ id: alice }, { id: bob, certifications: [] }],
    'certified by a broken digest': [{ id: alice }, { id: bob, certifications: [{ digest: 2 }] }],
    'certified with an unknown critical note': [
      { id: alice },
      { id: bob, certifications: [{ hashed: [subpacket(99, u8(1), true)] }] },
    ],
    'revoked by its own key': [{ id: alice }, { id: bob, revoked: [{}] }],
    'within a comment': [{ id: 'Alice (bob@example.com) <alice@example.com>' }],
    'within a name': [{ id: 'bob@example.com <alice@example.com>' }],
    'with white space': [{ id: alice }, { id: 'Bob < bob@example.com >' }],
    'with more behind it': [{ id: alice }, { id: 'Bob <bob@example.com> x' }],
  };
  for (const [name, all] of Object.entries(named)) {
    certificate(`name ${name}`, pgpCertificate(key, { users: all }));
    add(`a name ${name} is not the key's`, 'wrong-identity', asBob, { openpgp: [`name ${name}`] });
  }
}

function issuers(add, certificate) {
  const [key, other] = [pgpKey(), pgpKey()];
  const names = ({ fingerprint }) => subpacket(33, Buffer.concat([u8(4), fingerprint]));
  const trust = {
    openpgp: [
      certificate('issuer Alice', pgpCertificate(key, { users })),
      certificate('issuer Bob', pgpCertificate(other, { users: [{ id: 'Bob <bob@example.com>' }] })),
    ],
  };
  const signed = (by, options) => signedBy(by, payload, { issuer: false, ...options });
  add("a signature that gives another's name is bad", 'bad', signed(other, { hashed: [names(key)] }), trust);
  add(
    "a signature that gives another's name where it is not hashed is bad",
    'bad',
    signed(other, { unhashed: [names(key)] }),
    trust,
  );
  add(
    "another's signature that gives both names is wrong-identity",
    'wrong-identity',
    signed(other, { hashed: [names(key)], unhashed: [names(other)] }),
    trust,
  );
  add(
    'a signature that gives both names is good',
    'good',
    signed(key, { hashed: [names(other)], unhashed: [names(key)] }),
    trust,
  );
  add(
    "a signature with one's fingerprint and another's key id is good",
    'good',
    signed(key, { hashed: [names(key)], unhashed: [subpacket(16, other.keyId)] }),
    trust,
  );
  add(
    "a signature with another's fingerprint and one's key id is bad",
    'bad',
    signed(key, { hashed: [names(other)], unhashed: [subpacket(16, key.keyId)] }),
    trust,
  );
}

/** Keys that anybody can sign with, in certificates that an admin might take over without looking. */
function forgeableKeys(add) {
  const identity = Buffer.concat([u8(1), Buffer.alloc(31)]);
  const made = pgpKey();
  const point = Buffer.concat([Buffer.from('092b06010401da470f01', 'hex'), mpi(Buffer.concat([u8(0x40), identity]))]);
  const body = Buffer.concat([made.body.subarray(0, 6), point]);
  const value = () => Buffer.concat([mpi(identity), mpi(Buffer.alloc(0))]);
  const forged = pgpKeyWithBody(made, body);
  const openpgpText = [pgpCertificate(forged, { users: [{ id: alice, certifications: [{ mutateValue: value }] }] })];
  add(
    'a certificate whose key is the identity is a problem',
    'untrusted',
    signedBy(forged, payload, { mutateValue: value }),
    { openpgpText },
    { problems: 1 },
  );
}

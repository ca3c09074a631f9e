// Genuine OpenPGP signatures of every algorithm and state of a key, by the real gpg; and version 6, which gpg 2.2 lacks.
import {
  commit,
  pgpCertificate,
  pgpKey,
  pgpSign,
  signatureHeader,
  subpacket,
  tag,
  u8,
  u32,
  withHeader,
} from './craft.mjs';

const alice = 'Alice Example <alice@example.com>';
const second = (day) => Date.parse(`${day}T00:00:00Z`) / 1000;

export function openpgpCases(tools, { add, certificate }) {
  const payload = commit();
  const signed = (fingerprint, options) =>
    withHeader(payload, signatureHeader(tools.sign(fingerprint, payload, options)));
  let count = 0;
  /** A key of Alice's own, its certificate kept under `name` when `keep` is called. */
  const make = (name, algorithm, options) => {
    const fingerprint = tools.key(`Alice Example (${++count}) <alice@example.com>`, algorithm, options);
    return { fingerprint, keep: () => certificate(name, tools.certificate(fingerprint)) };
  };

  // Algorithms
  const algorithms = {
    good: [
      'ed25519',
      'rsa2048',
      'rsa3072',
      'rsa4096',
      'nistp256',
      'nistp384',
      'nistp521',
      'brainpoolP256r1',
      'brainpoolP384r1',
      'brainpoolP512r1',
      'secp256k1',
    ],
    weak: ['rsa1024', 'dsa2048'],
  };
  const keys = {};
  for (const [state, names] of Object.entries(algorithms)) {
    for (const name of names) {
      const key = make(name, name);
      keys[name] = key;
      add(`${name} is ${state}`, state, signed(key.fingerprint), { openpgp: [key.keep()] });
      const bytes = signed(key.fingerprint);
      bytes[bytes.length - 3] ^= 1;
      if (state === 'good') add(`${name} with another message is bad`, 'bad', bytes, { openpgp: [name] });
    }
  }
  for (const digest of ['SHA224', 'SHA256', 'SHA384', 'SHA512']) {
    for (const name of ['rsa2048', 'ed25519', 'nistp256']) {
      if (digest === 'SHA224' && name !== 'rsa2048') continue;
      add(
        `${name} over ${digest} is good`,
        'good',
        signed(keys[name].fingerprint, { args: ['--digest-algo', digest] }),
        { openpgp: [name] },
      );
    }
  }
  for (const digest of ['SHA1', 'RIPEMD160', 'MD5']) {
    const object = signed(keys.rsa2048.fingerprint, { args: ['--digest-algo', digest, '--allow-weak-digest-algos'] });
    add(`${digest} is weak`, 'weak', object, { openpgp: ['rsa2048'] });
    add(`${digest} by an unknown key is weak`, 'weak', object, {});
    const altered = Buffer.from(object);
    altered[altered.length - 3] ^= 1;
    add(`${digest} over another message is bad`, 'bad', altered, { openpgp: ['rsa2048'] });
  }

  // Who
  const good = signed(keys.ed25519.fingerprint);
  add('an unknown key is untrusted', 'untrusted', good, { openpgp: ['rsa2048'] });
  add('no keys at all is untrusted', 'untrusted', good, {});
  const foreign = (options) => {
    const bytes = commit(options);
    return withHeader(bytes, signatureHeader(tools.sign(keys.ed25519.fingerprint, bytes)));
  };
  add(
    'a committer who is not the signer is wrong-identity',
    'wrong-identity',
    foreign({ committer: 'Bob <bob@example.com> 1767225600 +0000' }),
    { openpgp: ['ed25519'] },
  );
  add(
    'an author who is not the signer is good by default',
    'good',
    foreign({ author: 'Bob <bob@example.com> 1767225600 +0000' }),
    { openpgp: ['ed25519'] },
  );
  add(
    'an author who is not the signer is wrong-identity where authors count',
    'wrong-identity',
    foreign({ author: 'Bob <bob@example.com> 1767225600 +0000' }),
    { openpgp: ['ed25519'] },
    { policy: { identity: 'committer-and-author' } },
  );
  add(
    'nobody has to be the signer where the policy says none',
    'good',
    foreign({ committer: 'Bob <bob@example.com> 1767225600 +0000' }),
    { openpgp: ['ed25519'] },
    { policy: { identity: 'none' } },
  );
  add(
    'the domain of an email is compared without case',
    'good',
    foreign({ committer: 'Alice <alice@EXAMPLE.com> 1767225600 +0000' }),
    { openpgp: ['ed25519'] },
  );
  add(
    'the local part of an email is compared without case',
    'good',
    foreign({ committer: 'Alice <Alice@example.com> 1767225600 +0000' }),
    { openpgp: ['ed25519'] },
  );
  add('an empty committer email is nobody', 'wrong-identity', foreign({ committer: 'Alice <> 1767225600 +0000' }), {
    openpgp: ['ed25519'],
  });
  const bob = { key: keys.ed25519.fingerprint, name: 'Bob', emails: ['bob@example.com'], roles: ['admin'] };
  add(
    'the policy overrides whose key it is',
    'good',
    foreign({ committer: 'Bob <bob@example.com> 1767225600 +0000' }),
    { openpgp: ['ed25519'] },
    { policy: { signers: [bob] }, signer: { name: 'Bob', roles: ['admin'] } },
  );
  add(
    'the policy takes an email away from a key',
    'wrong-identity',
    good,
    { openpgp: ['ed25519'] },
    { policy: { signers: [bob] } },
  );
  add(
    'the policy finds a signer by email',
    'good',
    good,
    { openpgp: ['ed25519'] },
    {
      policy: { signers: [{ key: 'alice@example.com', name: 'A', emails: [], roles: ['lead'] }] },
      signer: { name: 'A', roles: ['lead'] },
    },
  );
  add(
    'the policy finds a key by its fingerprint in groups',
    'good',
    good,
    { openpgp: ['ed25519'] },
    {
      policy: {
        signers: [
          {
            key: keys.ed25519.fingerprint.toLowerCase().replace(/.{4}(?=.)/g, '$& '),
            name: 'A',
            emails: [],
            roles: [],
          },
        ],
      },
      signer: { name: 'A', roles: [] },
    },
  );

  // Times
  const younger = tools.key('Alice Example (younger) <alice@example.com>', 'ed25519', { day: '2025-01-01' });
  certificate('younger', tools.certificate(younger));
  add(
    'a signature older than its key is expired',
    'expired',
    signed(younger, { args: ['--ignore-time-conflict', '--ignore-valid-from'], day: '2024-06-01' }),
    { openpgp: ['younger'] },
  );
  const expired = make('expired', 'ed25519', { expires: '2025-01-01' });
  add(
    'a key that expired between signature and now is expired',
    'expired',
    signed(expired.fingerprint, { day: '2024-06-01' }),
    { openpgp: [expired.keep()] },
  );
  const late = make('expires in March', 'ed25519', { expires: '2026-03-01' });
  const lateObject = signed(late.fingerprint);
  add('a key that has expired since is expired', 'expired', lateObject, { openpgp: [late.keep()] });
  tools.gpg(['--quick-set-expire', late.fingerprint, '2028-01-01'], { day: '2026-04-01' });
  add('a key that was extended since is good', 'good', lateObject, {
    openpgp: [certificate('extended', tools.certificate(late.fingerprint))],
  });
  const shortened = make('shortened', 'ed25519', { expires: '2028-01-01' });
  const shortenedObject = signed(shortened.fingerprint);
  tools.gpg(['--quick-set-expire', shortened.fingerprint, '2026-05-01'], { day: '2026-04-01' });
  add('a key whose life was shortened is expired', 'expired', shortenedObject, { openpgp: [shortened.keep()] });
  add(
    'a signature that expires is expired after it',
    'expired',
    signed(keys.ed25519.fingerprint, { args: ['--default-sig-expire', '2026-02-01'] }),
    { openpgp: ['ed25519'] },
  );
  add(
    'a signature that expires is good before it',
    'good',
    signed(keys.ed25519.fingerprint, { args: ['--default-sig-expire', '2027-02-01'] }),
    { openpgp: ['ed25519'] },
  );
  add('a signature from the future is expired', 'expired', signed(keys.ed25519.fingerprint, { day: '2026-09-01' }), {
    openpgp: ['ed25519'],
  });

  // Subkeys
  const primary = make('subkeys', 'ed25519', { usage: 'cert' });
  const subkeys = {
    ed25519: tools.subkey(primary.fingerprint, 'ed25519'),
    rsa: tools.subkey(primary.fingerprint, 'rsa2048'),
    brief: tools.subkey(primary.fingerprint, 'ed25519', { expires: '2026-03-01' }),
    revoked: tools.subkey(primary.fingerprint, 'ed25519'),
  };
  const bySubkey = Object.fromEntries(
    Object.entries(subkeys).map(([name, fingerprint]) => [name, signed(fingerprint)]),
  );
  tools.edit(primary.fingerprint, ['key 4', 'revkey', 'y', '2', '', 'y'], '2026-03-01');
  primary.keep();
  add('a subkey is good', 'good', bySubkey.ed25519, { openpgp: ['subkeys'] }, { keyFingerprint: primary.fingerprint });
  add('an RSA subkey is good', 'good', bySubkey.rsa, { openpgp: ['subkeys'] });
  add('an expired subkey is expired', 'expired', bySubkey.brief, { openpgp: ['subkeys'] });
  add('a revoked subkey is revoked', 'revoked', bySubkey.revoked, { openpgp: ['subkeys'] });
  add('a subkey of a listed primary key is revoked', 'revoked', bySubkey.ed25519, {
    openpgp: ['subkeys'],
    revoked: `${primary.fingerprint}\n`,
  });
  add('a listed subkey is revoked', 'revoked', bySubkey.ed25519, {
    openpgp: ['subkeys'],
    revoked: `# lost\n${subkeys.ed25519.toLowerCase()} # laptop\n`,
  });
  add('another listed subkey changes nothing', 'good', bySubkey.ed25519, {
    openpgp: ['subkeys'],
    revoked: `${subkeys.rsa}\n`,
  });
  const expiringPrimary = make('expiring primary', 'ed25519', { usage: 'cert', expires: '2026-03-01' });
  const under = tools.subkey(expiringPrimary.fingerprint, 'ed25519');
  add('a subkey ends with its primary key', 'expired', signed(under), { openpgp: [expiringPrimary.keep()] });

  // Usage and revocation
  const demoted = make('demoted', 'rsa2048');
  const demotedObject = signed(demoted.fingerprint);
  tools.edit(demoted.fingerprint, ['change-usage', 'S', 'Q'], '2026-04-01');
  add('a key that may only certify is untrusted', 'untrusted', demotedObject, { openpgp: [demoted.keep()] });
  for (const [reason, name] of ['without a reason', 'compromised', 'superseded', 'retired'].entries()) {
    const key = make(`revoked ${name}`, 'ed25519');
    const object = signed(key.fingerprint);
    tools.revoke(key.fingerprint, reason);
    add(`a key revoked ${name} is revoked`, 'revoked', object, { openpgp: [key.keep()] });
  }
  const twice = make('copy before', 'ed25519');
  const twiceObject = signed(twice.fingerprint);
  twice.keep();
  tools.revoke(twice.fingerprint, 1);
  certificate('copy after', tools.certificate(twice.fingerprint));
  add('an older copy of a revoked certificate does not help', 'revoked', twiceObject, {
    openpgp: ['copy after', 'copy before'],
  });
  add('nor does its order', 'revoked', twiceObject, { openpgp: ['copy before', 'copy after'] });

  // User ids
  const users = make('two user ids', 'ed25519');
  tools.gpg(['--quick-add-uid', users.fingerprint, 'Alice Work <alice@work.example>'], { day: '2024-02-01' });
  const work = commit({ committer: 'Alice <alice@work.example> 1767225600 +0000' });
  const workObject = withHeader(work, signatureHeader(tools.sign(users.fingerprint, work)));
  add('a second user id is good', 'good', workObject, { openpgp: [users.keep()] });
  tools.gpg(['--quick-revoke-uid', users.fingerprint, 'Alice Work <alice@work.example>'], { day: '2026-03-01' });
  const revokedUser = certificate('revoked user id', tools.certificate(users.fingerprint));
  add('a revoked user id is wrong-identity', 'wrong-identity', workObject, { openpgp: [revokedUser] });
  add('a revoked user id leaves the others', 'good', signed(users.fingerprint), { openpgp: [revokedUser] });

  // What forges and git write
  const armor = tools.sign(keys.rsa2048.fingerprint, payload);
  const shapes = {
    'with a trailing blank line': `${armor}\n`,
    'without a checksum': armor.replace(/^=.{4}\n/m, ''),
    'without a checksum and with a blank line': `${armor.replace(/^=.{4}\n/m, '')}\n`,
    'with headers': armor.replace('\n\n', '\nVersion: GnuPG v2\nComment: https://example.com\n\n'),
    'with trailing white space': armor.replaceAll('\n', ' \t\n'),
    'in CRLF': armor.replaceAll('\n', '\r\n'),
  };
  for (const [name, text] of Object.entries(shapes)) {
    add(`an armor ${name} is good`, 'good', withHeader(payload, signatureHeader(text)), { openpgp: ['rsa2048'] });
  }
  const gpgSigning = { 'user.signingkey': keys.ed25519.fingerprint };
  for (const format of ['sha1', 'sha256']) {
    for (const kind of ['commit', 'tag']) {
      const object = tools.git(format, kind, gpgSigning);
      add(
        `a ${kind} by git in a ${format} repository is good`,
        'good',
        object,
        { openpgp: ['ed25519'] },
        { kind, objectFormat: format },
      );
      const other = format === 'sha1' ? 'sha256' : 'sha1';
      if (kind === 'commit')
        add(
          `the ${format} header counts for nothing in a ${other} repository`,
          'unsigned',
          object,
          { openpgp: ['ed25519'] },
          { objectFormat: other },
        );
    }
  }
  const release = tag();
  const tagSignature = tools.sign(keys.ed25519.fingerprint, release);
  add(
    'an altered tag is bad',
    'bad',
    Buffer.concat([Buffer.from(release.toString().replace('1.0', '1.1')), Buffer.from(tagSignature)]),
    { openpgp: ['ed25519'] },
    { kind: 'tag' },
  );
  add('a tag without signature is unsigned', 'unsigned', release, { openpgp: ['ed25519'] }, { kind: 'tag' });
  add(
    'a tag with two signatures is malformed',
    'malformed',
    Buffer.concat([release, Buffer.from(tagSignature), Buffer.from(tagSignature)]),
    { openpgp: ['ed25519'] },
    { kind: 'tag' },
  );
  add('a file with several certificates is read whole', 'good', good, {
    openpgpText: [tools.gpg(['--armor', '--export', keys.rsa2048.fingerprint, keys.ed25519.fingerprint]).toString()],
  });
  add('a file with several armors is read whole', 'good', good, {
    openpgpText: [tools.certificate(keys.rsa2048.fingerprint) + tools.certificate(keys.ed25519.fingerprint)],
  });
  add(
    'a private key is a problem',
    'untrusted',
    good,
    {
      openpgpText: [
        tools
          .gpg(['--armor', '--export-secret-keys', keys.nistp256.fingerprint])
          .toString()
          .replaceAll(/^[A-Za-z0-9+/=]{20,}$/gm, ''),
      ],
    },
    { problems: 1 },
  );

  newerForms({ add, certificate });
}

/** Version 6 keys, native Ed25519 and Ed448, GitHub's old habits: RFC 9580 and what forges do, written by craft.mjs. */
function newerForms({ add, certificate }) {
  const payload = commit();
  const users = [{ id: alice }];
  for (const [name, options] of Object.entries({
    'version 4 Ed25519': { algorithm: 27 },
    'version 4 Ed448': { algorithm: 28 },
    'version 6 Ed25519': { version: 6, algorithm: 27 },
    'version 6 Ed448': { version: 6, algorithm: 28 },
    'version 6 RSA': { version: 6, algorithm: 1 },
    'version 6 ECDSA': { version: 6, algorithm: 19 },
  })) {
    const key = pgpKey(options);
    certificate(name, pgpCertificate(key, { users }));
    for (const digest of name === 'version 6 Ed25519' ? [8, 9, 10, 12, 14] : [10]) {
      add(
        `${name}, digest ${digest}, is good`,
        'good',
        withHeader(payload, signatureHeader(pgpSign(key, payload, { digest }))),
        { openpgp: [name] },
      );
    }
    const other = withHeader(
      commit({ message: 'Change another role\n' }),
      signatureHeader(pgpSign(key, payload, { digest: 10 })),
    );
    add(`${name} over another message is bad`, 'bad', other, { openpgp: [name] });
  }
  const six = pgpKey({ version: 6, algorithm: 27 });
  const sub = pgpKey({ version: 6, algorithm: 27 });
  certificate('version 6 subkey', pgpCertificate(six, { users, subkeys: [{ key: sub }] }));
  add('a version 6 subkey is good', 'good', withHeader(payload, signatureHeader(pgpSign(sub, payload))), {
    openpgp: ['version 6 subkey'],
  });

  const rsa = pgpKey({ algorithm: 1 });
  certificate('crafted RSA', pgpCertificate(rsa, { users }));
  const shapes = {
    'whose first digest bits are wrong is good': ['good', { left16: Buffer.of(0, 0) }],
    'that names no issuer is untrusted': ['untrusted', { issuer: false }],
    'with a note is good': [
      'good',
      { hashed: [subpacket(20, Buffer.concat([u32(0x80000000), Buffer.of(0, 1, 0, 1), Buffer.from('ab')]))] },
    ],
    'that names its user is good': ['good', { hashed: [subpacket(28, Buffer.from(alice))] }],
    'made from the second on in which its key was is good': ['good', { created: rsa.created }],
  };
  for (const [name, [state, options]] of Object.entries(shapes)) {
    add(`a signature ${name}`, state, withHeader(payload, signatureHeader(pgpSign(rsa, payload, options))), {
      openpgp: ['crafted RSA'],
    });
  }

  // Self-signatures
  const flags = (value) => subpacket(27, u8(value), true);
  const certificates = {
    'whose user id expired is wrong-identity': [
      'wrong-identity',
      {
        users: [
          { id: 'Bob <bob@example.com>' },
          { id: alice, certifications: [{ hashed: [flags(3), subpacket(3, u32(86400), true)] }] },
        ],
      },
    ],
    'whose user id was certified again after its revocation is good': [
      'good',
      {
        users: [
          {
            id: alice,
            certifications: [{}, { created: second('2025-06-01') }],
            revoked: [{ created: second('2025-01-01') }],
          },
        ],
      },
    ],
    'whose newest self-signature is not in force yet is good': [
      'good',
      { users: [{ id: alice, certifications: [{}, { created: second('2027-01-01'), hashed: [flags(1)] }] }] },
    ],
    'with an old SHA-1 self-signature is good': [
      'good',
      { users: [{ id: alice, certifications: [{ digest: 2, created: second('2018-06-01') }] }] },
      { created: second('2018-01-01') },
    ],
    'with a new SHA-1 self-signature is weak': [
      'weak',
      { users: [{ id: alice, certifications: [{ digest: 2, created: second('2024-06-01') }] }] },
    ],
    'with an MD5 self-signature is weak': [
      'weak',
      { users: [{ id: alice, certifications: [{ digest: 1, created: second('2010-06-01') }] }] },
      { created: second('2010-01-01') },
    ],
    'without any self-signature is untrusted': ['untrusted', { users: [{ id: alice, certifications: [] }] }],
    'whose self-signature is by another key is untrusted': [
      'untrusted',
      {
        users: [
          {
            id: alice,
            certifications: [
              {
                mutateValue: (value) =>
                  Buffer.concat([value.subarray(0, 20), Buffer.of(value[20] ^ 1), value.subarray(21)]),
              },
            ],
          },
        ],
      },
    ],
    'with an unknown critical note on its user id is untrusted': [
      'untrusted',
      { users: [{ id: alice, certifications: [{ hashed: [flags(3), subpacket(99, u8(1), true)] }] }] },
    ],
    'without key flags is good': ['good', { users: [{ id: alice, certifications: [{ hashed: [] }] }] }],
    'that may only encrypt is untrusted': [
      'untrusted',
      { users: [{ id: alice, certifications: [{ hashed: [flags(0x0c)] }] }] },
    ],
    'revoked by SHA-1 is revoked': ['revoked', { users, revocations: [{ digest: 2 }] }],
    'revoked with an unknown critical note is revoked': [
      'revoked',
      { users, revocations: [{ hashed: [subpacket(99, u8(1), true)] }] },
    ],
    'with a revocation by nobody is good': [
      'good',
      {
        users,
        revocations: [
          {
            mutateValue: (value) =>
              Buffer.concat([value.subarray(0, 20), Buffer.of(value[20] ^ 1), value.subarray(21)]),
          },
        ],
      },
    ],
    'revoked in the future is revoked': ['revoked', { users, revocations: [{ created: second('2030-01-01') }] }],
    'whose user id names two emails is wrong-identity': [
      'wrong-identity',
      { users: [{ id: 'Alice <bob@example.com> <alice@example.com>' }] },
    ],
    'whose user id is a bare email is good': ['good', { users: [{ id: 'alice@example.com' }] }],
  };
  for (const [name, [state, options, keyOptions]] of Object.entries(certificates)) {
    const key = pgpKey(keyOptions);
    certificate(name, pgpCertificate(key, options));
    add(`a certificate ${name}`, state, withHeader(payload, signatureHeader(pgpSign(key, payload))), {
      openpgp: [name],
    });
  }

  // Subkeys
  const mallory = pgpKey();
  const malloryUsers = [{ id: 'Mallory <mallory@example.com>' }];
  const victim = pgpKey();
  const bindings = {
    'that did not agree to it is untrusted': ['untrusted', { key: victim, cross: false }],
    'that another key agreed for is untrusted': ['untrusted', { key: victim, cross: pgpKey() }],
    'that may only encrypt is untrusted': ['untrusted', { key: pgpKey(), flag: 0x0c }],
    'without key flags is good': ['good', { key: pgpKey(), flag: undefined }],
    'with a life that ended is expired': ['expired', { key: pgpKey(), lifetime: 86400 * 365 }],
    'with a revocation after which it was bound again is revoked': [
      'revoked',
      { key: pgpKey(), revoked: [{ created: second('2024-06-01') }], binding: { created: second('2025-01-01') } },
    ],
    'bound by SHA-1 is weak': ['weak', { key: pgpKey(), binding: { digest: 2, created: second('2024-02-01') } }],
  };
  for (const [name, [state, subkey]] of Object.entries(bindings)) {
    certificate(`subkey ${name}`, pgpCertificate(mallory, { users: malloryUsers, subkeys: [subkey] }));
    const bytes = commit({ committer: 'Mallory <mallory@example.com> 1767225600 +0000' });
    add(`a subkey ${name}`, state, withHeader(bytes, signatureHeader(pgpSign(subkey.key, bytes))), {
      openpgp: [`subkey ${name}`],
    });
  }
  certificate('victim', pgpCertificate(victim, { users }));
  add(
    "a certificate that takes in another's key takes nothing from it",
    'good',
    withHeader(payload, signatureHeader(pgpSign(victim, payload))),
    { openpgp: ['subkey that did not agree to it is untrusted', 'victim'] },
    { keyFingerprint: victim.fingerprint.toString('hex').toUpperCase() },
  );
}

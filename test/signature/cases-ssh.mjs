// SSH signatures of every key type by the real ssh-keygen; security keys and broken ones by craft.mjs (PROTOCOL.u2f, PROTOCOL.sshsig).
import { createHash } from 'node:crypto';
import {
  commit,
  signatureHeader,
  sshBlobSignature,
  sshCertificate,
  sshKey,
  sshSign,
  sshString,
  tag,
  u8,
  u32,
  withHeader,
} from './craft.mjs';

const payload = commit();
const attach = (armor, bytes = payload) => withHeader(bytes, signatureHeader(armor));

export function sshCases(tools, { add }) {
  const allow = (line, options = '') => ({ allowedSigners: `alice@example.com ${options}${options && ' '}${line}\n` });

  // Key types
  const types = [
    ['ed25519', 'ed25519', undefined, 'good'],
    ['rsa2048', 'rsa', 2048, 'good'],
    ['rsa4096', 'rsa', 4096, 'good'],
    ['rsa1024', 'rsa', 1024, 'weak'],
    ['ecdsa256', 'ecdsa', 256, 'good'],
    ['ecdsa384', 'ecdsa', 384, 'good'],
    ['ecdsa521', 'ecdsa', 521, 'good'],
    ['dsa', 'dsa', undefined, 'weak'],
  ];
  const keys = {};
  for (const [name, type, bits, state] of types) {
    const key = tools.sshKey(name, type, bits);
    keys[name] = key;
    for (const digest of ['sha256', 'sha512']) {
      const armor = tools.sshSign(key, payload, { digest });
      add(`ssh ${name} over ${digest} is ${state}`, state, attach(armor), allow(key.line));
      if (state === 'good')
        add(
          `ssh ${name} over ${digest} of another message is bad`,
          'bad',
          attach(armor, commit({ message: 'x\n' })),
          allow(key.line),
        );
    }
  }
  const { ed25519, rsa2048 } = keys;
  const armor = tools.sshSign(ed25519, payload);
  const good = attach(armor);

  // allowed_signers
  const line = ed25519.line;
  const files = {
    'an empty file': ['untrusted', ''],
    'another key': ['untrusted', `alice@example.com ${rsa2048.line}`],
    'comments and blank lines': ['good', `# ours\n\n   \n  alice@example.com ${line} laptop # 2024\n`],
    'CRLF line ends': ['good', `alice@example.com ${line}\r\n`],
    tabs: ['good', `alice@example.com\t\t${line.replace(' ', '\t')}`],
    'several principals': ['good', `bob@example.com,alice@example.com ${line}`],
    'a pattern': ['good', `*@example.com ${line}`],
    'a pattern of another domain': ['wrong-identity', `*@example.org ${line}`],
    'question marks': ['good', `?????@example.com ${line}`],
    'too few question marks': ['wrong-identity', `????@example.com ${line}`],
    'a negated pattern': ['wrong-identity', `*@example.com,!alice@example.com ${line}`],
    'a negated pattern first': ['wrong-identity', `!alice@example.com,*@example.com ${line}`],
    'only a negated pattern': ['wrong-identity', `!bob@example.com ${line}`],
    'quoted principals': ['good', `"alice@example.com" ${line}`],
    'another principal': ['wrong-identity', `bob@example.com ${line}`],
    'a principal in another case': ['good', `ALICE@example.com ${line}`],
    'a domain in another case': ['good', `alice@EXAMPLE.COM ${line}`],
    'two lines of which one fits': ['good', `bob@example.com ${line}\nalice@example.com ${line}`],
    'the namespace git': ['good', `alice@example.com namespaces="git" ${line}`],
    'namespaces with git': ['good', `alice@example.com namespaces="file,git" ${line}`],
    'a namespace pattern': ['good', `alice@example.com namespaces="g*" ${line}`],
    'another namespace': ['untrusted', `alice@example.com namespaces="file" ${line}`],
    'a negated namespace': ['untrusted', `alice@example.com namespaces="!git,*" ${line}`],
    'an option in capitals': ['good', `alice@example.com NAMESPACES="git" ${line}`],
    'a past valid-before': ['expired', `alice@example.com valid-before="20260301" ${line}`],
    'a valid-before before the commit': ['expired', `alice@example.com valid-before="20250301Z" ${line}`],
    'a valid-before in the future': ['good', `alice@example.com valid-before="20270301Z" ${line}`],
    'a valid-before in this second': ['good', `alice@example.com valid-before="20260601000000Z" ${line}`],
    'a valid-before one second ago': ['expired', `alice@example.com valid-before="20260531235959Z" ${line}`],
    'a valid-after past': ['good', `alice@example.com valid-after="20250301Z" ${line}`],
    'a valid-after in the future': ['expired', `alice@example.com valid-after="20270301Z" ${line}`],
    'a valid-after between the commit and now': ['expired', `alice@example.com valid-after="202603010000" ${line}`],
    'a valid-after in the second of the commit': ['good', `alice@example.com valid-after="20260101000000UTC" ${line}`],
    'both times': ['good', `alice@example.com valid-after="20250101Z",valid-before="20280101Z" ${line}`],
    'all options': [
      'good',
      `alice@example.com namespaces="git",valid-after="20250101Z",valid-before="20280101Z" ${line}`,
    ],
    'an expired and a valid line': [
      'good',
      `alice@example.com valid-before="20250301Z" ${line}\nalice@example.com ${line}`,
    ],
    'times the wrong way round': [
      'untrusted',
      `alice@example.com valid-after="20280101Z",valid-before="20250101Z" ${line}`,
      1,
    ],
    'an unknown option': ['untrusted', `alice@example.com no-touch-required ${line}`, 1],
    'an option twice': ['untrusted', `alice@example.com namespaces="git",namespaces="file" ${line}`, 1],
    'a comma after the options': ['untrusted', `alice@example.com namespaces="git", ${line}`, 1],
    'an open quote': ['untrusted', `alice@example.com namespaces="git ${line}`, 1],
    'a time that is none': ['untrusted', `alice@example.com valid-before="soon" ${line}`, 1],
    'a month that is none': ['untrusted', `alice@example.com valid-before="20271301Z" ${line}`, 1],
    'no principals': ['untrusted', `${line}`, 1],
    'no key': ['untrusted', 'alice@example.com', 1],
    'a broken key': ['untrusted', `alice@example.com ${line.slice(0, -8)}`, 1],
    'a key of another type than it says': [
      'untrusted',
      `alice@example.com ${line.replace('ssh-ed25519 ', 'ssh-rsa ')}`,
      1,
    ],
    'an unknown key type': ['untrusted', 'alice@example.com ssh-new AAAAB3NzaC1yc2E=', 1],
    'a broken line and a good one': [
      'good',
      `alice@example.com valid-before="soon" ${line}\nalice@example.com ${line}`,
      1,
    ],
    'a byte order mark': ['good', `\uFEFFalice@example.com ${line}`],
    'the key as authority only': ['untrusted', `alice@example.com cert-authority ${line}`],
  };
  for (const [name, [state, allowedSigners, problems = 0]] of Object.entries(files)) {
    add(`allowed_signers with ${name} is ${state}`, state, good, { allowedSigners }, { problems });
  }

  // Revocation and policy
  const fingerprint = `SHA256:${createHash('sha256')
    .update(Buffer.from(line.split(' ')[1], 'base64'))
    .digest('base64')
    .replace(/=+$/, '')}`;
  add(
    'an ssh key listed by fingerprint is revoked',
    'revoked',
    good,
    { ...allow(line), revoked: `# lost\n${fingerprint}\n` },
    { keyFingerprint: fingerprint },
  );
  add('an ssh key listed whole is revoked', 'revoked', good, { ...allow(line), revoked: `${line} laptop\n` });
  add('an ssh key listed that nobody trusts is revoked', 'revoked', good, { revoked: `${fingerprint}\n` });
  add('another listed ssh key changes nothing', 'good', good, { ...allow(line), revoked: `${rsa2048.line}\n` });
  add(
    'a line of revoked that cannot be read is a problem',
    'good',
    good,
    { ...allow(line), revoked: 'laptop of Alice\n' },
    { problems: 1 },
  );
  const signers = [{ key: fingerprint, name: 'Alice', emails: ['al@example.org'], roles: ['admin'] }];
  const al = commit({ committer: 'Al <al@example.org> 1767225600 +0000' });
  add('the policy says whose ssh key it is', 'good', attach(tools.sshSign(ed25519, al), al), allow(line), {
    policy: { signers },
    signer: { name: 'Alice', roles: ['admin'] },
  });
  add('the policy takes an email away from an ssh key', 'wrong-identity', good, allow(line), { policy: { signers } });
  add('the policy finds an ssh signer by principal', 'good', good, allow(line), {
    policy: { signers: [{ key: 'alice@example.com', name: 'Alice', emails: [], roles: ['lead'] }] },
    signer: { name: 'Alice', roles: ['lead'] },
  });
  add(
    'an unknown ssh key is untrusted and says what to add',
    'untrusted',
    good,
    {},
    { remedy: `alice@example.com namespaces="git" ${line}` },
  );
  const star = commit({ committer: 'Alice <*> 1767225600 +0000' });
  add(
    'what to add never holds a pattern',
    'untrusted',
    attach(tools.sshSign(ed25519, star), star),
    {},
    { remedy: `EMAIL namespaces="git" ${line}` },
  );
  add('a pattern as committer is nobody', 'wrong-identity', attach(tools.sshSign(ed25519, star), star), {
    allowedSigners: `* ${line}`,
  });
  add(
    'a backdated commit by an expired key is expired',
    'expired',
    attach(
      tools.sshSign(ed25519, commit({ committer: 'A <alice@example.com> 1600000000 +0000' })),
      commit({ committer: 'A <alice@example.com> 1600000000 +0000' }),
    ),
    allow(line, 'valid-before="20250101Z"'),
  );

  certificates(tools, add, keys);
  devices(add, allow);
  objects(tools, add, allow, ed25519);
}

function certificates(tools, add, { ed25519, rsa2048, ecdsa256, rsa1024 }) {
  const signWith = (key, certificate) => {
    // The plain signature names the key; a certificate's names the certificate. The signed bytes are the same.
    const blob = Buffer.from(tools.sshSign(key, payload).split('\n').slice(1, -2).join(''), 'base64');
    const at = 10;
    const length = blob.readUInt32BE(at);
    return Buffer.concat([blob.subarray(0, at), sshString(certificate), blob.subarray(at + 4 + length)]);
  };
  const armored = (blob) =>
    `-----BEGIN SSH SIGNATURE-----\n${blob.toString('base64').replace(/.{1,70}/g, '$&\n')}-----END SSH SIGNATURE-----\n`;
  const certified = (authority, key, args) => attach(armored(signWith(key, tools.sshCertify(authority, key, args))));
  const authority = tools.sshKey('authority', 'ed25519');
  const trust = (patterns = '*@example.com', key = authority, options = '') => ({
    allowedSigners: `${patterns} cert-authority${options} ${key.line}\n`,
  });
  const always = ['-n', 'alice@example.com', '-V', 'always:forever'];
  const good = certified(authority, ed25519, always);
  add('a certificate is good', 'good', good, trust());
  add('a certificate of an unknown authority is untrusted', 'untrusted', good, trust('*@example.com', rsa2048));
  add('a certificate does not need the key itself', 'untrusted', good, {
    allowedSigners: `alice@example.com ${ed25519.line}\n`,
  });
  add('an authority without cert-authority is none', 'untrusted', good, {
    allowedSigners: `alice@example.com ${authority.line}\n`,
  });
  add(
    'a certificate under a pattern that leaves out its principal is wrong-identity',
    'wrong-identity',
    good,
    trust('*@example.org'),
  );
  add('a certificate of a listed authority is revoked', 'revoked', good, {
    ...trust(),
    revoked: `${authority.line}\n`,
  });
  add('a certificate of a listed key is revoked', 'revoked', good, { ...trust(), revoked: `${ed25519.line}\n` });
  add('a certificate with a namespace is good', 'good', good, trust('*@example.com', authority, ',namespaces="git"'));
  add(
    'a certificate for another namespace is untrusted',
    'untrusted',
    good,
    trust('*@example.com', authority, ',namespaces="file"'),
  );
  add(
    'a certificate of an authority that ended is expired',
    'expired',
    good,
    trust('*@example.com', authority, ',valid-before="20260301Z"'),
  );
  add(
    'a certificate with another principal is wrong-identity',
    'wrong-identity',
    certified(authority, ed25519, ['-n', 'bob@example.com', '-V', 'always:forever']),
    trust(),
  );
  add(
    'a certificate with several principals is good',
    'good',
    certified(authority, ed25519, ['-n', 'bob@example.com,alice@example.com', '-V', 'always:forever']),
    trust(),
  );
  add(
    'a pattern as principal of a certificate is none',
    'wrong-identity',
    certified(authority, ed25519, ['-n', '*@example.com', '-V', 'always:forever']),
    trust(),
  );
  add(
    'a certificate without principals is wrong-identity',
    'wrong-identity',
    certified(authority, ed25519, ['-V', 'always:forever']),
    trust(),
  );
  add(
    'a certificate in its time is good',
    'good',
    certified(authority, ed25519, ['-n', 'alice@example.com', '-V', '20250101:20270101']),
    trust(),
  );
  add(
    'an expired certificate is expired',
    'expired',
    certified(authority, ed25519, ['-n', 'alice@example.com', '-V', '20250101:20260301']),
    trust(),
  );
  add(
    'a certificate made after the commit is expired',
    'expired',
    certified(authority, ed25519, ['-n', 'alice@example.com', '-V', '20260301:20270101']),
    trust(),
  );
  add(
    'a certificate of the future is expired',
    'expired',
    certified(authority, ed25519, ['-n', 'alice@example.com', '-V', '20270101:20280101']),
    trust(),
  );
  add('a host certificate is untrusted', 'untrusted', certified(authority, ed25519, ['-h', ...always]), trust());
  add(
    'a certificate with a forced command is untrusted',
    'untrusted',
    certified(authority, ed25519, ['-O', 'force-command=true', ...always]),
    trust(),
  );
  add(
    'a certificate with extensions is good',
    'good',
    certified(authority, ed25519, ['-O', 'extension:x@example.com=y', ...always]),
    trust(),
  );
  add(
    'a certificate of an RSA key by an ECDSA authority is good',
    'good',
    certified(ecdsa256, rsa2048, always),
    trust('*', ecdsa256),
  );
  add(
    'a certificate of an ECDSA key by an RSA authority is good',
    'good',
    certified(rsa2048, ecdsa256, ['-t', 'rsa-sha2-512', ...always]),
    trust('*', rsa2048),
  );
  add(
    'a certificate by an authority with SHA-1 is weak',
    'weak',
    certified(rsa2048, ed25519, ['-t', 'ssh-rsa', ...always]),
    trust('*', rsa2048),
  );
  add(
    'a certificate by a short RSA authority is weak',
    'weak',
    certified(rsa1024, ed25519, always),
    trust('*', rsa1024),
  );
  const blob = signWith(ed25519, tools.sshCertify(authority, ed25519, always));
  blob[blob.indexOf('alice@example.com')] ^= 1;
  add('an altered certificate is malformed', 'malformed', attach(armored(blob)), trust());
  const [key, ca, other] = [sshKey(), sshKey(), sshKey()];
  const crafted = (options, by = ca) => attach(sshSign(key, payload, { publicKey: sshCertificate(key, by, options) }));
  const craftedTrust = { allowedSigners: `* cert-authority ${ca.line}\n` };
  add('a crafted certificate is good', 'good', crafted({}), craftedTrust);
  add(
    'a certificate by somebody else who names the authority is malformed',
    'malformed',
    crafted({}, { ...other, blob: ca.blob }),
    craftedTrust,
  );
  add('a certificate of a kind that is none is malformed', 'malformed', crafted({ kind: 3 }), craftedTrust);
  add(
    'a certificate with an unknown critical option is untrusted',
    'untrusted',
    crafted({ critical: ['new@example.com'] }),
    craftedTrust,
  );
  add('a certificate signed by itself as authority is untrusted', 'untrusted', crafted({}, key), craftedTrust);
}

function devices(add, allow) {
  for (const type of ['sk-ssh-ed25519@openssh.com', 'sk-ecdsa-sha2-nistp256@openssh.com']) {
    const key = sshKey(type);
    const name = type.replace('@openssh.com', '');
    const signed = (options) => attach(sshSign(key, payload, options));
    add(`${name} is good`, 'good', signed({}), allow(key.line));
    add(`${name} with verification is good`, 'good', signed({ flags: 5 }), allow(key.line));
    add(`${name} without touch is bad`, 'bad', signed({ flags: 0 }), allow(key.line));
    add(`${name} with verification but no touch is bad`, 'bad', signed({ flags: 4 }), allow(key.line));
    const changed = sshSign(key, payload, {});
    const bytes = Buffer.from(changed.split('\n').slice(1, -2).join(''), 'base64');
    bytes[bytes.length - 1] ^= 1;
    const armor = `-----BEGIN SSH SIGNATURE-----\n${bytes.toString('base64')}\n-----END SSH SIGNATURE-----\n`;
    add(`${name} with another counter is bad`, 'bad', attach(armor), allow(key.line));
    const elsewhere = sshKey(type, { pair: key, application: 'ssh:other' });
    add(
      `${name} for another application is untrusted`,
      'untrusted',
      attach(sshSign(elsewhere, payload)),
      allow(key.line),
    );
    add(
      `${name} that signed for another application is bad`,
      'bad',
      attach(sshSign({ ...key, application: 'https://example.com' }, payload)),
      allow(key.line),
    );
    const ca = sshKey();
    const trust = { allowedSigners: `* cert-authority ${ca.line}\n` };
    const certified = (critical, flags) =>
      attach(sshSign(key, payload, { flags, publicKey: sshCertificate(key, ca, { critical }) }));
    add(`${name} with a certificate is good`, 'good', certified([], 1), trust);
    add(
      `${name} whose certificate demands verification is bad without it`,
      'bad',
      certified(['verify-required'], 1),
      trust,
    );
    add(
      `${name} whose certificate demands verification is good with it`,
      'good',
      certified(['verify-required'], 5),
      trust,
    );
  }
  const key = sshKey('sk-ecdsa-sha2-nistp256@openssh.com');
  for (const [name, origin, begin, state] of [
    ['a browser', 'https://example.com', '', 'good'],
    ['a browser with a quote in its origin', 'https://e"x', '', 'malformed'],
    ['a browser with other data', 'https://example.com', ' ', 'bad'],
  ]) {
    const blobSignature = webauthnSignature(key, origin, begin);
    add(
      `a security key in ${name} is ${state}`,
      state,
      attach(sshSign(key, payload, { blobSignature })),
      allow(key.line),
    );
  }
}

/** What a browser makes of a security key (PROTOCOL.u2f, webauthn). */
function webauthnSignature(key, origin, begin) {
  const digest = createHash('sha512').update(payload).digest();
  const signed = Buffer.concat([Buffer.from('SSHSIG'), ...['git', '', 'sha512', digest].map(sshString)]);
  const json = `${begin}{"type":"webauthn.get","challenge":"${signed.toString('base64url')}","origin":"${origin}","crossOrigin":false}`;
  const inner = sshBlobSignature({ ...key, application: key.application }, Buffer.from(json), { flags: 1, counter: 9 });
  const valueLength = inner.readUInt32BE(4 + key.type.length);
  const value = inner.subarray(4 + key.type.length, 8 + key.type.length + valueLength);
  return Buffer.concat([
    sshString('webauthn-sk-ecdsa-sha2-nistp256@openssh.com'),
    value,
    u8(1),
    u32(9),
    sshString(origin),
    sshString(json),
    sshString(''),
  ]);
}

function objects(tools, add, allow, key) {
  const signing = { 'gpg.format': 'ssh', 'user.signingkey': key.file };
  for (const format of ['sha1', 'sha256']) {
    for (const kind of ['commit', 'tag']) {
      const object = tools.git(format, kind, signing);
      add(`a ${kind} signed by git with ssh in a ${format} repository is good`, 'good', object, allow(key.line), {
        kind,
        objectFormat: format,
      });
    }
  }
  const release = tag();
  const armor = tools.sshSign(key, release);
  add(
    'a tag with text behind its signature is malformed',
    'malformed',
    Buffer.concat([release, Buffer.from(`${armor}more\n`)]),
    allow(key.line),
    { kind: 'tag' },
  );
  const quoted = tag({ message: `Release\n\n${armor}\n` });
  add(
    'a tag that quotes a signature and has its own is malformed',
    'malformed',
    Buffer.concat([quoted, Buffer.from(tools.sshSign(key, quoted))]),
    allow(key.line),
    { kind: 'tag' },
  );
}

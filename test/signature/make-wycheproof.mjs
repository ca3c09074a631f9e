// Makes fixtures/wycheproof.json from a clone of https://github.com/C2SP/wycheproof (Apache-2.0): node make-wycheproof.mjs CLONE.
// Each vector keeps its number, so that it can be looked up; keys, messages and signatures are in base64.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const files = {
  ed25519_test: { ssh: 'ssh-ed25519' },
  ecdsa_secp256r1_sha256_p1363_test: { ssh: 'ecdsa-sha2-nistp256', openpgp: '2a8648ce3d030107', digest: 'sha256' },
  ecdsa_secp384r1_sha384_p1363_test: { ssh: 'ecdsa-sha2-nistp384', openpgp: '2b81040022', digest: 'sha384' },
  ecdsa_secp521r1_sha512_p1363_test: { ssh: 'ecdsa-sha2-nistp521', openpgp: '2b81040023', digest: 'sha512' },
  ecdsa_brainpoolP256r1_sha256_p1363_test: { openpgp: '2b2403030208010107', digest: 'sha256' },
  rsa_signature_2048_sha256_test: { ssh: 'rsa-sha2-256', openpgp: 'rsa', digest: 'sha256' },
};

const [clone = '.'] = process.argv.slice(2);
const base64 = (hex) => Buffer.from(hex, 'hex').toString('base64');
const sets = Object.entries(files).map(([file, use]) => {
  const text = execFileSync('git', ['-C', clone, 'show', `HEAD:testvectors_v1/${file}.json`], { maxBuffer: 1 << 28 });
  const groups = JSON.parse(text).testGroups.map(({ publicKey, tests }) => ({
    key: [publicKey.pk, publicKey.wx, publicKey.wy, publicKey.modulus, publicKey.publicExponent].map((hex) =>
      hex === undefined ? '' : base64(hex.length % 2 ? `0${hex}` : hex),
    ),
    tests: tests.map(({ tcId, msg, sig, result }) => [tcId, base64(msg), base64(sig), result]),
  }));
  return { file, ...use, groups };
});
const text = JSON.stringify({ origin: 'https://github.com/C2SP/wycheproof testvectors_v1, Apache-2.0', sets });
writeFileSync(join(import.meta.dirname, 'fixtures/wycheproof.json'), `${text}\n`);
console.log(
  `${sets.flatMap(({ groups }) => groups.flatMap(({ tests }) => tests)).length} vectors, ${text.length} bytes`,
);

import type { TrustedFile } from '../policy/policy.ts';
import { openpgpBytes } from './armor.ts';
import { Malformed, Unsupported } from './malformed.ts';
import { mergeCertificates, type OpenpgpCertificate, type OpenpgpComponent } from './openpgp-certificate.ts';
import { type CertificateBlock, openCertificates } from './openpgp-certificates.ts';
import { openpgpPackets } from './openpgp-packet.ts';
import { type OpenpgpPublicKey, readOpenpgpPublicKey } from './openpgp-public-key.ts';
import type { TrustProblem } from './trust-problem.ts';

/** A key of a trusted certificate. */
export interface TrustedKey {
  readonly certificate: OpenpgpCertificate;
  readonly component: OpenpgpComponent;
}

/** The opened certificates' keys: by full fingerprint, and by key id for signatures that name no more. One key can belong to several. */
export type Keyring = ReadonlyMap<string, readonly TrustedKey[]>;

const packet = { secretKey: 5, publicKey: 6, secretSubkey: 7, userId: 13, publicSubkey: 14 } as const;

/** Takes key files apart into certificates, without judging them. What cannot be read is a problem, file by file. */
export function readCertificateBlocks(files: readonly TrustedFile[]): {
  readonly blocks: readonly CertificateBlock[];
  readonly problems: readonly TrustProblem[];
} {
  const blocks: CertificateBlock[] = [];
  const problems: TrustProblem[] = [];
  for (const file of files) {
    try {
      for (const bytes of binaryBlocks(file.bytes)) blocks.push(...blocksOf(file.path, bytes));
    } catch (error) {
      if (!(error instanceof Malformed || error instanceof Unsupported)) throw error;
      problems.push({ file: file.path, line: undefined, what: `The file ${error.message}.` });
    }
  }
  return { blocks, problems };
}

/** The binary content of a key file: as it stands, or of each armor in it. */
function binaryBlocks(bytes: Buffer): readonly Buffer[] {
  if (((bytes[0] ?? 0) & 0x80) !== 0) return [bytes];
  const text = bytes.toString('latin1');
  if (text.includes('-----BEGIN PGP PRIVATE KEY BLOCK-----')) {
    throw new Malformed('holds a private key: revoke it, and export the public one with gpg --export --armor');
  }
  const label = 'PGP PUBLIC KEY BLOCK';
  const end = `-----END ${label}-----`;
  const armors = text.split(end);
  if (armors.pop()?.includes(`-----BEGIN ${label}-----`)) throw new Malformed('is cut off');
  if (armors.length === 0) throw new Malformed('holds no OpenPGP public key (gpg --export --armor)');
  return armors.map((armor) => {
    const begin = armor.indexOf(`-----BEGIN ${label}-----`);
    return openpgpBytes(`${armor.slice(Math.max(begin, 0))}${end}`, label);
  });
}

function blocksOf(file: string, bytes: Buffer): readonly CertificateBlock[] {
  const packets = openpgpPackets(bytes);
  if (packets.some(({ tag }) => tag === packet.secretKey || tag === packet.secretSubkey)) {
    throw new Malformed('holds a private key: revoke it, and export the public one with gpg --export --armor');
  }
  const starts = packets.filter(({ tag }) => tag === packet.publicKey).map(({ start }) => start);
  if (starts.length === 0 || starts[0] !== 0) throw new Malformed('does not begin with a public key');
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? bytes.length;
    const own = packets.filter((each) => each.start >= start && each.end <= end);
    const keys = own.flatMap(({ tag, body }) => {
      if (tag === packet.publicKey) return [readOpenpgpPublicKey(body)];
      return tag === packet.publicSubkey ? subkey(body) : [];
    });
    const userIds = own.filter(({ tag }) => tag === packet.userId).map(({ body }) => body);
    return { file, bytes: bytes.subarray(start, end), keys, userIds };
  });
}

/** A subkey that cannot be read takes nothing away from the rest of its certificate: it signs nothing that counts. */
function subkey(body: Buffer): readonly OpenpgpPublicKey[] {
  try {
    return [readOpenpgpPublicKey(body)];
  } catch (error) {
    if (error instanceof Malformed || error instanceof Unsupported) return [];
    throw error;
  }
}

/** Opens certificates and lists their keys. */
export async function openKeyring(
  blocks: readonly CertificateBlock[],
): Promise<{ readonly keyring: Keyring; readonly problems: readonly TrustProblem[] }> {
  const problems: TrustProblem[] = [];
  const certificates = new Map<string, OpenpgpCertificate>();
  for (const opened of blocks.length === 0 ? [] : await openCertificates(blocks)) {
    if ('refused' in opened) {
      const what = `The file holds a certificate that cannot be read: ${opened.refused}.`;
      problems.push({ file: opened.file, line: undefined, what });
    } else {
      const { fingerprint } = opened.primary.key;
      const other = certificates.get(fingerprint);
      certificates.set(fingerprint, other === undefined ? opened : mergeCertificates(other, opened));
    }
  }
  return { keyring: keyringOf(certificates.values()), problems };
}

function keyringOf(certificates: Iterable<OpenpgpCertificate>): Keyring {
  const keyring = new Map<string, TrustedKey[]>();
  for (const certificate of certificates) {
    for (const component of [certificate.primary, ...certificate.subkeys]) {
      for (const name of [component.key.fingerprint, component.key.keyId]) {
        keyring.set(name, [...(keyring.get(name) ?? []), { certificate, component }]);
      }
    }
  }
  return keyring;
}

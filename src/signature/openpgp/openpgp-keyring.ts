import type { TrustedFile } from '../../policy/policy.ts';
import { openpgpBytes } from '../model/armor.ts';
import { Malformed, Unsupported } from '../model/malformed.ts';
import type { TrustProblem } from '../model/trust-problem.ts';
import { openCertificate } from './open-certificate.ts';
import { mergeCertificates, type OpenpgpCertificate, type OpenpgpComponent } from './openpgp-certificate.ts';
import { type CertificateBlock, certificateBlocks } from './openpgp-certificate-block.ts';

/** A key of a trusted certificate. */
export interface TrustedKey {
  readonly certificate: OpenpgpCertificate;
  readonly component: OpenpgpComponent;
}

/** The trusted certificates' keys: by full fingerprint, and by key id for signatures that name no more. One key can belong to several. */
export interface Keyring {
  get(name: string): readonly TrustedKey[];
}

/** Takes key files apart into certificates, without judging them. What cannot be read is a problem, file by file. */
export function readCertificateBlocks(files: readonly TrustedFile[]): {
  readonly blocks: readonly CertificateBlock[];
  readonly problems: readonly TrustProblem[];
} {
  const blocks: CertificateBlock[] = [];
  const problems: TrustProblem[] = [];
  for (const file of files) {
    try {
      for (const bytes of binaryBlocks(file.bytes)) {
        for (const block of certificateBlocks(file.path, bytes)) blocks.push(block);
      }
    } catch (error) {
      if (!(error instanceof Malformed || error instanceof Unsupported)) throw error;
      problems.push({ file: file.path, line: undefined, what: `The file ${error.message}.` });
    }
  }
  return { blocks, problems };
}

/** The binary content of a key file: as it is, or of each armor in it. */
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

/** The keys of `blocks`. A certificate is opened, which verifies its self-signatures, when one of its keys is first asked for. */
export function keyringOf(blocks: readonly CertificateBlock[]): Keyring {
  const copies = new Map<string, CertificateBlock[]>();
  const owners = new Map<string, Set<string>>();
  for (const block of blocks) {
    const owner = block.primary.about.fingerprint;
    listIn(copies, owner).push(block);
    for (const { about } of [block.primary, ...block.subkeys]) {
      for (const name of [about.fingerprint, about.keyId]) owners.set(name, (owners.get(name) ?? new Set()).add(owner));
    }
  }
  const certificate = remembered((owner) => (copies.get(owner) ?? []).map(openCertificate).reduce(mergeCertificates));
  const get = remembered((name) =>
    [...(owners.get(name) ?? [])].flatMap((owner) => keysNamed(name, certificate(owner))),
  );
  return { get };
}

function listIn<T>(map: Map<string, T[]>, key: string): T[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}

function remembered<T>(make: (name: string) => T): (name: string) => T {
  const made = new Map<string, T>();
  return (name) => {
    const known = made.get(name) ?? make(name);
    made.set(name, known);
    return known;
  };
}

function keysNamed(name: string, certificate: OpenpgpCertificate): readonly TrustedKey[] {
  return [certificate.primary, ...certificate.subkeys]
    .filter(({ key }) => key.fingerprint === name || key.keyId === name)
    .map((component) => ({ certificate, component }));
}

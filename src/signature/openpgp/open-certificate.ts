import type { OpenpgpCertificate, SelfSignature } from './openpgp-certificate.ts';
import type { CertificateBlock } from './openpgp-certificate-block.ts';
import { readForeignRevocation, readRevocation, readSelfSignature, type SelfSigned } from './openpgp-self-signature.ts';

/**
 * Verifies what a certificate's keys say of themselves (RFC 9580 §10.1). What does not verify is left out, except that a
 * revocation in doubt holds, and that of a key wherever in the certificate it is.
 */
export function openCertificate({ file, primary, subkeys, users, signatures }: CertificateBlock): OpenpgpCertificate {
  const { about: key } = primary;
  const direct = selfSignatures(signatures, { primary: key });
  const certified = users.map(({ about: userId, signatures: own }) => ({
    id: userId.toString('utf8'),
    certifications: selfSignatures(own, { primary: key, userId }),
    revocations: own.flatMap((body) => readRevocation(body, { primary: key, userId }) ?? []),
  }));
  const all = [...direct, ...certified.flatMap(({ certifications }) => certifications)];
  const revokers = all.flatMap((signature) => signature.revokers);
  return {
    file,
    primary: {
      key,
      isPrimary: true,
      signatures: direct,
      revocations: signatures.flatMap(
        (body) => readRevocation(body, { primary: key }) ?? readForeignRevocation(body, revokers) ?? [],
      ),
    },
    subkeys: subkeys.map(({ about: subkey, signatures: own }) => ({
      key: subkey,
      isPrimary: false,
      signatures: selfSignatures(own, { primary: key, subkey }),
      revocations: signatures.flatMap((body) => readRevocation(body, { primary: key, subkey }) ?? []),
    })),
    users: certified,
  };
}

function selfSignatures(bodies: readonly Buffer[], about: SelfSigned): readonly SelfSignature[] {
  return bodies.flatMap((body) => readSelfSignature(body, about) ?? []);
}

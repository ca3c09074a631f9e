import type { Key, SignaturePacket, Subkey, User } from 'openpgp';
import type {
  OpenpgpCertificate,
  OpenpgpComponent,
  OpenpgpUser,
  Revocation,
  SelfSignature,
} from './openpgp-certificate.ts';
import type { OpenpgpPublicKey } from './openpgp-public-key.ts';
import { readRevocation, readSelfSignature, revokersIn, type SelfSigned } from './openpgp-self-signature.ts';

/** One certificate's packets, and the keys in it as this program reads them. */
export interface CertificateBlock {
  readonly file: string;
  readonly bytes: Buffer;
  readonly keys: readonly OpenpgpPublicKey[];
  /** The user ids as they stand, in order. */
  readonly userIds: readonly Buffer[];
}

/** A certificate that openpgp does not take, and why. */
export interface RefusedCertificate {
  readonly file: string;
  readonly refused: string;
}

/**
 * Opens certificates: openpgp says which signature belongs to which key and user id, and what it refuses is refused; the
 * signatures are verified here. The only door to openpgp, which is loaded when first needed.
 */
export async function openCertificates(
  blocks: readonly CertificateBlock[],
): Promise<readonly (OpenpgpCertificate | RefusedCertificate)[]> {
  const { readKeys } = await import('openpgp');
  const opened = blocks.map(async (block) => {
    const [key, ...further] = await readKeys({ binaryKeys: block.bytes }).catch(reasonOf);
    if (typeof key === 'string') return { file: block.file, refused: key };
    if (key === undefined || further.length > 0)
      return { file: block.file, refused: 'it is not exactly one certificate' };
    return open(block, key);
  });
  return Promise.all(opened);
}

function reasonOf(error: unknown): readonly [string] {
  return [error instanceof Error ? error.message : 'it is malformed'];
}

function open(block: CertificateBlock, key: Key): OpenpgpCertificate | RefusedCertificate {
  const primary = keyIn(block, key.getFingerprint());
  if (primary === undefined) return { file: block.file, refused: 'its primary key cannot be read' };
  const direct = signaturesIn(key).filter(({ signatureType }) => signatureType === directKey);
  const revocations = [...revocationsOf(key.revocationSignatures, { primary }), ...byRevokers(key, direct)];
  return {
    file: block.file,
    primary: { key: primary, isPrimary: true, signatures: selfSignatures(direct, { primary }), revocations },
    subkeys: key.subkeys.flatMap((subkey) => openSubkey(block, primary, key, subkey)),
    users: usersOf(block, primary, key),
  };
}

const directKey = 0x1f;

function keyIn({ keys }: CertificateBlock, fingerprint: string): OpenpgpPublicKey | undefined {
  return keys.find((key) => key.fingerprint === fingerprint.toUpperCase());
}

/** openpgp does not declare direct signatures, but lists them with all other packets. */
function signaturesIn(key: Key): readonly SignaturePacket[] {
  return key.toPacketList().filter((packet): packet is SignaturePacket => 'signatureType' in packet);
}

function openSubkey(
  block: CertificateBlock,
  primary: OpenpgpPublicKey,
  key: Key,
  subkey: Subkey,
): readonly OpenpgpComponent[] {
  const own = keyIn(block, subkey.getFingerprint());
  if (own === undefined) return [];
  const binding = { primary, subkey: own };
  // A revocation that stands behind the wrong subkey is still one.
  const revocations = revocationsOf(
    key.subkeys.flatMap((each) => each.revocationSignatures),
    binding,
  );
  return [{ key: own, isPrimary: false, signatures: selfSignatures(subkey.bindingSignatures, binding), revocations }];
}

/** openpgp keeps user ids and attributes in order, and decodes them; the bytes that were signed are ours. */
function usersOf(block: CertificateBlock, primary: OpenpgpPublicKey, key: Key): readonly OpenpgpUser[] {
  const users = key.users.filter((user) => user.userID !== null);
  return users.flatMap((user: User, index) => {
    const userId = block.userIds[index];
    if (userId === undefined || userId.toString('utf8') !== user.userID?.userID) return [];
    const about = { primary, userId };
    const certifications = selfSignatures([...user.selfCertifications, ...user.otherCertifications], about);
    return [{ id: user.userID.userID, certifications, revocations: revocationsOf(user.revocationSignatures, about) }];
  });
}

function selfSignatures(packets: readonly SignaturePacket[], about: SelfSigned): readonly SelfSignature[] {
  return packets.map((packet) => readSelfSignature(bodyOf(packet), about)).filter((each) => each !== undefined);
}

function revocationsOf(packets: readonly SignaturePacket[], about: SelfSigned): readonly Revocation[] {
  return packets.map((packet) => readRevocation(bodyOf(packet), about)).filter((each) => each !== undefined);
}

/** Revocations said to be by a key that the certificate allows to revoke it: that key is seldom here, and doubt revokes. */
function byRevokers(key: Key, direct: readonly SignaturePacket[]): readonly Revocation[] {
  const own = [...direct, ...key.users.flatMap((user) => user.selfCertifications)];
  const revokers = own.flatMap((packet) => revokersIn(bodyOf(packet)));
  return key.revocationSignatures
    .filter(({ issuerKeyID }) => revokers.some((revoker) => revoker.endsWith(issuerKeyID.toHex().toUpperCase())))
    .map(({ created }) => ({ created: Math.floor((created?.getTime() ?? 0) / 1000), isHard: true }));
}

function bodyOf(packet: SignaturePacket): Buffer {
  return Buffer.from(packet.write());
}

import type { Key, SignaturePacket, Subkey, User } from 'openpgp';
import type {
  OpenpgpCertificate,
  OpenpgpComponent,
  OpenpgpUser,
  Revocation,
  SelfSignature,
} from './openpgp-certificate.ts';
import type { OpenpgpPublicKey } from './openpgp-public-key.ts';

type Openpgp = typeof import('openpgp');

/** One certificate's packets, and the keys in it as this program reads them. */
export interface CertificateBlock {
  readonly file: string;
  readonly bytes: Buffer;
  readonly keys: readonly OpenpgpPublicKey[];
}

/** The data a self-signature is about, in openpgp's form. */
interface SelfSigned {
  readonly key: unknown;
  readonly userID?: unknown;
  readonly bind?: unknown;
}

/**
 * Verifies the self-signatures, cross-certifications and revocations of certificates. The only door to openpgp, which is
 * loaded when first needed. Returns the reason where openpgp refuses a certificate.
 */
export async function openCertificates(
  blocks: readonly CertificateBlock[],
): Promise<readonly (OpenpgpCertificate | { readonly file: string; readonly refused: string })[]> {
  const openpgp = await import('openpgp');
  return Promise.all(
    blocks.map(async (block) => {
      const key = await read(openpgp, block.bytes);
      return typeof key === 'string' ? { file: block.file, refused: key } : open(openpgp, block, key);
    }),
  );
}

async function read({ readKeys }: Openpgp, bytes: Buffer): Promise<Key | string> {
  try {
    const [key, ...further] = await readKeys({ binaryKeys: bytes });
    return key !== undefined && further.length === 0 ? key : 'it is not exactly one certificate';
  } catch (error) {
    return error instanceof Error ? error.message : 'it is malformed';
  }
}

async function open(openpgp: Openpgp, block: CertificateBlock, key: Key): Promise<OpenpgpCertificate> {
  const verifier = new SelfSignatureVerifier(openpgp, key);
  const component = componentReader(block.keys);
  const direct = key.toPacketList().filter((packet): packet is SignaturePacket => {
    return packet instanceof openpgp.SignaturePacket && packet.signatureType === openpgp.enums.signature.key;
  });
  const primary = component(key.getFingerprint(), {
    isPrimary: true,
    signatures: await verifier.valid(direct, { key: key.keyPacket }),
    revocations: await verifier.revocations(key.revocationSignatures, [{ key: key.keyPacket }]),
  });
  if (primary === undefined) throw new Error('openpgp reads another primary key than the packets hold');
  const subkeys = await Promise.all(key.subkeys.map((subkey) => openSubkey(verifier, component, key, subkey)));
  return {
    file: block.file,
    primary,
    subkeys: subkeys.filter((subkey) => subkey !== undefined),
    users: await Promise.all(
      key.users.flatMap((user) => (user.userID === null ? [] : [openUser(verifier, key, user)])),
    ),
  };
}

type ComponentReader = (fingerprint: string, rest: Omit<OpenpgpComponent, 'key'>) => OpenpgpComponent | undefined;

function componentReader(keys: readonly OpenpgpPublicKey[]): ComponentReader {
  return (fingerprint, rest) => {
    const key = keys.find((each) => each.fingerprint === fingerprint.toUpperCase());
    return key === undefined ? undefined : { key, ...rest };
  };
}

async function openSubkey(
  verifier: SelfSignatureVerifier,
  component: ComponentReader,
  key: Key,
  subkey: Subkey,
): Promise<OpenpgpComponent | undefined> {
  const binding = { key: key.keyPacket, bind: subkey.keyPacket };
  // A revocation that stands behind the wrong subkey is still one.
  const strayed = key.subkeys.flatMap((other) => other.revocationSignatures);
  return component(subkey.getFingerprint(), {
    isPrimary: false,
    signatures: await verifier.valid(subkey.bindingSignatures, binding),
    revocations: await verifier.revocations(strayed, [binding]),
  });
}

async function openUser(verifier: SelfSignatureVerifier, key: Key, user: User): Promise<OpenpgpUser> {
  const certified = { key: key.keyPacket, userID: user.userID };
  return {
    id: user.userID?.userID ?? '',
    certifications: await verifier.valid(user.selfCertifications, certified),
    revocations: await verifier.revocations(user.revocationSignatures, [certified]),
  };
}

/**
 * From then on a SHA-1 self-signature counts no more: GnuPG 2.2.18 and later draw the same line for certifications by others.
 * Earlier ones stand, because a collision needs the key's own holder to sign prepared data.
 */
const sha1Until = Date.UTC(2019, 0, 19) / 1000;

class SelfSignatureVerifier {
  readonly #openpgp: Openpgp;
  readonly #key: Key;

  constructor(openpgp: Openpgp, key: Key) {
    this.#openpgp = openpgp;
    this.#key = key;
  }

  /** What each genuine signature over `data` says; the others are nobody's and left out. */
  async valid(signatures: readonly SignaturePacket[], data: SelfSigned): Promise<readonly SelfSignature[]> {
    const facts = await Promise.all(
      signatures.map(async (signature) => {
        const error = await this.#error(this.#key, signature, data);
        return error === undefined || isAboutRevoker(error) ? this.#facts(signature, data) : undefined;
      }),
    );
    return facts.filter((fact) => fact !== undefined);
  }

  /** Revocations of any of `targets`. Only one that is provably not the key's own is left out: doubt revokes. */
  async revocations(
    signatures: readonly SignaturePacket[],
    targets: readonly SelfSigned[],
  ): Promise<readonly Revocation[]> {
    const found: Revocation[] = [];
    for (const signature of signatures) {
      for (const data of targets) {
        const error = await this.#error(this.#key, signature, data);
        if (error === undefined || !isForeign(error) || this.#isByRevoker(signature)) {
          found.push({ created: seconds(signature.created), isHard: isHard(signature) });
        }
      }
    }
    return found;
  }

  async #facts(signature: SignaturePacket, data: SelfSigned): Promise<SelfSignature> {
    const created = seconds(signature.created);
    const { hash, keyFlags } = this.#openpgp.enums;
    const lifetime = signature.signatureNeverExpires ? undefined : (signature.signatureExpirationTime ?? undefined);
    const isSha1 = signature.hashAlgorithm === hash.sha1;
    const isBroken = signature.hashAlgorithm === hash.md5 || signature.hashAlgorithm === hash.ripemd;
    const flags = signature.keyFlags;
    return {
      created,
      expires: lifetime === undefined ? undefined : created + lifetime,
      keyLifetime:
        signature.keyExpirationTime === null || signature.keyExpirationTime === 0
          ? undefined
          : signature.keyExpirationTime,
      allowsSigning: flags === null ? undefined : ((flags[0] ?? 0) & keyFlags.signData) !== 0,
      isWeak: isBroken || (isSha1 && created >= sha1Until),
      isCrossCertified: await this.#isCrossCertified(signature, data),
    };
  }

  /** RFC 9580 §5.2.1.9: the embedded signature of a binding is the subkey's own consent. */
  async #isCrossCertified({ embeddedSignature }: SignaturePacket, data: SelfSigned): Promise<boolean> {
    if (embeddedSignature === null || data.bind === undefined) return false;
    const subkey = this.#key.subkeys.find(({ keyPacket }) => keyPacket === data.bind);
    if (subkey === undefined || embeddedSignature.signatureType !== this.#openpgp.enums.signature.keyBinding)
      return false;
    return (await this.#error(subkey, embeddedSignature, data)) === undefined;
  }

  /** Undefined where the signature is `by`'s own over `data`; its times are judged later. */
  async #error(by: Key | Subkey, signature: SignaturePacket, data: SelfSigned): Promise<Error | undefined> {
    const { signatureType } = signature;
    const date = signature.created ?? new Date(0);
    const none = new Set<never>();
    const config = {
      ...this.#openpgp.config,
      rejectHashAlgorithms: none,
      rejectPublicKeyAlgorithms: none,
      rejectCurves: none,
    };
    try {
      if (signatureType === null) return new Error('unknown type');
      await signature.verify(by.keyPacket, signatureType, data, date, false, config);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  /** Whether a revocation names a key that the certificate allows to revoke it; that key's file may not be here. */
  #isByRevoker(signature: SignaturePacket): boolean {
    const own = [...this.#key.users.flatMap((user) => user.selfCertifications), ...this.#key.toPacketList()];
    return own.some((packet) => {
      if (!(packet instanceof this.#openpgp.SignaturePacket) || packet.revocationKeyFingerprint === null) return false;
      const revoker = Buffer.from(packet.revocationKeyFingerprint).subarray(-8).toString('hex');
      return revoker === signature.issuerKeyID.toHex();
    });
  }
}

/** openpgp's words for a signature that is not the key's own over these data. */
function isForeign({ message }: Error): boolean {
  return /^(?:Signature was not issued by|Signed digest did not match|Signature verification failed)/.test(message);
}

/** Said by openpgp after everything else was found right: the key names another one that may revoke it. */
function isAboutRevoker({ message }: Error): boolean {
  return message.startsWith('This key is intended to be revoked with an authorized key');
}

/** RFC 9580 §5.2.3.31: superseded, retired and an invalid user id are soft; every other reason, and none, is hard. */
function isHard({ reasonForRevocationFlag }: SignaturePacket): boolean {
  return ![1, 3, 32].includes(reasonForRevocationFlag ?? 0);
}

function seconds(date: Date | null): number {
  return Math.floor((date?.getTime() ?? 0) / 1000);
}

import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';

/** An Ed25519 key that signs as `ssh-keygen -Y sign` does. The demo needs neither gpg nor ssh-keygen. */
export class SshSigner {
  readonly email: string;
  readonly name: string;
  readonly #key: KeyObject;
  readonly #publicKey: Buffer;

  /** The key follows from the email, so that the demo shows the same fingerprints every time. It protects nothing. */
  constructor(name: string, email: string) {
    this.name = name;
    this.email = email;
    const seed = createHash('sha256').update(`gitops-gate demo ${email}`).digest();
    // RFC 8410 PKCS #8 prefix of an Ed25519 private key
    const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
    this.#key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    const spki = createPublicKey(this.#key).export({ format: 'der', type: 'spki' });
    this.#publicKey = Buffer.concat([string('ssh-ed25519'), string(spki.subarray(-32))]);
  }

  /** The line of `allowed_signers` (ssh-keygen(1)) that trusts this key. */
  get allowedSigner(): string {
    return `${this.email} namespaces="git" ssh-ed25519 ${this.#publicKey.toString('base64')}`;
  }

  /** The armored signature of `payload` in the namespace `git` (OpenSSH PROTOCOL.sshsig). */
  sign(payload: Buffer): string {
    const digest = createHash('sha512').update(payload).digest();
    const header = [string('git'), string(''), string('sha512')];
    const signed = Buffer.concat([Buffer.from('SSHSIG'), ...header, string(digest)]);
    const signature = Buffer.concat([string('ssh-ed25519'), string(sign(null, signed, this.#key))]);
    const version = Buffer.from([0, 0, 0, 1]);
    const blob = Buffer.concat([
      Buffer.from('SSHSIG'),
      version,
      string(this.#publicKey),
      ...header,
      string(signature),
    ]).toString('base64');
    const lines = blob.match(/.{1,70}/g) ?? [];
    return ['-----BEGIN SSH SIGNATURE-----', ...lines, '-----END SSH SIGNATURE-----'].join('\n');
  }
}

/** RFC 4251 §5 `string`: length, then the bytes. */
function string(value: string | Buffer): Buffer {
  const bytes = Buffer.from(value);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

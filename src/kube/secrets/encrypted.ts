const sopsValue =
  /^ENC\[AES256_GCM,data:([A-Za-z0-9+/]{0,4000000}={0,2}),iv:[A-Za-z0-9+/]{43}=,tag:[A-Za-z0-9+/]{22}==,type:(?:str|int|float|bool|bytes|comment|time)\]$/;

/** A value as SOPS writes it. Says nothing of whether the document around it is a SOPS document. */
export function isSopsValue(text: string): boolean {
  return text.startsWith('ENC[') && sopsValue.test(text);
}

/** Ciphertext that names its own scheme: ansible-vault, age and OpenPGP armor, git-crypt, Vault transit, eyaml. */
export function isCiphertext(text: string): boolean {
  if (text.startsWith('$ANSIBLE_VAULT;')) return true;
  if (text.startsWith('\0GITCRYPT\0')) return true;
  if (text.startsWith('-----BEGIN AGE ENCRYPTED FILE-----') || text.startsWith('-----BEGIN PGP MESSAGE-----')) {
    return !text.includes('PRIVATE KEY');
  }
  if (text.startsWith('age-encryption.org/v1\n')) return true;
  if (text.startsWith('vault:v')) return /^vault:v\d{1,6}:[A-Za-z0-9+/]{36,}={0,2}$/.test(text);
  if (text.startsWith('ENC[')) return /^ENC\[(?:PKCS7|GPG|KMS),[A-Za-z0-9+/=\s]{64,}\]$/.test(text);
  if (text.startsWith('{cipher}')) return /^\{cipher\}[A-Za-z0-9+/=]{32,}$/.test(text);
  return false;
}

/**
 * Whether a SealedSecret's field decodes to a sealed payload: a two-byte length, that many bytes of RSA-wrapped session
 * key, then AES-GCM ciphertext with its 16-byte tag (sealed-secrets, pkg/crypto/crypto.go HybridEncrypt).
 */
export function isSealedPayload(text: string): boolean {
  const packed = text.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]{100,}={0,2}$/.test(packed)) return false;
  const bytes = Buffer.from(packed, 'base64');
  const keyLength = bytes.length > 2 ? bytes.readUInt16BE(0) : 0;
  return keyLength >= 128 && keyLength <= 2048 && keyLength % 64 === 0 && bytes.length >= 2 + keyLength + 16;
}

import type { SecretOccurrence } from '../judge/secret-occurrence.ts';
import { isSopsValue } from '../value/encrypted.ts';

/** What a finding says of a value that looks encrypted, and is nothing that the tool writes. */
export interface LookAlike {
  /** To follow the field: `looks like …`. */
  readonly says: string;
  /** The same of several. */
  readonly many: string;
  readonly remedy: string;
}

const edit = 'restore what the base has, and make the edit with `sops FILE`.';
const rotation = 'If it is plain text, rotate it where it is issued: whoever has the commit knows it.';

/** A value in the form of SOPS or in the place of kubeseal’s that counts as plain text: nobody could decrypt it, and anybody may read it. */
export function lookAlike({ secret, role }: SecretOccurrence): LookAlike | undefined {
  if (role === 'sealed') {
    return {
      says: 'holds what kubeseal does not write: no sealed value has this form, so that it may be plain text',
      many: 'values that kubeseal does not write',
      remedy: `Seal the value once more (\`kubeseal --raw\`, or the whole Secret), and put what that writes there. ${rotation}`,
    };
  }
  if (!secret.trim().startsWith('ENC[AES256_GCM,')) return undefined;
  const isWhole = isSopsValue(secret.trim());
  return {
    says: isWhole
      ? 'looks like SOPS ciphertext, but the file has no sops block with a MAC as SOPS writes it, so that it may be plain text'
      : 'looks like SOPS ciphertext, but is not of the form that SOPS writes, so that it may be plain text',
    many: 'values that look like SOPS ciphertext, and that SOPS did not write like this',
    remedy: `${isWhole ? 'The mac and lastmodified of the sops block are not as SOPS writes them' : 'The data, iv or tag of the value is not as SOPS writes it'}: ${edit} ${rotation}`,
  };
}

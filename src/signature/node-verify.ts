import { type KeyObject, verify } from 'node:crypto';
import { Unsupported } from './malformed.ts';

/** node:crypto's verify; what it throws for (a digest its OpenSSL lacks) could not be checked. Throws Unsupported. */
export function nodeVerify(
  digest: string | null,
  data: Buffer,
  key: KeyObject | { readonly key: KeyObject; readonly dsaEncoding: 'ieee-p1363' },
  signature: Buffer,
): boolean {
  try {
    return verify(digest, data, key, signature);
  } catch {
    throw new Unsupported(`uses ${digest ?? 'an algorithm'}, which this system's node cannot verify`);
  }
}

import { type KeyObject, verify } from 'node:crypto';
import { Unsupported } from './malformed.ts';

/** What node:crypto is asked: whether `value` is the signature of `key` over `data`. */
export interface SignatureCheck {
  /** Null for the algorithms that digest by themselves. */
  readonly digest: string | null;
  readonly data: Buffer;
  readonly key: KeyObject | { readonly key: KeyObject; readonly dsaEncoding: 'ieee-p1363' };
  readonly value: Buffer;
}

/** The answer at once. Throws Unsupported for what node:crypto refuses to answer: a digest its OpenSSL lacks. */
export function checkNow(check: SignatureCheck): boolean {
  try {
    return verify(check.digest, check.data, check.key, check.value);
  } catch {
    throw cannotCheck(check);
  }
}

/** The same answer from another thread, so that many are found side by side. Rejects with Unsupported. */
export function checkOnThread(check: SignatureCheck): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const answer = (error: Error | null, isGenuine: boolean) => {
      if (error === null) resolve(isGenuine);
      else reject(cannotCheck(check));
    };
    try {
      verify(check.digest, check.data, check.key, check.value, answer);
    } catch {
      reject(cannotCheck(check));
    }
  });
}

function cannotCheck({ digest }: SignatureCheck): Unsupported {
  return new Unsupported(`uses ${digest ?? 'an algorithm'}, which this system's node cannot verify`);
}

import { createHash } from 'node:crypto';
import type { ObjectId } from './object.ts';

/** How a repository names its objects. */
export type ObjectFormat = 'sha1' | 'sha256';

export type ObjectType = 'commit' | 'tree' | 'blob' | 'tag';

const digits: Readonly<Record<ObjectFormat, number>> = { sha1: 40, sha256: 64 };

/** The id git gives an object: the digest of `<type> <size>\0` and its bytes (gitformat-pack, "Object types"). */
export function objectId(format: ObjectFormat, type: ObjectType, bytes: Buffer): ObjectId {
  return createHash(format).update(`${type} ${bytes.length}\0`).update(bytes).digest('hex');
}

/** Whether `text` is a full object id in lower case: of this format, or of any where none is named. */
export function isObjectId(text: string, format?: ObjectFormat): boolean {
  const isLength = format === undefined ? Object.values(digits).includes(text.length) : text.length === digits[format];
  return isLength && /^[0-9a-f]+$/.test(text);
}

/** The id of "no object" in events: all zeros, of either format. */
export function isZeroId(text: string): boolean {
  return /^(?:0{40}|0{64})$/.test(text);
}

/** The id of the tree without entries. */
export function emptyTree(format: ObjectFormat): ObjectId {
  return objectId(format, 'tree', Buffer.alloc(0));
}

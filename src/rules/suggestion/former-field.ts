import type { ObjectIdentity, Resource } from '../../kube/resource.ts';
import type { TouchedFile } from '../../kube/touched-file.ts';
import { canonical, isMapping, scalarText } from '../../plain-values.ts';
import { imageLosses } from '../../workload/images/image-loss.ts';
import { parseReference } from '../../workload/images/reference.ts';
import type { YamlLimits } from '../../yaml/document.ts';
import type { Replacement } from './changed-file.ts';
import { formerLines } from './former-lines.ts';

/** What a finding is about: only a field of that kind takes it away. */
interface FieldAsked {
  /** Whether it is about an image, and about nothing but that. */
  readonly isImage: boolean;
  /** Whether it is about something that is gone: the field must be one that is not there now. */
  readonly isLoss: boolean;
}

/**
 * The lines of the base where they put exactly one field back to what it was, or take out one that was not there:
 * `privileged: true` is gone, the digest is back. Of an image only where nothing else of it changed: another version is meant.
 */
export function formerField(
  file: TouchedFile,
  line: number,
  object: ObjectIdentity,
  limits: YamlLimits,
  asked: FieldAsked,
): Replacement | undefined {
  return formerLines(file, line, object, limits, (was, is, becomes) => isOneFieldBack(was, is, becomes, asked));
}

function isOneFieldBack(was: Resource, is: Resource, becomes: Resource, { isImage, isLoss }: FieldAsked): boolean {
  const [old, now, then] = [was, is, becomes].map(({ value }) => leavesOf(value, '')) as [Leaves, Leaves, Leaves];
  const changed = [...new Set([...now.keys(), ...then.keys()])].filter((key) => now.get(key) !== then.get(key));
  const [key] = changed;
  if (key === undefined || changed.length > 1 || then.get(key) !== old.get(key)) return false;
  if (key.endsWith('.image') !== isImage || (isLoss && now.has(key))) return false;
  return !isImage || isSameImage(then.get(key), now.get(key));
}

type Leaves = ReadonlyMap<string, string>;

/** Every value that is not a collection, by the path to it. */
function leavesOf(value: unknown, path: string, leaves = new Map<string, string>()): Leaves {
  if (Array.isArray(value)) for (const [index, item] of value.entries()) leavesOf(item, `${path}[${index}]`, leaves);
  else if (isMapping(value)) for (const [key, item] of Object.entries(value)) leavesOf(item, `${path}.${key}`, leaves);
  else leaves.set(path, canonical(value));
  return leaves;
}

/** Whether only the digest went, or only the tag moves now. */
function isSameImage(before = '', after = ''): boolean {
  const [old, now] = [before, after].map((text) => scalarText(JSON.parse(text === '' ? '""' : text))) as [
    string,
    string,
  ];
  const losses = imageLosses(old, now);
  if (losses.some(({ kind }) => kind === 'publisher' || kind === 'repository')) return false;
  return losses.every(({ kind }) => kind !== 'digest' || parseReference(old)?.tag === parseReference(now)?.tag);
}

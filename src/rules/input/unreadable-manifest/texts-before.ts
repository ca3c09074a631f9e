import { mayBeWatching } from '../../../audit/judge/mentions.ts';
import { identityKey } from '../../../kube/identity/identity-key.ts';
import { hasManifestExtension, mayHoldObject } from '../../../kube/read-file.ts';
import type { Position, Resource } from '../../../kube/resource.ts';
import type { TouchedFile } from '../../../kube/touched-file.ts';
import { isMapping } from '../../../plain-values.ts';
import { resourceName } from '../../../rbac/model/rbac-object.ts';
import type { Path, Unreadable, YamlLimits } from '../../../yaml/document.ts';
import { parseYaml } from '../../../yaml/parse-yaml.ts';

/** A text in an object of the base that could not be read. */
interface BrokenText {
  readonly text: string;
  readonly why: readonly string[];
  readonly reasons: readonly string[];
  readonly called: string;
  readonly at: Position;
  readonly place: Position;
}

/** Fields inside fields that texts are looked for in: `data` of a ConfigMap. */
const deepest = 3;

/**
 * Texts under a key that says that they are YAML (`policy.yaml`), which could not be read in the base and can be in the head, or are gone with a
 * head that has the object still.
 */
export function brokenTexts({ before, after }: TouchedFile, limits: YamlLimits): readonly BrokenText[] {
  if (before === undefined || after === undefined) return [];
  const now = new Map(after.resources.map((each) => [identityKey(each), each]));
  return before.resources.flatMap((was) => {
    const is = now.get(identityKey(was));
    return is === undefined || is.value === was.value ? [] : textsIn({ was, is, limits }, was.value, is.value, []);
  });
}

interface Pair {
  readonly was: Resource;
  readonly is: Resource;
  readonly limits: YamlLimits;
}

function textsIn(pair: Pair, old: unknown, now: unknown, path: Path): readonly BrokenText[] {
  const { was, is, limits } = pair;
  if (!isMapping(old) || path.length >= deepest) return [];
  const other = isMapping(now) ? now : {};
  return Object.entries(old).flatMap(([key, value]): readonly BrokenText[] => {
    const inner = [...path, key];
    if (typeof value !== 'string') return textsIn(pair, value, other[key], inner);
    const text = other[key];
    if (text === value || !hasManifestExtension(key) || !(mayHoldObject(value) || mayBeWatching(value))) return [];
    const [part] = unreadIn(value, limits);
    // What cannot be read now either is not lost by this change.
    if (part === undefined || (typeof text === 'string' && unreadIn(text, limits).length > 0)) return [];
    const { reason, line, detail } = part;
    return [
      {
        text: value,
        why: [`line ${line} of ${key} in the base: ${detail}`],
        reasons: [reason, key],
        called: `${key} in ${resourceName(was)}`,
        at: was.at(inner),
        place: is.at(inner),
      },
    ];
  });
}

function unreadIn(text: string, limits: YamlLimits): readonly Unreadable[] {
  return parseYaml(Buffer.from(text), limits).unreadable.filter(({ reason }) => reason !== 'ambiguous');
}

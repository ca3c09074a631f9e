import { canonical, isMapping, isSameValue, list, type Mapping, mapping, strings } from '../../plain-values.ts';
import type { YamlLimits } from '../../yaml/document.ts';
import { parseYaml } from '../../yaml/parse-yaml.ts';

const limits: YamlLimits = { bytes: 1_000_000, documents: 100, depth: 60, aliases: 100, expandedNodes: 50_000 };

/**
 * Whether a patch takes away all that a former one did: every operation is still there, or puts a part of the former list in its place;
 * of an object that is merged, all that it says of permissions is the same.
 */
export function isAsNarrow(source: string, former: string): boolean {
  const [now, old] = [source, former].map((text) => parseYaml(Buffer.from(text), limits));
  if (now === undefined || old === undefined || now.unreadable.length + old.unreadable.length > 0) return false;
  if (now.documents.length !== old.documents.length) return false;
  return old.documents.every(({ value }, index) => {
    const next = now.documents[index]?.value;
    if (Array.isArray(value))
      return value.every((each) => list(next).some((other) => isKept(mapping(each), mapping(other))));
    return isMapping(value) && isMapping(next) && isSameValue(granted(value), granted(next));
  });
}

function isKept(old: Mapping, now: Mapping): boolean {
  if (old.op !== now.op || old.path !== now.path) return false;
  if (isSameValue(old.value, now.value)) return true;
  const had = strings(old.value);
  const has = strings(now.value);
  const isList = Array.isArray(now.value) && has.length === now.value.length && had.length === list(old.value).length;
  return old.op === 'replace' && isList && has.every((item) => had.includes(item));
}

/** What a merged object says of permissions and accounts. */
function granted({ $patch, rules, subjects, roleRef, aggregationRule, spec }: Mapping): unknown {
  const accounts = canonical(spec).match(/"serviceAccount\w*":"[^"]*"|"automount\w*":\w+/g);
  return [$patch, rules, subjects, roleRef, aggregationRule, accounts];
}

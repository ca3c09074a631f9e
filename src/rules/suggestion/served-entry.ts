import type { ObjectIdentity } from '../../kube/resource.ts';
import type { TouchedFile } from '../../kube/touched-file.ts';
import { isSameValue, mapping } from '../../plain-values.ts';
import { type ServedSecrets, servedBy } from '../../secrets/protection/served.ts';
import type { YamlLimits } from '../../yaml/document.ts';
import { objectsAfter, only, othersAreSame, plainSide, type Replacement } from './changed-file.ts';

/** Takes the line of a Secret's entry out that another object makes already, where the Secret has further entries in the same field. */
export function servedEntry(
  file: TouchedFile,
  line: number,
  object: ObjectIdentity,
  served: ServedSecrets,
  limits: YamlLimits,
): Replacement | undefined {
  const after = plainSide(file.after);
  const resource = after && only(after.resources, object);
  if (after === undefined || resource?.kind !== 'Secret') return undefined;
  for (const field of ['data', 'stringData']) {
    const keys = Object.keys(mapping(resource.value[field]));
    const key = keys.find((each) => resource.valueAt([field, each]).line === line);
    if (key === undefined || keys.length < 2 || servedBy(served, file.scope, object, key) === undefined) continue;
    const replacement = { endLine: line, suggestion: '' };
    const objects = objectsAfter(file, line, replacement, limits);
    const becomes = objects && only(objects, object);
    if (objects === undefined || becomes === undefined || !othersAreSame(after.resources, objects, object))
      return undefined;
    const { [key]: _, ...rest } = mapping(resource.value[field]);
    const isRight = isSameValue(becomes.value, { ...resource.value, [field]: rest });
    return isRight ? replacement : undefined;
  }
  return undefined;
}

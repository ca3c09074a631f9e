import type { Resource } from '../../src/kube/resource.ts';
import { resourcesOf } from '../../src/kube/resources.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';
import { limits } from '../yaml/limits.ts';

/** The objects of a manifest. */
export function objectsOf(text: string, file = 'a.yaml'): readonly Resource[] {
  return parseYaml(Buffer.from(text), limits).documents.flatMap((document) => resourcesOf(document, file));
}

/** The one object of a manifest, with what a reader would mark it with. */
export function objectOf(text: string, file?: string, marks: Partial<Resource> = {}): Resource {
  const [object] = objectsOf(text, file);
  if (object === undefined) throw new Error(`no object: ${text}`);
  return Object.assign(object, marks);
}

import { isMapping, list, type Mapping, mapping, text } from '../../plain-values.ts';

/** What a Kustomization of Flux adds to the kustomization of its folder. */
export function kustomizationOptions(spec: Mapping): Mapping {
  const options: Record<string, unknown> = {};
  if (text(spec.targetNamespace) !== undefined) options.namespace = spec.targetNamespace;
  if (list(spec.patches).length > 0) options.patches = spec.patches;
  if (list(spec.images).length > 0) options.images = list(spec.images).map(fluxImage);
  if (text(spec.namePrefix) !== undefined) options.namePrefix = spec.namePrefix;
  if (text(spec.nameSuffix) !== undefined) options.nameSuffix = spec.nameSuffix;
  const { labels, annotations } = mapping(spec.commonMetadata);
  if (isMapping(labels)) options.labels = [{ pairs: labels, includeTemplates: false }];
  if (isMapping(annotations)) options.commonAnnotations = annotations;
  return options;
}

/** What the post-renderers of a HelmRelease change. */
export function postRendererOptions(spec: Mapping): Mapping {
  const options: Record<string, unknown[]> = {};
  for (const renderer of list(spec.postRenderers)) {
    const { patches, patchesStrategicMerge, patchesJson6902, images } = mapping(mapping(renderer).kustomize);
    const inline = [
      ...list(patches),
      ...list(patchesStrategicMerge).map((patch) => ({ patch: JSON.stringify(patch) })),
    ];
    for (const patch of list(patchesJson6902)) {
      inline.push({ target: mapping(patch).target, patch: JSON.stringify(mapping(patch).patch) });
    }
    options.patches = [...(options.patches ?? []), ...inline];
    options.images = [...(options.images ?? []), ...list(images)];
  }
  return Object.fromEntries(Object.entries(options).filter(([, items]) => items.length > 0));
}

function fluxImage(image: unknown): Mapping {
  const { name, newName, newTag, digest } = mapping(image);
  return Object.fromEntries(
    Object.entries({ name, newName, newTag, digest }).filter(([, value]) => value !== undefined),
  );
}

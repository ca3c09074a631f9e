import { documentsInside } from '../../kube/embedded.ts';
import type { LoosenedObject } from '../../kube/loosening.ts';
import type { Position, Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import type { TouchedFile } from '../../kube/touched-file.ts';
import { mapping } from '../../plain-values.ts';
import { resourceName } from '../../rbac/model/rbac-object.ts';
import { valuesIn } from '../../workload/charts/values.ts';
import { judgePairs, pairObjects } from '../../workload/model/pair-objects.ts';
import type { Path, YamlLimits } from '../../yaml/document.ts';
import { type ConnaisseurSettings, connaisseurLoosened, connaisseurSettings } from './settings.ts';

/** Settings of Connaisseur with who holds them: values of its chart, or the ConfigMap that the chart makes of them. */
interface Held extends ConnaisseurSettings {
  readonly resource: Resource;
  readonly part: string;
  at(path: Path): Position;
}

/** What Connaisseur newly lets through, by the values of its chart and by its ConfigMap. `files` are those that nothing rendered. */
export function connaisseurChanges(
  sides: ScopeObjects,
  files: readonly TouchedFile[],
  limits: YamlLimits,
): readonly LoosenedObject[] {
  const mayHold = ({ before, after }: TouchedFile) => [before, after].some((side) => side?.text.includes('validator'));
  const values = valuesIn(sides, files.filter(mayHold), limits);
  const held = (side: 'before' | 'after') => [
    ...values[side].flatMap(({ resource, value, path, part }): readonly Held[] => {
      const found = connaisseurSettings(value);
      const at = (inner: Path) => resource.at([...path, ...(found?.path ?? []), ...inner]);
      return found === undefined ? [] : [{ ...found, resource, part, at }];
    }),
    ...sides[side].flatMap((each) => inConfigMap(each, limits)),
  ];
  const keyOf = ({ resource: { group, kind, namespace, name }, part }: Held) =>
    JSON.stringify([group, kind, namespace, name, part]);
  return judgePairs(pairObjects(held('before'), held('after'), keyOf), compared);
}

function inConfigMap(resource: Resource, limits: YamlLimits): readonly Held[] {
  const { group, kind, name, value, document, path } = resource;
  if (group !== '' || kind !== 'ConfigMap' || !name.includes('connaisseur')) return [];
  return Object.entries(mapping(value.data)).flatMap(([key, text]) => {
    if (typeof text !== 'string' || !text.includes('validator')) return [];
    return documentsInside(text, document, [...path, 'data', key], limits).flatMap((inner): readonly Held[] => {
      const found = connaisseurSettings(inner.value);
      const at = (below: Path) => ({ file: resource.file, ...inner.at([...(found?.path ?? []), ...below]) });
      return found === undefined ? [] : [{ ...found, resource, part: key, at }];
    });
  });
}

function compared(before: Held | undefined, after: Held | undefined): readonly LoosenedObject[] {
  if (before === undefined || after === undefined) return [];
  const loosenings = connaisseurLoosened(before.value, after.value);
  if (loosenings.length === 0) return [];
  const { resource } = after;
  const of = resource.kind === 'Values' ? resource.file : resourceName(resource);
  return [
    {
      resource: resource.kind === 'Values' ? undefined : resource,
      called: `Connaisseur, by ${of},`,
      loosenings,
      at: (path) => after.at(path),
      formerAt: (path) => before.at(path),
    },
  ];
}

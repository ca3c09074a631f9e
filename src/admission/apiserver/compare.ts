import { joinContainers } from '../../audit/judge/container-flags.ts';
import type { Flags } from '../../audit/model/flags.ts';
import { type Holder, holdersOf, positionIn } from '../../audit/model/holder.ts';
import { type Part, partsOf, type Reader } from '../../audit/model/search.ts';
import { groupBy } from '../../groups.ts';
import type { LoosenedObject, Loosening } from '../../kube/loosening.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import type { TouchedFile } from '../../kube/touched-file.ts';
import { canonical, json, type Mapping, mapping } from '../../plain-values.ts';
import type { YamlLimits } from '../../yaml/document.ts';
import { inOrder } from '../model/in-order.ts';
import { configurationLoosened, imagePolicyLoosened, isImagePolicy, pluginsOf } from './configuration.ts';
import { isArgumentKey, pluginFlagsOfList, pluginFlagsOfMapping } from './plugin-flags.ts';
import { isAsked, pluginsLoosened } from './plugins.ts';

interface Plugins {
  readonly field: string;
  readonly plugins: readonly unknown[];
}

/** Flags of an API server, an AdmissionConfiguration, the configuration of ImagePolicyWebhook. */
type ApiServerPart = Part<'flags', Flags> | Part<'plugins', Plugins> | Part<'image policy', Mapping>;

const reader: Reader<ApiServerPart> = {
  hints: /AdmissionConfiguration|imagePolicy|admissionControl|admission-control-config-file|-admission-plugins/,
  isListKey: isArgumentKey,
  ofMapping(value) {
    const plugins = pluginsOf(value);
    if (plugins !== undefined) return { kind: 'plugins', value: plugins, isWhole: plugins.field === 'plugins' };
    if (isImagePolicy(value)) return { kind: 'image policy', value: mapping(value.imagePolicy), isWhole: true };
    const flags = pluginFlagsOfMapping(value);
    return flags.size === 0 ? undefined : { kind: 'flags', value: flags };
  },
  ofList(value) {
    const flags = pluginFlagsOfList(value);
    return flags.size === 0 ? undefined : { kind: 'flags', value: flags };
  },
};

/** Admission plugins of an API server that it no longer asks, or that refuse less. `files` are those that nothing rendered. */
export function apiServerChanges(
  sides: ScopeObjects,
  files: readonly TouchedFile[],
  limits: YamlLimits,
): readonly LoosenedObject[] {
  const holders = holdersOf(sides, files);
  const parts = (side: 'before' | 'after') => {
    const all = holders[side].flatMap((each) => partsOf(each, limits, reader));
    const isFlags = (part: ApiServerPart): part is Part<'flags', Flags> => part.kind === 'flags';
    return [...all.filter((part) => !isFlags(part)), ...joinContainers(all.filter(isFlags))];
  };
  const [before, after] = [parts('before'), parts('after')];
  if (before.length === 0) return [];
  return pairs(before, after).flatMap(([was, is]) => loosened(was, is, before, after, holders.after));
}

type Pair = readonly [before: ApiServerPart, after: ApiServerPart | undefined];

/** Each part with what it is now: of the same place, else of the same place in another file, else of the same content. */
function pairs(before: readonly ApiServerPart[], after: readonly ApiServerPart[]): readonly Pair[] {
  const found: Pair[] = [];
  let [old, now] = [before, after];
  const placeOf = ({ kind, holder, names }: ApiServerPart) => json([kind, holder.key, names]);
  for (const likeness of [
    (part: ApiServerPart) => `${part.holder.file} ${placeOf(part)}`,
    placeOf,
    (part: ApiServerPart) => `${part.kind} ${contentOf(part)}`,
  ]) {
    const open = groupBy(now, likeness);
    const left: ApiServerPart[] = [];
    for (const part of old) {
      const is = open.get(likeness(part))?.shift();
      if (is === undefined) left.push(part);
      else found.push([part, is]);
    }
    [old, now] = [left, [...open.values()].flat()];
  }
  return [...found, ...old.map((part): Pair => [part, undefined])];
}

function contentOf({ kind, value }: ApiServerPart): string {
  return canonical(kind === 'flags' ? [...value].map(([name, flag]) => [name, flag.value]).sort() : value);
}

function loosened(
  was: ApiServerPart,
  is: ApiServerPart | undefined,
  before: readonly ApiServerPart[],
  after: readonly ApiServerPart[],
  holders: readonly Holder[],
): readonly LoosenedObject[] {
  const part = is ?? was;
  const loosenings = compared(was, is, before, after);
  if (loosenings.length === 0) return [];
  const { holder, path } = part;
  const left = holders.find((each) => each.file === holder.file && each.key === holder.key);
  const isItself = holder.resource !== undefined && path.length === holder.path.length;
  const what = part.kind === 'flags' ? 'The API server’s configuration' : 'The configuration of admission plugins';
  return [
    {
      resource: holder.resource,
      called: isItself ? holder.called : `${what} in ${holder.called}`,
      loosenings,
      // Where nothing is left of it: the place around it, where that is still there.
      at: (inner) =>
        is === undefined && left !== undefined
          ? positionIn(left, left.document, was.document === was.holder.document ? path : left.path)
          : positionIn(holder, part.document, [...path, ...inner]),
      formerAt: (inner) => positionIn(was.holder, was.document, [...was.path, ...inner]),
    },
  ];
}

function compared(
  was: ApiServerPart,
  is: ApiServerPart | undefined,
  before: readonly ApiServerPart[],
  after: readonly ApiServerPart[],
): readonly Loosening[] {
  if (was.kind === 'flags') {
    const count = (all: readonly ApiServerPart[], plugin: string) =>
      all.filter((each) => each.kind === 'flags' && each.value.size > 0 && isAsked(plugin, each.value)).length;
    const none: Flags = new Map();
    // What another place newly says was moved there.
    const isMoved = (plugin: string) => count(after, plugin) >= count(before, plugin);
    return pluginsLoosened(was.value, is?.kind === 'flags' ? is.value : none, isMoved);
  }
  if (was.kind === 'plugins') {
    const now = is?.kind === 'plugins' ? is.value : { field: was.value.field, plugins: [] };
    return configurationLoosened(inOrder(was.value.plugins), inOrder(now.plugins)).map((each) => ({
      ...each,
      path: is === undefined ? [] : [now.field, ...each.path],
      ...(each.formerPath === undefined ? {} : { formerPath: [was.value.field, ...each.formerPath] }),
    }));
  }
  if (is?.kind === 'image policy') return imagePolicyLoosened(was.value, is.value, ['imagePolicy']);
  const what = 'is gone; what judges images without it was not judged';
  const remedy = 'Keep it, or have something else judge the same images.';
  return [{ what, remedy, severity: 'medium', path: [], formerPath: [], subject: ['imagePolicy', 'gone'] }];
}

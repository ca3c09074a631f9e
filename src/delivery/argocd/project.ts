import type { Loosening } from '../../kube/loosening.ts';
import { addedItems, json, list, type Mapping, mapping, text } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { type Severity, worse } from '../../severity.ts';
import type { Path } from '../../yaml/document.ts';
import type { FenceGain, FenceItem } from './fence.ts';
import { gainedDestinations } from './project-destinations.ts';
import { gainedKinds, kindFields } from './project-kinds.ts';
import { settingsLoosened } from './project-settings.ts';
import { gainedSources, sourceFence } from './project-sources.ts';

/**
 * What an AppProject newly lets its applications deploy, from where and to where. A new one is judged only by fences that
 * keep nothing out. The policies of its roles are those of `argocd-rbac-cm` and judged with them.
 */
export function projectLoosened(before: Mapping | undefined, after: Mapping): readonly Loosening[] {
  const is = mapping(after.spec);
  if (before === undefined) return withoutFence(is);
  const was = mapping(before.spec);
  // From nowhere nothing comes, wherever it might be deployed; where it may come from again is a change of its own.
  if (sourceFence(is).items.every(({ excludes }) => excludes)) return settingsLoosened(was, is);
  return [
    ...loosened(gainedSources(was, is), 'sourceRepos'),
    ...loosened(gainedDestinations(was, is), 'destinations'),
    ...loosened(gainedKinds(was, is, 'cluster'), kindFields.cluster[0]),
    ...loosened(gainedKinds(was, is, 'namespace'), kindFields.namespace[0]),
    ...settingsLoosened(was, is),
  ];
}

/** Whether applications of the one project may do something that those of the other may not. */
export function allowsMore(one: Mapping, other: Mapping): boolean {
  return projectLoosened(other, one).some(({ severity, subject: [field] }) => severity === 'high' || fences.has(field));
}

const does: Readonly<Record<string, string>> = {
  sourceRepos: 'come from',
  destinations: 'deploy into',
  clusterResourceWhitelist: 'deploy objects of the whole cluster:',
  namespaceResourceWhitelist: 'deploy objects of their namespaces:',
};

const fences: ReadonlySet<unknown> = new Set(Object.keys(does));

const remedy =
  'Name the repositories, destinations and kinds that the project’s applications need, and no pattern that matches more.';

function loosened<T>(gain: FenceGain<T> | undefined, field: string): readonly Loosening[] {
  if (gain === undefined) return [];
  const { added, removed, excluding } = gain;
  const texts = [...new Set(added.map((item) => item.text))];
  const freed = removed.map((item) => item.text);
  const what =
    texts.length > 0
      ? `newly lets its applications ${does[field]} ${enumerate(texts)}`
      : `no longer keeps its applications from what it excluded in ${fieldOf(removed[0]?.path) ?? field}: ${enumerate(freed)}`;
  return [
    {
      what,
      remedy,
      severity: [...added, ...removed].map(({ severity = 'high' }) => severity).reduce(worse),
      path: added[0]?.path ?? ['spec', fieldOf(removed[0]?.path) ?? field],
      ...formerPathOf(gain, field),
      ...(texts.length > 0 && freed.length > 0 ? { details: [`no longer excluded: ${enumerate(freed)}`] } : {}),
      subject: [field, ...codesOf(added), ...codesOf(removed).map((code) => `- ${code}`), ...codesOf(excluding)],
    },
  ];
}

function codesOf<T>(items: readonly FenceItem<T>[]): readonly string[] {
  return [...new Set(items.map(({ code }) => code))].sort();
}

/** Where it was what kept things out: an item that excluded them, or a list of which nothing is left. */
function formerPathOf<T>(
  { added: [first], removed: [gone] }: FenceGain<T>,
  field: string,
): Pick<Loosening, 'formerPath'> {
  if (first?.path.length === 1) return { formerPath: ['spec', field] };
  return first === undefined && gone !== undefined ? { formerPath: gone.path } : {};
}

function fieldOf(path: Path | undefined): string | undefined {
  return text(path?.[1]);
}

/** What a new project excludes from what one of its lists allows. */
function exceptIn(spec: Mapping, field: string): readonly string[] {
  if (field === 'clusterResourceWhitelist') return addedItems([], spec.clusterResourceBlacklist);
  return addedItems(
    [],
    list(spec[field]).filter((item) => /"!/.test(json(item))),
  );
}

/** Where a new project does not say what its applications may deploy, from where, and to where. */
function withoutFence(spec: Mapping): readonly Loosening[] {
  const isEverything = (item: unknown, ...fields: readonly string[]) =>
    fields.every((field) => ['*', '**'].includes(text(mapping(item)[field]) ?? ''));
  const found = (field: string, isOpen: (item: unknown) => boolean, what: string) => {
    const index = list(spec[field]).findIndex(isOpen);
    const severity: Severity = 'medium';
    return index < 0
      ? []
      : [
          {
            what,
            remedy,
            severity,
            path: ['spec', field, index],
            subject: [field, 'everything', ...exceptIn(spec, field)],
          },
        ];
  };
  return [
    ...found(
      'sourceRepos',
      (item) => item === '*' || item === '**',
      'lets its applications come from every repository',
    ),
    ...found(
      'destinations',
      (item) => isEverything(item, 'namespace') && (isEverything(item, 'server') || isEverything(item, 'name')),
      'lets its applications deploy into every namespace of every cluster',
    ),
    ...found(
      'clusterResourceWhitelist',
      (item) => isEverything(item, 'group', 'kind') && text(mapping(item).name) === undefined,
      'lets its applications deploy every kind of object of the whole cluster',
    ),
  ];
}

import type { Loosening } from '../../kube/loosening.ts';
import {
  addedItems,
  isMapping,
  json,
  list,
  type Mapping,
  mapping,
  scalarText,
  strings,
  text,
  valueUnder,
} from '../../plain-values.ts';
import { parsedValues } from '../../render/model/parsed-values.ts';
import { mergePatch } from '../../render/roots/argocd/application-set.ts';
import type { Path } from '../../yaml/document.ts';

/** A generator whose results people outside decide about. */
interface OpenGenerator {
  readonly kind: 'pullRequest' | 'scmProvider' | 'git';
  /** Whether only those count that somebody with the right to has marked. */
  readonly isMarked: boolean;
  readonly value: Mapping;
  /** Of `scmProvider`: whether every repository of an owner counts, and every branch of what counts. */
  readonly takes: { readonly repositories: boolean; readonly branches: boolean };
  readonly path: Path;
}

/**
 * What an ApplicationSet newly takes from people outside: pull requests of anybody, or the project from what a generator
 * finds. A project that is filled in gives whoever writes there the permissions of any project (argo-cd, docs,
 * operator-manual/applicationset/Security.md).
 */
export function applicationSetLoosened(before: Mapping | undefined, after: Mapping): readonly Loosening[] {
  const [was, is] = [mapping(before?.spec), mapping(after.spec)];
  return [
    ...openRequests(was, is),
    ...openRepositories(was, is),
    ...openProject(was, is),
    ...unreadPatch(before, after),
  ];
}

/** What a set makes its Applications from. */
interface Template {
  readonly value: Mapping;
  /** Whether `templatePatch` is a template that is not YAML before it is filled in: it may set any field. */
  readonly isOpen: boolean;
}

/** The template with `templatePatch` merged over it, as far as that can be read. */
export function templateOf(set: Mapping): Template {
  const spec = mapping(set.spec);
  const template = mapping(spec.template);
  const patch = text(spec.templatePatch);
  if (patch === undefined) return { value: template, isOpen: false };
  const [read] = /\{\{-?\s*(?:if|range|with|else|end|define|template|block)\b/.test(patch) ? [] : parsedValues(patch);
  return read === undefined
    ? { value: template, isOpen: true }
    : { value: mapping(mergePatch(template, read)), isOpen: false };
}

function unreadPatch(before: Mapping | undefined, after: Mapping): readonly Loosening[] {
  const patch = (set: Mapping | undefined) => text(mapping(set?.spec).templatePatch);
  if (!templateOf(after).isOpen || patch(before) === patch(after)) return [];
  return [
    {
      what: 'newly patches its Applications by a template that is not read here: it may set any of their fields, their project too',
      remedy: 'Patch only what has to be, without conditions and loops, and state the project in spec.template.',
      severity: 'medium',
      path: ['spec', 'templatePatch'],
      subject: ['templatePatch', patch(after) ?? ''],
    },
  ];
}

function openRequests(was: Mapping, is: Mapping): readonly Loosening[] {
  const open = (spec: Mapping) =>
    generatorsOf(spec).filter(({ kind, isMarked }) => kind === 'pullRequest' && !isMarked);
  const [first] = open(is);
  if (first === undefined || open(was).length > 0) return [];
  return [
    {
      what: 'newly deploys what pull requests hold, without a label that somebody has to set first',
      remedy:
        'Name labels in the generator that only maintainers can set, and let the project allow nothing but a namespace for previews.',
      severity: 'high',
      path: first.path,
      subject: [
        'pullRequest',
        'unmarked',
        ...open(is)
          .map(({ value }) => json(value))
          .sort(),
      ],
    },
  ];
}

/** What whoever may make a repository or push a branch somewhere deploys by it, where the set takes its sources from what is found. */
function openRepositories(was: Mapping, is: Mapping): readonly Loosening[] {
  const takes = (spec: Mapping, what: keyof OpenGenerator['takes']) =>
    isFromFound(spec) ? generatorsOf(spec).filter((each) => each.takes[what]) : [];
  const newly = (what: keyof OpenGenerator['takes']) => (takes(was, what).length === 0 ? takes(is, what) : []);
  const [branches, repositories] = [newly('branches'), newly('repositories')];
  const [first] = [...branches, ...repositories];
  if (first === undefined) return [];
  const what = [
    ...(repositories.length === 0 ? [] : ['every repository of an owner']),
    ...(branches.length === 0 ? [] : ['every branch of the repositories that it finds']),
  ];
  return [
    {
      what: `newly deploys ${what.join(' and ')}: whoever may make one decides what runs`,
      remedy:
        'Name the repositories and branches in filters (repositoryMatch, branchMatch), and let the project allow nothing but what they need.',
      severity: 'medium',
      path: first.path,
      subject: [
        'scmProvider',
        ...(repositories.length === 0 ? [] : ['repositories']),
        ...(branches.length === 0 ? [] : ['branches']),
        // Of which owner.
        ...addedItems(
          [],
          [...repositories, ...branches].map(({ value }) => value),
        ),
      ],
    },
  ];
}

/** Whether a source of its Applications is filled in. */
function isFromFound(spec: Mapping): boolean {
  const { value, isOpen } = templateOf({ spec });
  const { source, sources } = mapping(value.spec);
  return (
    isOpen ||
    [source, ...list(sources)].some((each) => {
      const { repoURL, targetRevision } = mapping(each);
      return `${scalarText(repoURL)}${scalarText(targetRevision)}`.includes('{{');
    })
  );
}

function openProject(was: Mapping, is: Mapping): readonly Loosening[] {
  const project = (spec: Mapping) => scalarText(valueUnder(templateOf({ spec }).value, 'spec', 'project'));
  const isOpen = (spec: Mapping) => project(spec).includes('{{') && generatorsOf(spec).length > 0;
  if (!isOpen(is) || isOpen(was)) return [];
  return [
    {
      what: 'newly takes the project of its Applications from what its generators find: whoever writes there chooses what may be deployed',
      remedy: 'State the project, and make an ApplicationSet for each.',
      // Who writes to the repository that a git generator reads is known; who opens a request or a repository is not.
      severity: generatorsOf(is).every(({ kind }) => kind === 'git') ? 'medium' : 'high',
      path: ['spec', 'template', 'spec', 'project'],
      subject: [
        'project',
        'filled in',
        project(is),
        ...generatorsOf(is)
          .map(({ value }) => json(value))
          .sort(),
      ],
    },
  ];
}

const deepest = 4;

/** The generators that read what people outside write, also inside matrix and merge. */
function generatorsOf(spec: Mapping): readonly OpenGenerator[] {
  return [...search(spec.generators, ['spec', 'generators'])];
}

function* search(generators: unknown, path: Path): Generator<OpenGenerator> {
  if (path.length > deepest * 3) return;
  for (const [index, each] of list(generators).entries()) {
    const { pullRequest, scmProvider, git, matrix, merge } = mapping(each);
    const at = [...path, index];
    if (isMapping(pullRequest))
      yield {
        kind: 'pullRequest',
        isMarked: isMarked(pullRequest),
        takes: nothing,
        value: pullRequest,
        path: [...at, 'pullRequest'],
      };
    if (isMapping(scmProvider))
      yield {
        kind: 'scmProvider',
        isMarked: false,
        takes: taken(scmProvider),
        value: scmProvider,
        path: [...at, 'scmProvider'],
      };
    if (isMapping(git)) yield { kind: 'git', isMarked: false, takes: nothing, value: git, path: [...at, 'git'] };
    yield* search(mapping(matrix).generators, [...at, 'matrix', 'generators']);
    yield* search(mapping(merge).generators, [...at, 'merge', 'generators']);
  }
}

const nothing = { repositories: false, branches: false };

/** What a generator takes of a forge: repositories by filters that all or any of them have, the default branch unless it is said otherwise. */
function taken(generator: Mapping): OpenGenerator['takes'] {
  const filters = list(generator.filters).map(mapping);
  const isEach = (fields: readonly string[]) =>
    filters.length > 0 && filters.every((filter) => fields.some((field) => isLimit(filter[field])));
  const isAll = Object.values(generator).some((forge) => mapping(forge).allBranches === true);
  return {
    repositories: !isEach(['repositoryMatch', 'labelMatch']),
    branches: isAll && !isEach(['branchMatch']),
  };
}

/** An expression beyond this is not read: it may be for any name. */
const longestRead = 1000;

/** What an expression does not demand: classes of characters (Go’s regexp knows `\pL` as well as `\p{Lu}`), flags, numbers of times, and what may be missing. */
const notDemanded = [
  /\\[pP](?:\{[^}]*\}|\w)|\\./g,
  /\[\^?\]?[^\]]*\]/g,
  /\(\?(?:P?<\w*>|[a-zA-Z-]*[:)])/g,
  /(?:\([^()]*\)|[\w-])(?:[*?]|\{0,?\d*\})/g,
  /\{\d*,?\d*\}/g,
];

/** An expression for any name (`.*`) limits nothing: each of its alternatives has to demand a letter. Neither does one that is filled in. */
function isLimit(expression: unknown): boolean {
  const stated = scalarText(expression);
  if (stated.length > longestRead || stated.includes('{{')) return false;
  const demanded = notDemanded.reduce((rest, pattern) => rest.replace(pattern, ''), stated);
  return demanded.split('|').every((part) => /[\w-]/.test(part));
}

/** Whether a label has to be set on the request; each forge has the field in its own mapping. */
function isMarked(generator: Mapping): boolean {
  return Object.values(generator).some((forge) => strings(mapping(forge).labels).length > 0);
}

import { asksForExceptions, exceptionKind } from '../../admission/kyverno/exceptions/exemptions.ts';
import { selectingGroups } from '../../admission/selection/selectors.ts';
import { asksForSelectors } from '../../admission/selection/unselected.ts';
import type { ObjectId, Tree } from '../../git/object/object.ts';
import type { Repository } from '../../git/repository.ts';
import { isCandidate, isContextCandidate, mayHold } from '../../kube/candidate.ts';
import { withoutNewHooks } from '../../kube/identity/hooks.ts';
import { isDelivered, isDeliveredScope, type ScopeObjects, scopeOf } from '../../kube/scope.ts';
import type { Scope, TouchedFile } from '../../kube/touched-file.ts';
import {
  asksForDeliverers,
  asksForPods,
  asksForPolicies,
  deliveringGroups,
  namespacesInQuestion,
} from '../../network/policies/worth-context.ts';
import type { Policy } from '../../policy/policy.ts';
import { looseEnds } from '../../rbac/compare/loose-ends.ts';
import { installedObjects } from '../../render/outcome/installed-objects.ts';
import type { Place } from '../../render/patched/placing.ts';
import { asksForMakers, secretMakers } from '../../secrets/protection/served.ts';
import { newlyMerged } from '../../secrets/stores/merged-secrets.ts';
import { enginesInQuestion } from '../../workload/engines/engines-lost.ts';
import {
  accountNames,
  accountsInQuestion,
  accountsNewlyMounted,
  accountsOfPatches,
  rolesElsewhere,
} from '../../workload/identity/loose-ends.ts';
import { readAvailable } from '../blobs.ts';
import type { Budget } from '../budget.ts';
import { accountQuestion, joinedQuestions, type RenderedEnds } from '../render/rendered-loose-ends.ts';
import { accountsInValues } from './accounts-in-values.ts';
import { type ContextFiles, contextFiles, linkedFiles, noFiles } from './context/context-files.ts';
import { type ObjectsByScope, touchedObjects } from './context/context-objects.ts';
import { ContextReading } from './context/context-reading.ts';
import {
  type DefinitionsQuestion,
  definitionsInQuestion,
  filesInQuestion,
  mayAnswer,
} from './context/other-definitions.ts';
import { isolates, mentions, runsAs } from './mentions.ts';
import type { NamedFiles } from './named-files.ts';
import { touchedShowOpenshift } from './openshift.ts';
import type { IsTemplate } from './touched-files.ts';

export interface Context {
  /** The objects of every scope that the change touches. */
  readonly objects: ReadonlyMap<Scope, ScopeObjects>;
  /** The objects of every scope whose roles or bindings may reach one of these; empty where nothing depends on other scopes. */
  readonly around: ReadonlyMap<Scope, ScopeObjects>;
  /** The names of roles and groups on which something hangs that the scopes the change touches do not hold. */
  readonly looseEnds: ReadonlySet<string>;
  readonly filesRead: number;
  /** Unchanged files of which something could not be read, so that what it holds is unknown. */
  readonly unread: readonly { readonly file: string; readonly why: string }[];
  /** Whether the repository holds objects of OpenShift's, so that the cluster is one. */
  readonly showsOpenshift: boolean;
}

const nothing: ScopeObjects = { before: [], after: [] };

interface Touched {
  readonly touched: readonly TouchedFile[];
  readonly named: NamedFiles;
  readonly rendered: {
    /** Files that are judged as they are rendered. */
    readonly covered: ReadonlySet<string>;
    /** What patches make of objects, where nothing rendered it. */
    readonly patched: ReadonlyMap<Scope, ScopeObjects>;
    /** Puts objects into the namespaces that kustomizations give them. */
    readonly place: Place;
  } & RenderedEnds;
}

/**
 * The objects of every scope the change touches: of touched files both sides, and of unchanged files that may hold RBAC, or
 * decide about pods. Unchanged files are read only where a touched one may hold RBAC itself, or pods whose permissions can change.
 */
export async function readContext(
  repository: Pick<Repository, 'blobs'>,
  { touched, named, rendered }: Touched,
  after: Tree,
  policy: Policy,
  isTemplate: IsTemplate,
  budget: Budget,
): Promise<Context> {
  const objects = touchedObjects(touched);
  const valuesAccounts = accountsInValues(touched, objects, rendered.patched, rendered.covered, policy);
  const wanted = wantedScopes(touched, objects, named, after, policy);
  for (const scope of valuesAccounts.keys()) wanted.add(scope);
  const question = { touched, named, after, clusters: policy.clusters, wanted, budget };
  const files = wanted.size === 0 ? noFiles : contextFiles(question);
  const reading = new ContextReading(objects, named, rendered.covered, policy, isTemplate, budget);
  for (const file of files.submodules) reading.cannotRead(file, 'a submodule; its content is in another repository');
  const targets = await linkTargets(repository, files);
  for (const { why, ...file } of linkedFiles(files, targets, question)) {
    reading.cannotRead(file, why);
  }
  reading.showsOpenshift = touchedShowOpenshift(touched, files.byId.size === 0);
  const wantedSides = [...wanted].map((scope) => objects.get(scope) ?? nothing);
  const questions = definitionQuestions(touched, rendered.covered);
  const answersOwn = mayAnswer([...questions].flatMap(([scope, each]) => (wanted.has(scope) ? each : [])));
  const patched = new Set(
    wantedSides.flatMap((sides) => [...accountsOfPatches(sides), ...accountsNewlyMounted(sides)]),
  );
  const opened = new Set([...wantedSides, ...wantedSides.map(rendered.place)].flatMap(namespacesInQuestion));
  const isExempting = wantedSides.some(asksForExceptions);
  const merged = new Set(wantedSides.flatMap((sides) => [...newlyMerged(sides)]));
  const mayDecide = decidesFor(wantedSides, patched, merged);
  await reading.read(repository, files, (bytes) => mayDecide(bytes) || answersOwn(bytes));
  const further = new Map([...questions].filter(([scope]) => !wanted.has(scope)));
  if (further.size > 0) {
    const asking = filesInQuestion(contextFiles({ ...question, wanted: further }), further);
    await reading.read(repository, asking, mayAnswer(further.values()));
  }
  const { unread, filesRead, showsOpenshift } = reading;
  const options = { ...policy, openshift: policy.openshift ?? showsOpenshift };
  const names = new Set(rendered.looseEnds);
  for (const scope of wanted) for (const name of looseEnds(objects.get(scope) ?? nothing, options)) names.add(name);
  const own = [...wanted].map((scope) =>
    accountQuestion(objects.get(scope) ?? nothing, valuesAccounts.get(scope) ?? [], options),
  );
  const { accounts, roles } = joinedQuestions([rendered.accounts, ...own]);
  const asked = new Set([...names, ...accountNames(accounts), ...roles]);
  if (asked.size + opened.size === 0 && !isExempting)
    return { objects, around: new Map(), looseEnds: names, filesRead, unread, showsOpenshift };
  const others = touchedObjects(touched.filter(({ scope }) => !wanted.has(scope)));
  const outside = new ContextReading(others, named, rendered.covered, policy, isTemplate, budget);
  const isOutside = (scope: Scope) => !wanted.has(scope) && takesPart(scope, policy);
  const outsideFiles = contextFiles({ ...question, wanted: { has: isOutside } });
  await outside.read(repository, outsideFiles, decidesElsewhere(wantedSides, asked, opened, patched));
  // What binds an account there may name a role that is elsewhere again.
  const bound = [...others.values()].flatMap((sides) => rolesElsewhere(sides, accounts, options));
  const furtherRoles = new Set(bound.filter((name) => !asked.has(name)));
  if (furtherRoles.size > 0) {
    await outside.read(repository, outsideFiles, (bytes) => isCandidate(bytes) && mentions(bytes, furtherRoles));
  }
  return {
    objects,
    around: new Map([...objects, ...others]),
    looseEnds: names,
    filesRead: filesRead + outside.filesRead,
    unread,
    // What is unknown here may be a role of OpenShift's own, where another folder shows the platform.
    showsOpenshift: showsOpenshift || outside.showsOpenshift,
  };
}

/** What files that make pods, or deliver what does, mention. */
const makers = ['containers', ...deliveringGroups];

/** Says whether an unchanged file may hold what decides about the objects of the wanted scopes. */
function decidesFor(
  wanted: readonly ScopeObjects[],
  patched: ReadonlySet<string>,
  merged: ReadonlySet<string>,
): (bytes: Buffer) => boolean {
  const kinds = [
    ...(wanted.some(asksForPods) ? ['containers'] : []),
    ...(wanted.some(asksForMakers) ? secretMakers : []),
    ...(wanted.some(asksForSelectors) ? selectingGroups : []),
    ...(wanted.some(asksForExceptions) ? [exceptionKind] : []),
    ...wanted.flatMap(enginesInQuestion),
    ...(wanted.some(asksForDeliverers) ? deliveringGroups : []),
  ];
  const mayBeMerged = (bytes: Buffer) => merged.size > 0 && mayHold(bytes, 'Secret') && mentions(bytes, merged);
  return (bytes) =>
    isContextCandidate(bytes) ||
    runsAs(bytes, patched) ||
    kinds.some((kind) => mayHold(bytes, kind)) ||
    mayBeMerged(bytes);
}

/** Says whether an unchanged file of another folder may hold something that what is asked for hangs on. */
function decidesElsewhere(
  wanted: readonly ScopeObjects[],
  asked: ReadonlySet<string>,
  opened: ReadonlySet<string>,
  patched: ReadonlySet<string>,
): (bytes: Buffer) => boolean {
  const [mayHaveLost, isExempting] = [wanted.some(asksForDeliverers), wanted.some(asksForExceptions)];
  const isAsked = (bytes: Buffer) => (isContextCandidate(bytes) ? mentions(bytes, asked) : runsAs(bytes, patched));
  // Where a policy is gone or may have moved, pods of other folders may have lost it.
  const mayLose = (bytes: Buffer) =>
    mayHaveLost && makers.some((kind) => mayHold(bytes, kind)) && mentions(bytes, opened);
  // Where a policy or a rule of Kyverno has another name, exceptions of other folders may be for it.
  const mayExempt = (bytes: Buffer) => isExempting && mayHold(bytes, exceptionKind);
  return (bytes) => isAsked(bytes) || isolates(bytes, opened) || mayLose(bytes) || mayExempt(bytes);
}

/** What unchanged files are asked for, by scope; of what is rendered, all definitions are there. */
function definitionQuestions(
  touched: readonly TouchedFile[],
  covered: ReadonlySet<string>,
): ReadonlyMap<Scope, DefinitionsQuestion> {
  const plain = touchedObjects(touched.filter(({ path }) => !covered.has(path)));
  const ways = installedObjects(touched, plain, covered);
  return new Map(
    [...plain].flatMap(([scope, sides]) => {
      const otherwise = [withoutNewHooks(sides), ...ways.map((way) => way.objects.get(scope))];
      const question = definitionsInQuestion(
        sides,
        otherwise.filter((each) => each !== undefined),
      );
      return question === undefined ? [] : [[scope, question] as const];
    }),
  );
}

/** Whether a scope reaches others: those the policy names are exact, and what is not delivered grants nothing. */
export function takesPart(scope: Scope, { clusters }: Pick<Policy, 'clusters'>): boolean {
  return isDeliveredScope(scope) && !clusters.some(({ name }) => name === scope);
}

/** Where each link leads, by the blob that says so. */
async function linkTargets(
  repository: Pick<Repository, 'blobs'>,
  { links }: ContextFiles,
): Promise<ReadonlyMap<ObjectId, string>> {
  if (links.length === 0) return new Map();
  const ids = links.map((link) => link.id);
  const contents = await readAvailable(repository, ids, longestTarget);
  return new Map([...contents].map(([id, bytes]) => [id, bytes.toString('utf8')]));
}

/** Bytes of a path that systems take (PATH_MAX). */
const longestTarget = 4096;

/** The context where nothing unchanged could be read: what depends on it is unknown. */
export function contextOfTouched(touched: readonly TouchedFile[]): Context {
  const objects = touchedObjects(touched);
  for (const { unread, unreadFiles } of objects.values()) {
    unread.push('the unchanged files');
    unreadFiles.set('the unchanged files', undefined);
  }
  return { objects, around: new Map(), looseEnds: new Set(), filesRead: 0, unread: [], showsOpenshift: false };
}

/** The scopes whose unchanged objects matter: those with a touched file that may hold RBAC, new pods or accounts, or a file that is newly named. */
function wantedScopes(
  touched: readonly TouchedFile[],
  objects: ObjectsByScope,
  named: NamedFiles,
  after: Tree,
  { clusters }: Policy,
): Set<Scope> {
  const wanted = new Set(touched.filter(mayHoldRbac).map(({ scope }) => scope));
  for (const [scope, sides] of objects) {
    const asks = [asksForPolicies, asksForMakers, asksForSelectors, asksForExceptions].some((each) => each(sides));
    if (
      asks ||
      enginesInQuestion(sides).length > 0 ||
      newlyMerged(sides).size > 0 ||
      accountsInQuestion(sides).length > 0
    )
      wanted.add(scope);
  }
  for (const path of named.after) {
    if (!named.before.has(path) && !isDelivered(path) && after.has(path)) wanted.add(scopeOf(path, clusters, true));
  }
  return wanted;
}

function mayHoldRbac({ before, after }: TouchedFile): boolean {
  return [before, after].some((side) => side !== undefined && side.bytes.length > 0 && isCandidate(side.bytes));
}

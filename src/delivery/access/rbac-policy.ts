import type { Loosening } from '../../kube/loosening.ts';
import { addedItems, list, type Mapping, mapping, text } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { readArgocdPolicy } from '../../rbac/products/argocd-policy.ts';
import type { Path } from '../../yaml/document.ts';
import { readPattern, witnessesOf } from '../model/pattern.ts';
import { builtInGroups, builtInLines } from './built-in-policy.ts';
import type { PolicyLine } from './policy-line.ts';

/** Argo CD's policy in one object. */
export interface ArgocdPolicy {
  readonly lines: readonly PolicyLine[];
  /** The subjects that a subject is as well (`g`). */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  readonly readsExpressions: boolean;
}

/** Reads the policy of `argocd-rbac-cm`: `policy.csv`, and every `policy.*.csv` of the same ConfigMap (argo-cd, util/rbac, PolicyCSV). */
export function configuredPolicy(data: Mapping): ArgocdPolicy {
  const texts = Object.entries(data).flatMap(([key, value]) =>
    key.startsWith('policy.') && key.endsWith('.csv') && typeof value === 'string'
      ? [{ path: ['data', key], text: value }]
      : [],
  );
  const { lines, groups, readsExpressions } = policyOf(texts, data['policy.matchMode'] === 'regex');
  const joined = new Map(groups);
  for (const [member, group] of builtInGroups) joined.set(member, [...(joined.get(member) ?? []), group]);
  return { lines: [...lines, ...builtInLines], groups: joined, readsExpressions };
}

/** Reads the policies of a project's roles. */
export function projectPolicy(spec: Mapping): ArgocdPolicy {
  const texts = list(spec.roles).flatMap((role, index) =>
    list(mapping(role).policies).map((each, at) => ({
      path: ['spec', 'roles', index, 'policies', at],
      text: text(each) ?? '',
    })),
  );
  return policyOf(texts, false);
}

function policyOf(
  texts: readonly { readonly path: Path; readonly text: string }[],
  readsExpressions: boolean,
): ArgocdPolicy {
  const lines: PolicyLine[] = [];
  const groups = new Map<string, string[]>();
  for (const { path, text: written } of texts) {
    for (const { type, fields, path: at } of readArgocdPolicy(written, path)) {
      const [subject = '', ...rest] = fields;
      if (type === 'g') groups.set(subject, [...(groups.get(subject) ?? []), rest[0] ?? '']);
      if (type !== 'p') continue;
      const [resource = '', action = '', object = '', effect] = rest;
      lines.push({
        subject,
        resource,
        action: readPattern(action),
        object: readPattern(object),
        isDeny: effect === 'deny',
        path: at,
      });
    }
  }
  return { lines, groups, readsExpressions };
}

/** A line that newly lets subjects do something, with the lines that denied it, and those that still deny a part of it. */
interface PolicyGain {
  readonly line: PolicyLine;
  readonly subjects: string[];
  readonly denied: readonly PolicyLine[];
  readonly denying: string[];
}

/**
 * What subjects may newly do with further objects, or since nothing denies it any more. That they may do something with a kind
 * of object at all is a grant of permissions, and said there.
 */
export function policyLoosened(before: ArgocdPolicy, after: ArgocdPolicy): readonly Loosening[] {
  if (after.readsExpressions && !before.readsExpressions && before.lines.some(({ isBuiltIn }) => isBuiltIn !== true))
    return [expressions(before, after)];
  const subjects = new Set([...after.lines.map(({ subject }) => subject), ...after.groups.keys()]);
  const gains = new Map<string, PolicyGain>();
  for (const subject of subjects) {
    const [was, is] = [linesOf(before, subject), linesOf(after, subject)];
    if (keysOf(was) === keysOf(is)) continue;
    const byResource = new Map<string, ResourceGain>();
    for (const line of is.filter(({ isDeny }) => !isDeny)) {
      const { resource } = line;
      const gain = byResource.get(resource) ?? resourceGain(resource, was, is, after.readsExpressions);
      byResource.set(resource, gain);
      const denied = gained(line, was, gain);
      // What Argo CD's own roles may do is said of the role that someone gets.
      if (denied === undefined || (line.isBuiltIn === true && denied.length === 0)) continue;
      const found = gains.get(keyOf(line));
      // What denies in the place of what did.
      const denying = denied.length === 0 ? [] : addedItems(denialsIn(was), denialsIn(is));
      if (found === undefined) gains.set(keyOf(line), { line, subjects: [subject], denied, denying: [...denying] });
      else {
        found.subjects.push(subject);
        found.denying.push(...denying);
      }
    }
  }
  return [...gains.values()].map(loosening);
}

const expressions = (before: ArgocdPolicy, after: ArgocdPolicy): Loosening => ({
  what: 'newly reads its policies as regular expressions, which match anywhere inside a name',
  remedy: 'Keep policy.matchMode: glob, or begin each expression with ^ and end it with $.',
  severity: 'high',
  path: ['data', 'policy.matchMode'],
  subject: ['policy.matchMode', ...addedItems(before.lines.map(keyOf), after.lines.map(keyOf))],
});

const denialsIn = (lines: readonly PolicyLine[]) => lines.filter(({ isDeny }) => isDeny).map(keyOf);

/** The lines that are about a subject, itself or by what it is a member of. */
function linesOf({ lines, groups }: ArgocdPolicy, subject: string): readonly PolicyLine[] {
  const known = new Set([subject]);
  for (const each of known) for (const other of groups.get(each) ?? []) known.add(other);
  return lines.filter((line) => known.has(line.subject));
}

/** What is done with one object. */
interface Asked {
  readonly action: string;
  readonly object: string;
}

/** What the lines about one subject and kind of object newly permit; `asked` is undefined where it is too much to tell. */
interface ResourceGain {
  readonly asked: readonly Asked[] | undefined;
  readonly goneDenials: readonly PolicyLine[];
}

/** Answers that are looked for about one kind of object. */
const mostAnswers = 100_000;

function resourceGain(
  resource: string,
  was: readonly PolicyLine[],
  is: readonly PolicyLine[],
  readsExpressions: boolean,
): ResourceGain {
  const about = (lines: readonly PolicyLine[]) => lines.filter((line) => isPart(resource, line.resource));
  const [old, now] = [about(was), about(is)];
  const kept = new Set(now.map(keyOf));
  const goneDenials = old.filter((each) => each.isDeny && !kept.has(keyOf(each)));
  const actions = readsExpressions ? undefined : witnessesOf([...old, ...now].map(({ action }) => action));
  const objects = actions === undefined ? undefined : witnessesOf([...old, ...now].map(({ object }) => object));
  if (actions === undefined || objects === undefined) return { asked: undefined, goneDenials };
  if (actions.length * objects.length * (old.length + now.length) > mostAnswers)
    return { asked: undefined, goneDenials };
  const all = actions.flatMap((action) => objects.map((object) => ({ action, object })));
  return { asked: all.filter((each) => permits(now, each) && !permits(old, each)), goneDenials };
}

/** The lines that denied what a line newly allows, none where it simply allows more; undefined where it allows nothing new. */
function gained(line: PolicyLine, was: readonly PolicyLine[], gain: ResourceGain): readonly PolicyLine[] | undefined {
  const { asked, goneDenials } = gain;
  const isAlike = (each: PolicyLine) =>
    !each.isDeny && ['*', line.resource].includes(each.resource) && ['*', verbOf(line)].includes(verbOf(each));
  if (!was.some(isAlike)) return undefined;
  if (asked === undefined) {
    const isKnown = was.some((each) => keyOf(each) === keyOf(line));
    return isKnown && goneDenials.length === 0 ? undefined : goneDenials;
  }
  const own = asked.filter((each) => matches(line, each));
  if (own.length === 0) return undefined;
  return goneDenials.filter((denial) => own.some((each) => matches(denial, each)));
}

/** Whether a line about the one kind of object decides about the other. */
function isPart(resource: string, other: string): boolean {
  return other === resource || readPattern(other).matches(resource);
}

/** `some(allow) && !some(deny)` (argo-cd, assets/model.conf). */
function permits(lines: readonly PolicyLine[], asked: Asked): boolean {
  const own = lines.filter((line) => matches(line, asked));
  return own.length > 0 && !own.some(({ isDeny }) => isDeny);
}

function matches(line: PolicyLine, { action, object }: Asked): boolean {
  return line.action.matches(action) && line.object.matches(object);
}

function loosening({ line, subjects, denied, denying }: PolicyGain): Loosening {
  const { resource, action, object, path } = line;
  const who = enumerate(subjects);
  const what = `${action.text} ${resource} ${object.text}`;
  return {
    what:
      denied.length > 0
        ? `no longer denies ${who}: ${enumerate(denied.map((each) => `${each.action.text} ${each.resource} ${each.object.text}`))}`
        : `newly lets ${who} ${what}`,
    remedy: 'Name the projects and applications that are needed in the policy’s objects, and keep the lines that deny.',
    severity: 'high',
    ...(line.isBuiltIn === true ? { path: ['data'], formerPath: denied[0]?.path ?? [] } : { path }),
    subject: ['policy', what, ...[...subjects].sort(), ...denied.map(keyOf).sort(), ...new Set(denying)],
  };
}

/** The verb by which the grant is compared there: to sync is to update. */
function verbOf({ action }: PolicyLine): string {
  const verb = action.text.split('/')[0] ?? '';
  return verb === 'sync' ? 'update' : verb;
}

function keyOf({ subject, resource, action, object, isDeny }: PolicyLine): string {
  return [subject, resource, action.text, object.text, isDeny].join(', ');
}

function keysOf(lines: readonly PolicyLine[]): string {
  return lines.map(keyOf).sort().join('\n');
}

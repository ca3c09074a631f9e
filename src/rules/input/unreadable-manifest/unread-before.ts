import { mayBeWatching } from '../../../audit/judge/mentions.ts';
import { groupBy } from '../../../groups.ts';
import { identityKey } from '../../../kube/identity/identity-key.ts';
import { rbacKinds } from '../../../kube/rbac-kinds.ts';
import { hasManifestExtension, mayHoldObject } from '../../../kube/read-file.ts';
import type { Position, Resource } from '../../../kube/resource.ts';
import type { FileSide, TouchedFile } from '../../../kube/touched-file.ts';
import { enumerate } from '../../../rbac/judge/sentence.ts';
import { resourceName } from '../../../rbac/model/rbac-object.ts';
import { mayMatter } from '../../../render/judge/lost-roots.ts';
import type { Rendering } from '../../../render/result/rendering.ts';
import type { Severity } from '../../../severity.ts';
import type { YamlLimits } from '../../../yaml/document.ts';
import type { Observation } from '../../rule.ts';
import { brokenTexts } from './texts-before.ts';
import { newParts, stretchOf, wholeUnread } from './unread-parts.ts';

/** What the base held in a file, as far as nobody could read it. */
interface UnreadBefore {
  readonly file: TouchedFile;
  readonly called: string;
  /** The text that was not read; undefined of a file that was not read at all. */
  readonly text: string | undefined;
  readonly why: readonly string[];
  readonly reasons: readonly string[];
  /** Where in the base, and in the head. */
  readonly at: Position;
  readonly place: Position;
  /** Objects of the head that were not there before, as far as anybody could read it. */
  readonly fresh: readonly Resource[];
}

/**
 * What could not be read in the base and can be in the head, or is gone: all families compare it with nothing, so that what it protected may be
 * lost without a word. What only grants is judged as new, and that is enough.
 */
export function* unreadBefore(
  touched: readonly TouchedFile[],
  rendering: Rendering,
  limits: YamlLimits,
): Generator<Observation> {
  const found = touched.flatMap((file) => {
    // What was rendered is judged as it is delivered, on both sides; what is packed as it is was not read for that.
    if (rendering.covered.has(file.path) && file.generated === undefined) return [];
    return [...unreadOf(file), ...brokenTexts(file, limits).map((each) => ({ file, fresh: [], ...each }))];
  });
  for (const group of groupBy(found, ({ file }) => file.scope).values()) {
    const told = group.flatMap((each) => observe(each) ?? []);
    yield* told.slice(0, mostTold);
    const [first, ...rest] = told.slice(mostTold);
    if (first !== undefined) yield { ...first, ...together(first, rest) };
  }
  const files = new Set(found.map(({ file }) => file.path));
  yield* unrenderedBefore(rendering, files);
}

/** Files of a scope that are told one by one. */
const mostTold = 20;

function together(first: Observation, rest: readonly Observation[]): Partial<Observation> {
  if (rest.length === 0) return {};
  return {
    message: `${first.position?.file} and ${rest.length.toLocaleString('en')} more files could not be read before the change: ${unknown}.`,
    details: [],
    places: rest.flatMap(({ position }) => position ?? []),
    subject: ['unread-before', 'more', ...[first, ...rest].flatMap(({ subject }) => subject.slice(1))],
  };
}

function unreadOf(file: TouchedFile): readonly UnreadBefore[] {
  const { before, after, path } = file;
  // What cannot be read now is reported as that.
  if (before === undefined || (after !== undefined && wholeUnread(after))) return [];
  const fresh = freshOf(before, after);
  const start = { file: path, line: 1, column: 1 };
  const place = fresh[0]?.at([]) ?? start;
  if (wholeUnread(before)) {
    const [part] = before.unreadable;
    const matters =
      after === undefined ? isPlace(file, before) : after.resources.length > 0 || mayBeWatching(after.text);
    if (!matters || part?.reason === 'whole-change') return [];
    const why = part === undefined ? [] : [part.detail];
    return [{ file, called: path, text: undefined, why, reasons: [before.structure], at: start, place, fresh }];
  }
  const parts = newParts(after, before).filter(({ reason }) => reason !== 'ambiguous');
  const [first] = parts;
  // Another broken part may be the same one, edited.
  if (first === undefined || (after !== undefined && newParts(before, after).length >= parts.length)) return [];
  const lines = before.text.split('\n');
  const text = parts.map((part) => stretchOf(part, lines)).join('\n');
  const isObject = before.structure === 'manifest' && mayHoldObject(text);
  if (!isObject && !mayBeWatching(before.text)) return [];
  const at = { file: path, line: first.line, column: first.column };
  const why = parts.slice(0, mostWhys).map(({ line, detail }) => `line ${line} of the base: ${detail}`);
  const reasons = [...new Set(parts.map(({ reason }) => reason))].sort();
  return [{ file, called: after === undefined ? path : `A part of ${path}`, text, why, reasons, at, place, fresh }];
}

/** Parts of which it is said why they could not be read. */
const mostWhys = 3;

/** Whether tools may have delivered what could not be read. */
function isPlace({ path }: TouchedFile, { structure }: FileSide): boolean {
  return structure === 'submodule' || hasManifestExtension(path);
}

function freshOf(before: FileSide, after: FileSide | undefined): readonly Resource[] {
  const known = new Set(before.resources.map(identityKey));
  return (after?.resources ?? []).filter((each) => !known.has(identityKey(each)));
}

/** Kinds that grant and run, and keep nothing out: of a new one all that it does is judged. */
const granting = new Set([
  ...rbacKinds,
  'ServiceAccount',
  ...['Pod', 'Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job', 'CronJob'],
]);

/** Whether all that was there, and is there, grants and runs only, as far as the text says it: escapes and tags may spell anything. */
function onlyGrants({ text, fresh }: UnreadBefore): boolean {
  if (text === undefined || /\\|!!|\*/.test(text)) return false;
  const kinds = [...text.matchAll(/(?:^|[\s{,"'])kind["']?\s*:\s*["']?([\w{$]+)/g)].map(([, kind = '']) => kind);
  return kinds.length > 0 && [...kinds, ...fresh.map(({ kind }) => kind)].every((kind) => granting.has(kind));
}

const unknown = 'what they protected then is not known, so that nothing says whether they protect less now';

function observe(unread: UnreadBefore): Observation | undefined {
  const { file, called, why, reasons, at, place, fresh } = unread;
  const { path, after, scope } = file;
  const isHarmless = onlyGrants(unread);
  // That less is granted is no loss.
  if (isHarmless && fresh.length === 0) return undefined;
  const asNew = `${enumerate(fresh.map(resourceName))} ${fresh.length === 1 ? 'is' : 'are'} judged as if new`;
  const what = isHarmless
    ? asNew
    : `${asNew}, and whether ${fresh.length === 1 ? 'it protects less than it did' : 'they protect less than they did'} is not known`;
  const message =
    after === undefined
      ? `${called} is gone, and could not be read before the change: what it protected is not known.`
      : `${called} could not be read before the change: ${fresh.length === 0 ? 'what it protected then is not known, and it may be less now' : what}.`;
  const severity: Severity = isHarmless ? 'low' : 'medium';
  return {
    message,
    remedy: `Compare it with what was there before (\`git log -p -- ${path}\`), have that reviewed, and accept it (\`gitops-gate ignore\`).`,
    details: why,
    severity,
    position: place,
    removedAt: at,
    scope,
    // Another content is another decision: what of it is weaker nobody can say.
    subject: ['unread-before', ...reasons, after?.id ?? 'gone'],
  };
}

/** Roots that are rendered now and were not before: their objects are compared with what plain files show of them, or with nothing. */
function* unrenderedBefore({ roots }: Rendering, told: ReadonlySet<string>): Generator<Observation> {
  for (const { id, scope, file, before, after } of roots) {
    if (before === undefined || after === undefined || after.reason !== undefined) continue;
    const [part] = before.unreadable;
    const why = before.reason ?? part?.detail;
    if (why === undefined || after.unreadable.length > 0) continue;
    if ([...before.files].some((each) => told.has(each))) continue;
    yield {
      message: `What ${id} gave before the change could not be ${before.reason === undefined ? 'read' : 'rendered'}: what it protected then is not known, and it may be less now.`,
      remedy:
        'Compare it with the last commit at which it could be (`gitops-gate check --base COMMIT`), have that reviewed, and accept it (`gitops-gate ignore`).',
      details: [why],
      // Whoever broke it first would have what it protected taken out in a second step.
      severity: before.reason !== undefined && after.objects.some(mayMatter) ? 'high' : 'medium',
      position: { file, line: 1, column: 1 },
      scope,
      subject: ['unread-before', 'root', id],
    };
  }
}

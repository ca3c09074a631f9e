import { dirname } from 'node:path/posix';
import { clipped } from '../../../clipped.ts';
import type { FileSide, TouchedFile } from '../../../kube/touched-file.ts';
import { isSameValue, json, type Mapping, scalarText } from '../../../plain-values.ts';
import { readYamlObject } from '../../../posture/model/yaml-object.ts';
import { enumerate } from '../../../rbac/judge/sentence.ts';
import type { Change } from '../../evidence.ts';
import { newAccess } from './access.ts';
import { type ProtectionLoss, protectionLosses } from './protection.ts';
import type { ReviewLoss } from './review-loss.ts';
import { jsonResources, type TerraformResource, terraformResources } from './terraform.ts';

/** Settings of repositories as files: probot/settings, github/safe-settings. */
const settings = /^\.github\/(?:settings|(?:suborgs|repos)\/[^/]+)\.ya?ml$/;
/** Resources of the providers integrations/github and gitlabhq/gitlab that protect branches by being there. */
const protecting = new Set(
  `github_branch_protection github_branch_protection_v3 github_repository_ruleset github_organization_ruleset gitlab_branch_protection
   gitlab_project_approval_rule gitlab_project_level_mr_approvals gitlab_project_push_rules`.split(/\s+/),
);
/** Those that hold such settings among others. */
const holding = new Set(['github_repository', 'gitlab_project']);
const ofRepository = new Set(
  `visibility visibility_level private only_allow_merge_if_pipeline_succeeds allow_merge_on_skipped_pipeline
   only_allow_merge_if_all_discussions_are_resolved reject_unsigned_commits commit_committer_check prevent_secrets`.split(
    /\s+/,
  ),
);

/** Files that a change touches, and the paths of both sides. */
type Files = Pick<Change, 'touched'> & Readonly<Record<'before' | 'after', { keys(): Iterable<string> }>>;

/** What the repository's settings, where they are files of it, protect less than before. */
export function lostProtection({ touched, before, after }: Files): readonly ReviewLoss[] {
  const terraform = touched.filter(({ path }) => /\.(?:tf|tofu)(?:\.json)?$/.test(path));
  const isOverride = (path: string) => /(?:^|[/_])override\.(?:tf|tofu)(?:\.json)?$/.test(path);
  const plain = terraform.filter(({ path }) => !isOverride(path));
  const [old, now] = [before, after].map((paths) => reader(terraform.length === 0 ? [] : paths.keys())) as [Read, Read];
  const resources = new Map(plain.flatMap((file) => now(file.path, file.after).map((each) => [placeOf(each), each])));
  return [
    ...touched.flatMap((file) => (settings.test(file.path) ? ofSettings(file) : [])),
    ...plain.flatMap((file) => ofTerraform(file, old(file.path, file.before), resources)),
    ...terraform
      .filter(({ path }) => isOverride(path))
      .flatMap(({ path, before, after }) => ofOverride(path, old(path, before), now(path, after))),
  ];
}

function ofSettings({ path: file, before, after }: TouchedFile): readonly ReviewLoss[] {
  const [was, is] = [before, after].map((side) => (side === undefined ? undefined : readYamlObject(side.bytes)));
  // What holds without such a file is set on the forge; whom a new one lets in is known all the same.
  if (was === undefined && before !== undefined) return [];
  if (after !== undefined && is === undefined) {
    const what = 'could not be read any more: what it protects was not compared';
    return [{ file, line: 1, what, severity: 'high', code: ['settings', 'unread'] }];
  }
  const weakened =
    was === undefined ? [] : [...protectionLosses(was.value, is?.value), ...otherBase(was.value, is?.value)];
  const losses = [...weakened, ...newAccess(was?.value ?? {}, is?.value)];
  return losses.map(({ path, what, severity, code }) => ({
    file,
    ...(is === undefined ? {} : { line: is.document.at(path).line }),
    ...(was === undefined ? {} : { removedAt: { file, line: was.document.at(path).line } }),
    what: `${what}${branchIn(is?.value ?? was?.value ?? {}, path)}`,
    severity,
    code: ['settings', ...code],
  }));
}

/** Settings that come from another file than before, which is in another repository. */
function otherBase(was: Mapping, is: Mapping | undefined): readonly ProtectionLoss[] {
  const [old, now] = [was?._extends ?? '', is?._extends ?? ''];
  if (isSameValue(old, now)) return [];
  const what = `takes settings by _extends from ${clipped(json(now), 100)}, which was not compared (before: ${clipped(json(old), 100)})`;
  return [{ path: is?._extends === undefined ? [] : ['_extends'], what, severity: 'high', code: ['_extends'] }];
}

/** ` for main`, where the path leads through a list of branches; teams have names, too. */
function branchIn(value: unknown, path: readonly (string | number)[]): string {
  const [list, index] = path;
  if (list === 'teams') return '';
  const items = (value as Record<string, unknown>)[String(list)];
  const item = Array.isArray(items) && typeof index === 'number' ? items[index] : undefined;
  const name = typeof item === 'object' && item !== null ? (item as Record<string, unknown>).name : undefined;
  return typeof name === 'string' ? ` for ${name}` : '';
}

/** A resource and the file it is in. */
interface Placed extends TerraformResource {
  readonly file: string;
}

type Read = (file: string, side: FileSide | undefined) => readonly Placed[];

/** Reads files of one side. Files of variables in a module's folder, or below it, may hold other values than the defaults. */
function reader(paths: Iterable<string>): Read {
  const variables = [...paths].filter((path) => /\.tfvars(?:\.json)?$/.test(path));
  return (file, side) => {
    if (side === undefined) return [];
    const folder = file.slice(0, file.lastIndexOf('/') + 1);
    const hasVariables = variables.some((path) => path.startsWith(folder));
    const all = file.endsWith('.json') ? jsonResources(side.bytes) : terraformResources(side.text, hasVariables);
    return all.flatMap((each) => (protecting.has(each.type) || holding.has(each.type) ? { ...each, file } : []));
  };
}

function ofTerraform(
  { path: file, after }: TouchedFile,
  before: readonly Placed[],
  resources: ReadonlyMap<string, Placed>,
): readonly ReviewLoss[] {
  return before.flatMap((was): readonly ReviewLoss[] => {
    // It may be in another file of its module now.
    const is = resources.get(placeOf(was));
    const common = { removedAt: { file, line: was.line }, severity: 'high' } as const;
    if (is === undefined || (isNone(is) && !isNone(was))) {
      if (!protecting.has(was.type)) return [];
      const what = `no longer has ${nameOf(was)}`;
      const line = is?.line ?? (after === undefined ? undefined : 1);
      return [
        {
          ...common,
          file: is?.file ?? file,
          ...(line === undefined ? {} : { line }),
          what,
          code: ['terraform', nameOf(was), 'gone'],
        },
      ];
    }
    const undecided = isUndecided(was, is)
      ? [{ what: 'lets an expression decide whether it is there', code: ['count'] }]
      : [];
    const all = [...undecided, ...protectionLosses(was.value, is.value)];
    const losses = protecting.has(was.type) ? all : all.filter(({ code }) => ofRepository.has(code.at(-1) ?? ''));
    if (losses.length === 0) return [];
    const what = `${enumerate(losses.map((each) => each.what))} in ${nameOf(was)}`;
    return [
      {
        ...common,
        file: is.file,
        line: is.line,
        what,
        code: ['terraform', nameOf(was), ...losses.map((each) => each.code.join('.'))],
      },
    ];
  });
}

/** What an override file says holds over other files, which need not be in the change. */
function ofOverride(file: string, before: readonly Placed[], after: readonly Placed[]): readonly ReviewLoss[] {
  const known = new Map(before.map((each) => [nameOf(each), each.value]));
  return after.flatMap((each): readonly ReviewLoss[] => {
    if (!protecting.has(each.type) || isSameValue(known.get(nameOf(each)), each.value)) return [];
    const what = `newly overrides ${nameOf(each)}, which was not compared with what it says elsewhere`;
    return [{ file, line: each.line, what, severity: 'high', code: ['terraform', nameOf(each), 'override'] }];
  });
}

/** Whether a resource is there no times. */
function isNone({ value }: TerraformResource): boolean {
  const { count, for_each: each } = value;
  return scalarText(count) === '0' || (Array.isArray(each) && each.length === 0) || none.has(scalarText(each));
}

/** `{}`, `toset([])`. */
const none = new Set(['{ }', ...['toset', 'tolist', 'tomap'].flatMap((of) => [`${of} ( [ ] )`, `${of} ( { } )`])]);

/** Whether an expression newly decides how many times a resource is there. */
function isUndecided({ value: was }: TerraformResource, { value: is }: TerraformResource): boolean {
  const [count, each] = [scalarText(is.count), scalarText(is.for_each)];
  const isOther = (key: string) => scalarText(was[key]) !== scalarText(is[key]);
  return (
    (isOther('count') && !/^(?:[1-9]\d{0,9})?$/.test(count)) ||
    (isOther('for_each') && each !== '' && !each.startsWith('{'))
  );
}

/** The files of one folder are one module, in which a name is one resource. */
function placeOf(resource: Placed): string {
  return JSON.stringify([dirname(resource.file), nameOf(resource)]);
}

function nameOf({ type, name }: TerraformResource): string {
  return `${type}.${name}`;
}

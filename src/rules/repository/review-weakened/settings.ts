import type { TouchedFile } from '../../../kube/touched-file.ts';
import { enumerate } from '../../../rbac/judge/sentence.ts';
import { readYamlObject } from '../gate-changed/yaml-object.ts';
import { protectionLosses } from './protection.ts';
import type { ReviewLoss } from './review-loss.ts';
import { type TerraformResource, terraformResources } from './terraform.ts';

/** Settings of repositories as files: probot/settings, github/safe-settings. */
const settings = /^\.github\/(?:settings|(?:suborgs|repos)\/[^/]+)\.ya?ml$/;
/** Resources of the providers integrations/github and gitlabhq/gitlab that protect branches. */
const protecting =
  /^(?:github_branch_protection(?:_v3)?|github_(?:repository|organization)_ruleset|gitlab_branch_protection|gitlab_project_approval_rule|gitlab_project_level_mr_approvals)$/;

/** What the repository's settings, where they are files of it, protect less than before. */
export function lostProtection(file: TouchedFile): readonly ReviewLoss[] {
  if (settings.test(file.path)) return ofSettings(file);
  return file.path.endsWith('.tf') ? ofTerraform(file) : [];
}

function ofSettings({ path: file, before, after }: TouchedFile): readonly ReviewLoss[] {
  const [was, is] = [before, after].map((side) => (side === undefined ? undefined : readYamlObject(side.bytes)));
  if (was === undefined) return [];
  if (after !== undefined && is === undefined) {
    const what = 'could not be read any more: what it protects was not compared';
    return [{ file, line: 1, what, severity: 'high', code: ['settings', 'unread'] }];
  }
  return protectionLosses(was.value, is?.value).map(({ path, what, severity, code }) => ({
    file,
    ...(is === undefined ? {} : { line: is.document.at(path).line }),
    removedAt: { file, line: was.document.at(path).line },
    what: `${what}${branchIn(is?.value ?? was.value, path)}`,
    severity,
    code: ['settings', ...code],
  }));
}

/** ` for main`, where the path leads through a list of branches. */
function branchIn(value: unknown, path: readonly (string | number)[]): string {
  const [list, index] = path;
  const items = (value as Record<string, unknown>)[String(list)];
  const item = Array.isArray(items) && typeof index === 'number' ? items[index] : undefined;
  const name = typeof item === 'object' && item !== null ? (item as Record<string, unknown>).name : undefined;
  return typeof name === 'string' ? ` for ${name}` : '';
}

function ofTerraform({ path: file, before, after }: TouchedFile): readonly ReviewLoss[] {
  const read = (side: typeof before) =>
    terraformResources(side?.text ?? '').filter(({ type }) => protecting.test(type));
  const now = new Map(read(after).map((each) => [nameOf(each), each]));
  return read(before).flatMap((was): readonly ReviewLoss[] => {
    const is = now.get(nameOf(was));
    const common = { file, removedAt: { file, line: was.line }, severity: 'high' } as const;
    if (is === undefined) {
      const what = `no longer has ${nameOf(was)}`;
      return [
        { ...common, ...(after === undefined ? {} : { line: 1 }), what, code: ['terraform', nameOf(was), 'gone'] },
      ];
    }
    const losses = protectionLosses(was.value, is.value);
    if (losses.length === 0) return [];
    const what = `${enumerate(losses.map((each) => each.what))} in ${nameOf(was)}`;
    return [
      {
        ...common,
        line: is.line,
        what,
        code: ['terraform', nameOf(was), ...losses.map((each) => each.code.join('.'))],
      },
    ];
  });
}

function nameOf({ type, name }: TerraformResource): string {
  return `${type}.${name}`;
}

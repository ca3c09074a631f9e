import { clipped } from '../../../clipped.ts';
import type { TouchedFile } from '../../../kube/touched-file.ts';
import { isMapping } from '../../../plain-values.ts';
import { defaultPolicy } from '../../../policy/defaults.ts';
import { isGitlabPipeline, isLocalAction, isWorkflow } from '../../../posture/model/control-files.ts';
import type { Path } from '../../../yaml/document.ts';
import { parseYaml } from '../../../yaml/parse-yaml.ts';
import { type Automerge, automerges, isRenovate } from './renovate.ts';
import type { ReviewLoss } from './review-loss.ts';

/** Commands that merge or approve: `gh pr merge`, `gh pr review --approve`, `glab mr merge`, the same by the forges' APIs. */
const commands =
  /\bgh\s{1,9}pr\s{1,9}merge\b(?!\s{1,9}(?:[^\s\-;|&#][^\s;|&#]{0,200}\s{1,9})?--disable-auto\b)|\bgh\s{1,9}pr\s{1,9}review\b[^\n]{0,200}(?:--approve|\s-a)\b|\bglab\s{1,9}mr\s{1,9}(?:merge|accept|approve)\b|enablePullRequestAutoMerge|\bpulls\.(?:merge|createReview)\(|\/(?:pulls|merge_requests)\/[^\s'"]{1,100}\/merge\b|merge_when_pipeline_succeeds/i;
/** Actions that do: `peter-evans/enable-pull-request-automerge`, `fastify/github-action-merge-dependabot`, `hmarr/auto-approve-action`. */
const actions =
  /\buses["']?\s{0,9}:\s{0,9}["']?[\w.-]{1,100}\/[\w./-]{0,100}(?:auto-?merge|merge-dependabot|auto-?approve|merge-pull-request)/i;

/** Files of services that merge: Mergify, Kodiak, Bulldozer. */
const services: readonly { readonly paths: readonly string[]; readonly sign: RegExp }[] = [
  {
    paths: ['.mergify', '.mergify/config', '.github/mergify'].flatMap((path) => [`${path}.yml`, `${path}.yaml`]),
    sign: /(?:^|[\s{,])["']?(?:merge|queue|review)["']?\s{0,9}:/,
  },
  {
    paths: ['.kodiak.toml', '.github/.kodiak.toml'],
    sign: /^\s{0,9}(?:merge\.)?(?:automerge_label|require_automerge_label|automerge_dependencies)\b|^\[merge/,
  },
  { paths: ['.bulldozer.yml', '.bulldozer.yaml'], sign: /(?:^|[\s{,])["']?merge["']?\s{0,9}:/ },
];

/** Updates that are newly merged without a person who approves them. */
export function newAutomerge({ path: file, before, after }: TouchedFile): readonly ReviewLoss[] {
  if (after === undefined) return [];
  const [was, is] = [before?.text, after.text].map((text) => (text === undefined ? [] : mergesIn(file, text)));
  const known = new Map<string, number>();
  for (const { key } of was ?? []) known.set(key, (known.get(key) ?? 0) + 1);
  const found = (is ?? []).filter(({ key }) => {
    const left = known.get(key) ?? 0;
    known.set(key, left - 1);
    return left <= 0;
  });
  const first = found.find(({ unread }) => unread === undefined) ?? found[0];
  if (first === undefined) return [];
  return [
    {
      file,
      line: first.line,
      what:
        first.unread === undefined
          ? 'newly has requests merged by themselves: what an update brings is then delivered unseen'
          : `newly takes settings from ${clipped(first.unread, 100)}, which is not read and may have requests merged by themselves`,
      severity: first.unread === undefined ? 'medium' : 'low',
      code: ['automerge', ...(first.unread === undefined ? [] : ['preset'])],
    },
  ];
}

function mergesIn(file: string, text: string): readonly Automerge[] {
  if (isRenovate(file)) return automerges(file, text);
  const service = services.find(({ paths }) => paths.includes(file));
  if (service !== undefined) return linesWith(text, (line) => service.sign.test(line));
  if (!isWorkflow(file) && !isLocalAction(file) && !isGitlabPipeline(file)) return [];
  return mergesInScripts(text);
}

const merges = (line: string) => commands.test(line) || actions.test(line);

/** Of what is YAML each text as it is read, so that it does not matter how it is written; else the lines of the file. */
function mergesInScripts(text: string): readonly Automerge[] {
  const { documents, unreadable } = parseYaml(Buffer.from(text), defaultPolicy.limits);
  if (unreadable.length > 0 || !documents.every(({ value }) => isMapping(value))) return linesWith(text, merges);
  return documents.flatMap((document) => {
    const found: Automerge[] = [];
    const search = (value: unknown, path: Path): void => {
      if (Array.isArray(value)) for (const [index, each] of value.entries()) search(each, [...path, index]);
      else if (isMapping(value)) for (const key of Object.keys(value)) search(value[key], [...path, key]);
      else if (typeof value === 'string') {
        const isLiteral = document.styleAt(path) === 'literal';
        const first = isLiteral ? document.valueAt(path).line : document.at(path).line;
        for (const { line, key } of linesWith(path.at(-1) === 'uses' ? `uses: ${value}` : value, merges))
          found.push({ line: isLiteral ? first + line - 1 : first, key });
      }
    };
    search(document.value, []);
    return found;
  });
}

/** Lines by what is written there; those that a backslash ends belong to the next. */
function linesWith(text: string, test: (line: string) => boolean): readonly Automerge[] {
  const found: Automerge[] = [];
  let parts: string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const trimmed = line.trim();
    const goesOn = trimmed.endsWith('\\') && parts.length < mostJoined;
    parts.push(goesOn ? trimmed.slice(0, -1) : trimmed);
    if (goesOn) continue;
    const whole = parts.join(' ');
    if (!whole.startsWith('#') && test(whole))
      found.push({ line: index + 2 - parts.length, key: whole.replace(/\s{1,99}/g, ' ') });
    parts = [];
  }
  return found;
}

/** Lines that go on in the next, at most. */
const mostJoined = 50;

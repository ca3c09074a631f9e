import { list, type Mapping, mapping, text } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { fails, holds, notChecked, type PostureCheck, type PostureFinding, type Question } from '../model/check.ts';
import type { Surroundings, WorkflowFile } from '../model/surroundings.ts';

const question: Question = { id: 'actions-pinned', what: 'Actions are pinned by commit' };

/** Whether the workflows of the judged revision name the actions they use by something that cannot be moved. */
export function pinnedActions({ workflows, unreadWorkflows }: Surroundings): readonly PostureCheck[] {
  const unread = unreadWorkflows.map((path) => notChecked(question, { unknown: `${path} cannot be read as YAML` }));
  if (workflows.length === 0) return unread;
  const files = workflows.flatMap((file) => {
    const open = usesOf(file.value).filter(({ uses }) => !isPinned(uses));
    return open.length === 0 ? [] : [{ file, open }];
  });
  if (files.length === 0)
    return [
      ...unread,
      holds(question, `in ${workflows.length === 1 ? 'the workflow' : `all ${workflows.length} workflows`}`),
    ];
  const names = new Set(files.flatMap(({ open }) => open.map(({ uses }) => uses)));
  const detail = `${names.size} ${names.size === 1 ? 'is' : 'are'} not: ${named([...names])}`;
  return [...unread, fails(question, detail, ...files.map(({ file, open }) => finding(file, open)))];
}

interface Use {
  readonly path: Path;
  readonly uses: string;
}

function usesOf(workflow: Mapping): readonly Use[] {
  return Object.entries(mapping(workflow.jobs)).flatMap(([id, job]) => {
    const steps = list(mapping(job).steps).map((step, index) => ({
      path: ['jobs', id, 'steps', index, 'uses'],
      value: mapping(step).uses,
    }));
    const all = [{ path: ['jobs', id, 'uses'], value: mapping(job).uses }, ...steps];
    return all.flatMap(({ path, value }) => {
      const uses = text(value);
      return uses === undefined ? [] : [{ path, uses }];
    });
  });
}

/** By a commit, or by a digest; what is in the repository itself is of the same commit. */
function isPinned(uses: string): boolean {
  if (uses.startsWith('./')) return true;
  if (uses.startsWith('docker://')) return /@sha256:[0-9a-f]{64}$/i.test(uses);
  return /@(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(uses);
}

function finding({ path: file, document }: WorkflowFile, open: readonly Use[]): PostureFinding {
  const names = [...new Set(open.map(({ uses }) => uses))];
  const places = open.map(({ path }) => ({ file, ...document.at(path) }));
  const [position, ...more] = places;
  return {
    rule: 'workflow-permissions',
    severity: 'low',
    message: `${file} uses ${names.length === 1 ? 'an action that is' : `${names.length} actions that are`} not pinned by commit: ${named(names)}. Whoever moves the tag or branch runs code with this workflow’s token.`,
    remedy:
      'Name each by the commit you reviewed, its version in a comment: uses: actions/checkout@<40 hex digits> # v7. Dependabot and Renovate keep that up to date.',
    subject: [file, ...names.toSorted()],
    ...(position === undefined
      ? {}
      : { position: { file: position.file, line: position.line, column: position.column } }),
    ...(more.length === 0 ? {} : { places: more.map(({ line, column }) => ({ file, line, column })) }),
  };
}

const mostNamed = 8;

function named(names: readonly string[]): string {
  const rest = names.length - mostNamed;
  return `${names.slice(0, mostNamed).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

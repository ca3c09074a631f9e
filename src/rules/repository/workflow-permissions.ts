import type { FileSide, TouchedFile } from '../../kube/touched-file.ts';
import { type Mapping, mapping, scalarText } from '../../plain-values.ts';
import { isLocalAction, isWorkflow } from '../../posture/model/control-files.ts';
import { readYamlObject, type YamlSource } from '../../posture/model/yaml-object.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import type { Change, Evidence } from '../evidence.ts';
import type { Observation, Rule } from '../rule.ts';
import { controlFilesOf } from './gate-changed/control-files-of.ts';
import { postureObservations } from './posture-observations.ts';
import { isOpen, openCode } from './workflow-permissions/open-code.ts';
import type { WorkflowRisk } from './workflow-permissions/risk.ts';
import { wonScopes } from './workflow-permissions/token-scopes.ts';

/**
 * Workflows whose token may newly write, or that newly run what people outside wrote with a token that may; and, where a run reads the
 * forge's settings, what these let workflows do.
 */
export const workflowPermissions: Rule = {
  id: 'workflow-permissions',
  category: 'repository',
  severity: 'high',
  summary: 'A workflow’s token may write more than before, or it newly runs what a request from outside brings.',
  *check(evidence: Evidence): Iterable<Observation> {
    yield* postureObservations(evidence, 'workflow-permissions');
    const { change } = evidence;
    // An audit compares with nothing: there is no change to judge.
    if (change.range.kind === 'audit') return;
    const workflows = change.touched.filter(({ path }) => isWorkflow(path));
    const gone = workflows.flatMap(({ before, after }) => (after === undefined && before !== undefined ? before : []));
    const byName = firstByName(gone);
    const only = gone.length === 1 ? gone[0] : undefined;
    const sources = sourcesOf(change);
    for (const file of workflows)
      yield* ofWorkflow(file, file.before ?? byName.get(nameOf(file.after)) ?? only, sources);
    yield* ofCallers(change, sources);
  },
};

/** Workflows and local actions of both sides, each read once, where somebody asks for it. */
interface Sources {
  readonly before: (path: string) => YamlSource | undefined;
  readonly after: (path: string) => YamlSource | undefined;
  readonly isTouched: (path: string) => boolean;
}

function sourcesOf(change: Change): Sources {
  const files = controlFilesOf(change);
  const touched = new Set(change.touched.map(({ path }) => path));
  const reader = (side: ReadonlyMap<string, Buffer>) => {
    const known = new Map<string, YamlSource | undefined>();
    return (path: string) => {
      if (known.has(path) || !(isWorkflow(path) || isLocalAction(path))) return known.get(path);
      const bytes = side.get(path);
      const source = bytes && readYamlObject(bytes);
      known.set(path, source);
      return source;
    };
  };
  return { before: reader(files.before), after: reader(files.after), isTouched: (path) => touched.has(path) };
}

/** Workflows that stay as they are, and call a local action or workflow that does not. */
function* ofCallers(change: Change, sources: Sources): Generator<Observation> {
  if (!change.touched.some(({ path }) => isLocalAction(path) || isWorkflow(path))) return;
  for (const [path, bytes] of controlFilesOf(change).after) {
    if (!isWorkflow(path) || sources.isTouched(path) || !bytes.includes('./')) continue;
    const source = sources.after(path);
    if (source !== undefined && isOpen(source.value))
      yield* observe(path, source, ofCalls(source.value, source.value, sources), sources);
  }
}

function ofCalls(before: Mapping | undefined, after: Mapping, sources: Sources): Iterable<WorkflowRisk> {
  return openCode(before, after, {
    before: (path) => sources.before(path)?.value,
    after: (path) => sources.after(path)?.value,
  });
}

/** The workflows that are gone, by name: what a new workflow of the name was in another file; else it is the only one that is gone. */
function firstByName(gone: readonly FileSide[]): ReadonlyMap<string, FileSide> {
  return new Map(gone.map((side) => [nameOf(side), side] as const).toReversed());
}

const nameOf = (side: FileSide | undefined) => scalarText(side && readYamlObject(side.bytes)?.value.name);

const references = ['OWASP CICD-SEC-5', 'NIST 800-53 AC-6'];

function* ofWorkflow(
  { path, after }: TouchedFile,
  before: FileSide | undefined,
  sources: Sources,
): Generator<Observation> {
  const is = after === undefined ? undefined : readYamlObject(after.bytes);
  if (is === undefined) return;
  const was = before === undefined ? undefined : readYamlObject(before.bytes)?.value;
  yield* observe(path, is, [...wonTokens(was, is.value), ...ofCalls(was, is.value, sources)], sources);
}

/** A risk is where the change is: in what is called, or where it is called. */
function* observe(
  workflow: string,
  { document }: YamlSource,
  risks: Iterable<WorkflowRisk>,
  sources: Sources,
): Generator<Observation> {
  for (const { path, file, calledAt, what, remedy, severity, subject } of risks) {
    const called = file !== undefined && sources.isTouched(file) ? sources.after(file) : undefined;
    const at = called === undefined ? document.at(calledAt ?? path) : called.document.at(path);
    yield {
      message: file === undefined ? `${workflow} ${what}.` : `${workflow} ${what} (by ${file}).`,
      remedy,
      references,
      severity,
      position: {
        file: called === undefined || file === undefined ? workflow : file,
        line: at.line,
        column: at.column,
      },
      subject: [workflow, ...subject],
    };
  }
}

/** What the tokens of a workflow and its jobs newly may write. A new workflow is read by whoever reviews it. */
function* wonTokens(before: Mapping | undefined, after: Mapping): Generator<WorkflowRisk> {
  if (before === undefined) return;
  yield* tokenRisks(before.permissions, after.permissions);
  const jobs = mapping(before.jobs);
  for (const [id, job] of Object.entries(mapping(after.jobs))) {
    const was = jobs[id] === undefined ? undefined : mapping(jobs[id]).permissions;
    const is = mapping(job).permissions;
    // A job without permissions of its own has those of the workflow.
    if (is === undefined && was === undefined) continue;
    yield* tokenRisks(was ?? before.permissions, is ?? after.permissions, id);
  }
}

function* tokenRisks(before: unknown, after: unknown, job?: string): Generator<WorkflowRisk> {
  const { scopes, isDefault } = wonScopes(before, after);
  if (scopes.length === 0) return;
  const where = job === undefined ? '' : ` in its job ${job}`;
  yield {
    path: [...(job === undefined ? [] : ['jobs', job]), 'permissions'],
    what: isDefault
      ? `no longer says what its token may do${where}: it may do what the repository’s settings say, which can be everything`
      : `newly lets its token write ${enumerate(scopes)}${where}`,
    remedy: 'State permissions, and only what the job needs; give write to the one job that writes.',
    severity: isDefault || !scopes.some((scope) => grave.has(scope)) ? 'medium' : 'high',
    subject: ['permissions', job ?? '', ...[...scopes].sort()],
  };
}

/** What lets a token change what is delivered, or say that it was checked. */
const grave = new Set([
  'contents',
  'everything',
  'actions',
  'deployments',
  'statuses',
  'checks',
  'id-token',
  'packages',
]);

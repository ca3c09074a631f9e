import { fails, holds, notChecked, type PostureCheck, type Question } from '../model/check.ts';
import type { Unknown } from '../model/fact.ts';
import type { Surroundings } from '../model/surroundings.ts';
import type { GithubBranch, Protection, RequiredCheck } from './facts.ts';

/** Whether a change cannot be merged without a pass of this gate, and from whom that pass must come. */
export function gateChecks(
  { name: branch }: GithubBranch,
  protections: readonly Protection[],
  gap: Unknown | undefined,
  { isGateCheck }: Surroundings,
): readonly PostureCheck[] {
  const required: Question = { id: 'requires-gate', what: 'This gate’s check is required', branch };
  const workflow = protections.flatMap(({ by, workflows }) => workflows.map((path) => ({ by, path })));
  const own = workflow.find(({ path }) => speaksOfGate(path));
  if (own !== undefined) return [holds(required, `the workflow ${own.path}, by ${own.by}`)];
  const checks = protections.flatMap(({ by, checks }) => checks.map((check) => ({ by, ...check })));
  const gates = checks.filter(({ name }) => speaksOfGate(name) || isGateCheck(name));
  const [gate] = gates;
  if (gate !== undefined) return [holds(required, `“${gate.name}”, by ${gate.by}`), sourceCheck(branch, gate, gates)];
  if (gap !== undefined) return [notChecked(required, gap), notChecked(sourceQuestion(branch), gap)];
  const [other] = workflow;
  if (other !== undefined) {
    const unknown = `whether the required workflow ${other.path} of another repository runs this gate is not known here; one with gitops-gate in its path counts`;
    return [notChecked(required, { unknown })];
  }
  const names = checks.map(({ name }) => `“${name}”`);
  return [
    fails(required, names.length === 0 ? 'no check is required' : `required are only ${names.join(', ')}`, {
      rule: 'unprotected-branch',
      severity: 'high',
      message: `No required check of ${branch} is this gate’s: a change is merged whatever the gate says.`,
      remedy: `Require the gate’s check for ${branch}, with GitHub Actions as its expected source, or its workflow by a ruleset of the organization (“Require workflows to pass”).`,
    }),
    fails(sourceQuestion(branch), 'no check of this gate is required'),
  ];
}

const sourceQuestion = (branch: string): Question => ({
  id: 'check-source',
  what: 'The gate’s check has an expected source',
  branch,
});

/** A check is matched by its name: without a source whoever may set a status lets it pass. */
function sourceCheck(branch: string, { name }: RequiredCheck, gates: readonly RequiredCheck[]): PostureCheck {
  const question = sourceQuestion(branch);
  const bound = gates.find(({ source }) => source !== undefined);
  if (bound !== undefined) {
    const app = bound.source === githubActions ? 'GitHub Actions' : `the app ${bound.source}`;
    return holds(question, app);
  }
  return fails(question, 'any source', {
    rule: 'unprotected-branch',
    severity: 'medium',
    message: `The required check “${name}” of ${branch} may come from anybody: whoever may set a commit’s status can say that it passed.`,
    remedy: 'Where the check is required, choose GitHub Actions as its expected source.',
    subject: [name],
  });
}

/** The app’s number on github.com. */
const githubActions = 15_368;

const speaksOfGate = (text: string) => /gitops-?gate/i.test(text);

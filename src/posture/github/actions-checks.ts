import { fails, holds, notChecked, type PostureCheck, type PostureFinding, type Question } from '../model/check.ts';
import { isUnknown } from '../model/fact.ts';
import type { ForkPolicy, GithubFacts } from './facts.ts';

const settings = 'Settings → Actions → General';

/** What GitHub Actions lets workflows do, and whose it runs. */
export function actionsChecks(facts: GithubFacts): readonly PostureCheck[] {
  const { actions } = facts;
  if (!isUnknown(actions) && !actions.value.isOn) return questions.map((question) => holds(question, 'Actions is off'));
  return [tokenCheck(facts), approvalCheck(facts), forkCheck(facts), allowedCheck(facts)];
}

const [token, approvals, forks, allowed] = [
  { id: 'workflow-token-reads', what: 'Workflows get a token that only reads' },
  { id: 'workflows-may-not-approve', what: 'Workflows may not approve pull requests' },
  { id: 'fork-workflows', what: 'Workflows of forks wait for an approval' },
  { id: 'allowed-actions', what: 'Only chosen actions may run' },
] as const satisfies readonly Question[];
const questions: readonly Question[] = [token, approvals, forks, allowed];

function tokenCheck({ token: fact }: GithubFacts): PostureCheck {
  if (isUnknown(fact)) return notChecked(token, fact);
  if (!fact.value.mayWrite) return holds(token, 'read');
  return fails(token, 'read and write', {
    rule: 'workflow-permissions',
    severity: 'medium',
    message: 'A workflow that states no permissions gets a token that may write to everything in the repository.',
    remedy: `Choose “Read repository contents and packages permissions” (${settings} → Workflow permissions).`,
  });
}

function approvalCheck({ token: fact }: GithubFacts): PostureCheck {
  if (isUnknown(fact)) return notChecked(approvals, fact);
  if (!fact.value.mayApprove) return holds(approvals, 'not allowed');
  return fails(approvals, 'allowed', {
    rule: 'workflow-permissions',
    severity: 'high',
    message:
      'Workflows may approve pull requests: whoever can push a workflow to any branch gives an approval that counts as a person’s.',
    remedy: `Turn off “Allow GitHub Actions to create and approve pull requests” (${settings}).`,
  });
}

function forkCheck({ forks: fact }: GithubFacts): PostureCheck {
  if (isUnknown(fact)) return notChecked(forks, fact);
  const { detail, finding } = forkJudgement(fact.value);
  return finding === undefined ? holds(forks, detail) : fails(forks, detail, finding);
}

function forkJudgement(policy: ForkPolicy): { detail: string; finding?: PostureFinding } {
  const rule = 'workflow-permissions';
  if (policy.of === 'public') {
    const detail = policy.approval.replaceAll('_', ' ');
    if (policy.approval === 'all_external_contributors' || policy.approval === 'first_time_contributors')
      return { detail };
    const message =
      'Workflows run for requests from forks of nearly everybody without an approval: an account that is not brand-new is enough.';
    const remedy = `Require approval for all external contributors, or for first-time ones (${settings} → Approval for running fork pull request workflows).`;
    return { detail, finding: { rule, severity: 'low', message, remedy, subject: [policy.approval] } };
  }
  if (!policy.runs) return { detail: 'they do not run' };
  const gets = [
    ...(policy.getsWriteToken ? ['a token that may write'] : []),
    ...(policy.getsSecrets ? ['secrets'] : []),
  ];
  if (gets.length > 0) {
    const what = gets.join(' and ');
    const codes = [...(policy.getsWriteToken ? ['write token'] : []), ...(policy.getsSecrets ? ['secrets'] : [])];
    const message = `Workflows of requests from forks run with ${what}: who may fork, and not write, gets them by a request.`;
    const remedy = `Turn off “Send write tokens” and “Send secrets and variables” (${settings} → Fork pull request workflows).`;
    return { detail: `they run with ${what}`, finding: { rule, severity: 'high', message, remedy, subject: codes } };
  }
  if (policy.needsApproval) return { detail: 'after an approval' };
  const message = 'Workflows of requests from forks run without an approval.';
  const remedy = `Turn on “Require approval for fork pull request workflows” (${settings}).`;
  return { detail: 'without an approval', finding: { rule, severity: 'low', message, remedy } };
}

function allowedCheck({ actions, selected }: GithubFacts): PostureCheck {
  if (isUnknown(actions)) return notChecked(allowed, actions);
  const pinned = actions.value.mustBePinned ? ', which must be pinned by commit' : '';
  const finding = (message: string, subject: readonly string[]): PostureFinding => ({
    rule: 'workflow-permissions',
    severity: 'low',
    message,
    remedy: `Allow chosen actions only, or require that actions are pinned by commit (${settings} → Actions permissions).`,
    subject,
  });
  switch (actions.value.allowed) {
    case 'local_only':
      return holds(allowed, 'those of this owner');
    case 'selected': {
      if (isUnknown(selected)) return notChecked(allowed, selected);
      const wide = selected.value.filter((pattern) => /^\*?(?:\/\*)?(?:@\*)?$/.test(pattern));
      if (wide.length === 0 || actions.value.mustBePinned) return holds(allowed, `chosen ones${pinned}`);
      const message = `The list of chosen actions lets everything through: ${wide.join(', ')}.`;
      return fails(allowed, `chosen ones, by ${wide.join(', ')}`, finding(message, wide));
    }
    case 'all':
      if (actions.value.mustBePinned) return holds(allowed, `all${pinned}`);
      return fails(
        allowed,
        'all',
        finding('Every action of the marketplace may run here, at a tag that its author can move.', ['all']),
      );
    default:
      return notChecked(allowed, { unknown: 'GitHub does not say which actions may run' });
  }
}

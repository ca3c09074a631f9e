import { fails, holds, notChecked, type PostureCheck, type Question } from '../model/check.ts';
import { type Fact, isUnknown } from '../model/fact.ts';
import type { Surroundings } from '../model/surroundings.ts';
import { visibilityCheck } from '../model/visibility.ts';
import type { GithubFacts } from './facts.ts';

/** What concerns the repository as a whole, apart from Actions. */
export function repositoryChecks(facts: GithubFacts, around: Surroundings): readonly PostureCheck[] {
  return [
    ownersCheck(facts, around),
    visibilityCheck(facts.visibility, 'repository', around),
    ...scanningChecks(facts),
    deployKeys(facts.deployKeys),
    outsideAdmins(facts.outsideAdmins),
  ];
}

/** A line of CODEOWNERS that GitHub cannot read asks nobody. */
function ownersCheck({ ownersErrors }: GithubFacts, { hasCodeOwners }: Surroundings): PostureCheck {
  const question: Question = { id: 'code-owners-valid', what: 'CODEOWNERS has no errors' };
  if (isUnknown(ownersErrors)) return hasCodeOwners ? notChecked(question, ownersErrors) : fails(question, noFile);
  const [first] = ownersErrors.value;
  if (first === undefined) return hasCodeOwners ? holds(question, 'GitHub reads every line') : fails(question, noFile);
  const lines = ownersErrors.value.map(({ line, message }) => `line ${line}: ${firstLine(message)}`);
  return fails(question, `${lines.length} ${lines.length === 1 ? 'line is' : 'lines are'} not read`, {
    rule: 'review-not-required',
    severity: 'medium',
    message: `GitHub cannot read ${lines.length === 1 ? 'a line' : `${lines.length} lines`} of ${first.path}: nobody is asked to review the paths that it names.`,
    remedy: 'Fix these lines: owners must exist, and have write access to the repository.',
    details: lines.slice(0, mostNamed),
    subject: ownersErrors.value.map(({ message }) => firstLine(message)).toSorted(),
  });
}

const firstLine = (message: string) => message.replace(/\n.*/s, '');

/** Where a branch asks for owners all the same, its own check finds that. */
const noFile = 'there is no CODEOWNERS';

/** More are counted. */
const mostNamed = 20;

/** Secret scanning costs money in private repositories: there it is said, and no finding. */
function scanningChecks({ scanning, visibility }: GithubFacts): readonly PostureCheck[] {
  const secrets: Question = { id: 'scans-secrets', what: 'Secret scanning is on' };
  const pushes: Question = { id: 'push-protection', what: 'Pushes with secrets are blocked' };
  if (isUnknown(scanning)) return [notChecked(secrets, scanning), notChecked(pushes, scanning)];
  const isPublic = !isUnknown(visibility) && visibility.value === 'public';
  const check = (question: Question, isOn: boolean, message: string, remedy: string) => {
    if (isOn) return holds(question, 'enabled');
    const finding = { rule: 'public-repository', severity: 'medium', message, remedy } as const;
    return fails(question, 'disabled', ...(isPublic ? [finding] : []));
  };
  const where = 'Settings → Advanced Security';
  return [
    check(
      secrets,
      scanning.value.secrets,
      'Secret scanning is off in a public repository: nobody is notified of a token that everybody can read.',
      `Turn on “Secret Protection” (${where}).`,
    ),
    check(
      pushes,
      scanning.value.pushes,
      'Push protection is off in a public repository: a secret is public as soon as it is pushed.',
      `Turn on “Push protection” (${where}).`,
    ),
  ];
}

function deployKeys(keys: Fact<readonly string[]>): PostureCheck {
  const question: Question = { id: 'deploy-keys-read-only', what: 'Deploy keys only read' };
  if (isUnknown(keys)) return notChecked(question, keys);
  if (keys.value.length === 0) return holds(question, 'none may write');
  return fails(question, `${named(keys.value)} may write`, {
    rule: 'unprotected-branch',
    severity: 'medium',
    message: `${keys.value.length === 1 ? 'A deploy key' : `${keys.value.length} deploy keys`} may write: ${named(keys.value)}. Whoever holds one pushes as nobody, and deploy keys can be exempt from rulesets.`,
    remedy: 'Give Argo CD and Flux keys that only read; where something must write, take a GitHub App.',
    subject: keys.value.toSorted(),
  });
}

function outsideAdmins(admins: Fact<readonly string[]>): PostureCheck {
  const question: Question = { id: 'no-outside-admins', what: 'No outside collaborator is an admin' };
  if (isUnknown(admins)) return notChecked(question, admins);
  if (admins.value.length === 0) return holds(question, 'there is none');
  return fails(question, named(admins.value), {
    rule: 'unprotected-branch',
    severity: 'medium',
    message: `People outside the organization may change every protection of the repository: ${named(admins.value)}.`,
    remedy: 'Give outside collaborators the role Write or less (Settings → Collaborators and teams).',
    subject: admins.value.toSorted(),
  });
}

function named(names: readonly string[]): string {
  const rest = names.length - mostNamed;
  return `${names.slice(0, mostNamed).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

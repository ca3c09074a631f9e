import { acceptFlags } from '../accept.ts';
import type { Report } from '../report.ts';
import { code, link } from './markdown-text.ts';

/** How one thing of a rule is taken out of the way, and how several are; `#` is their number. */
type Step = readonly [one: string, several: string];

const narrow: Step = ['narrow 1 grant of permissions', 'narrow # grants of permissions'];
const signed: Step = ['have 1 commit signed by a trusted key', 'have # commits signed by a trusted key'];

/** What takes blocking findings out of the way, by their rule; the same for several rules is said once. */
const steps: Readonly<Record<string, Step>> = {
  'unsigned-commit': signed,
  'invalid-signature': signed,
  'rejected-key': signed,
  'untrusted-signer': signed,
  'rbac-widened': narrow,
  'rbac-unknown-role': [
    'add the role that 1 binding names, or take it out',
    'add the roles that # bindings name, or take these out',
  ],
  'rbac-broad-subject': ['name who needs it in 1 binding', 'name who needs it in # bindings'],
  'workload-identity-widened': ['give 1 workload a weaker account', 'give # workloads weaker accounts'],
  'plaintext-secret': [
    'take 1 secret out of the change and rotate it (whoever has the commit knows it)',
    'take # secrets out of the change and rotate them (whoever has the commit knows them)',
  ],
  'placeholder-secret': ['replace 1 placeholder of a secret', 'replace # placeholders of secrets'],
  'secret-protection-lost': [
    'put back what protected 1 secret and rotate it (whoever has the commit knows it)',
    'put back what protected # secrets and rotate them (whoever has the commit knows them)',
  ],
  'sops-broken': ['put back 1 protection by SOPS', 'put back # protections by SOPS'],
  'secret-in-history': [
    'take 1 commit with a secret out of the branch and rotate it',
    'take # commits with secrets out of the branch and rotate these',
  ],
  'secret-store-widened': ['narrow who reads 1 store of secrets', 'narrow who reads # stores of secrets'],
  'secret-stale': ['renew 1 secret', 'renew # secrets'],
  'pod-privileges-widened': ['take back 1 privilege of a pod', 'take back # privileges of pods'],
  'pod-security-lowered': ['put back 1 level of Pod Security', 'put back # levels of Pod Security'],
  'image-unpinned': ['pin 1 image again', 'pin # images again'],
  'network-widened': ['take back 1 opening of the network', 'take back # openings of the network'],
  'namespace-unfenced': ['give 1 namespace policy, quota and label', 'give # namespaces policies, quotas and labels'],
  'deploy-authority-widened': ['take back 1 permission to deploy', 'take back # permissions to deploy'],
  'admission-weakened': ['undo 1 change to admission', 'undo # changes to admission'],
  'audit-lowered': ['undo 1 change to what is audited', 'undo # changes to what is audited'],
  'monitoring-removed': ['put back 1 alert or stream of logs', 'put back # alerts or streams of logs'],
  'gate-changed': [
    'have 1 change to the gate itself signed by an admin',
    'have # changes to the gate itself signed by an admin',
  ],
  'hidden-from-diff': ['take out what hides 1 place from reviewers', 'take out what hides # places from reviewers'],
  'review-weakened': ['put back 1 demand of review', 'put back # demands of review'],
  'review-not-required': ['require reviews in 1 setting', 'require reviews in # settings'],
  'unprotected-branch': ['protect 1 branch', 'protect # branches'],
  'public-repository': ['answer for 1 public repository', 'answer for # public repositories'],
  'workflow-permissions': ['narrow the permissions of 1 workflow', 'narrow the permissions of # workflows'],
  'unusual-change': ['have 1 unusual change looked at', 'have # unusual changes looked at'],
  'delivery-changed': [
    'look at 1 thing that is delivered from elsewhere or not judged, and accept it',
    'look at # things that are delivered from elsewhere or not judged, and accept them',
  ],
  'unreadable-manifest': ['make 1 file readable', 'make # files readable'],
};

/** What a reviewer must see done before the change passes, in one sentence; empty where nothing must be. `accepting`: the page on that. */
export function toDo(report: Report, accepting: string | undefined): string {
  const { verdict, total, toResolve, command } = report;
  if (command === 'audit' || command === 'posture') return '';
  const counts = new Map<Step, number>();
  for (const { rule, number } of toResolve) {
    const step = (Object.hasOwn(steps, rule) ? steps[rule] : undefined) ?? [`resolve 1 ${rule}`, `resolve # ${rule}`];
    counts.set(step, (counts.get(step) ?? 0) + number);
  }
  const parts = [...counts].map(([[one, several], number]) => (number === 1 ? one : several.replace('#', `${number}`)));
  if (verdict.unjudged.length > 0)
    parts.push(`fix what could not be judged (${verdict.unjudged.length}) and run again`);
  if (parts.length === 0) return total.findings > 0 ? 'Nothing has to be done; what was found is worth a look.' : '';
  const byId = code(`gitops-gate ignore ID${acceptFlags(report)} --reason "…" --until …`);
  const other = counts.size > 0 ? ` What is meant can be ${link('accepted', accepting)} by its id: ${byId}.` : '';
  const when = verdict.failOn === 'never' ? 'To pass once it blocks' : 'To pass';
  return `**${when}:** ${parts.join('; ')}.${other}`;
}

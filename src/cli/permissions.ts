import { readTrusted } from '../gather/gate/read-trusted-folder.ts';
import { readObjects } from '../gather/manifests/read-objects.ts';
import { openRepository } from '../git/open-repository.ts';
import { InputError } from '../input-error.ts';
import type { Resource } from '../kube/resource.ts';
import { nearest } from '../nearest.ts';
import { permissionsOf, readSubject } from '../rbac/query/permissions-of.ts';
import { isKnownVerb, knownVerbs, likelyResource } from '../rbac/query/request.ts';
import { whoCan } from '../rbac/query/who-can.ts';
import type { RbacOptions } from '../rbac/state/rbac-state.ts';
import { redact } from '../report/redact.ts';
import { type LeftOut, leftOut, leftOutLines, leftOutRecord } from '../report/terminal/left-out.ts';
import { permissionsRecord, permissionsText } from '../report/terminal/permissions.ts';
import { whoCanRecord, whoCanText } from '../report/terminal/who-can.ts';
import { visible } from '../report/visible.ts';
import type { Arguments } from './arguments.ts';
import { auditRequest, inputsOf } from './check.ts';
import { chosenScopes } from './chosen-scopes.ts';
import { note, say } from './output.ts';
import { requireReadable } from './policy/usable-policy.ts';

/** `who-can VERB RESOURCE`: who may do this, by the RBAC at a revision. */
export async function whoCanCommand(args: Arguments): Promise<number> {
  const [verb = '', named = ''] = args.positionals;
  if (!args.switches.has('any-verb')) requireKnownVerb(verb);
  const meant = likelyResource(named);
  if (meant !== undefined)
    note(`${JSON.stringify(named)} is none of Kubernetes' own resources; did you mean ${meant}?`);
  const question = { verb, resource: named, namespace: args.values.get('namespace') };
  return answer(args, (resources, options) => {
    const found = whoCan(resources, question, options);
    return { text: whoCanText(found), record: whoCanRecord(found) };
  });
}

function requireKnownVerb(verb: string): void {
  if (isKnownVerb(verb)) return;
  const meant = nearest(verb, knownVerbs);
  const fix = `${meant === undefined ? `known verbs: ${knownVerbs.join(', ')}` : `did you mean ${meant}?`} --any-verb asks for it all the same.`;
  throw new InputError([{ what: `unknown verb ${JSON.stringify(verb)}`, fix }]);
}

/** `permissions SUBJECT`: all that a subject may do, by the RBAC at a revision. */
export async function permissionsCommand(args: Arguments): Promise<number> {
  const subject = readSubject(args.positionals[0] ?? '');
  return answer(args, (resources, options) => {
    const found = permissionsOf(resources, subject, options);
    return { text: permissionsText(found), record: permissionsRecord(found) };
  });
}

interface Answer {
  readonly text: string;
  readonly record: Readonly<Record<string, unknown>>;
}

/** Answers for each scope of the revision, or the one asked for; nothing in one scope counts in another. */
async function answer(
  args: Arguments,
  ask: (resources: readonly Resource[], options: RbacOptions) => Answer,
): Promise<number> {
  const { scopes, left, options } = await readScopes(args);
  for (const line of leftOutLines(left)) note(line);
  const answers = redact(scopes.map(([scope, resources]) => ({ scope, ...ask(resources, options) })));
  if (args.values.get('format') === 'json') {
    const record = {
      scopes: answers.map((each) => ({ scope: each.scope, ...each.record })),
      leftOut: redact(leftOutRecord(left)),
    };
    say(`${JSON.stringify(record, null, 2)}\n`);
  } else {
    const titled = answers.map(({ scope, text }) => (answers.length > 1 ? `== ${visible(scope)}\n${text}` : text));
    say(titled.join('\n'));
  }
  return 0;
}

async function readScopes(args: Arguments) {
  const repository = await openRepository(args.values.get('repo') ?? process.cwd());
  try {
    const request = auditRequest(args);
    const range = await repository.range(request);
    const trusted = await readTrusted(repository, range, inputsOf(args, 'audit', request));
    const { policy, notes } = requireReadable(trusted);
    for (const line of notes) note(line);
    const { scopes: all, roots, showsOpenshift } = await readObjects(repository, range, policy);
    const left = leftOut(roots);
    const scopes = chosenScopes(
      [...all].map(([scope, { after }]) => [scope, after] as const),
      args.values.get('scope'),
      left,
    );
    // The files of a root that was not rendered are in the answer as they are written, in whichever scope.
    const isOfInterest = ({ scope, reason }: LeftOut) =>
      reason !== undefined || args.values.get('scope') === undefined || scopes.some(([name]) => name === scope);
    return {
      scopes,
      left: left.filter(isOfInterest),
      options: { ...policy, openshift: policy.openshift ?? showsOpenshift },
    };
  } finally {
    await repository.close();
  }
}

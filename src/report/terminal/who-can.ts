import { placementName } from '../../rbac/model/placement.ts';
import { subjectName } from '../../rbac/model/subject.ts';
import type { Holder, WhoCan } from '../../rbac/query/who-can.ts';
import { visible } from '../visible.ts';

/** The answer for a terminal, a line per subject. */
export function whoCanText(answer: WhoCan): string {
  const lines = [`Who can ${visible(asked(answer))}:`, ...answer.holders.map(holderLine)];
  if (answer.undecided.length > 0) {
    lines.push('', 'Bound to roles that are not in the repository, so perhaps:', ...answer.undecided.map(holderLine));
  }
  return `${lines.join('\n')}\n`;
}

/** The answer as plain data for JSON. */
export function whoCanRecord({ request, namespace, holders, undecided }: WhoCan): Readonly<Record<string, unknown>> {
  return {
    request:
      request.kind === 'url' ? request : { ...request, group: request.group ?? null, name: request.name ?? null },
    namespace: namespace ?? null,
    holders: holders.map(holderJson),
    undecided: undecided.map(holderJson),
  };
}

/** A holder for JSON. */
export function holderJson({ subject, placement, origin, route, file, line }: Holder) {
  const { kind, name, namespace } = subject;
  return {
    subject: { kind, name, namespace: namespace ?? null },
    namespace: placement ?? null,
    origin,
    route,
    file: file ?? null,
    line: line ?? null,
  };
}

function holderLine(holder: Holder): string {
  const { subject, placement, origin, route, file, line } = holder;
  const where = file === undefined ? (origin === 'default' ? ' [Kubernetes default]' : '') : ` [${file}:${line}]`;
  return visible(`  ${subjectName(subject)}  ${placementName(placement)}  through ${route.join(' → ')}${where}`);
}

function asked({ request, namespace }: WhoCan): string {
  const where = namespace === undefined ? '' : ` in namespace ${namespace}`;
  if (request.kind === 'url') return `${request.verb} ${request.url}`;
  const [type = '', ...sub] = request.resource.split('/');
  const group = request.group ? `.${request.group}` : '';
  const name = request.name === undefined ? '' : ` named ${request.name}`;
  return `${request.verb} ${[`${type}${group}`, ...sub].join('/')}${name}${where}`;
}

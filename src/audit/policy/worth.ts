import type { Severity } from '../../severity.ts';
import type { AuditRule } from './audit-policy.ts';
import type { Lowered } from './lowered-levels.ts';

const reading = ['get', 'list', 'watch'];
/** What clients ask for all the time, and which says nothing of anybody. */
const chatter = /^\/(?:healthz|livez|readyz|version|metrics|openapi|swagger|api|apis)(?:$|[/*…-])/;
const chattyResources = ['events', 'leases', 'endpoints', 'endpointslices'];
/** Resources whose contents should not be in a log. */
const secretContents = ['secrets', 'configmaps', 'tokenreviews', 'serviceaccounts'];
/** Everybody, or those who may do everything. */
const wide = /^system:(?:masters|authenticated|unauthenticated|anonymous|serviceaccounts)/;

/** How bad it is that less is recorded of some requests: worst where they leave no trace any more. */
export function worthOf(
  { request, group, stages }: Lowered,
  before: AuditRule | undefined,
  after: AuditRule | undefined,
): Severity {
  // The end of a request is recorded all the same, with all that was known at its beginning.
  if (stages.length > 0) return stages.includes('ResponseComplete') ? 'high' : 'low';
  const { path, target, verb, user } = request;
  const resource = target?.resource;
  if (after !== undefined && after.rank > 0) {
    return resource !== undefined && secretContents.includes(resource) && before !== undefined ? 'low' : 'medium';
  }
  if (path !== undefined) return chatter.test(path) ? 'low' : 'high';
  if (resource !== undefined && chattyResources.includes(resource)) return 'low';
  if (verb === undefined || !reading.includes(verb) || resource === 'secrets') return 'high';
  const who = user ?? group ?? '';
  return who.startsWith('system:') && !wide.test(who) ? 'low' : 'medium';
}

import type { Severity } from '../../severity.ts';
import type { AuditRule, RequestTarget } from './audit-policy.ts';
import type { RequestPart } from './request-classes.ts';
import { isAny } from './requests.ts';

const reading = ['get', 'list', 'watch'];
/** What clients ask for all the time, and which says nothing of anybody. */
const chatter = /^\/(?:healthz|livez|readyz|version|metrics|openapi|swagger|api|apis)(?:$|[/*…-])/;
const chattyResources = ['events', 'leases', 'endpoints', 'endpointslices'];
/** Resources whose contents should not be in a log. */
const secretContents = ['secrets', 'configmaps', 'tokenreviews', 'serviceaccounts'];
/** Everybody, or those who may do everything. */
const wide = /^system:(?:masters|authenticated|unauthenticated|anonymous|serviceaccounts)/;

/** What is lost of some requests: the stages, or where there are none what the rule that decides now records. */
export interface Loss {
  /** Groups that who asks is in one of. */
  readonly groups: readonly string[];
  readonly stages: readonly string[];
  readonly after: AuditRule | undefined;
}

/** How bad it is that less is recorded of some requests, by the worst of them: those that leave no trace any more. */
export function severityOfRequest(part: RequestPart, { groups, stages, after }: Loss): Severity {
  // The end of a request is recorded all the same, with all that was known at its beginning.
  if (stages.length > 0) return stages.includes('ResponseComplete') ? 'high' : 'low';
  const { paths, targets, verbs, users } = part;
  if (after !== undefined && after.rank > 0) {
    return paths.length === 0 && targets.every(isOf(secretContents)) ? 'low' : 'medium';
  }
  if (paths.length > 0) return paths.every((path) => chatter.test(path)) ? 'low' : 'high';
  const telling = targets.filter((each) => !isChatty(each));
  if (telling.length === 0) return 'low';
  const isWriting = verbs.some((verb) => verb === undefined || !reading.includes(verb));
  if (isWriting || telling.some(isOf(['secrets']))) return 'high';
  const who = isAny(users) ? groups : users;
  return who.length > 0 && who.every(isOfSystem) ? 'low' : 'medium';
}

/** The same requests, those for what tells most first, so that a sentence names them. */
export function worstFirst(part: RequestPart): RequestPart {
  const rank = (target: RequestTarget) => (isOf(['secrets'])(target) ? 0 : isChatty(target) ? 2 : 1);
  return { ...part, targets: [...part.targets].sort((one, other) => rank(one) - rank(other)) };
}

function isOf(resources: readonly string[]): (target: RequestTarget) => boolean {
  return ({ resource }) => resource !== undefined && resources.includes(resource);
}

const isChatty = isOf(chattyResources);

/** A part of the cluster itself. */
function isOfSystem(name: string | undefined): boolean {
  return name?.startsWith('system:') === true && !wide.test(name);
}

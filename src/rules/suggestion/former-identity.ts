import type { ObjectIdentity, Resource } from '../../kube/resource.ts';
import type { TouchedFile } from '../../kube/touched-file.ts';
import { canonical, isSameValue } from '../../plain-values.ts';
import type { YamlLimits } from '../../yaml/document.ts';
import type { Replacement } from './changed-file.ts';
import { formerLines } from './former-lines.ts';

/** The fields and annotations that say as whom a workload acts. */
const fields: ReadonlySet<string> = new Set([
  'serviceAccountName',
  'serviceAccount',
  'automountServiceAccountToken',
  'eks.amazonaws.com/role-arn',
  'iam.gke.io/gcp-service-account',
  'azure.workload.identity/client-id',
  'azure.workload.identity/use',
  'iam.amazonaws.com/role',
  'aadpodidbinding',
]);

/**
 * The lines of the base in place of those that give a workload another identity: the former ServiceAccount, a token that is not
 * mounted. Only where nothing else of the object changes by it.
 */
export function formerIdentity(
  file: TouchedFile,
  line: number,
  object: ObjectIdentity,
  limits: YamlLimits,
): Replacement | undefined {
  return formerLines(file, line, object, limits, isFormer);
}

function isFormer(was: Resource, is: Resource, becomes: Resource): boolean {
  // But for what says as whom it acts it is the same object.
  const isRestSame = isSameValue(becomes.value, is.value, (key) => fields.has(key));
  return isRestSame && identity(becomes) === identity(was) && identity(is) !== identity(was);
}

/** What says as whom it acts, with its places. */
function identity({ value }: Resource): string {
  const found: string[] = [];
  const walk = (each: unknown, path: string): void => {
    if (typeof each !== 'object' || each === null) return;
    for (const [key, inner] of Object.entries(each)) {
      if (fields.has(key)) found.push(canonical([path, key, inner]));
      else walk(inner, `${path}/${key}`);
    }
  };
  walk(value, '');
  return found.sort().join();
}

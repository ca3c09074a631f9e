import { PatchLimitError } from '../../kube/patch/laid-over.ts';
import { type Budget, LimitError } from '../budget.ts';

/** What work with patches gives, undefined where a patch makes more of an object than can be looked through; the budget has that. */
export function patchedWithin<T>(budget: Budget, work: () => T): T | undefined {
  return budget.partNow(
    'Laying patches over objects',
    () => {
      try {
        return work();
      } catch (error) {
        if (!(error instanceof PatchLimitError)) throw error;
        throw new LimitError(
          error.message,
          'Take the operations with `copy` out of the patch, or write the object as it should be.',
        );
      }
    },
    () => undefined,
  );
}

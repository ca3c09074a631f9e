import type { TouchedFile } from '../../../kube/touched-file.ts';
import { isWorkflow } from '../gate-changed/control-files.ts';
import type { ReviewLoss } from './review-loss.ts';

const renovate = /(?:^|\/)(?:\.?renovate(?:rc)?(?:\.json5?)?|\.github\/renovate\.json5?|\.gitlab\/renovate\.json5?)$/;
/** Renovate's option; `gh pr merge --auto`, as workflows for Dependabot have it; actions that do the same. */
const byRenovate = /["']?automerge["']?\s{0,9}:\s{0,9}true/;
const byWorkflow =
  /\bgh\s{1,9}pr\s{1,9}merge\b[^\n]{0,200}--(?:auto|admin)\b|enable-pull-request-automerge|automerge-action/;

/** Updates that are newly merged without a person who approves them. */
export function newAutomerge({ path: file, before, after }: TouchedFile): readonly ReviewLoss[] {
  const sign = renovate.test(file) ? byRenovate : isWorkflow(file) ? byWorkflow : undefined;
  if (sign === undefined || after === undefined) return [];
  const lines = (text = '') => text.split('\n').flatMap((line, index) => (sign.test(line) ? [{ line, index }] : []));
  const known = lines(before?.text).length;
  const [first] = lines(after.text);
  if (first === undefined || known > 0) return [];
  return [
    {
      file,
      line: first.index + 1,
      what: 'newly has requests merged by themselves: what an update brings is then delivered unseen',
      severity: 'medium',
      code: ['automerge'],
    },
  ];
}

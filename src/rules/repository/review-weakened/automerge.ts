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
  const now = lines(after.text);
  if (now.length <= lines(before?.text).length) return [];
  const was = (before?.text ?? '').split('\n');
  const changed = after.text.split('\n').findIndex((line, index) => line !== was[index]);
  const first = now.find(({ index }) => index >= changed);
  if (first === undefined) return [];
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

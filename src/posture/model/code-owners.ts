import { fails, notChecked, type PostureCheck } from './check.ts';
import { type Fact, isUnknown } from './fact.ts';

/** That code owners must approve holds only where a file names some: else nobody has to. `isThere` says whether there is one. */
export function withOwners(check: PostureCheck, isThere: Fact<boolean>): PostureCheck {
  if (check.state !== 'holds') return check;
  const { id, what, branch = '', detail } = check;
  const question = { id, what, branch };
  if (isUnknown(isThere)) return notChecked(question, isThere);
  if (isThere.value) return check;
  return fails(question, `${detail}, but there is no CODEOWNERS`, {
    rule: 'review-not-required',
    severity: 'medium',
    message: `Code owners must approve changes to ${branch}, but there is no CODEOWNERS that names any: nobody has to.`,
    remedy: 'Add a CODEOWNERS file that names owners of what is delivered.',
    subject: ['no CODEOWNERS'],
  });
}

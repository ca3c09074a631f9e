/** Whether the name of a delivered branch in the policy is a pattern of several. */
export const isPattern = (name: string) => /[*?[\]{}!]/.test(name);

/** More delivered branches are not looked at in one run. */
export const mostBranches = 30;

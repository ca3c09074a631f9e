import type { Range } from '../../git/range/range.ts';
import type { Repository } from '../../git/repository.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Evidence } from '../../rules/evidence.ts';
import type { Budget } from '../budget.ts';
import type { Content } from '../content.ts';
import { readAges } from './ages.ts';
import { readHistory } from './passing-secrets.ts';
import { comparePast, type Learned, type Past } from './past.ts';

/** What looking into the history goes by. */
export interface HistoryOptions {
  readonly policy: Policy;
  readonly secrets: Pick<Evidence['secrets'], 'readable'>;
  readonly budget: Budget;
  readonly now: number;
  readonly learned: Promise<Learned>;
}

/** What only the history shows: secrets of commits that the result does not have, how old secrets are, and what is unusual. */
export async function readOlder(
  repository: Repository,
  range: Range,
  { trees, manifests, missing }: Content,
  { policy, secrets, budget, now, learned }: HistoryOptions,
  wantsAges = false,
): Promise<Pick<Evidence, 'passing' | 'ages'> & Past> {
  return {
    ...(await comparePast(repository, range, await learned, policy, now)),
    passing: missing.length > 0 ? [] : await readHistory(repository, range, trees, policy, secrets.readable, budget),
    ages: wantsAges ? await readAges(repository, range, manifests.touched) : [],
  };
}

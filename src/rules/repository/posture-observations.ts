import type { PostureRule } from '../../posture/model/check.ts';
import type { Evidence } from '../evidence.ts';
import type { Observation } from '../rule.ts';

const references = ['OWASP CICD-SEC-1', 'NIST 800-53 CM-3'];

/** What one rule says of how the repository is set up on its forge; nothing where nobody asked the forge. */
export function* postureObservations(
  { posture }: Pick<Evidence, 'posture'>,
  rule: PostureRule,
): Generator<Observation> {
  for (const check of posture?.checks ?? []) {
    if (check.state !== 'does-not-hold') continue;
    for (const { rule: own, subject = [], position, places, ...rest } of check.findings) {
      if (own !== rule) continue;
      yield {
        ...rest,
        references,
        ...(position === undefined ? {} : { position }),
        ...(places === undefined ? {} : { places }),
        subject: ['posture', check.id, ...(check.branch === undefined ? [] : [check.branch]), ...subject],
      };
    }
  }
}

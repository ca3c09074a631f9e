import type { PastChange } from '../../src/history/model/past-change.ts';
import { alone } from '../../src/history/signals/signal.ts';

export { alone };

/** The time of judgement in these tests, in seconds: a Monday. */
export const now = Date.UTC(2026, 5, 15, 12) / 1000;

const paths = (...names: string[]) => names.map((path) => ({ path, isRemoved: false }));

/** A change by Ada in her office hours, on a file of one app; `over` says what is otherwise. */
export function change(
  index: number,
  {
    files = ['apps/shop/web/deployment.yaml'],
    ...over
  }: Omit<Partial<PastChange>, 'files'> & { files?: string[] } = {},
): PastChange {
  // Work days from Monday to Friday, 9 to 17 UTC.
  const day = Math.floor(index / 2) % 5;
  const week = Math.floor(index / 10);
  const hour = 9 + (index % 8);
  return {
    id: String(index).padStart(40, '0'),
    name: 'Ada',
    email: 'ada@example.com',
    isBot: false,
    time: Date.UTC(2024, 0, 1 + week * 7 + day, hour) / 1000,
    zone: 60,
    committer: over.email ?? 'ada@example.com',
    signing: { key: 'SHA256:ada' },
    subject: 'fix(shop): more memory',
    ...over,
    files: paths(...files),
  };
}

/** A history of two people: Ada works on apps, Grace on RBAC and delivery. */
export function history(length = 400): readonly PastChange[] {
  return Array.from({ length }, (_, index) =>
    index % 4 === 3
      ? change(index, {
          name: 'Grace',
          email: 'grace@example.com',
          signing: { key: 'SHA256:grace' },
          files: [
            'clusters/prod/rbac/role.yaml',
            'clusters/prod/rbac/rolebinding.yaml',
            'clusters/prod/argocd/app.yaml',
          ],
        })
      : change(index),
  );
}

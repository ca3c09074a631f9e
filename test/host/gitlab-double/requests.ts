import type { Finding } from '../../../src/gate.ts';
import type { Delivery } from '../../../src/host/forge/account.ts';
import type { Planner } from '../../../src/host/forge/delivery-run.ts';
import { publishOnRequest } from '../../../src/host/gitlab/gitlab-publish.ts';
import { readMarker } from '../../../src/publish/marker.ts';
import { type Publication, planPublication } from '../../../src/publish/plan.ts';
import type { ReviewDiff } from '../../../src/publish/review-diff.ts';
import { planUnjudged } from '../../../src/publish/unjudged.ts';
import { Shared, TemporaryRepository } from '../../git/temporary-repository.ts';
import { reviewDiff, type Texts } from '../../publish/model-forge.ts';
import { reportWith } from '../../report/sample-report.ts';
import { CountingClock } from '../clocks.ts';
import { type DoubleOptions, GitlabDouble } from './double.ts';
import type { StoredDiscussion } from './merge-request-state.ts';

/** A token that is easy to find wherever it should not be. */
export const token = 'glpat-0123456789TheTokenOfTheTest';

export interface Publishing extends Delivery {
  /** Milliseconds. */
  readonly waited: number;
}

/** A merge request between two sets of files, and publishing on it within this process. */
export class MergeRequest {
  readonly double: GitlabDouble;
  readonly server: string;
  readonly repository: TemporaryRepository;
  readonly #before: Texts;
  #after: Texts;

  private constructor(
    double: GitlabDouble,
    server: string,
    repository: TemporaryRepository,
    texts: { before: Texts; after: Texts },
  ) {
    this.double = double;
    this.server = server;
    this.repository = repository;
    this.#before = texts.before;
    this.#after = texts.after;
  }

  static async open(before: Texts, after: Texts, options: Partial<DoubleOptions> = {}): Promise<MergeRequest> {
    const made = commits(before, after);
    const double = new GitlabDouble(made.repository, made.base, made.head, { token, ...options });
    return new MergeRequest(double, await double.listen(), made.repository, { before, after });
  }

  push(after: Texts): void {
    this.double.state.push(commit(this.repository, this.#after, after, 'Go on'));
    this.#after = after;
  }

  /** As a run for `head`, by default the request's, that has these findings. */
  async publish(
    findings: readonly Finding[],
    more: Partial<Omit<Publication, 'written'>> & { head?: string; maxComments?: number } = {},
  ): Promise<Publishing> {
    const clock = new CountingClock();
    this.double.onStall = clock.stall;
    const { head = this.double.state.head, maxComments = 20, ...rest } = more;
    const publication: Omit<Publication, 'written'> = {
      report: reportWith({ findings, suppressed: [], outcome: findings.length > 0 ? 'blocked' : 'passed' }),
      diff: reviewDiff(this.#before, this.#after),
      forge: {
        maxComments,
        maxFileComments: 3,
        commentBytes: 900_000,
        graphCharacters: 2000,
        suggestionInfo: (count) => `suggestion:-${count - 1}+0`,
      },
      name: 'gate',
      summary: 'when-found',
      links: { file: () => undefined, commit: () => undefined },
      fullReport: 'the job',
      ...rest,
    };
    const plan: Planner = (written, refused) => planPublication({ ...publication, written, refused });
    return this.#deliver(head, publication.name, publication.diff, plan, clock);
  }

  /** As a run that ended without a verdict. */
  withdraw(what: string): Promise<Publishing> {
    const { head } = this.double.state;
    const links = { file: () => undefined, commit: () => undefined };
    const page = { head, problems: [{ what, remedy: 'None.' }], links, log: 'the job' };
    return this.#deliver(
      head,
      'gate',
      new Map(),
      (written) => planUnjudged(written, 'gate', page),
      new CountingClock(),
    );
  }

  async #deliver(
    head: string,
    name: string,
    diff: ReviewDiff,
    plan: Planner,
    clock: CountingClock,
  ): Promise<Publishing> {
    const address = { server: this.server, project: 42, number: 7, token };
    const delivery = await publishOnRequest(address, { head, name, diff }, plan, {}, clock);
    return { ...delivery, waited: clock.time };
  }

  get openThreads(): StoredDiscussion[] {
    return this.double.state.threads.filter(({ notes }) => {
      const marker = readMarker(notes[0]?.body ?? '');
      return marker?.kind === 'finding' && marker.state === 'open';
    });
  }

  /** Short fingerprints of what is commented on, each as often as it is. */
  get commentedOn(): string[] {
    return this.openThreads.flatMap(({ notes }) => {
      const marker = readMarker(notes[0]?.body ?? '');
      return marker?.kind === 'finding' ? marker.findings : [];
    });
  }
}

interface Commits {
  readonly repository: TemporaryRepository;
  readonly base: string;
  readonly head: string;
}

const made = new Shared<Commits>();

/** A repository with both sets of files; made once, for a push only adds to it. */
function commits(before: Texts, after: Texts): Commits {
  const known = made.get(JSON.stringify([before, after]), () => {
    const repository = TemporaryRepository.create();
    const base = commit(repository, {}, before, 'Begin');
    return { repository, base, head: commit(repository, before, after, 'Change') };
  });
  if (known.repository.head() !== known.head) known.repository.git('reset', '--quiet', '--hard', known.head);
  return known;
}

function commit(repository: TemporaryRepository, before: Texts, after: Texts, message: string): string {
  for (const path of Object.keys(before)) if (after[path] === undefined) repository.remove(path);
  for (const [path, text] of Object.entries(after)) repository.write(path, text);
  return repository.commit(message);
}

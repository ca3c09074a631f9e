import { isCandidate } from '../../kube/candidate.ts';
import { mapping } from '../../plain-values.ts';
import type { Views } from '../blame/locator.ts';
import type { Closure } from '../graph/graph.ts';
import { maySelectBy } from './label-selectors.ts';

interface Text {
  readonly path: string;
  readonly bytes: Buffer;
}

/** Kinds that run pods, and what says as whom. */
const accounts =
  /serviceAccount|kind:\s{0,5}["']?(?:Deployment|DaemonSet|StatefulSet|Job|CronJob|Pod|ReplicaSet|Rollout)\b/;

/** Whether a text may hold a grant, or a workload that runs as an account. */
export function mayCount(bytes: Buffer): boolean {
  return isCandidate(bytes) || accounts.test(bytes.toString('latin1'));
}

/** The texts of all that a root reads, and what they may hold. */
export class ClosureTexts {
  readonly all: readonly Text[];
  readonly #views: Views;
  readonly #isOpen: boolean;
  #rbac: boolean | undefined;
  #counting: boolean | undefined;

  constructor(views: Views, { files, charts, gaps }: Closure) {
    this.#views = views;
    // A chart, and what is outside the repository, may hold any.
    this.#isOpen = charts.length > 0 || gaps.some(({ kind }) => kind === 'remote');
    this.all = [...files].flatMap((path) => {
      const bytes = views.after.bytes(path);
      return bytes === undefined ? [] : [{ path, bytes }];
    });
  }

  /** Whether there may be a role or binding among them. */
  get holdRbac(): boolean {
    this.#rbac ??= this.#isOpen || this.all.some(({ bytes }) => isCandidate(bytes));
    return this.#rbac;
  }

  /** The same, or a workload. */
  get holdRbacOrAccounts(): boolean {
    this.#counting ??= this.holdRbac || this.all.some(({ bytes }) => mayCount(bytes));
    return this.#counting;
  }

  /** Whether there may be an object of a kind that no reader of grants looks for. */
  hold(kind: string): boolean {
    const pattern = new RegExp(`kind:\\s{0,5}["']?${kind}\\b`);
    return this.all.some(({ bytes }) => pattern.test(bytes.toString('latin1')));
  }

  /** Whether some role takes in others by one of these labels; those with the usual names are found in every file. */
  selectBy(labels: readonly string[]): boolean {
    return this.all.some(({ path, bytes }) => maySelectBy(labels, bytes, this.#views.after.yaml(path)));
  }

  isSame(path: string): boolean {
    return this.#views.before.tree.get(path)?.id === this.#views.after.tree.get(path)?.id;
  }

  /** The first line of a file that is not what it was. */
  firstLine(path: string): number {
    const [now, old] = [this.#views.after, this.#views.before].map(
      (view) => view.bytes(path)?.toString('utf8').split('\n') ?? [],
    );
    const at = (now ?? []).findIndex((line, index) => line !== old?.[index]);
    return Math.max(at, 0) + 1;
  }
}

/** The names of labels that the fields of a kustomization give. */
export function labelsGiven(fields: readonly unknown[]): readonly string[] {
  const given = fields.flatMap((field) => (Array.isArray(field) ? field.map((each) => mapping(each).pairs) : field));
  return given.flatMap((pairs) => Object.keys(mapping(pairs)));
}

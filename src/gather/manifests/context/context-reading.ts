import type { Repository } from '../../../git/repository.ts';
import { FileReader } from '../../../kube/read-file.ts';
import { isDelivered } from '../../../kube/scope.ts';
import type { FileSide, Scope } from '../../../kube/touched-file.ts';
import { withoutDefinitions } from '../../../kube/without-definitions.ts';
import type { Policy } from '../../../policy/policy.ts';
import { readBlobs } from '../../blobs.ts';
import type { Budget } from '../../budget.ts';
import { Copies, tooManyCopies } from '../copies.ts';
import type { NamedFiles } from '../named-files.ts';
import { mentionsOpenshift } from '../openshift.ts';
import type { IsTemplate } from '../touched-files.ts';
import type { ContextFile, ContextFiles } from './context-files.ts';
import { noSides, type ObjectsByScope, objectsOf } from './context-objects.ts';

/** Reads unchanged files into the objects of their scopes. */
export class ContextReading {
  readonly objects: ObjectsByScope;
  readonly unread: { file: string; why: string }[] = [];
  filesRead = 0;
  showsOpenshift = false;
  readonly #done = new Set<string>();
  readonly #reader = new FileReader();
  readonly #copies = new Copies();
  readonly #named: NamedFiles;
  readonly #covered: ReadonlySet<string>;
  readonly #policy: Policy;
  readonly #isTemplate: IsTemplate;
  readonly #budget: Budget;

  constructor(
    objects: ObjectsByScope,
    named: NamedFiles,
    covered: ReadonlySet<string>,
    policy: Policy,
    isTemplate: IsTemplate,
    budget: Budget,
  ) {
    this.objects = objects;
    this.#named = named;
    this.#covered = covered;
    this.#policy = policy;
    this.#isTemplate = isTemplate;
    this.#budget = budget;
  }

  /** `isWorthIt` leaves out files by their bytes alone. */
  async read(
    repository: Pick<Repository, 'blobs'>,
    { byId }: ContextFiles,
    isWorthIt: (bytes: Buffer) => boolean,
  ): Promise<void> {
    const { limits } = this.#policy;
    for await (const { id, files, bytes, size } of readBlobs(repository, byId, limits.bytes, this.#budget)) {
      const isOwn = !this.showsOpenshift && files.some(({ path }) => !this.#isTemplate(path));
      if (isOwn && bytes !== undefined && mentionsOpenshift(bytes)) this.showsOpenshift = true;
      const own = bytes === undefined ? undefined : partWorthIt(bytes, isWorthIt);
      if (bytes !== undefined && own === undefined) continue;
      for (const file of files) {
        if (this.#covered.has(file.path) || this.#done.has(file.path)) continue;
        this.#done.add(file.path);
        if (own === undefined) this.cannotRead(file, 'over the size limit');
        else if (this.#copies.isBeyond(file.scope, id)) this.cannotRead(file, tooManyCopies);
        else this.#add(file, id, own, size);
      }
    }
  }

  #add(file: ContextFile, id: string, bytes: Buffer, size: number): void {
    const { path, scope } = file;
    this.filesRead++;
    this.#budget.charge(bytes.length);
    const isNamed = this.#named.after.has(path);
    const side = this.#reader.read({
      path,
      mode: '100644',
      id,
      bytes,
      size,
      isTemplate: this.#isTemplate(path),
      isNamed,
      limits: this.#policy.limits,
    });
    for (const why of unreadParts(side)) this.cannotRead(file, why, isPointer(bytes) ? undefined : bytes);
    const objects = this.#objectsOf(scope);
    const [before, after] = isDelivered(path) ? [true, true] : [this.#named.before.has(path), isNamed];
    for (const resource of objectsOf(side, path)) {
      if (before) objects.before.push(resource);
      if (after) objects.after.push(resource);
    }
  }

  #objectsOf(scope: Scope) {
    const known = this.objects.get(scope) ?? noSides();
    this.objects.set(scope, known);
    return known;
  }

  cannotRead({ path, scope }: ContextFile, why: string, bytes?: Buffer): void {
    this.unread.push({ file: path, why });
    const objects = this.#objectsOf(scope);
    objects.unread.push(path);
    objects.unreadFiles.set(path, bytes);
  }
}

/** What of an unchanged file is unknown. Where readers disagree, kubectl's reading is known. */
function unreadParts({ structure, unreadable }: FileSide): readonly string[] {
  if (structure === 'lfs-pointer') return ['a Git LFS pointer; its content is not in the repository'];
  if (structure === 'binary') return ['binary'];
  return unreadable.filter(({ reason }) => reason !== 'ambiguous').map(({ line, detail }) => `line ${line}: ${detail}`);
}

/** What of a file is read; undefined where it is not worth it. */
function partWorthIt(bytes: Buffer, isWorthIt: (bytes: Buffer) => boolean): Buffer | undefined {
  if (isPointer(bytes)) return bytes;
  const own = isWorthIt(bytes) ? withoutDefinitions(bytes) : undefined;
  return own === undefined || own === bytes || isWorthIt(own) ? own : undefined;
}

/** Whether the content is elsewhere: then it may hold anything. */
function isPointer(bytes: Buffer): boolean {
  return bytes.length < 1024 && bytes.includes('version https://git-lfs.github.com/spec/');
}

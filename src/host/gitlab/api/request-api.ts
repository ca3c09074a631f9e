import type { Place } from '../../../publish/place.ts';
import type { ReviewDiff } from '../../../publish/review-diff.ts';
import type { Note } from '../../../publish/written.ts';
import { ApiFailure } from '../../forge/api-failure.ts';
import type { Folding, ForgeApi, RequestState } from '../../forge/forge-api.ts';
import type { Calls } from './calls.ts';
import { sealed } from './note-text.ts';
import { type DiffRefs, formFields, type Position, positionOf } from './position.ts';
import {
  type Draft,
  type GitlabThread,
  readAccount,
  readDiscussion,
  readDraft,
  readHead,
  readRefs,
} from './read-written.ts';

/** GitLab gives no more at once. */
const discussionsPerPage = 100;

/** One merge request on GitLab. Places can be written on once it was read. */
export class RequestApi implements ForgeApi<GitlabThread> {
  readonly #calls: Calls;
  readonly #project: number;
  readonly #number: number;
  readonly #diff: ReviewDiff;
  #account: number | undefined;
  #refs: DiffRefs | undefined;
  /** Whether GitLab did not come to make the diff: it is not waited for again. */
  #isDiffMissing = false;

  /** `diff` is what reviewers see: by it lines have their names. */
  constructor(calls: Calls, { project, number }: { project: number; number: number }, diff: ReviewDiff) {
    this.#calls = calls;
    this.#project = project;
    this.#number = number;
    this.#diff = diff;
  }

  head(): Promise<string> {
    return this.#calls.look(
      'Reading the merge request',
      ({ requests }) => requests.show(this.#project, this.#number),
      readHead,
    );
  }

  async read(): Promise<RequestState<GitlabThread>> {
    this.#account ??= await this.#calls.look(
      'Asking whose token it is',
      ({ users }) => users.showCurrentUser(),
      readAccount,
    );
    const me = this.#account;
    const head = await this.head();
    if (!this.#isDiffMissing) this.#refs = await this.#readRefs(head);
    this.#isDiffMissing = this.#refs === undefined;
    const discussions = await this.#calls.pages(
      'Reading the discussions',
      (client, page) => client.discussions.all(this.#project, this.#number, page),
      (discussion) => readDiscussion(discussion, me, head),
      discussionsPerPage,
    );
    const [threads, notes] = [new Map<string, GitlabThread>(), new Map<string, Note>()];
    // A list that grows while it is read gives some twice.
    for (const { thread, note } of discussions) {
      if (thread !== undefined) threads.set(thread.id, thread);
      if (note !== undefined) notes.set(note.id, note);
    }
    return { head, threads: [...threads.values()], notes: [...notes.values()] };
  }

  /** Whether anything can be written on the diff. */
  get hasDiff(): boolean {
    return this.#refs !== undefined;
  }

  pause(milliseconds: number): Promise<void> {
    return this.#calls.pause(milliseconds);
  }

  createSummary(body: string): Promise<void> {
    return this.#calls.create('Creating the summary note', ({ notes }) =>
      notes.create(this.#project, this.#number, sealed(body)),
    );
  }

  updateSummary(note: string, body: string): Promise<void> {
    return this.#calls.change('Updating the summary note', ({ notes }) =>
      notes.edit(this.#project, this.#number, Number(note), { body: sealed(body) }),
    );
  }

  removeSummary(note: string): Promise<void> {
    return this.#calls.change('Removing a repeated summary note', ({ notes }) =>
      notes.remove(this.#project, this.#number, Number(note)),
    );
  }

  async createThread(place: Place, body: string): Promise<void> {
    // As a form, field by field: gitbeaker's own way to write a position loses what follows an ampersand in a path.
    const fields = { isForm: true, ...formFields(this.#position(place)) } as object;
    await this.#calls.create('Starting a thread', ({ discussions }) =>
      discussions.create(this.#project, this.#number, sealed(body), fields),
    );
  }

  updateComment({ id, note }: GitlabThread, body: string): Promise<void> {
    return this.#calls.change('Updating a note', ({ discussions }) =>
      discussions.editNote(this.#project, this.#number, id, note, { body: sealed(body) }),
    );
  }

  removeComment({ id, note }: GitlabThread): Promise<void> {
    return this.#calls.change('Removing a repeated note', ({ discussions }) =>
      discussions.removeNote(this.#project, this.#number, id, note),
    );
  }

  answer({ id }: GitlabThread, body: string): Promise<void> {
    return this.#calls.create('Answering in a thread', ({ discussions }) =>
      discussions.addNote(this.#project, this.#number, id, sealed(body)),
    );
  }

  /** GitLab hides nothing: a thread is resolved, or open. */
  async fold(threads: readonly { readonly thread: GitlabThread; readonly to: Folding }[]): Promise<void> {
    for (const { thread, to } of threads) {
      const isResolved = to === 'close';
      if (to === 'hide' || thread.isResolved === isResolved) continue;
      await this.#calls.change(isResolved ? 'Resolving a thread' : 'Reopening a thread', ({ discussions }) =>
        discussions.resolve(this.#project, this.#number, thread.id, isResolved),
      );
    }
  }

  /** Those of the account on this request, whoever wrote them. */
  drafts(): Promise<readonly Draft[]> {
    return this.#calls.pages(
      'Reading drafts',
      ({ drafts }, page) => drafts.all(this.#project, this.#number, page),
      readDraft,
    );
  }

  async createDraft(place: Place, body: string): Promise<void> {
    const fields = { position: this.#position(place) } as object;
    await this.#calls.draft('Drafting a note', ({ drafts }) =>
      drafts.create(this.#project, this.#number, sealed(body), fields),
    );
  }

  removeDraft(id: number): Promise<void> {
    return this.#calls.change('Removing a draft', ({ drafts }) => drafts.remove(this.#project, this.#number, id));
  }

  /** Publishes every draft of the account at once. Newer versions of GitLab take a note along, older ones leave it. */
  publishDrafts(note: string | undefined): Promise<void> {
    const fields = (note === undefined ? {} : { note: sealed(note) }) as object;
    return this.#calls.publish('Publishing drafts', ({ drafts }) =>
      drafts.publishBulk(this.#project, this.#number, fields),
    );
  }

  /** Undefined where GitLab does not come to make the diff of this head: then nothing can be written on lines. */
  async #readRefs(head: string): Promise<DiffRefs | undefined> {
    const ofHead = (versions: unknown) => {
      const refs = readRefs(versions);
      if (refs?.head_sha !== head) throw new Error('there is no diff of the head yet');
      return refs;
    };
    try {
      return await this.#calls.look(
        'Reading the versions of the diff',
        ({ requests }) => requests.allDiffVersions(this.#project, this.#number),
        ofHead,
      );
    } catch (error) {
      if (error instanceof ApiFailure && error.kind === 'unsure') return undefined;
      throw error;
    }
  }

  #position(place: Place): Position {
    if (this.#refs === undefined) throw new Error('places are written on only where there is a diff');
    return positionOf(place, this.#refs, this.#diff);
  }
}

import { createHash } from 'node:crypto';
import type { TemporaryRepository } from '../../git/temporary-repository.ts';
import type { KnownRequest } from './check-request.ts';
import { type DiffFile, diffFiles, lineCodeOf, requestDiff } from './diff-lines.ts';

export interface Account {
  readonly id: number;
  readonly username: string;
}

/** The access token's own, and two people: the author of the request is 77. */
export const bot: Account = { id: 500, username: 'project_42_bot_1a2b' };
export const author: Account = { id: 77, username: 'octavia' };
export const reviewer: Account = { id: 78, username: 'rosa' };

type Values = Readonly<Record<string, unknown>>;

interface Answer {
  readonly status: number;
  readonly answer: unknown;
}

export interface StoredNote {
  readonly id: number;
  readonly author: Account;
  body: string;
  readonly isSystem: boolean;
  resolvedBy: Account | undefined;
}

export interface StoredDiscussion {
  readonly id: string;
  readonly notes: StoredNote[];
  /** On the diff; `text` positions follow their lines, as long as those are there. */
  position: Record<string, unknown> | undefined;
}

interface StoredDraft {
  readonly id: number;
  readonly author: Account;
  readonly note: string;
  readonly position: Values | undefined;
}

/** What an instance and a token can do. */
export interface Abilities {
  readonly role: 'developer' | 'reporter' | 'guest' | 'none';
  /** Whether there are drafts (GitLab 15.10), whether publishing them takes a note (19.2), whether files have threads (16.4). */
  readonly drafts: boolean;
  readonly reviewNotes: boolean;
  readonly fileThreads: boolean;
}

/** Everything on one merge request, number 7 of project 42. */
export class MergeRequestState {
  readonly discussions: StoredDiscussion[] = [];
  readonly drafts: StoredDraft[] = [];
  /** One for each e-mail that people get. */
  readonly mails: string[] = [];
  /** Lines that GitLab would have obeyed. */
  readonly quickActions: string[] = [];
  isLocked = false;
  state = 'opened';
  /** The order in which lists are given. */
  order: <T>(list: readonly T[]) => readonly T[] = (list) => list;
  /** While false, GitLab has not made the diff of a new head. */
  isDiffMade = true;
  /** Newest first. */
  readonly versions: { readonly head: string; readonly base: string }[] = [];
  readonly #repository: TemporaryRepository;
  readonly #base: string;
  readonly #can: Abilities;
  readonly #files = new Map<string, readonly DiffFile[]>();
  #head: string;
  #next = 9000;

  constructor(repository: TemporaryRepository, base: string, head: string, abilities: Abilities) {
    this.#repository = repository;
    this.#base = base;
    this.#can = abilities;
    this.#head = head;
    this.#addVersion(head);
  }

  get head(): string {
    return this.#head;
  }

  /** Those that are one note of a person or of the tool in the conversation, or began as that. */
  get conversation(): StoredDiscussion[] {
    return this.discussions.filter(({ position }) => position === undefined);
  }

  get threads(): StoredDiscussion[] {
    return this.discussions.filter(({ position }) => position !== undefined);
  }

  /** A push: threads follow their lines, or stay on the diff they were written on. */
  push(head: string): void {
    const old = this.#head;
    this.#head = head;
    this.#addVersion(head);
    for (const discussion of this.threads) {
      const { position } = discussion;
      if (position?.head_sha !== old || position.position_type !== 'text') continue;
      const before = this.#lineOf(old, position);
      const moved = this.#moved(before, position, old, head);
      if (moved !== undefined) discussion.position = { ...position, ...this.#refs(head), ...moved };
    }
  }

  say(by: Account, body: string): StoredDiscussion {
    return this.#discussion(by, body, undefined);
  }

  begin(by: Account, path: string, newLine: number, body: string): StoredDiscussion {
    const position = { ...this.#refs(this.#head), position_type: 'text', old_path: path, new_path: path };
    return this.#discussion(by, body, { ...position, new_line: newLine, old_line: null });
  }

  answer({ notes }: StoredDiscussion, by: Account, body: string): void {
    notes.push(this.#note(by, body));
  }

  draft(by: Account, note: string): void {
    this.drafts.push({ id: this.#next++, author: by, note, position: undefined });
  }

  handle({ route, path, parameters }: KnownRequest, me: Account): Answer {
    if (route === 'GET /user') return { status: 200, answer: { ...me, bot: me === bot, state: 'active' } };
    if (path.id !== '42' || path.merge_request_iid !== '7' || this.#can.role === 'none') return notFound;
    const [method, what = ''] = route.split(' …');
    if (method !== 'GET' && this.#can.role === 'guest') return { status: 403, answer: { message: '403 Forbidden' } };
    if (method === 'POST' && this.isLocked) return { status: 403, answer: { message: '403 Forbidden' } };
    if (what.startsWith('/draft_notes')) return this.#drafting(`${method}${what}`, path, parameters, me);
    return this.#noting(`${method}${what}`, path, parameters, me);
  }

  #noting(what: string, path: Values, { body, page, per_page, position, resolved }: Values, me: Account): Answer {
    const note = String(body);
    switch (what) {
      case 'GET':
        return { status: 200, answer: { iid: 7, sha: this.#head, state: this.state, author, diff_refs: null } };
      case 'GET/versions':
        return { status: 200, answer: this.versions.map((version) => this.#version(version)) };
      case 'GET/discussions':
        return this.#page(Number(page ?? 1), Number(per_page ?? 20));
      case 'POST/notes':
        return this.#checked(note) ?? created(this.#json(this.say(me, this.#mail(note)).notes[0], undefined));
      case 'POST/discussions':
        return this.#createDiscussion(note, position as Values | undefined, me);
    }
    const discussion = this.discussions.find(
      ({ id, notes }) => id === path.discussion_id || notes.some(({ id }) => String(id) === path.note_id),
    );
    if (discussion === undefined) return notFound;
    if (what === 'PUT/discussions/:discussion_id') return this.#resolve(discussion, resolved === true, me);
    if (what === 'POST/discussions/:discussion_id/notes') {
      const wrong = this.#checked(note);
      if (wrong) return wrong;
      this.answer(discussion, me, this.#mail(note));
      return created(this.#json(discussion.notes.at(-1), discussion.position));
    }
    return this.#change(what.startsWith('DELETE'), discussion, String(path.note_id), note, me);
  }

  #change(isRemoval: boolean, discussion: StoredDiscussion, id: string, body: string, me: Account): Answer {
    const at = discussion.notes.findIndex((each) => String(each.id) === id);
    const found = discussion.notes[at];
    if (found === undefined) return notFound;
    if (found.author !== me) return { status: 403, answer: { message: '403 Forbidden' } };
    if (isRemoval) {
      discussion.notes.splice(at, 1);
      if (discussion.notes.length === 0) this.discussions.splice(this.discussions.indexOf(discussion), 1);
      return { status: 204, answer: undefined };
    }
    const wrong = this.#checked(body);
    if (wrong) return wrong;
    found.body = asKept(body);
    return { status: 200, answer: this.#json(found, discussion.position) };
  }

  #resolve(discussion: StoredDiscussion, isResolved: boolean, me: Account): Answer {
    if (this.#can.role !== 'developer') return { status: 403, answer: { message: '403 Forbidden' } };
    for (const note of discussion.notes) note.resolvedBy = isResolved ? me : undefined;
    return { status: 200, answer: this.#discussionJson(discussion) };
  }

  #createDiscussion(body: string, position: Values | undefined, me: Account): Answer {
    const wrong = this.#checked(body) ?? (position === undefined ? undefined : this.#checkPosition(position));
    if (wrong) return wrong;
    return created(this.#discussionJson(this.#discussion(me, this.#mail(body), this.#stored(position))));
  }

  #drafting(what: string, path: Values, { note, position }: Values, me: Account): Answer {
    if (!this.#can.drafts) return { status: 404, answer: { error: '404 Not Found' } };
    const own = this.drafts.filter(({ author: by }) => by === me);
    const at = this.drafts.findIndex(({ id, author: by }) => String(id) === path.draft_note_id && by === me);
    switch (what) {
      case 'GET/draft_notes':
        return { status: 200, answer: own.map(({ id, note }) => ({ id, author_id: me.id, note, position: null })) };
      case 'POST/draft_notes': {
        // A draft's lines are looked at when it is published.
        const at = position as Values | undefined;
        const isKnown = at?.position_type !== 'file' || this.#can.fileThreads;
        if (!isKnown) return { status: 400, answer: { error: 'position[position_type] does not have a valid value' } };
        this.drafts.push({ id: this.#next++, author: me, note: String(note), position: at });
        return created({ id: this.drafts.at(-1)?.id, note });
      }
      case 'DELETE/draft_notes/:draft_note_id':
        if (at < 0) return notFound;
        this.drafts.splice(at, 1);
        return { status: 204, answer: undefined };
      case 'POST/draft_notes/bulk_publish':
        this.#publish(own, this.#can.reviewNotes ? note : undefined, me);
        return { status: 204, answer: undefined };
      default:
        return notFound;
    }
  }

  /** In one review, one e-mail. A draft whose lines are not in the diff is lost without a word. */
  #publish(drafts: readonly StoredDraft[], note: unknown, me: Account): void {
    if (drafts.length === 0) return;
    this.drafts.splice(0, this.drafts.length, ...this.drafts.filter((each) => !drafts.includes(each)));
    this.mails.push('review');
    for (const { note: body, position } of drafts) {
      if (position !== undefined && this.#checkPosition(position) !== undefined) continue;
      this.#obey(body);
      this.#discussion(me, body, this.#stored(position));
    }
    if (typeof note !== 'string') return;
    this.#obey(note);
    this.say(me, note);
  }

  /** GitLab takes a million characters, and not none. */
  #checked(body: string): Answer | undefined {
    if (body.trim() === '' || [...body].length > 1_000_000)
      return bad('Note {:note=>["is too long (maximum is 1000000 characters)"]}');
    this.#obey(body);
    return undefined;
  }

  /** Strictly: any line that begins with a slash, also in a block. */
  #obey(body: string): void {
    this.quickActions.push(...(body.match(/^\/\w.*$/gm) ?? []));
  }

  #mail(body: string): string {
    this.mails.push('note');
    return body;
  }

  #checkPosition(position: Values): Answer | undefined {
    const { base_sha, start_sha, head_sha, position_type, old_path, new_path, old_line, new_line } = position;
    const isKnown = this.versions.some(
      ({ head, base }) => head === head_sha && base === base_sha && start_sha === this.#base,
    );
    if (!isKnown) return bad('Note {:position=>["is incomplete"]}');
    const files = this.#files.get(String(head_sha)) ?? [];
    const file = files.find((each) => each.oldPath === old_path && each.newPath === new_path);
    if (position_type === 'file') {
      if (!this.#can.fileThreads)
        return { status: 400, answer: { error: 'position[position_type] does not have a valid value' } };
      return file === undefined ? bad('Note {:position=>["is invalid"]}') : undefined;
    }
    const line = file?.lines.find(
      (each) =>
        (each.type === 'removed' ? undefined : each.new) === new_line &&
        (each.type === 'added' ? undefined : each.old) === old_line,
    );
    const noCode = `Note {:line_code=>["can't be blank", "must be a valid line code"]}`;
    if (file === undefined || line === undefined) return bad(noCode);
    const range = position.line_range as
      | Record<'start' | 'end', { line_code: string; type: string } | undefined>
      | undefined;
    if (range === undefined) return undefined;
    const codes = [range.start, range.end].map((end) =>
      file.lines.find(
        (each) => lineCodeOf(file, each) === end?.line_code && (each.type === 'added') === (end.type === 'new'),
      ),
    );
    return codes.includes(undefined) || codes[1] !== line
      ? bad('Note {:position=>["line_range is invalid"]}')
      : undefined;
  }

  #page(page: number, size: number): Answer & { readonly headers: Readonly<Record<string, string>> } {
    if (size > 100) throw new Error('GitLab gives at most 100 at once');
    const all = this.order(this.discussions);
    const items = all.slice((page - 1) * size, page * size);
    const next = page * size < all.length ? String(page + 1) : '';
    const link = `<http://elsewhere.invalid/api/v4/projects/42?page=${next}>; rel="next"`;
    const headers = { 'x-next-page': next, 'x-page': String(page), 'x-per-page': String(size), ...(next && { link }) };
    return { status: 200, answer: items.map((each) => this.#discussionJson(each)), headers };
  }

  #discussionJson({ id, notes, position }: StoredDiscussion): object {
    const isIndividual = position === undefined && notes.length === 1;
    return { id, individual_note: isIndividual, notes: notes.map((note) => this.#json(note, position)) };
  }

  #json(note: StoredNote | undefined, position: Values | undefined): object {
    const isOnDiff = position !== undefined;
    return {
      id: note?.id,
      type: isOnDiff ? 'DiffNote' : null,
      body: note?.body,
      author: note?.author,
      system: note?.isSystem,
      noteable_type: 'MergeRequest',
      resolvable: isOnDiff,
      ...(isOnDiff
        ? { position, resolved: note?.resolvedBy !== undefined, resolved_by: note?.resolvedBy ?? null }
        : {}),
    };
  }

  #discussion(by: Account, body: string, position: Record<string, unknown> | undefined): StoredDiscussion {
    const note = this.#note(by, body);
    const id = createHash('sha1').update(String(note.id)).digest('hex');
    const discussion = { id, notes: [note], position };
    this.discussions.push(discussion);
    return discussion;
  }

  #note(by: Account, body: string): StoredNote {
    return { id: this.#next++, author: by, body: asKept(body), isSystem: false, resolvedBy: undefined };
  }

  #stored(position: Values | undefined): Record<string, unknown> | undefined {
    return position && { old_line: null, new_line: null, line_range: null, ...position };
  }

  #addVersion(head: string): void {
    const { base, files } = requestDiff(this.#repository, this.#base, head);
    this.versions.unshift({ head, base });
    this.#files.set(head, files);
  }

  #refs(head: string): { base_sha: string; start_sha: string; head_sha: string } {
    const base = this.versions.find((version) => version.head === head)?.base ?? '';
    return { base_sha: base, start_sha: this.#base, head_sha: head };
  }

  #version({ head, base }: { head: string; base: string }): object {
    const shown = this.isDiffMade ? head : '0'.repeat(40);
    return { id: 1, head_commit_sha: shown, base_commit_sha: base, start_commit_sha: this.#base, state: 'collected' };
  }

  #lineOf(head: string, { new_path, new_line, old_line }: Values): { text: string; isNew: boolean } | undefined {
    const isNew = typeof new_line === 'number';
    const rev = isNew ? head : (this.versions.find((version) => version.head === head)?.base ?? '');
    const lines = this.#repository.git('show', `${rev}:${String(new_path)}`).split('\n');
    const text = lines[Number(isNew ? new_line : old_line) - 1];
    return text === undefined ? undefined : { text, isNew };
  }

  /** Where git's own diff of the two heads has the line now. */
  #moved(
    line: { text: string; isNew: boolean } | undefined,
    position: Values,
    old: string,
    head: string,
  ): Record<string, unknown> | undefined {
    const file = this.#files.get(head)?.find(({ newPath }) => newPath === position.new_path);
    if (line === undefined || file === undefined) return undefined;
    if (!line.isNew) {
      const still = file.lines.find((each) => each.type === 'removed' && each.old === position.old_line);
      return still && {};
    }
    const between = diffFiles(this.#repository, old, head).find(({ newPath }) => newPath === position.new_path);
    const to =
      between === undefined
        ? Number(position.new_line)
        : between.lines.find((each) => each.type === 'unchanged' && each.old === position.new_line)?.new;
    const now = file.lines.find((each) => each.type !== 'removed' && each.new === to);
    return now && { new_line: now.new, old_line: now.type === 'added' ? null : now.old, line_range: null };
  }
}

/** GitLab looks for quick actions and keeps what is left: without carriage returns, and without blanks at the end. */
const asKept = (body: string): string => body.replaceAll('\r', '').trimEnd();

const notFound: Answer = { status: 404, answer: { message: '404 Not found' } };

const created = (answer: unknown): Answer => ({ status: 201, answer });

function bad(why: string): Answer {
  return { status: 400, answer: { message: `400 Bad request - ${why}` } };
}

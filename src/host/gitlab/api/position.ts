import { createHash } from 'node:crypto';
import { inRuns, type LineDiff } from '../../../git/diff/line-diff.ts';
import type { DiffLine, Place } from '../../../publish/place.ts';
import type { ReviewDiff } from '../../../publish/review-diff.ts';

/** The commits of a request's newest diff (`/versions`). */
export interface DiffRefs {
  readonly base_sha: string;
  readonly start_sha: string;
  readonly head_sha: string;
}

/** A place of the diff as GitLab takes it (https://docs.gitlab.com/api/discussions/). */
export interface Position extends DiffRefs {
  readonly position_type: 'text' | 'file';
  readonly old_path: string;
  readonly new_path: string;
  readonly old_line?: number;
  readonly new_line?: number;
  readonly line_range?: { readonly start: LineCode; readonly end: LineCode };
}

interface LineCode {
  readonly line_code: string;
  readonly type: 'new' | 'old';
}

/**
 * An added line is named by its new number alone, a removed one by its old, an unchanged one by both; both paths always. GitLab
 * refuses anything else.
 */
export function positionOf(place: Place, refs: DiffRefs, diff: ReviewDiff): Position {
  const { file, oldFile } = place;
  const paths = { ...refs, old_path: oldFile, new_path: file };
  if (place.kind === 'file') return { ...paths, position_type: 'file' };
  const lines = diff.get(file)?.lines;
  const { line, start } = place;
  const range =
    start === undefined || lines === undefined
      ? {}
      : { line_range: { start: lineCode(file, start, lines), end: lineCode(file, line, lines) } };
  return { ...paths, position_type: 'text', ...numbers(line), ...range };
}

/** A position as the fields of a form, each by its whole name. */
export function formFields(position: Position): Readonly<Record<string, string | number>> {
  const fields: Record<string, string | number> = {};
  const add = (name: string, value: unknown): void => {
    if (typeof value === 'string' || typeof value === 'number') fields[name] = value;
    else for (const [key, inner] of Object.entries(value ?? {})) add(`${name}[${key}]`, inner);
  };
  add('position', position);
  return fields;
}

/** Where a discussion is, by the position GitLab gives it; undefined where it is not on the diff of `head`, or on an image. */
export function placeOf(position: unknown, head: string): Place | undefined {
  const { position_type, head_sha, old_path, new_path, old_line, new_line, line_range } = (position ?? {}) as Readonly<
    Record<string, unknown>
  >;
  if (typeof new_path !== 'string' || typeof old_path !== 'string') return undefined;
  const paths = { file: new_path, oldFile: old_path };
  if (position_type === 'file') return { kind: 'file', ...paths };
  const line = diffLine(old_line, new_line);
  if (position_type !== 'text' || head_sha !== head || line === undefined) return undefined;
  const start = startOf(line_range, line);
  return { kind: 'line', ...paths, line, ...(start === undefined ? {} : { start }) };
}

function numbers({ oldLine, newLine }: DiffLine): { old_line?: number; new_line?: number } {
  return {
    ...(oldLine === undefined ? {} : { old_line: oldLine }),
    ...(newLine === undefined ? {} : { new_line: newLine }),
  };
}

/**
 * The name GitLab gives a line: the path's SHA-1, and where the line is on both sides. On the side that has no such line that is
 * the line which follows there, or 0 where that side is empty.
 */
function lineCode(file: string, { oldLine, newLine }: DiffLine, lines: LineDiff): LineCode {
  const old = oldLine ?? oldNextTo(newLine ?? 0, lines);
  const now = newLine ?? newNextTo(oldLine ?? 0, lines);
  const type = oldLine === undefined ? 'new' : 'old';
  return { line_code: `${createHash('sha1').update(file).digest('hex')}_${old}_${now}`, type };
}

/** Added lines are shown after the removed ones of the same change. */
function oldNextTo(newLine: number, { changes, beforeLines }: LineDiff): number {
  const change = changes.find(({ after }) => inRuns([after], newLine));
  return change === undefined || beforeLines === 0 ? 0 : change.before.start + change.before.count;
}

function newNextTo(oldLine: number, { changes, afterLines }: LineDiff): number {
  const change = changes.find(({ before }) => inRuns([before], oldLine));
  return change === undefined || afterLines === 0 ? 0 : change.after.start;
}

function diffLine(oldLine: unknown, newLine: unknown): DiffLine | undefined {
  if (typeof newLine !== 'number') return typeof oldLine === 'number' ? { oldLine } : undefined;
  return typeof oldLine === 'number' ? { newLine, oldLine } : { newLine };
}

/** The first of several lines, on the side of the last. */
function startOf(range: unknown, line: DiffLine): DiffLine | undefined {
  const start = (range as { start?: { line_code?: unknown; type?: unknown } } | null | undefined)?.start;
  const [, old, now] = /^[0-9a-f]{40}_(\d+)_(\d+)$/.exec(String(start?.line_code)) ?? [];
  if (old === undefined || now === undefined) return undefined;
  if (line.newLine === undefined) return { oldLine: Number(old) };
  const isSame = Number(now) === line.newLine;
  if (isSame) return undefined;
  return start?.type === 'new' ? { newLine: Number(now) } : { newLine: Number(now), oldLine: Number(old) };
}

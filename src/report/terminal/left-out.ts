import { addTo } from '../../groups.ts';
import type { Scope } from '../../kube/touched-file.ts';
import { shownAddress } from '../../render/graph/remote.ts';
import type { Gap } from '../../render/model/gap.ts';
import type { RenderedRoot } from '../../render/result/rendering.ts';

/** A root that an answer lacks, or of which it lacks a part: what these give is not known. */
export interface LeftOut {
  readonly root: string;
  readonly scope: Scope;
  /** Why it was not rendered; undefined where it was, without some parts. */
  readonly reason: string | undefined;
  /** What was taken out before it was rendered, or could not be read after. */
  readonly without: readonly string[];
}

/** More names of one reason are counted: without a tool there is one reason for every root. */
const mostNames = 5;

/** The roots that an answer lacks, or of which it lacks a part. */
export function leftOut(roots: readonly RenderedRoot[]): readonly LeftOut[] {
  return roots.flatMap(({ id, scope, after }): LeftOut[] => {
    if (after === undefined) return [];
    const { reason, gaps, unreadable } = after;
    const without = reason === undefined ? [...leftParts(gaps), ...unreadable.map(({ detail }) => detail)] : [];
    return reason === undefined && without.length === 0 ? [] : [{ root: id, scope, reason, without }];
  });
}

/** What was taken out of a root before it was rendered, each once. */
export function leftParts(gaps: readonly Gap[]): readonly string[] {
  const taken = gaps.filter(({ kind }) => kind === 'remote' || kind === 'plugin');
  return [...new Set(taken.map(({ kind, name }) => `${kind} ${kind === 'remote' ? shownAddress(name) : name}`))];
}

/** One line for each reason, with the roots that it keeps out of an answer, and one for each root that lacks parts. */
export function leftOutLines(found: readonly LeftOut[]): readonly string[] {
  const byReason = new Map<string, string[]>();
  for (const { root, reason } of found) if (reason !== undefined) addTo(byReason, reason, root);
  const failed = [...byReason].map(([reason, roots]) => {
    const more = roots.length > mostNames ? ` and ${roots.length - mostNames} more` : '';
    const was = roots.length === 1 ? 'was' : 'were';
    return `${roots.slice(0, mostNames).join(', ')}${more} ${was} not rendered, so what ${roots.length === 1 ? 'it gives' : 'they give'} is not in this answer: ${reason}`;
  });
  const partial = found.flatMap(({ root, without }) =>
    without.length === 0
      ? []
      : [`${root} was rendered without ${without.join(', ')}; this answer lacks what that gives`],
  );
  return [...failed, ...partial];
}

/** The same as plain data for JSON. */
export function leftOutRecord(found: readonly LeftOut[]): readonly Readonly<Record<string, unknown>>[] {
  return found.map(({ root, scope, reason, without }) => ({ root, scope, reason: reason ?? null, without }));
}

import type { Target } from '../../fix/candidates/candidate.ts';
import { leftToFill } from '../../fix/special/left-to-fill.ts';
import { shellWord } from '../../report/shell-word.ts';
import { clip, visible } from '../../report/visible.ts';
import type { ChangeFix, FixedFile } from '../../run/find-fixes.ts';

/** How a fix is delivered. */
export interface FixDelivery {
  readonly isApplied: boolean;
  readonly isStaged: boolean;
  readonly file: string | undefined;
}

/** What was done for which finding, and what is left, in lines that `git apply` passes over. */
export function fixText(
  { fix, files, patch, onlyApplied }: ChangeFix,
  { isApplied, isStaged, file }: FixDelivery,
): string {
  const { left } = fix;
  const fixed = fix.fixed.filter(({ isAside }) => isAside !== true);
  const stays = isApplied ? [] : onlyApplied;
  const asides = fix.fixed.filter((each) => each.isAside === true && !stays.includes(each));
  const lines: string[] = [];
  if (fixed.length > 0) {
    const done = fixed.filter((each) => !stays.includes(each));
    lines.push(`Fixed, as judged again: ${done.length} of ${fixed.length + left.length}.`);
    if (done.length < fixed.length)
      lines.push(
        `Only by --apply: ${fixed.length - done.length}, since a file is left out of the patch. Those findings stay after it.`,
      );
    for (const each of fixed) {
      lines.push(`  ${headline(each.target)}`, `    ${line(each.what)}`);
      if (each.cameToLight === true)
        lines.push('    It was hidden by another finding, and would be one once that is fixed.');
      if (stays.includes(each)) lines.push('    Only by --apply.');
    }
  }
  if (asides.length > 0) {
    lines.push(
      `By the same edits: ${asides.length} of ${asides.length === 1 ? 'another rule goes' : 'other rules go'} as well.`,
    );
    for (const { target } of asides) lines.push(`  ${headline(target)}`);
  }
  if (left.length > 0) {
    lines.push(`Not fixed: ${left.length}.`);
    for (const { target, why } of left) {
      lines.push(`  ${headline(target)}`, `    ${line(why)}.`);
      if (target.category === 'signature' || target.rule === 'secret-in-history')
        lines.push(`    ${line(target.remedy)}`);
    }
  }
  lines.push(...fillLines(fix.changes));
  if (fix.fixed.some(({ target }) => target.rule === 'plaintext-secret' || target.rule === 'secret-protection-lost')) {
    lines.push(...rotationLines(isStaged));
  }
  if (files.length > 0) lines.push(...deliveryLines(files, patch, { isApplied, isStaged, file }));
  return `${lines.join('\n')}\n`;
}

/** What no change of a file does about a secret that was readable. */
function rotationLines(isStaged: boolean): readonly string[] {
  if (isStaged)
    return [
      'The secret is not committed yet: put its value into the store that delivers it, and there is no need to rotate it.',
    ];
  return [
    'Rotate each secret, since whoever has the commits knows its value:',
    '  1. Issue a new value where the old one came from, and put it into the store that delivers it.',
    '  2. Merge the fix, see that the new value arrives, and revoke the old one.',
    '  3. The old value stays in the commits, where the next check finds it (secret-in-history): squash them, or take it out by git rebase --interactive.',
  ];
}

function deliveryLines(
  written: readonly FixedFile[],
  { text, blind, leftOut }: ChangeFix['patch'],
  { isApplied, isStaged, file }: FixDelivery,
): readonly string[] {
  const files = `${written.length} ${written.length === 1 ? 'file' : 'files'}`;
  if (isApplied) return appliedLines(written, files, isStaged);
  const shown = (paths: readonly string[]) => paths.map(line).join(', ');
  return [
    ...(text === ''
      ? []
      : [
          file === undefined
            ? 'The patch, for "git apply":'
            : `The patch of ${files} is in ${line(file)}: git apply ${line(file)} (in the top folder of the repository)`,
        ]),
    ...(blind.length > 0
      ? [
          `  ${shown(blind)}: as a binary patch, which shows none of the lines that it takes out, since a secret is among them.`,
        ]
      : []),
    ...(leftOut.length > 0
      ? [
          `  ${shown(leftOut)}: left out of the patch, since a secret would be put there, or in a file that it needs. Use --apply.`,
        ]
      : []),
  ];
}

/** A commit takes what is staged: neither the fix of a staged file nor a file that comes back is, and "git diff" does not show the latter. */
function appliedLines(written: readonly FixedFile[], files: string, isStaged: boolean): readonly string[] {
  const names = written.map(({ path }) => shellWord(`:/${path}`, `:(top,literal)${path}`)).join(' ');
  return [
    `Written to the work tree: ${files}, and not staged yet${isStaged ? ': what is staged is still the change without the fix' : ''}. Stage it, look at it, then commit:`,
    `  git add --all -- ${visible(names)}`,
    '  git diff --cached',
  ];
}

function fillLines(changes: ChangeFix['fix']['changes']): readonly string[] {
  const left = changes.flatMap((change) => {
    // What comes back is filled in.
    const written = change.kind === 'edit' ? change.edits.filter(({ former }) => former === undefined) : [];
    const gaps = leftToFill(written.map(({ text }) => text));
    return gaps.map((gap) => `  ${line(change.path)}: ${gap}`);
  });
  return left.length === 0 ? [] : ['Left for you to fill in, before it works:', ...left];
}

function headline({ rule, position, message }: Target): string {
  const place = position === undefined ? '' : `${line(position.file)}:${position.line} `;
  return `${place}${rule}: ${line(message)}`;
}

const line = (text: string): string => clip(visible(text), 400);

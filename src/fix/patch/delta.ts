import { lineDiff } from '../../git/diff/line-diff.ts';

/** One step from the old bytes to the new ones. */
type Step = { readonly from: number; readonly length: number } | { readonly insert: Buffer };

/** What a delta holds of the new text: nothing of the old one is in it but what stays. */
export interface Delta {
  readonly bytes: Buffer;
  readonly inserted: string;
}

/** How to make the new text of the old one, as git's packs and binary patches have it (gitformat-pack, "Deltified representation"): stretches to copy, by where they are, and lines to insert. */
export function deltaOf(before: Buffer, after: Buffer): Delta {
  const steps = stepsOf(before, after);
  const parts = [variable(before.length), variable(after.length), ...steps.flatMap(encodedStep)];
  const inserted = steps.flatMap((step) => ('insert' in step ? step.insert.toString() : [])).join('');
  return { bytes: Buffer.concat(parts), inserted };
}

function stepsOf(before: Buffer, after: Buffer): readonly Step[] {
  const [old, now] = [byteStarts(before), byteStarts(after)];
  const { changes } = lineDiff(before.toString('latin1'), after.toString('latin1'));
  const steps: Step[] = [];
  let line = 1;
  const offset = (starts: readonly number[], at: number) => starts[Math.min(at - 1, starts.length - 1)] ?? 0;
  for (const change of changes) {
    copy(steps, offset(old, line), offset(old, change.before.start));
    const insert = after.subarray(
      offset(now, change.after.start),
      offset(now, change.after.start + change.after.count),
    );
    if (insert.length > 0) steps.push({ insert });
    line = change.before.start + change.before.count;
  }
  copy(steps, offset(old, line), before.length);
  return steps;
}

function copy(steps: Step[], from: number, to: number): void {
  if (to > from) steps.push({ from, length: to - from });
}

function byteStarts(bytes: Buffer): readonly number[] {
  const starts = [0];
  for (let at = bytes.indexOf(10); at !== -1 && at + 1 < bytes.length; at = bytes.indexOf(10, at + 1))
    starts.push(at + 1);
  return [...starts, bytes.length];
}

/** A number, seven bits a byte, the lowest first. */
function variable(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
  return Buffer.from([...bytes, rest]);
}

/** Longest stretches of one instruction. */
const [mostCopied, mostInserted] = [0xffff, 127];

function encodedStep(step: Step): readonly Buffer[] {
  const parts: Buffer[] = [];
  if ('insert' in step) {
    for (let at = 0; at < step.insert.length; at += mostInserted) {
      const part = step.insert.subarray(at, at + mostInserted);
      parts.push(Buffer.from([part.length]), part);
    }
    return parts;
  }
  for (let at = 0; at < step.length; at += mostCopied) {
    const [from, length] = [step.from + at, Math.min(mostCopied, step.length - at)];
    const whole = Buffer.alloc(7);
    whole[0] = 0x80 | 0x0f | 0x30;
    whole.writeUInt32LE(from, 1);
    whole.writeUInt16LE(length, 5);
    parts.push(whole);
  }
  return parts;
}

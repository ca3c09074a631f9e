import type { TouchedFile } from '../../kube/touched-file.ts';
import type { Target } from './candidate.ts';

/** Rules whose findings no change of a file makes go away, and why. */
const reasons: Readonly<Record<string, string>> = {
  'secret-in-history': 'the value is in the commits, not in the files: only a rewritten branch is without it',
  'secret-stale': 'only a new value, issued where the old one was, makes it younger',
};

/** Why no change of a file is a fix; undefined where one may be. `file` is the finding's own, where the change touches it. */
export function noFileFix(
  { rule, category, commit, subject }: Target,
  file: TouchedFile | undefined,
): string | undefined {
  const reason = reasons[rule];
  if (reason !== undefined) return reason;
  if (category === 'signature' || commit !== undefined) return 'it is about a commit: its remedy says what to do';
  const isNew = file !== undefined && file.before === undefined && file.after !== undefined;
  if (rule === 'sops-broken' && isNew && !/(?:^|\/)\.sops\.ya?ml$/.test(file.path))
    return 'only who has a key can encrypt it: sops encrypt --in-place FILE';
  if (rule === 'gate-changed' && isNew) return 'what sets the gate up is not taken away: have it reviewed';
  // As it was it could not be read.
  if (rule === 'unreadable-manifest' && subject[0] === 'unread-before')
    return 'what was there before could not be read: have what is there now reviewed';
  return undefined;
}

/** Why nothing is done about a finding, as .github/docs/fix.md says it; in the order of its table. */
export const reasons = {
  commit: 'it is about a commit: its remedy says what to do',
  history: 'the value is in the commits, not in the files: only a rewritten branch is without it',
  stale: 'only a new value, issued where the old one was, makes it younger',
  encrypt: 'only who has a key can encrypt it: sops encrypt --in-place FILE',
  gate: 'what sets the gate up is not taken away: have it reviewed',
  author: 'is new, and what it should say instead is for its author to decide',
  link: 'it is a symbolic link',
  lfs: 'its content is in Git LFS',
  large: 'it is over a size limit',
  target: 'the target branch has changed the file too: merge it or rebase first',
  rendered: 'it comes from rendering, and which line makes it is not known for certain',
  untouched: 'which the change does not touch',
  other: 'it would bring another finding',
  overlap: 'its fix overlaps with that of another finding',
  nothing: 'no change of the lines around it makes it go away',
} as const;

export type Reason = keyof typeof reasons;

/** The cases of test/rules of which not all is fixed, and why. Every other case is fixed whole. */
export const notFixed: Readonly<Record<string, Reason>> = {
  'gate-changed/fires-folder-begins': 'gate',
  'hidden-from-diff/fires-name-of-a-file': 'author',
  'hidden-from-diff/fires-new-manifest-that-the-base-hides': 'author',
  'hidden-from-diff/fires-new-role-that-the-base-folds-away': 'author',
  'plaintext-secret/fires-arguments-in-parts': 'author',
  'pod-privileges-widened/fires-new-in-a-restricted-namespace': 'author',
  'secret-stale/fires-certificate-expires': 'stale',
  'secret-stale/fires-old-or-not-refreshed': 'stale',
  'sops-broken/fires-block-gone': 'encrypt',
  'sops-broken/fires-new-file-in-plain-text': 'encrypt',
  'unreadable-manifest/fires-absolute-symlink': 'link',
  'unreadable-manifest/fires-duplicate-key': 'author',
  'unreadable-manifest/fires-escaped-and-broken': 'author',
  'unreadable-manifest/fires-jsonnet-next-to-manifests': 'author',
  'unreadable-manifest/fires-many-broken-parts': 'author',
  'unreadable-manifest/fires-lfs-pointer': 'lfs',
  'unreadable-manifest/fires-merge-override': 'author',
  'unreadable-manifest/fires-named-by-kustomization': 'lfs',
  'unreadable-manifest/fires-separator-with-text': 'author',
  'unreadable-manifest/fires-symlink': 'link',
  'unreadable-manifest/fires-template-next-to-chart': 'author',
  'unreadable-manifest/fires-template-outside-chart': 'author',
  'workload-identity-widened/fires-bound-by-the-group-of-its-namespace': 'other',
  'workload-identity-widened/fires-default-account-of-its-namespace': 'author',
};

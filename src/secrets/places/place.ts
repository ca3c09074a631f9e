/** How the text at a place is to be read. */
export type FieldKind =
  /** Can hold nothing but a secret. */
  | 'secret'
  /** As `secret`, in base64. */
  | 'secret-base64'
  /** A SealedSecret's ciphertext. */
  | 'sealed'
  /** Judged by its key and its shape. */
  | 'open'
  /** As `open`, and deployed unchanged: a product's default password is a password here. */
  | 'deployed'
  /** The content of a file: its own format decides. */
  | 'file'
  | 'file-base64'
  /** An annotation or a label: names, hashes and switches, or a whole file. */
  | 'mark'
  /** A script or an argument. */
  | 'command'
  /** A manifest inside a manifest. */
  | 'manifest'
  /** A patch whose target is a Secret. */
  | 'secret-patch'
  /** `KEY=VALUE`, the value a secret. */
  | 'secret-pair'
  /** A name of something kept elsewhere: only a token's own format can make it a finding. */
  | 'name';

/** One row of the table of places: which fields of which objects are read how. */
export interface Place {
  /** Lower-case kinds; empty: any object or document. */
  readonly kinds: readonly string[];
  /** API groups; empty: any. */
  readonly groups?: readonly string[];
  /** Path inside the object, `/`-separated; `*` is one step, `**` any number of them, `*name` one that ends so in any case. */
  readonly path: string;
  readonly role: FieldKind;
}

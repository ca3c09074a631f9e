/** What a rule looks at, as frameworks speak of it. */
export type Topic =
  | 'signature'
  | 'signing-key'
  | 'change-control'
  | 'unjudged-change'
  | 'permissions'
  | 'workload-identity'
  | 'secret'
  | 'encryption'
  | 'pod-privileges'
  | 'pod-policy'
  | 'network'
  | 'deployment'
  | 'image'
  | 'admission'
  | 'audit-log'
  | 'monitoring';

export interface Control {
  /** As its framework numbers it. */
  readonly id: string;
  /** What it asks for, in our words. */
  readonly name: string;
  /** Rules that look at one of them speak to the control; without any none does. */
  readonly topics: readonly Topic[];
  /** What of it no repository can show. */
  readonly outside: string;
  /** Of a framework that findings cite: all findings of its rules count for it, not only those that cite it. */
  readonly byRule?: true;
}

/** A list of controls that auditors ask for, with where its numbers come from. */
export interface Framework {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly source: string;
  /** What an id of it looks like. */
  readonly form: RegExp;
  /** How a finding's `references` cite a control, e.g. `CIS ` before its id: then only those findings count for it. */
  readonly cites?: string;
  readonly controls: readonly Control[];
}

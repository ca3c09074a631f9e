import { isCiphertext, isSealedPayload, isSopsValue } from './encrypted.ts';
import { looksRandom } from './entropy.ts';
import { isPlaceholder } from './placeholder.ts';
import { isPublicMaterial } from './public-material.ts';
import { isReference, type ReferenceContext } from './reference.ts';
import { carriesLiteral, templateParts } from './template.ts';

/** What a leaf is. Only a literal (and, where nothing but a secret can be, a placeholder) can become a finding. */
export type LeafClass = 'literal' | 'reference' | 'encrypted' | 'template' | 'placeholder' | 'public' | 'empty';

/** What the place of a leaf says of how to read it. */
export interface LeafContext extends ReferenceContext {
  /** The key of the value. */
  readonly key?: string;
  /** The document is a SOPS document: its `sops` block has `mac` and `lastmodified`. */
  readonly sops?: boolean;
  /**
   * The file as a whole was scanned, holds no token, and has no escapes: no text taken from it unchanged holds one
   * either. What is decoded from it still may.
   */
  readonly tokenFree?: boolean;
  /** The values of a chart, which hold until somebody sets others. */
  readonly isChartValues?: boolean;
  /** The text is a program: what is not quoted in it is an expression. */
  readonly isProgram?: boolean;
  /** The field belongs to a SealedSecret's `encryptedData`. */
  readonly sealed?: boolean;
}

/** What holds nothing, as YAML or JSON. */
const empties = new Set(['', '""', "''", 'null', '~', '{}', '[]']);

/** Classifies a decoded leaf. Total: any text has a class. */
export function classify(text: string, context: LeafContext = {}): LeafClass {
  const value = text.trim();
  if (empties.has(value)) return 'empty';
  if (isEncrypted(value, context)) return 'encrypted';
  if (isReference(value, context)) return 'reference';
  const template = classifyTemplate(value, context);
  if (template !== undefined) return template;
  if (isPublicMaterial(value)) return 'public';
  return isPlaceholder(value, context.key) ? 'placeholder' : 'literal';
}

function isEncrypted(value: string, context: LeafContext): boolean {
  if (context.sops === true && isSopsValue(value)) return true;
  if (context.sealed === true && isSealedPayload(value)) return true;
  return isCiphertext(value);
}

function classifyTemplate(value: string, context: LeafContext): LeafClass | undefined {
  // A name in single braces, as str.format and its like fill it in.
  if (/^\{[A-Za-z_][\w.]{1,80}\}$/.test(value) && !looksRandom(value.slice(1, -1))) return 'template';
  const parts = templateParts(value);
  if (parts === undefined) return undefined;
  const classes = parts.literals.map((literal) => classify(literal, { ...context, sops: false, sealed: false }));
  if (classes.includes('literal') || carriesLiteral(parts.rest)) return 'literal';
  return classes.includes('placeholder') ? 'placeholder' : 'template';
}

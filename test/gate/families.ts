import { admission } from './families/admission.ts';
import { audit } from './families/audit.ts';
import { delivery } from './families/delivery.ts';
import { network } from './families/network.ts';
import { workload } from './families/workload.ts';

/** A file as the base has it, and as several heads do, each of which lets something else happen than those before it: who accepted one of these did not accept it. */
export interface Family {
  readonly rule: string;
  readonly name: string;
  readonly file: string;
  readonly base: string;
  readonly heads: readonly string[];
}

/** Something of each rule that compares what is allowed. */
export const families: readonly Family[] = [...audit, ...admission, ...network, ...delivery, ...workload];

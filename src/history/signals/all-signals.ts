import type { Signal } from './signal.ts';
import { whatSignals } from './what.ts';
import { whenSignals } from './when.ts';
import { whoSignals } from './who.ts';

/** All signals; the page of unusual-change lists them in this order. */
export const signals: readonly Signal[] = [...whoSignals, ...whenSignals, ...whatSignals];

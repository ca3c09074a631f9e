import { auditReader } from './audit-parts.ts';
import { monitoringReader } from './monitoring-parts.ts';

/** Whether a text, which may be no object, may say what is logged, watched or sent: by the words that readers look for. */
export function mayBeWatching(text: string): boolean {
  return auditReader.hints.test(text) || monitoringReader.hints.test(text);
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface Example {
  readonly name: string;
  readonly examples: readonly Record<string, unknown>[];
}

const require = createRequire(import.meta.url);
const index = require.resolve('@octokit/webhooks-examples');
const all: readonly Example[] = JSON.parse(readFileSync(index, 'utf8'));

/** The payloads GitHub has sent for `event`, deep-copied, so that a test may change them. */
export function webhookExamples(event: string): readonly Record<string, unknown>[] {
  const found = all.find((webhook) => webhook.name === event);
  if (found === undefined) throw new Error(`no example payload for ${event}`);
  return structuredClone(found.examples);
}

/** The first payload for `event` that `accept` takes. */
export function webhookExample(
  event: string,
  accept: (payload: Record<string, unknown>) => boolean = () => true,
): Record<string, unknown> {
  const found = webhookExamples(event).find(accept);
  if (found === undefined) throw new Error(`no such example payload for ${event}`);
  return found;
}

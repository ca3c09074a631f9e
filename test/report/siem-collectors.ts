import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a collector answers. */
interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

// biome-ignore lint/suspicious/noExplicitAny: parsed JSON of any shape.
type Json = any;

/** A collector for tests: it takes and refuses what the real one does, and keeps what it took. */
export abstract class Collector {
  readonly taken: Json[] = [];
  readonly #server: Server;
  url = '';

  constructor() {
    this.#server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const { status, body } = this.answer(request, Buffer.concat(parts).toString());
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(body === undefined ? undefined : JSON.stringify(body));
      });
    });
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return this;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  protected abstract answer(request: IncomingMessage, body: string): Answer;
}

/** Values of a text of JSON documents one behind the other, as HEC reads them; undefined where it is no JSON. */
function documents(text: string): Json[] | undefined {
  try {
    return text
      .split(/\n/)
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line));
  } catch {
    return undefined;
  }
}

/** Splunk's HTTP Event Collector: the replies of "Troubleshoot HTTP Event Collector" in Splunk's manual. */
export class SplunkDouble extends Collector {
  protected answer({ url, method, headers }: IncomingMessage, body: string): Answer {
    const refuse = (status: number, code: number, text: string) => ({ status, body: { text, code } });
    if (url !== '/services/collector/event' || method !== 'POST') return refuse(404, 404, 'Not found');
    if (headers.authorization === undefined) return refuse(401, 2, 'Token is required');
    if (!headers.authorization.startsWith('Splunk ')) return refuse(401, 3, 'Invalid authorization');
    if (headers.authorization !== 'Splunk the-token') return refuse(403, 4, 'Invalid token');
    const events = documents(body);
    if (body === '') return refuse(400, 5, 'No data');
    if (events === undefined) return refuse(400, 6, 'Invalid data format');
    const known = new Set(['time', 'host', 'source', 'sourcetype', 'index', 'event', 'fields']);
    for (const each of events) {
      if (each.event === undefined) return refuse(400, 12, 'Event field is required');
      if (each.event === '') return refuse(400, 13, 'Event field cannot be blank');
      const isTime = typeof each.time === 'number' && each.time > 1e9 && each.time < 1e11;
      if (!isTime || Object.keys(each).some((key) => !known.has(key))) return refuse(400, 6, 'Invalid data format');
    }
    this.taken.push(...events.map(({ event }) => event));
    return { status: 200, body: { text: 'Success', code: 0 } };
  }
}

/** A data stream of Elasticsearch behind `_bulk`: only `create`, each `_id` once, `@timestamp` in each. */
export class ElasticDouble extends Collector {
  readonly #ids = new Set<string>();

  protected answer({ url, method, headers }: IncomingMessage, body: string): Answer {
    const refuse = (status: number, type: string) => ({ status, body: { error: { type }, status } });
    if (!/^\/logs-[a-z0-9_.]+-[a-z0-9_]+\/_bulk$/.test(url ?? '') || method !== 'POST')
      return refuse(404, 'index_not_found_exception');
    if (headers.authorization !== 'ApiKey the-key') return refuse(401, 'security_exception');
    if (!/^application\/(?:x-ndjson|json)\b/.test(headers['content-type'] ?? ''))
      return refuse(406, 'media_type_header_exception');
    const lines = documents(body);
    // "The bulk request must be terminated by a newline".
    if (lines === undefined || !body.endsWith('\n')) return refuse(400, 'illegal_argument_exception');
    const items: Json[] = [];
    for (let at = 0; at < lines.length; at += 2) items.push(this.#create(lines[at], lines[at + 1]));
    return { status: 200, body: { errors: items.some(({ create }) => create?.status >= 300), items } };
  }

  #create(action: Json, document: Json): Json {
    const fail = (status: number, type: string) => ({ create: { status, error: { type } } });
    if (action.create === undefined) return fail(400, 'illegal_argument_exception');
    if (document?.['@timestamp'] === undefined) return fail(400, 'document_parsing_exception');
    const { _id: id } = action.create;
    if (this.#ids.has(id)) return fail(409, 'version_conflict_engine_exception');
    this.#ids.add(id);
    this.taken.push(document);
    return { create: { _id: id, status: 201 } };
  }
}

/** Azure Monitor's Logs Ingestion API (REST, 2023-01-01): an array of at most 1 MB for a stream of the rule. */
export class SentinelDouble extends Collector {
  protected answer({ url, method, headers }: IncomingMessage, body: string): Answer {
    const refuse = (status: number, code: string) => ({ status, body: { error: { code } } });
    const path = '/dataCollectionRules/dcr-0123456789abcdef/streams/Custom-GitopsGate_CL?api-version=2023-01-01';
    if (method !== 'POST' || url !== path) return refuse(404, 'NotFound');
    if (headers.authorization !== 'Bearer the-token') return refuse(401, 'InvalidToken');
    if (headers['content-type'] !== 'application/json') return refuse(415, 'UnsupportedMediaType');
    if (Buffer.byteLength(body) > 1024 * 1024) return refuse(413, 'ContentLengthLimitExceeded');
    let records: Json;
    try {
      records = JSON.parse(body);
    } catch {
      return refuse(400, 'InvalidRequestContent');
    }
    if (!Array.isArray(records) || records.length === 0) return refuse(400, 'InvalidRequestContent');
    this.taken.push(...records);
    return { status: 204 };
  }
}

import { redactText } from '../report/redact.ts';
import { visible } from '../report/visible.ts';
import type { Host, Publishing, PublishStatus } from './host.ts';

/** The streams of a process, as far as they are used. */
export interface Streams {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
  /** `TERM=dumb` moves no cursor. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** A person's terminal, a hook or a pipe: the report on standard output, a line of progress on a standard error that is a terminal. */
export function terminalHost(streams: Streams, render: (publishing: Publishing) => string | Promise<string>): Host {
  const showsProgress = streams.stderr.isTTY === true && streams.env?.TERM !== 'dumb';
  const progress = (text: string) => {
    if (showsProgress) streams.stderr.write(`\r\x1b[2K${text}`);
  };
  return {
    diffView: undefined,
    async step(title, work) {
      progress(`${visible(title)} …`);
      try {
        return await work();
      } finally {
        progress('');
      }
    },
    async publish(publishing): Promise<PublishStatus> {
      const { scanned, lost } = publishing;
      streams.stdout.write(await render(publishing));
      if (scanned.note !== undefined) streams.stderr.write(`gitops-gate: ${visible(scanned.note)}\n`);
      for (const { what, remedy } of lost)
        streams.stderr.write(`gitops-gate: ${visible(redactText(what))}\n  ${visible(redactText(remedy))}\n`);
      return { state: 'published', problems: [] };
    },
  };
}

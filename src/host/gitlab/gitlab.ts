import { renderTerminal } from '../../report/terminal/terminal.ts';
import { visible } from '../../report/visible.ts';
import type { Host, PublishStatus } from '../host.ts';

/** A GitLab CI job: collapsible log sections and the report in the log; the pipeline picks up the written report files. Needs no token. */
export function gitlabHost(write: (text: string) => void): Host {
  let sections = 0;
  return {
    showsDiff: false,
    async step(title, work) {
      sections += 1;
      const name = `gitops_gate_${sections}`;
      write(marker('start', `${name}[collapsed=true]`, `${visible(title)}\n`));
      try {
        return await work();
      } finally {
        write(marker('end', name, ''));
      }
    },
    publish: ({ report }): Promise<PublishStatus> => {
      write(renderTerminal(report, { colour: true, width: 120 }));
      return Promise.resolve({ state: 'published', problems: [] });
    },
  };
}

/** A section marker (https://docs.gitlab.com/ci/jobs/job_logs/#custom-collapsible-sections). */
function marker(edge: 'start' | 'end', name: string, title: string): string {
  return `\x1b[0Ksection_${edge}:${Math.floor(Date.now() / 1000)}:${name}\r\x1b[0K${title}`;
}

import { digestOf, readMarker } from '../../../publish/marker.ts';

/** Hidden, at the end of what this tool writes: REST does not say who changed a note last. */
const seal = /\n<!-- gitops-gate text=([0-9a-f]{16}) -->\s*$/;

/** Bytes that `sealed` adds at most, apart from what it puts in front of slashes. */
export const sealBytes = 50;

/** A note's text as it is sent: no line of it is a quick action, and it shows whether somebody changed it. */
export function sealed(body: string): string {
  const text = withoutQuickActions(body).trimEnd();
  return `${text}\n<!-- gitops-gate text=${digestOf(text)} -->`;
}

/** A note's text as it was before `sealed`, and whether that is what this tool wrote. */
export function unsealed(note: string): { readonly text: string; readonly isWhole: boolean } {
  const plain = note.replaceAll('\r\n', '\n');
  const text = plain.replace(seal, '');
  return { text, isWhole: seal.exec(plain)?.[1] === digestOf(text) };
}

/** Whether a draft was left or is being written by this instance of the tool. */
export function isOwnDraft(note: string, instance: string): boolean {
  const { text, isWhole } = unsealed(note);
  return isWhole && readMarker(text)?.instance === instance;
}

/**
 * GitLab obeys lines that begin with a slash, also in some fenced blocks (https://docs.gitlab.com/user/project/quick_actions/). A word
 * joiner, which nobody sees, goes in front; a suggestion, which would change the file by it, becomes an example.
 */
function withoutQuickActions(body: string): string {
  const isAction = /^\//m;
  return body
    .replace(/^(`{3,})suggestion\S*\n[\s\S]*?^\1$/gm, (block) =>
      isAction.test(block) ? block.replace(/suggestion\S*/, 'yaml') : block,
    )
    .replace(/^\//gm, '\u2060/');
}

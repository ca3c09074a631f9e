import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** The tree of GitHub Flavored Markdown, bare addresses linked as GitHub does. */
export function parse(markdown: string): Nodes {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** Every node below and with `node`, in order. */
export function nodes(node: Nodes): readonly Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap((child) => nodes(child)) : [])];
}

const inner = ['root', 'listItem', 'text', 'inlineCode', 'tableRow', 'tableCell'];

/** The kinds of a tree's nodes but for words, code and what a list or table is made of; tables with their size. */
export function outline(markdown: string): string {
  return nodes(parse(markdown))
    .filter(({ type }) => !inner.includes(type))
    .map((node) =>
      node.type === 'table' ? `table ${node.children.map(({ children }) => children.length).join('+')}` : node.type,
    )
    .join(' ');
}

/** The text nodes, which are all that forges search for references; with `all` the code too. */
export function texts(markdown: string, all = false): readonly string[] {
  return nodes(parse(markdown)).flatMap((node) =>
    node.type === 'text' || (all && node.type === 'inlineCode') ? [node.value] : [],
  );
}

/** What GitHub or GitLab would take for a reference, mention, address, emoji, formula or inline diff in a text node. */
const reference =
  /[@#!$%~^&*_`<>[\]{}\\]\S|:\/\/|\bwww\.|\bGH-\d|\b[A-Z][A-Z0-9]+-\d|:[\w+-]+:|(?<!\w)[0-9a-f]{7,64}(?!\w)|^\s*\/\w|\$\$|[\p{Cc}\p{Cf}\p{Cs}]/giu;

export function references(text: string): readonly string[] {
  return [...text.matchAll(reference)].map(([found]) => found);
}

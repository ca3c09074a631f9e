import { describe, expect, test } from '@jest/globals';
import { splitDocuments } from '../../src/yaml/split-documents.ts';

/** Each slice as its text, with `>` where text follows its separator. */
const slices = (text: string) =>
  splitDocuments(text).map(({ start, end, trailing }) =>
    trailing === undefined ? text.slice(start, end) : `${text.slice(start, trailing)}>${text.slice(trailing, end)}`,
  );

describe('a stream is split', () => {
  test.each<[string, string, string[]]>([
    ['not without a marker', 'a: 1\n', ['a: 1\n']],
    ['not where it is empty', '', []],
    ['at each separator', 'a: 1\n---\nb: 2\n---\nc', ['a: 1\n', 'b: 2\n', 'c']],
    ['not before a first separator', '---\na: 1', ['a: 1']],
    ['also where nothing is between', '---\n---\n\n---\n', ['\n']],
    ['before a separator at the end', 'a\n---', ['a\n']],
    ['at a separator with a comment', 'a\n--- # c\nb', ['a\n', 'b']],
    ['at a separator with blanks', 'a\n--- \t\nb', ['a\n', 'b']],
    ['at a separator of four dashes, of which one is text', 'a\n----\nb', ['a\n', '--->-\nb']],
    ['with text after a separator', 'a\n--- b\nc\n---\nd', ['a\n', '--- >b\nc\n', 'd']],
    ['with text right after a first separator', '---b: 1\n', ['--->b: 1\n']],
    ['with text after several blanks', 'a\n---   b\n', ['a\n', '---   >b\n']],
    ['with text after two separators', '--- a\n--- b\n', ['--- >a\n', '--- >b\n']],
    ['after a document end', 'a\n...\nb\n', ['a\n...\n', 'b\n']],
    ['after a document end with text', 'a\n... b\nc', ['a\n... b\n', 'c']],
    ['after a document end with a tab', 'a\n...\tb\nc', ['a\n...\tb\n', 'c']],
    ['after a document end at the end', 'a\n...', ['a\n...']],
    ['not after four dots', 'a\n....\nb', ['a\n....\nb']],
    ['not at a marker inside a line', 'a ---\n ---\nb ...\n ...\n', ['a ---\n ---\nb ...\n ...\n']],
    ['after a document end and at a separator', 'a\n...\n---\nb', ['a\n...\n', 'b']],
    ['at lines that end as on Windows', 'a\r\n---\r\nb\r\n...\r\nc', ['a\r\n', 'b\r\n...\r\n', 'c']],
    ['at lines that end in a carriage return', 'a\r---\rb\r...\rc', ['a\r', 'b\r...\r', 'c']],
    ['before a byte order mark', 'a\n---\n\ufeffb\n...\n\ufeffc', ['a\n', 'b\n...\n', 'c']],
    ['and two byte order marks are one too many', 'a\n---\n\ufeff\ufeffb', ['a\n', '\ufeffb']],
  ])('%s', (_, text, expected) => {
    expect(slices(text)).toEqual(expected);
  });
});

describe('directives', () => {
  test.each<[string, string, string[]]>([
    ['stay with their document', '%YAML 1.1\n---\na: 1', ['%YAML 1.1\n---\na: 1']],
    ['stay with comments and empty lines', '# c\n  # d\n%A\n\n  \n%B\n---\na', ['# c\n  # d\n%A\n\n  \n%B\n---\na']],
    ['stay with what follows a document end', 'a\n...\n%A\n---\nb', ['a\n...\n', '%A\n---\nb']],
    ['stay with lines of carriage returns', '%A\r---\ra', ['%A\r---\ra']],
    ['do not hide text after their separator', '%A\n--- b\n---\nc', ['%A\n--- >b\n', 'c']],
    ['are none after other text', 'a\n%A\n---\nb', ['a\n%A\n', 'b']],
    ['are none before other text', '%A\na # c\n---\nb', ['%A\na # c\n', 'b']],
    ['are none inside a line', ' %A\n---\nb', [' %A\n', 'b']],
    ['are none in a comment', '# 5%\n---\nb', ['# 5%\n', 'b']],
    ['are none in a value', 'a: 5%\n---\nb', ['a: 5%\n', 'b']],
    ['count for a separator alone', '%A\n...\nb', ['%A\n...\n', 'b']],
    ['count for their own document only', '%A\n---\nb\n---\nc', ['%A\n---\nb\n', 'c']],
  ])('%s', (_, text, expected) => {
    expect(slices(text)).toEqual(expected);
  });
});

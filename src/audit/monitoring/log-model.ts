import type { Path } from '../../yaml/document.ts';

/** Where logs are sent: what is sent, and to what kind of thing. */
export interface LogOutput {
  readonly kind: string;
  readonly of: string;
  /** Of Vector, the names that it takes. */
  readonly inputs?: readonly string[];
}

/** Entries that are left out of a stream of logs. */
export interface LogDrop {
  /** The tags it is for, with `*` for anything. */
  readonly of: string;
  /** By what, as it is configured: `exclude user bob`. */
  readonly by: string;
  /** The same in words, where they are others. */
  readonly said?: string;
  /** What decides is a program, which may be in another text of the same object. */
  readonly program?: LogProgram;
  readonly path: Path;
}

/** A program that is asked about each entry. */
export interface LogProgram {
  readonly language: 'lua' | 'wasm';
  readonly call: string;
  /** Undefined where it is in a file. */
  readonly code: string | undefined;
  readonly file: string;
}

/** Entries that go on under another tag. */
export interface LogRewrite {
  readonly of: string;
  /** The whole rule, as it is written. */
  readonly rule: string;
  /** The new tag, with what is filled in. */
  readonly tag: string;
  readonly path: Path;
}

/** A stream of logs: its tag, and what it is read from. */
export interface LogStream {
  readonly tag: string;
  readonly source: string;
  readonly path: Path;
}

/** A stream of logs about security that has a name. */
export interface NamedStream {
  readonly name: string;
  /** Whether it is read under this name, and not made of something else. */
  readonly isSource: boolean;
  /** The files about security that it is read from. */
  readonly files: readonly string[];
}

/** The ways of a configuration that names what takes what. */
export interface LogGraph {
  /** Streams about security, by their names. */
  readonly streams: ReadonlyMap<string, NamedStream>;
  readonly has: (name: string) => boolean;
  /** What something is made of; nothing of sources. */
  readonly inputsOf: (name: string) => readonly string[];
  /** The source that reads a file. */
  readonly readerOf: (file: string) => string | undefined;
  /** What is left out on each way to an output, without ways on which more is left out than on another one; none where no output is reached. */
  readonly waysFrom: (name: string) => readonly (readonly LogDrop[])[];
}

/** What a configuration sends where, and what it leaves out of it. */
export interface LogPipeline {
  readonly outputs: readonly LogOutput[];
  readonly drops: readonly LogDrop[];
  readonly rewrites: readonly LogRewrite[];
  /** All that is read, with its tags. */
  readonly inputs: readonly LogStream[];
  /** Streams of logs about security: those that are read as such, and tags of outputs, which have no source. */
  readonly streams: readonly LogStream[];
  /** Of Vector, whose streams have names instead of tags. */
  readonly graph?: LogGraph;
}

/** Outputs of which nothing else is known. */
export function onlyOutputs(outputs: readonly LogOutput[]): LogPipeline {
  return { outputs, drops: [], rewrites: [], inputs: [], streams: [] };
}

/** Kinds of outputs that throw away what they get: of Fluent Bit and Fluentd, and of Vector. */
export const nowhere: readonly string[] = ['null', 'blackhole'];

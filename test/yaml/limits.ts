import type { YamlLimits } from '../../src/yaml/document.ts';

export const limits: YamlLimits = {
  bytes: 5 * 1024 * 1024,
  documents: 10_000,
  depth: 100,
  aliases: 1_000,
  expandedNodes: 1_000_000,
};

/** A jest sequencer that runs test files in the order of MUTATION_ORDER, a JSON list of their paths. */
// biome-ignore lint/style/noDefaultExport: jest takes the default export.
export default class GivenOrder {
  #order = JSON.parse(process.env.MUTATION_ORDER ?? '[]');

  sort(tests) {
    const rank = ({ path }) => {
      const at = this.#order.findIndex((each) => path.endsWith(`/${each}`));
      return at === -1 ? this.#order.length : at;
    };
    return [...tests].sort((a, b) => rank(a) - rank(b));
  }

  shard(tests) {
    return tests;
  }

  allFailedTests() {
    return [];
  }

  cacheResults() {}
}

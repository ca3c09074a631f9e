/** The function, computing the answer to each question once. It keeps all answers for as long as it lives. */
export function once<A, Q = void>(answer: (question: Q) => A): (question: Q) => A {
  const known = new Map<Q, A>();
  return (question) => {
    const found = known.get(question);
    if (found !== undefined || known.has(question)) return found as A;
    const given = answer(question);
    known.set(question, given);
    return given;
  };
}

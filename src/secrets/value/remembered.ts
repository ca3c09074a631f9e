/**
 * A function of a text whose answers are kept, `most` of them: manifests ask about the same few keys again and again, but the
 * author of a change may make up any number.
 */
export function remembered<Answer>(answerTo: (text: string) => Answer, most = 50_000): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const cached = known.get(text);
    if (cached !== undefined) return cached;
    const answer = answerTo(text);
    if (known.size >= most) known.clear();
    known.set(text, answer);
    return answer;
  };
}

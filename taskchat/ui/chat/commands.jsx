/* Commands behind / in an otherwise empty composer; their table is `commands.py`. */
export function commandAt(text) {
  const typed = /^\/(\w*)$/.exec(text)?.[1];
  return typed === undefined ? null : { sign: "/", at: 0, words: typed.toLowerCase() };
}

export const called = (commands, words) =>
  commands.filter(({ name }) => name.startsWith(words)).map((one) => ({ ...one, kind: "command", hint: one.words }));

/* Tasks and lists named behind @: where one is being typed, and which pieces of a text name one. */
const LONGEST = 60;
const TYPED = /(?:^|\s)@([^\s@][^@\n]*|)$/;
const GOES_ON = /^[\p{L}\p{N}_]/u;

/* The name that stands at text[at]; the longest, and of those that are called the same the first. */
function standingAt(text, at, names) {
  const stands = ({ name }) => text.startsWith(name, at + 1) && !GOES_ON.test(text.slice(at + 1 + name.length));
  return names.filter(stands).sort((one, other) => other.name.length - one.name.length)[0];
}

/* The text as pieces: words, and each name once. */
export function inPieces(text, names) {
  const pieces = [];
  let left = names;
  let done = 0;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", Math.max(at + 1, done))) {
    const found = standingAt(text, at, left);
    if (!found) continue;
    pieces.push(text.slice(done, at), found);
    left = left.filter((one) => one !== found);
    done = at + 1 + found.name.length;
  }
  return [...pieces, text.slice(done)].filter((piece) => piece !== "");
}

/* Those that still stand there, in their order. */
export const namesIn = (text, names) => inPieces(text, names).filter((piece) => typeof piece !== "string");

/* For the server: the same text, in pieces; none where it names nothing. */
export const told = (text, names) => (namesIn(text, names).length ? inPieces(text, names) : []);

/* What is being typed behind the @ before the caret. */
export function nameAt(text, caret, names) {
  const typed = TYPED.exec(text.slice(0, caret))?.[1];
  if (typed === undefined || typed.length > LONGEST) return null;
  const at = caret - typed.length - 1;
  return standingAt(text, at, names) ? null : { sign: "@", at, words: typed };
}

/* What of the server's offers goes with what is typed: until it has answered, those of before that still fit. */
export function fitting(offers, words) {
  if (offers.words === words) return offers.found;
  const has = ({ name }) => name.toLowerCase().includes(words.toLowerCase());
  return words.startsWith(offers.words) ? offers.found.filter(has) : [];
}

/* Puts a name where it was being typed; the names in the order in which they stand. */
export function putName(field, at, offer, names) {
  const { value, selectionStart: caret } = field;
  const before = namesIn(value.slice(0, at), names);
  const after = namesIn(value, names).slice(before.length);
  field.setRangeText(`@${offer.name}${value[caret] === " " ? "" : " "}`, at, caret, "end");
  return [...before, { id: offer.id, kind: offer.kind, name: offer.name }, ...after];
}

export const drawn = (pieces) =>
  pieces.map((piece, place) => (typeof piece === "string" ? piece : <bdi key={place} className="said-name">{`@${piece.name}`}</bdi>));

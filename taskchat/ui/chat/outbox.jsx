/* What was sent and not yet answered, in its order. What is sent while nobody is there waits here, outlives the page,
 * and goes out when somebody is there again: under its key, so that the server takes it once however often it is told. */
import { useEffect, useRef, useSyncExternalStore } from "react";
import { SentFiles } from "./attachments.jsx";
import { came, expects, isUp, useConnection, useReturn } from "./connection.jsx";
import { drafts, letters } from "./drafts.jsx";
import { drawn, inPieces } from "./names.jsx";
import { drawSoon } from "./soon.jsx";

const GOOD_FOR = 12 * 3600 * 1000; // a key lives for a day; what is older is for its person to send

/* [{id, text, thread, person, names, quote, files, reader, instead, at, waits, told, behind}]; `told`: at least once,
 * `behind`: while an answer was written, so that the server lets it wait for its turn */
let sent = [];
const NONE = [];
const hearers = new Set();
const hear = (hearer) => (hearers.add(hearer), () => hearers.delete(hearer));
const tellAll = () => {
  for (const hearer of hearers) hearer();
};
const put = (next) => {
  sent = next;
  tellAll();
};
const change = (one, more) => {
  const changed = { ...one, ...more };
  put(sent.map((other) => (other.id === one.id ? changed : other)));
  letters.keep(changed);
  return changed;
};
export const useSent = () => useSyncExternalStore(hear, () => sent, () => NONE);

export const outbox = {
  find: (id) => sent.find((one) => one.id === id),
  drop: (one) => {
    came(one.id);
    letters.drop(one);
    put(sent.filter((other) => other.id !== one.id));
  },
  /* Their first message has begun a conversation: what was written behind it belongs there. */
  moveTo: (thread) => sent.filter((one) => one.waits && !one.thread).forEach((one) => change(one, { thread })),
  /* Signing out in another tab has dropped them all; these have not been seen by their person. */
  keepAll: () => sent.forEach(letters.keep),
  clear: () => put([]),
  /* What was here when the page went; what has lain too long becomes a draft again. */
  restore: (person) => {
    const found = letters.of(person).filter((one) => !outbox.find(one.id));
    const isOld = ({ at }) => Date.now() - at > GOOD_FOR;
    for (const one of found.filter(isOld)) (drafts.giveBack(person, one), letters.drop(one));
    const fresh = found.filter((one) => !isOld(one));
    if (fresh.length) put([...fresh.map((one) => ({ ...one, waits: true })), ...sent]);
  },
};

/* The next of those that wait: one after the other. */
function tellNext({ person, thread, running }, tell) {
  if (!isUp() || sent.some((one) => !one.waits)) return;
  const next = sent.find((one) => one.person === person);
  if (next) tell(change(next, { waits: false, told: true, behind: running && next.thread === thread }));
}

/* `tell` brings one to the server, whose answer is `answered`. Returns what sends one. */
export function useOutbox({ person, thread, running, answered }, tell) {
  const link = useConnection();
  const now = useRef(null);
  now.current = { person, thread, running };
  const told = useRef(null);
  told.current = (one) => (expects(one.id), tell(one));
  useEffect(() => letters.whenDropped((id) => put(sent.filter((one) => !(one.waits && one.id === id)))), []);
  useReturn(() => put(sent.map((one) => ({ ...one, waits: true })))); // what was told before may have been lost
  useEffect(() => tellNext(now.current, told.current), [link, person, thread, answered]);
  return (one, drawing = () => {}) => {
    const begins = !one.thread && sent.some(({ thread: where }) => !where); // what the first begins, the next goes on with
    const goes = isUp() && !begins && !sent.some(({ waits }) => waits);
    const kept = { ...one, at: Date.now(), waits: !goes, told: goes };
    sent = [...sent, kept];
    letters.keep(kept);
    if (goes) told.current(kept);
    drawSoon(() => (drawing(), tellAll()));
  };
}

/* They stand in the log a moment after they were sent. */
export function Waiting({ thread, answered, onTakeBack, ...rest }) {
  const mine = useSent().filter((one) => one.thread === thread && one.id !== answered && (one.waits || !one.behind));
  return mine.map((one) => (
    <div key={one.id} className="mine">
      <SentFiles files={one.files} />
      {one.quote ? (
        <blockquote dir="auto" className="said-quote">
          {one.quote}
        </blockquote>
      ) : null}
      <p dir="auto" data-pending="" {...rest}>
        {drawn(inPieces(one.text, one.names))}
      </p>
      {one.waits && !one.told ? (
        <p className="mine-waits">
          Not sent yet
          <button type="button" onClick={() => onTakeBack(one)} aria-label={`Take back: ${one.text}`}>
            Take back
          </button>
        </p>
      ) : null}
    </div>
  ));
}

/* Only while nothing waits for an answer. */
export function Silence({ children, ...rest }) {
  return useSent().length ? null : <div {...rest}>{children}</div>;
}

/* How it stands between this page and its server: there, lost, offline, slow, signed out, or of another version.
 *
 * Follows the socket's own connect and disconnect, since a server that hangs makes no connection errors (decision 20).
 * Reflex tells these hooks of its socket. */
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { stays } from "./quote.jsx";

let state = "new"; // new, up, lost, offline
const hearers = new Set();
const tellAll = () => {
  for (const hearer of hearers) hearer();
};
const becomes = (next) => {
  if (next === state) return;
  state = next;
  tellAll();
};
const down = () => becomes(navigator.onLine ? "lost" : "offline");

if (typeof window !== "undefined") {
  const others = window.__reflex_otel ?? {};
  window.__reflex_otel = {
    ...others,
    onSocketConnect: (...about) => (others.onSocketConnect?.(...about), becomes("up")),
    onSocketDisconnect: (...about) => (others.onSocketDisconnect?.(...about), down()),
  };
  for (const turn of ["online", "offline"]) window.addEventListener(turn, () => state !== "up" && state !== "new" && down());
}

const hear = (hearer) => (hearers.add(hearer), () => hearers.delete(hearer));
export const useConnection = () => useSyncExternalStore(hear, () => state, () => "new");
export const isUp = () => state === "up";

/* Back after it was away: never on the first connect. */
export function useReturn(then) {
  const now = useConnection();
  const was = useRef(now);
  const call = useRef(then);
  call.current = then;
  useEffect(() => {
    if (now === "up" && was.current !== "up" && was.current !== "new") call.current();
    if (now !== "new") was.current = now;
  }, [now]);
}

/* What somebody waits for: late when it has not come in time. */
const SLOW = 3000;
const FIRST_WORD = 10000; // a model may think
const expected = new Map(); // key → timer
const late = new Set();
export function came(key) {
  clearTimeout(expected.get(key));
  expected.delete(key);
  if (late.delete(key)) tellAll();
}
export function expects(key, patience = SLOW) {
  came(key);
  expected.set(key, setTimeout(() => (late.add(key), tellAll()), patience));
}
const isLate = () => late.size > 0;

/* The line that stands until an answer's first word. */
export function Progress(rest) {
  useEffect(() => (expects("first word", FIRST_WORD), () => came("first word")), []);
  return <p {...rest} />;
}

const WORDS = {
  new: "Connecting…", up: "Connected", lost: "Reconnecting…", offline: "Offline", slow: "Slow", out: "Signed out", old: "New version",
};
const SENTENCES = {
  lost: "The connection is lost. What you write is kept and sent when it is back.",
  offline: "You are offline. What you write is kept and sent when you are back.",
  slow: "The server is slow to answer. Nothing is lost; wait a moment.",
  out: "You were signed out. Your text is kept.",
  old: "TaskChat was updated. Your text is kept.",
};

/* A blink of the network is nobody's business. */
function useSettled(now, after = 400) {
  const [settled, setSettled] = useState(now);
  useEffect(() => {
    const wait = setTimeout(() => setSettled(now), now === "up" || now === "out" ? 0 : after);
    return () => clearTimeout(wait);
  }, [now]);
  return settled;
}

/* `version`: of the pages that the server has; this one knows its own from the script that lists its parts. */
function useWellBeing(signedOut, version) {
  const link = useConnection();
  const waits = useSyncExternalStore(hear, isLate, () => false);
  const own = typeof window === "undefined" ? "" : window.__reactRouterManifest?.version;
  const well = version && own && version !== own ? "old" : waits ? "slow" : "up";
  return useSettled(signedOut ? "out" : link === "up" ? well : link);
}

/* The dot and the word; readers hear the sentence. */
export function Connection({ signedOut, version, ...rest }) {
  const now = useWellBeing(signedOut, version);
  return (
    <span role="status" aria-label="Connection" data-link={now} {...rest}>
      <i aria-hidden="true" />
      {WORDS[now]}
      {SENTENCES[now] ? <span className="sr-only">{` ${SENTENCES[now]}`}</span> : null}
    </span>
  );
}

/* The sentence for the eye, and what one can do about it. */
export function Strip({ signedOut, version, ...rest }) {
  const now = useWellBeing(signedOut, version);
  if (!SENTENCES[now]) return null;
  const back = typeof window === "undefined" ? "/" : window.location.pathname + window.location.search;
  return (
    <p data-link={now} {...rest}>
      <span aria-hidden="true">{SENTENCES[now]}</span>
      {now === "out" ? <a href={`/sign-in?next=${encodeURIComponent(back)}`} onMouseDown={stays}>Sign in</a> : null}
      {now === "old" ? <button type="button" onMouseDown={stays} onClick={() => window.location.reload()}>Reload</button> : null}
    </p>
  );
}

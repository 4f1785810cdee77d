/* Whether the server is there: follows the socket's own connect and disconnect, since a server that hangs makes no
 * connection errors (decision 20). Reflex tells these hooks of its socket. */
import { useEffect, useRef, useState, useSyncExternalStore } from "react";

let state = "new"; // new, up, lost, offline
const hearers = new Set();
const becomes = (next) => {
  if (next === state) return;
  state = next;
  for (const hearer of hearers) hearer();
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

const WORDS = { new: "Connecting…", up: "Connected", lost: "Reconnecting…", offline: "Offline", slow: "Slow", out: "Signed out" };
const SENTENCES = {
  lost: "The connection is lost. What you write is kept and sent when it is back.",
  offline: "You are offline. What you write is kept and sent when you are back.",
  slow: "The server is slow to answer.",
  out: "You were signed out. Your text is kept.",
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

let slow = false;
export const isSlow = (value) => {
  slow = value;
  for (const hearer of hearers) hearer();
};

function useWellBeing(signedOut) {
  const link = useConnection();
  const isLate = useSyncExternalStore(hear, () => slow, () => false);
  return useSettled(signedOut ? "out" : link === "up" && isLate ? "slow" : link);
}

/* The dot and the word; readers hear the sentence. */
export function Connection({ signedOut, ...rest }) {
  const now = useWellBeing(signedOut);
  return (
    <span role="status" aria-label="Connection" data-link={now} {...rest}>
      <i aria-hidden="true" />
      {WORDS[now]}
      {SENTENCES[now] ? <span className="sr-only">{` ${SENTENCES[now]}`}</span> : null}
    </span>
  );
}

/* The sentence for the eye, over the composer. */
export function Strip({ signedOut, ...rest }) {
  const now = useWellBeing(signedOut);
  if (!SENTENCES[now]) return null;
  const back = typeof window === "undefined" ? "/" : window.location.pathname + window.location.search;
  return (
    <p data-link={now} {...rest}>
      <span aria-hidden="true">{SENTENCES[now]}</span>
      {now === "out" ? <a href={`/sign-in?next=${encodeURIComponent(back)}`}>Sign in</a> : null}
    </p>
  );
}

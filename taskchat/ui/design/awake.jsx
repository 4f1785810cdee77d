/* Words like "today" grow old. When the page is looked at again after a while, when the computer has slept, and when
 * `until` has come (a moment in milliseconds), `onWake` is called: never while hidden, at most once in `wait` ms. */
import { useEffect, useRef } from "react";

const STEP = 5000;

export function Awake({ until, wait = 60_000, onWake }) {
  const last = useRef(Date.now());
  const wake = useRef(onWake);
  wake.current = onWake;
  useEffect(() => {
    let seen = Date.now();
    const look = (isOld) => {
      const now = Date.now();
      const slept = now - seen > wait;
      seen = now;
      if (document.hidden || now - last.current < wait || !(isOld || slept || now >= until)) return;
      last.current = now;
      wake.current();
    };
    const shown = () => look(true);
    const timer = setInterval(look, STEP, false);
    document.addEventListener("visibilitychange", shown);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", shown);
    };
  }, [until, wait]);
  return null;
}

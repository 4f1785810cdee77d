/* The conversation scrolls with what is new only while one reads its end; what came before comes when one scrolls up to
 * it, and moves nothing. */
import { ArrowDown } from "lucide-react";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useSent } from "./outbox.jsx";
import { copyCode } from "./message.jsx";
import { Quoting, stays } from "./quote.jsx";

/* By touch a composer that loses the focus gives the bar its room back, and what was tapped moves away under the finger. */
const stands = (event) => matchMedia("(pointer: coarse)").matches && event.target.closest("button, summary, a") && stays(event);
const NEAR = 60;
const AHEAD = 600; // pixels from the beginning at which what came before is asked for

export function Log({ thread, isEarlier, onEarlier, children, ...rest }) {
  const box = useRef(null);
  const inside = useRef(null);
  const pinned = useRef(true);
  const place = useRef(0);
  const [behind, setBehind] = useState(false);
  const sent = useSent().length;
  const down = () => {
    pinned.current = true;
    setBehind(false);
    box.current.scrollTop = box.current.scrollHeight;
    place.current = box.current.scrollTop;
  };
  const held = useRef(null); // the row one reads and where it stands, while earlier ones are on their way
  const rows = () => [...inside.current.querySelectorAll(":scope > .contents > *")];
  const hold = () => {
    const { top } = box.current.getBoundingClientRect();
    const all = rows();
    const row = all.find((one) => one.getBoundingClientRect().bottom > top);
    held.current = row ? { row, top: row.getBoundingClientRect().top, first: all[0] } : null;
  };
  const settle = () => {
    const { row, top, first } = held.current;
    if (rows()[0] === first) return false; // still on their way
    held.current = null;
    if (row.isConnected) box.current.scrollTop += row.getBoundingClientRect().top - top;
    return true;
  };
  const seek = () => {
    if (held.current) return void (settle() || hold());
    if (!isEarlier || pinned.current || box.current.scrollTop > AHEAD) return;
    hold();
    onEarlier();
  };
  const jump = () => {
    down();
    box.current.focus({ preventScroll: true }); // the button goes
  };
  useLayoutEffect(() => ((held.current = null), down()), [thread]);
  useEffect(() => {
    const grown = new ResizeObserver(() => {
      if (held.current && settle()) return;
      if (pinned.current) down();
      else setBehind(true);
    });
    grown.observe(inside.current);
    grown.observe(box.current);
    return () => grown.disconnect();
  }, []);
  useEffect(() => {
    if (sent) requestAnimationFrame(() => box.current && down()); // where all is laid out anyway
  }, [sent]);
  const scrolled = () => {
    const { scrollHeight, scrollTop, clientHeight } = box.current;
    // One line up and the reader is left in peace; on the way down the end catches them.
    const isAway = scrollTop < place.current;
    place.current = scrollTop;
    const left = scrollHeight - scrollTop - clientHeight;
    pinned.current = isAway ? left < 2 : pinned.current || left < NEAR; // what grows below is no one's going up
    setBehind(!pinned.current);
    seek();
  };
  return (
    <div className="log">
      <div ref={box} role="log" aria-label="Conversation" aria-live="off" tabIndex={0} onScroll={scrolled} onClick={copyCode} onMouseDown={stands} {...rest}>
        <div ref={inside} className="log-rows">
          {children}
        </div>
      </div>
      {behind ? (
        <button type="button" className="log-latest" aria-label="Jump to latest" onMouseDown={stays} onClick={jump}>
          <ArrowDown size={14} strokeWidth={1.75} aria-hidden="true" />
          Latest
        </button>
      ) : null}
      <Quoting log={box} />
    </div>
  );
}

/* The conversation scrolls with what is new only while one reads its end. */
import { ArrowDown } from "lucide-react";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useSent } from "./composer.jsx";
import { copyCode } from "./message.jsx";
import { Quoting } from "./quote.jsx";

const NEAR = 60;

export function Log({ thread, children, ...rest }) {
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
  };
  const jump = () => {
    down();
    box.current.focus({ preventScroll: true }); // the button goes
  };
  useLayoutEffect(down, [thread]);
  useEffect(() => {
    const grown = new ResizeObserver(() => (pinned.current ? down() : setBehind(true)));
    grown.observe(inside.current);
    grown.observe(box.current);
    return () => grown.disconnect();
  }, []);
  useEffect(() => {
    if (sent) down();
  }, [sent]);
  const scrolled = () => {
    const { scrollHeight, scrollTop, clientHeight } = box.current;
    // One line up and the reader is left in peace; on the way down the end catches them.
    const isAway = scrollTop < place.current;
    place.current = scrollTop;
    pinned.current = scrollHeight - scrollTop - clientHeight < (isAway ? 2 : NEAR);
    setBehind(!pinned.current);
  };
  return (
    <div className="log">
      <div ref={box} role="log" aria-label="Conversation" aria-live="off" tabIndex={0} onScroll={scrolled} onClick={copyCode} {...rest}>
        <div ref={inside} className="log-rows">
          {children}
        </div>
      </div>
      {behind ? (
        <button type="button" className="log-latest" aria-label="Jump to latest" onClick={jump}>
          <ArrowDown size={14} strokeWidth={1.75} aria-hidden="true" />
          Latest
        </button>
      ) : null}
      <Quoting log={box} />
    </div>
  );
}

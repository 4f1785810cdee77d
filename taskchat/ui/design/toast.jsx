/* One toast at a time. Its eight seconds stand still while it is looked at or the tab is hidden; Esc closes it,
 * Ctrl/Cmd+Z takes back what it tells unless one is writing. */
import { useEffect, useRef, useState } from "react";

export function Toast({ shown, seconds = 8, onClose, children, ...rest }) {
  const [held, setHeld] = useState(false);
  const left = useRef(seconds * 1000);
  const place = useRef(null);
  useEffect(() => {
    left.current = seconds * 1000;
  }, [shown, seconds]);
  useEffect(() => {
    if (!shown) return undefined;
    const tick = setInterval(() => {
      if (held || document.hidden) return;
      left.current -= 250;
      if (left.current <= 0) onClose();
    }, 250);
    const key = (event) => {
      if (event.key === "Escape" && !event.defaultPrevented) onClose();
      const types = event.target.closest?.("input:not([type=checkbox]), textarea, [contenteditable]");
      const undo = place.current.querySelector("[data-undo]");
      if (event.key === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey && undo && !types) undo.click();
    };
    document.addEventListener("keydown", key);
    return () => {
      clearInterval(tick);
      document.removeEventListener("keydown", key);
    };
  }, [shown, held]);
  const hold = (on) => () => setHeld(on);
  return (
    <div ref={place} role="status" onMouseEnter={hold(true)} onMouseLeave={hold(false)} onFocus={hold(true)} onBlur={hold(false)} {...rest}>
      {shown ? children : null}
    </div>
  );
}

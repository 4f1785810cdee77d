/* One toast at a time. Its eight seconds stand still while it is looked at or the tab is hidden; Esc closes it. */
import { useEffect, useRef, useState } from "react";

export function Toast({ shown, seconds = 8, onClose, children, ...rest }) {
  const [held, setHeld] = useState(false);
  const left = useRef(seconds * 1000);
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
    };
    document.addEventListener("keydown", key);
    return () => {
      clearInterval(tick);
      document.removeEventListener("keydown", key);
    };
  }, [shown, held]);
  const hold = (on) => () => setHeld(on);
  return (
    <div role="status" onMouseEnter={hold(true)} onMouseLeave={hold(false)} onFocus={hold(true)} onBlur={hold(false)} {...rest}>
      {shown ? children : null}
    </div>
  );
}

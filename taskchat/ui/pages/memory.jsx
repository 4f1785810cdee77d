/* The list of what is remembered: whoever works in it by keyboard stays where they were. */
import { useEffect, useRef } from "react";

export function Keeping({ kept, added, children, ...rest }) {
  const part = useRef(null);
  const place = useRef(-1);
  const buttons = () => [...part.current.querySelectorAll("li button")];
  useEffect(() => {
    if (!added) return;
    const field = part.current.querySelector("input");
    field.value = "";
    field.focus();
  }, [added]);
  useEffect(() => {
    if (place.current < 0) return;
    const there = buttons();
    (there[Math.min(place.current, there.length - 1)] ?? part.current.querySelector("input")).focus();
    place.current = -1;
  }, [kept]);
  const note = (event) => {
    const pressed = event.target.closest("button");
    place.current = pressed?.hasAttribute("data-undo") ? 0 : buttons().indexOf(pressed);
  };
  return (
    <div ref={part} onClickCapture={note} {...rest}>
      {children}
    </div>
  );
}

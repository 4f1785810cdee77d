/* The line between two panes: drag it, or use the arrow keys; a double click gives the usual width back.
 * The width belongs to this browser. */
import { useEffect, useState } from "react";

const KEY = "chat-width";
const LEAST = 360;
const MOST = 640;
const STEP = 16;

function stored() {
  try {
    return Number(localStorage.getItem(KEY)) || null;
  } catch {
    return null;
  }
}

export function Splitter({ usual = 400, ...rest }) {
  const [width, setWidth] = useState(stored);
  const set = (next) => setWidth(next === null ? null : Math.round(Math.min(MOST, Math.max(LEAST, next))));
  useEffect(() => {
    const root = document.documentElement.style;
    if (width) root.setProperty("--chat", `${width}px`);
    else root.removeProperty("--chat");
    try {
      if (width) localStorage.setItem(KEY, width);
      else localStorage.removeItem(KEY);
    } catch {
      /* a browser that keeps nothing keeps it for this visit */
    }
  }, [width]);
  const now = (element) => width ?? element.parentElement.offsetWidth;
  const press = (event) => {
    const steps = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
    if (!steps) return;
    event.preventDefault();
    set(now(event.currentTarget) + steps);
  };
  const drag = (event) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) set(window.innerWidth - event.clientX);
  };
  return (
    <div
      role="separator" tabIndex={0} aria-orientation="vertical"
      aria-valuemin={LEAST} aria-valuemax={MOST} aria-valuenow={width ?? usual}
      onKeyDown={press} onPointerMove={drag} onDoubleClick={() => set(null)}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)} {...rest}
    />
  );
}

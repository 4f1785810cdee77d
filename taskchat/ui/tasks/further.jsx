/* Scrolling through a list that is longer than what the page holds of it: above and below its rows there is room for the
 * others, and where one comes near an end of them it asks for those around the place in sight, which stays in sight. */
import { useEffect, useLayoutEffect, useRef } from "react";

const AROUND = 600; // px of rows on either side of what is in sight
const NEAR = 400; // px from an end at which others are asked for
const GROW = 10; // rows that come at once: few enough to be drawn between two frames
const PATIENCE = 2000; // ms after which an unanswered question is asked again

export function Further({ above, shown, more, onGo }) {
  const mark = useRef(null);
  const anchor = useRef(null);
  const height = useRef(0);
  const asked = useRef(0);
  const list = () => mark.current.parentElement.querySelector(":scope > .tasks");
  const pane = () => mark.current.closest(".pane");
  const rows = () => [...list().querySelectorAll(":scope > .task")];
  const top = (row) => row.getBoundingClientRect().top;

  const look = () => {
    const view = pane().getBoundingClientRect();
    const all = rows();
    if (!all.length || !view.height) return;
    const first = all.findIndex((row) => row.getBoundingClientRect().bottom > view.top);
    const from = top(all[0]);
    const to = all.at(-1).getBoundingClientRect().bottom;
    const isAway = to < view.top || from > view.bottom;
    anchor.current = isAway ? null : { row: all[first], top: top(all[first]) };
    const isNear = (more && to - view.bottom < NEAR) || (above && view.top - from < NEAR);
    if (!(isAway || isNear) || Date.now() - asked.current < PATIENCE) return;
    const place = isAway ? Math.max(0, Math.floor((view.top - top(list())) / height.current)) : above + first;
    const visible = Math.ceil(view.height / height.current) + 1;
    const around = isAway ? 2 : Math.ceil(AROUND / height.current);
    const [least, most] = isAway ? [0, place + GROW] : [above - GROW, above + shown + GROW];
    const start = Math.max(0, place - around, least);
    const end = Math.min(above + shown + more, place + visible + around, most);
    if (start === above && end === above + shown) return;
    asked.current = Date.now();
    onGo(start, end - start);
  };
  const now = useRef(look);
  now.current = look;

  useLayoutEffect(() => {
    const all = rows();
    if (!all.length) return;
    height.current ||= Math.max((all.at(-1).getBoundingClientRect().bottom - top(all[0])) / all.length, 24);
    list().style.paddingTop = `${above * height.current}px`;
    list().style.paddingBottom = `${more * height.current}px`;
    const kept = anchor.current;
    if (kept?.row.isConnected) pane().scrollTop += top(kept.row) - kept.top;
    asked.current = 0;
  }, [above, shown, more]);
  useEffect(() => now.current(), [above, shown, more]);
  useEffect(() => {
    const [room, around] = [list(), pane()];
    let frame = 0;
    const scrolled = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => now.current());
    };
    const turned = () => ((height.current = 0), scrolled());
    around.style.overflowAnchor = "none"; // the place is kept here, once
    around.addEventListener("scroll", scrolled, { passive: true });
    window.addEventListener("resize", turned);
    return () => {
      cancelAnimationFrame(frame);
      around.style.overflowAnchor = "";
      around.removeEventListener("scroll", scrolled);
      window.removeEventListener("resize", turned);
      room.style.paddingTop = room.style.paddingBottom = "";
    };
  }, []);
  return <span ref={mark} hidden />;
}

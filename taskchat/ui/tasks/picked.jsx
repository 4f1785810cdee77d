/* What cannot wait for its chunk (ui/doing): which tasks are selected, what is being done to them, and the first key. */
import { useEffect, useState, useSyncExternalStore } from "react";

const NONE = new Set();
/* `meant`: task id → "done", "gone", "waits", or in words what it is to be ("→ Tomorrow"), while the server has not answered. `press` and `into` come with the chunk. */
export const desk = { picked: NONE, meant: new Map(), press: null, into: null };
const hearers = new Set();
const hear = (hearer) => (hearers.add(hearer), () => hearers.delete(hearer));

export const change = (next) => {
  Object.assign(desk, next);
  for (const hearer of hearers) hearer();
};
export const toggle = (id) => {
  const picked = new Set(desk.picked);
  picked.delete(id) || picked.add(id);
  change({ picked });
};
export const useDesk = (look) => useSyncExternalStore(hear, () => look(desk), () => look(desk));

/* Where keys have a meaning of their own. */
export const types = (place) => place.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable], [role=menu], [role=dialog]");
const OWN = "[data-pick], [data-rename], [data-palette]";
const asks = ({ type, key, target, ctrlKey, metaKey, altKey, shiftKey }, goesOn) => {
  if (type === "click") return target.closest(OWN) || ((shiftKey || ctrlKey || metaKey) && target.closest(".task"));
  if (ctrlKey || metaKey) return key === "k" || (/^[az]$/i.test(key) && !types(target));
  return !altKey && !types(target) && (/^[!-~]$|^F2$/.test(key) || (goesOn && /^(Arrow|Delete|E)/.test(key)));
};

/* Its children, from the first key or selecting click on; that one waits for them. */
export function Keys({ children }) {
  const [wanted, want] = useState(false);
  useEffect(() => {
    const held = [];
    const hear = (event) => {
      if (desk.press) return desk.press(event);
      if (event.type === "keydown" && !types(event.target)) want(true); // whoever writes does not wait for it
      if (!asks(event, held.length)) return;
      want(true);
      if (!event.target.closest("[data-pick]")) (event.preventDefault(), event.stopPropagation());
      event.row = event.target.closest(".task"); // a menu around it is gone by then
      held.push(event);
    };
    const come = () => desk.press && held.splice(0).forEach(desk.press);
    document.addEventListener("keydown", hear);
    document.addEventListener("click", hear, true);
    hearers.add(come);
    return () => (document.removeEventListener("keydown", hear), document.removeEventListener("click", hear, true), hearers.delete(come));
  }, []);
  return wanted ? children : null;
}

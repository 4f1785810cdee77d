/* The panes of the page. On a narrow screen one shows at a time; which one stands in the address, so that "back" works.
 * Between the two widths the chat also lies over the list as a sheet, which is this tab's alone.
 * Ctrl/Cmd+J leads to the chat wherever it is, and back. */
import { createContext, useContext, useEffect, useRef, useState } from "react";
import { useNavigate, useSearchParams } from "react-router";

const Sheet = createContext({ open: false, turn: () => {} });
const BESIDE = "(min-width: 1024px)";
const SHEET = "(min-width: 768px)";

export function Panes({ first, ...rest }) {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const frame = useRef(null);
  const before = useRef(null);
  const shown = params.get("pane") || first;
  const turn = () => {
    if (!open) before.current = document.activeElement;
    setOpen(!open);
  };
  const field = () => frame.current.querySelector(".pane-chat textarea");
  const toChat = () => {
    if (matchMedia(BESIDE).matches || shown === "chat") field()?.focus();
    else if (matchMedia(SHEET).matches) turn();
    else navigate({ search: `?${new URLSearchParams([...params, ["pane", "chat"]])}` });
  };
  useEffect(() => {
    if (open) field()?.focus();
    else if (before.current) before.current.focus();
  }, [open]);
  useEffect(() => {
    const key = (event) => {
      const isOurs = event.key.toLowerCase() === "j" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      const folds = open && event.key === "Escape" && !event.defaultPrevented && event.target.closest?.(".pane-chat");
      if (!isOurs && !folds) return;
      event.preventDefault();
      if (isOurs) toChat();
      else turn();
    };
    document.addEventListener("keydown", key);
    return () => document.removeEventListener("keydown", key);
  });
  return (
    <Sheet.Provider value={{ open, turn }}>
      <div
        ref={frame} data-pane={shown} data-sheet={open || undefined}
        data-search={params.has("q") || params.has("find") || undefined} {...rest}
      />
    </Sheet.Provider>
  );
}

export function SheetButton(props) {
  const { open, turn } = useContext(Sheet);
  return <button type="button" aria-expanded={open} onClick={turn} {...props} />;
}

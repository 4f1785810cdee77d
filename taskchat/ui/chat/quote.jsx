/* What the next message refers to: words selected in an answer, until they are sent or removed. */
import { TextQuote, X } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";

const LONGEST = 2000;
let quote = "";
const hearers = new Set();
export const quoted = () => quote;
export const setQuote = (next) => {
  quote = next;
  for (const hearer of hearers) hearer();
};
const hear = (hearer) => (hearers.add(hearer), () => hearers.delete(hearer));
export const useQuote = () => useSyncExternalStore(hear, quoted, () => "");

/* The selected words and where they end, if they lie in one answer; a triple click reaches beyond its end. */
function selected() {
  const selection = document.getSelection();
  if (!selection?.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0).cloneRange();
  const start = range.startContainer;
  const answer = (start.nodeType === Node.ELEMENT_NODE ? start : start.parentElement)?.closest(".answer [data-words]");
  if (!answer) return null;
  const isInside = answer.contains(range.endContainer);
  if (!isInside) range.setEndAfter(answer.lastChild);
  const words = (isInside ? selection : range).toString().trim();
  return words ? { words, at: range.getBoundingClientRect() } : null;
}

/* Stands beside the selection; the log is its frame. */
export function Quoting({ log }) {
  const [found, setFound] = useState(null);
  useEffect(() => {
    const look = () => {
      const next = selected();
      setFound(next && log.current?.contains(document.getSelection().anchorNode) ? next : null);
    };
    const box = log.current;
    document.addEventListener("selectionchange", look);
    box.addEventListener("scroll", look, { passive: true });
    return () => {
      document.removeEventListener("selectionchange", look);
      box.removeEventListener("scroll", look);
    };
  }, []);
  if (!found) return null;
  const frame = log.current.getBoundingClientRect();
  const top = Math.min(Math.max(found.at.bottom - frame.top + 6, 4), frame.height - 52);
  const left = Math.min(Math.max(found.at.left - frame.left, 8), frame.width - 108);
  const take = () => {
    const words = [...found.words];
    setQuote(words.length > LONGEST ? `${words.slice(0, LONGEST - 1).join("")}…` : found.words);
    document.getSelection().removeAllRanges();
    document.querySelector(".composer textarea")?.focus();
  };
  return (
    <button type="button" className="log-quote" style={{ top, left }} onPointerDown={(event) => event.preventDefault()} onClick={take}>
      <TextQuote size={14} strokeWidth={1.75} aria-hidden="true" />
      Quote
    </button>
  );
}

/* The focus stays where it is: by touch what is tapped would move (the bar comes back), and the tap would miss it. */
export const stays = (event) => event.preventDefault();

/* Over the composer. */
export function Quoted(rest) {
  const words = useQuote();
  if (!words) return null;
  const remove = () => {
    setQuote("");
    document.querySelector(".composer textarea")?.focus();
  };
  return (
    <div role="group" aria-label="Quoted" {...rest}>
      <TextQuote size={14} strokeWidth={1.75} aria-hidden="true" />
      <p dir="auto">{words}</p>
      <button type="button" aria-label="Remove quote" title="Remove quote" onMouseDown={stays} onClick={remove}>
        <X size={14} strokeWidth={1.75} aria-hidden="true" />
      </button>
    </div>
  );
}

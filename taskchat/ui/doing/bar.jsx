/* How many are selected, and what can be done to them: at the foot of the list. */
import { CalendarDays, Check, Flag, Folder, RotateCcw, Tag, Trash2, X } from "lucide-react";
import { createPortal } from "react-dom";
import { shown } from "./sheet.jsx";

const LOOK = { size: 16, strokeWidth: 1.75, "aria-hidden": true };
const ACTS = [
  { words: "Complete", Icon: Check, does: "complete", not: ["done", "trash"] },
  { words: "Open again", Icon: RotateCcw, does: "reopen", only: "done" },
  { words: "Put back", Icon: RotateCcw, does: "restore", only: "trash" },
  { words: "Due", Icon: CalendarDays, page: "due", not: ["trash"] },
  { words: "Move", Icon: Folder, page: "list", not: ["trash"] },
  { words: "Priority", Icon: Flag, page: "priority", not: ["trash"] },
  { words: "Tag", Icon: Tag, page: "tag", not: ["trash"] },
  { words: "Delete", Icon: Trash2, does: "delete", not: ["trash"] },
];

/* The page makes room for it. Said by an attribute: a style that asks what the page `:has` is asked of every row at
 * every word of an answer. */
const stands = (bar) => document.querySelector(".frame")?.toggleAttribute("data-picking", !!bar);

export function Bar({ picked, count, all, busy, view, table, act, open, onAll, onClose }) {
  const pane = document.querySelector(".pane-tasks");
  if (!pane) return null;
  const number = count.toLocaleString("en");
  const fits = ({ only, not }) => (only ? view === only : !not?.includes(view));
  const keys = ({ does, page }) => shown(table.find((one) => (page ? one.at === page : one.does === does))?.keys[0] ?? "");
  return createPortal(
    <>
      <p role="status" className="sr-only">{busy || (count ? `${number} selected` : "")}</p>
      {picked.size || busy ? (
        <div ref={stands} className="bar-picked rise" role="group" aria-label="Selected tasks">
          <span className="bar-count">{busy || <>{number}<span> selected</span></>}</span>
          {busy ? null : (
            <>
              {all ? <button type="button" className="bar-all" onClick={onAll}>{`Select all ${all.toLocaleString("en")}`}</button> : null}
              {ACTS.filter(fits).map(({ Icon, ...one }) => (
                <button key={one.words} type="button" title={[one.words, keys(one) && `(${keys(one)})`].filter(Boolean).join(" ")} data-danger={one.does === "delete" || undefined} onClick={() => (one.page ? open(one.page) : act(one.does))}>
                  <Icon {...LOOK} />
                  <span>{one.words}</span>
                </button>
              ))}
              <button type="button" aria-label="Select none" title="Select none (Esc)" onClick={onClose}>
                <X {...LOOK} />
              </button>
            </>
          )}
        </div>
      ) : null}
    </>,
    pane,
  );
}

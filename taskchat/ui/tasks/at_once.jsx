/* What the page shows before the server has answered: ticks, rows on their way out, lines on their way in (decision 17).
 *
 * `said` counts the server's refusals: when it grows, everything goes back to what the server last sent. */
import { createContext, useCallback, useContext, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Item } from "@radix-ui/react-dropdown-menu";
import { Sorted } from "../../design/sorting/sorted.jsx";
import { toggle, useDesk } from "./picked.jsx";

const STAYS = 5000;
const Row = createContext({ id: "", leave: () => {} });

/* Whoever had the focus in a row that goes finds it in the next one. */
function passFocus(row) {
  if (!row.contains(document.activeElement)) return;
  const rows = [...row.parentElement.querySelectorAll(":scope > .task:not([data-gone], [data-left])")];
  const next = rows[rows.indexOf(row) + 1] ?? rows[rows.indexOf(row) - 1];
  (next?.querySelector(".tick") ?? document.getElementById("add-a-task"))?.focus();
}

/* A row that moves in the page loses the focus on its way. */
function keepFocus(until) {
  const held = document.activeElement;
  const look = () => {
    if (document.activeElement === document.body && held.isConnected) held.focus();
    if (Date.now() < until) requestAnimationFrame(look);
  };
  look();
}

export function TaskRow({ said, lingers, onRest, onNudge, children, ...rest }) {
  const id = rest["data-id"];
  const item = useRef(null);
  const picked = useDesk(({ picked }) => picked.has(id));
  const meant = useDesk(({ meant }) => meant.get(id));
  const sorted = useContext(Sorted);
  const next = meant?.startsWith("→") ? JSON.stringify(meant) : undefined;
  const nudge = (event) => {
    if (!event.altKey || !event.key.startsWith("Arrow")) return;
    // Where nothing can come further out, it is the browser's way back.
    if (event.key === "ArrowLeft" && event.currentTarget.dataset.level === "0") return;
    event.preventDefault();
    keepFocus(Date.now() + 1000);
    onNudge(event.key.slice(5).toLowerCase());
  };
  const place = useCallback((element) => {
    item.current = element;
    sorted?.ref(element);
  }, [sorted?.ref]);
  const [gone, setGone] = useState(false);
  const [left, setLeft] = useState(false);
  const leaves = (set) => (passFocus(item.current), set(true));
  useEffect(() => setGone(false), [said]);
  useEffect(() => {
    setLeft(false);
    if (!lingers) return undefined;
    const leave = setTimeout(() => leaves(setLeft), STAYS);
    const rested = setTimeout(onRest, STAYS + 240);
    return () => (clearTimeout(leave), clearTimeout(rested));
  }, [lingers]);
  return (
    <Row.Provider value={{ id, leave: () => leaves(setGone) }}>
      <li
        ref={place} onKeyDown={nudge} style={{ ...sorted?.style, "--next": next }} data-held={sorted?.held} data-next={next && ""} {...rest}
        data-gone={gone || meant === "gone" || undefined} data-left={left || undefined} data-picked={picked || undefined}
      >
        {sorted?.grip}
        {children}
      </li>
    </Row.Provider>
  );
}

/* A row that looks as before stays the same object, wherever in the list it stands now: it is not drawn again. */
const rows = new Map();
const alike = (one, other) => JSON.stringify(one) === JSON.stringify(other);

export function same(row) {
  const before = rows.get(row.id);
  if (before && alike(row, before)) return before;
  if (rows.size > 500) rows.clear();
  rows.set(row.id, row);
  return row;
}

export function Tick({ done, said, onTick, ...rest }) {
  const { id } = useContext(Row);
  const picking = useDesk(({ picked }) => picked.size > 0 && (picked.has(id) ? 2 : 1));
  const meant = useDesk(({ meant }) => meant.get(id));
  const [wanted, setWanted] = useState(null);
  useEffect(() => setWanted(null), [done, said]);
  const tick = (event) => {
    const next = event.target.checked;
    if (wanted !== null) return; // a double click acts once
    setWanted(next);
    onTick(next);
  };
  const waits = (wanted !== null && wanted !== done) || meant;
  const box = { type: "checkbox", "data-waits": waits || undefined, ...rest };
  if (picking) return <input {...box} checked={picking === 2} onChange={() => toggle(id)} aria-label={rest["aria-label"].replace(/^\S+/, "Select")} data-picks="" />;
  return <input {...box} checked={wanted ?? (done || meant === "done")} onChange={tick} />;
}

export function Leave({ onLeave, ...rest }) {
  const { leave } = useContext(Row);
  return <button type="button" onClick={() => (leave(), onLeave())} {...rest} />;
}

export function LeaveItem({ onLeave, children, ...rest }) {
  const { leave } = useContext(Row);
  return (
    <Item onSelect={() => (leave(), onLeave())} {...rest}>
      {children}
    </Item>
  );
}

/* Lines that were added and not yet answered: [{key, text}], oldest first. */
let lines = [];
const hearers = new Set();
const hear = (hearer) => (hearers.add(hearer), () => hearers.delete(hearer));
const keep = (next) => {
  lines = next;
  for (const hearer of hearers) hearer();
};
const NONE = [];
const useLines = () => useSyncExternalStore(hear, () => lines, () => NONE);

export function Waiting({ className, slow }) {
  return useLines().map(({ key, text }) => (
    <li key={key} className={className} aria-busy="true">
      <span className="tick-waits" aria-hidden="true" />
      <bdi>{text}</bdi>
      <span className="sr-only">{slow}</span>
    </li>
  ));
}

let count = 0;
const nextKey = () => `${Date.now().toString(36)}-${(count += 1)}`;

/* The understood parts, as far as what was read still stands in the field. */
function marks(text, read) {
  const agree = (part) => text.slice(0, part.end) === read.line.slice(0, part.end);
  const parts = read.parts.filter(agree);
  const out = [];
  let at = 0;
  for (const { start, end, kind } of parts) {
    out.push(text.slice(at, start), <mark key={start} data-kind={kind}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return [...out, text.slice(at)];
}

export function QuickAdd({ read, answered, said, wrong, onRead, onAdd, children, ...rest }) {
  const field = useRef(null);
  const timer = useRef(0);
  const [text, setText] = useState("");
  const [pasted, setPasted] = useState(null);
  const write = (value) => {
    field.current.value = value;
    changed();
  };
  const changed = () => {
    const value = field.current.value;
    setText(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onRead(value), value ? 180 : 0);
  };
  const add = (one, open = false) => {
    if (!one.trim()) return;
    const key = nextKey();
    keep([...lines, { key, text: one.trim() }]);
    clearTimeout(timer.current);
    onAdd(key, one.trim(), open);
  };
  const clear = () => {
    field.current.select();
    document.execCommand("delete"); // the browser's own undo brings it back
    write("");
    setPasted(null);
  };
  useEffect(() => {
    const at = lines.findIndex(({ key }) => key === answered);
    if (at < 0) return;
    const refused = wrong.key === answered ? lines[at].text : "";
    keep(lines.slice(at + 1));
    if (refused && !field.current.value) write(refused);
  }, [answered]);
  // The connection was lost with them, perhaps: the server takes each key once.
  useEffect(() => lines.forEach(({ key, text: line }) => onAdd(key, line, false)), [said]);
  const fresh = read.line === text && text !== "";
  const parts = fresh ? read.parts.filter(({ kind }) => kind !== "problem") : [];
  /* In quotes it is words; the caret stays behind it. */
  const literal = ({ start, end }) => {
    const words = `"${text.slice(start, end).replaceAll('"', "")}"`;
    write(text.slice(0, start) + words + text.slice(end));
    field.current.focus();
    field.current.setSelectionRange(start + words.length, start + words.length);
  };
  const partAt = (fits) => {
    const { selectionStart: at, selectionEnd } = field.current;
    return at === selectionEnd ? parts.find((part) => fits(part, at)) : undefined;
  };
  const point = () => {
    const part = partAt(({ start, end }, at) => start < at && at < end);
    if (part) literal(part);
  };
  const press = (event) => {
    const behind = event.key === "Backspace" && partAt(({ end }, at) => end === at);
    if (behind) (event.preventDefault(), literal(behind));
    if (event.key === "Escape" && text) (event.preventDefault(), clear());
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const shift = event.shiftKey;
    const value = field.current.value;
    write("");
    add(value, shift);
  };
  const paste = (event) => {
    const several = event.clipboardData.getData("text").split(/\r?\n/).map((one) => one.trim()).filter(Boolean);
    if (several.length < 2) return;
    event.preventDefault();
    setPasted(several);
  };
  const take = (several) => {
    several.forEach((one) => add(one));
    setPasted(null);
    field.current.focus();
  };
  const isWrong = wrong.words !== "" && (fresh || wrong.line === text);
  return (
    <div className="quick" data-wrong={isWrong || undefined}>
      <div className="quick-box">
        {children}
        <div className="quick-line">
          <div className="quick-marks" aria-hidden="true">{marks(text, read)}</div>
          <input
            ref={field} type="text" autoComplete="off" enterKeyHint="done" spellCheck="true" maxLength={2000}
            aria-describedby="quick-said" aria-invalid={isWrong || undefined}
            onInput={changed} onKeyDown={press} onClick={point} onPaste={paste}
            onScroll={(event) => (event.target.previousSibling.scrollLeft = event.target.scrollLeft)} {...rest}
          />
        </div>
        <kbd aria-hidden="true">Enter</kbd>
      </div>
      {pasted ? (
        <div className="quick-said">
          <button type="button" onClick={() => take(pasted)}>{`Add ${pasted.length} tasks`}</button>
          <button type="button" onClick={() => take([pasted.join(" ")])}>Add as one</button>
          <button type="button" onClick={() => setPasted(null)}>Cancel</button>
        </div>
      ) : null}
      <div id="quick-said" className="quick-said" role="status">
        {isWrong ? <span className="quick-wrong">{wrong.words}</span> : null}
        {parts.length && !isWrong ? (
          <>
            <bdi>{read.title}</bdi>
            {parts.map((part) => (
              <button key={part.start} type="button" data-kind={part.kind} title="Take it as words" onClick={() => literal(part)}>
                {part.said}
              </button>
            ))}
          </>
        ) : null}
      </div>
    </div>
  );
}

/* Keys, selection and what is done to several tasks at once. Loaded with the first key; `picked.jsx` holds it till then. */
import { useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useNavigate } from "react-router";
import { drafts } from "../../chat/client/drafts.jsx";
import { newId } from "../../chat/client/keys.jsx";
import { change, desk, toggle, types, useDesk } from "../../tasks/client/picked.jsx";
import { Bar } from "./bar.jsx";
import { Chips, into } from "./chips.jsx";
import { conversation, Palette } from "./palette.jsx";
import { Rename } from "./rename.jsx";
import { isOff, Sheet } from "./sheet.jsx";

const NONE = new Set();
const SECOND = 1500; // within which the second key of "g t" comes
const GONE = { complete: "done", delete: "gone", restore: "gone" }; // what shows at once; of anything else, what it is to be
const REPEATS = /^(next|before|select next|select before)$/;

const nameOf = ({ key, ctrlKey, metaKey, altKey, shiftKey }) => {
  const mod = ctrlKey || metaKey;
  const plain = key.length === 1 ? key.toLowerCase() : key;
  const shift = shiftKey && (key.length > 1 || /[a-z]/i.test(key));
  return [mod && "mod", altKey && "alt", shift && "shift", plain].filter(Boolean).join("+");
};

const rowOf = (id) => document.querySelector(`.task[data-id="${CSS.escape(id)}"]`);
const focused = () => document.activeElement?.closest(".task[data-id]")?.dataset.id ?? "";
const focus = (id) => {
  const row = rowOf(id);
  row?.scrollIntoView({ block: "nearest" });
  row?.querySelector(".tick, button")?.focus();
};

export function Desk(props) {
  const { table, rows, more, view, said, answered, onAct, onRename } = props;
  const navigate = useNavigate();
  const picked = useDesk(({ picked }) => picked);
  const [page, setPage] = useState(""); // of the palette; "" = closed
  const [sheet, setSheet] = useState(false);
  const [renamed, setRenamed] = useState(null);
  const [busy, setBusy] = useState("");
  const [whole, setWhole] = useState(false);
  const anchor = useRef("");
  const before = useRef({ key: "", at: 0 });
  const waits = useRef("");
  const goal = useRef([]); // what the palette's choice is for
  const ids = rows.map((row) => row.id);

  const targets = () => (desk.picked.size ? ids.filter((id) => desk.picked.has(id)) : [focused()].filter((id) => ids.includes(id)));
  const pick = (next) => {
    setWhole(false);
    change({ picked: new Set(next) });
  };
  const go = (set) => {
    const params = new URLSearchParams(window.location.search);
    for (const [name, value] of Object.entries(set)) value ? params.set(name, value) : params.delete(name);
    navigate({ pathname: "/", search: `?${params}` });
  };
  const goTo = (place) => go({ view: null, in: null, tag: null, q: null, filter: null, pages: null, only: null, pane: null, ...place });

  const act = (what, value = "", those = targets(), words = "") => {
    const fresh = those.filter((id) => !desk.meant.has(id));
    if (!fresh.length || busy) return;
    const key = newId();
    const meant = new Map(desk.meant);
    fresh.forEach((id) => meant.set(id, GONE[what] ?? (words ? `→ ${words}` : "waits")));
    const next = GONE[what] === "gone" && fresh.includes(focused()) ? ids.slice(ids.indexOf(fresh.at(-1)) + 1).find((id) => !fresh.includes(id)) : "";
    waits.current = key;
    setBusy(fresh.length === 1 ? "Changing 1 task…" : `Changing ${whole ? ids.length + more : fresh.length} tasks…`);
    change({ meant, picked: NONE });
    onAct(key, what, value, fresh, whole);
    setWhole(false);
    if (next) focus(next);
  };
  const settle = () => {
    waits.current = "";
    setBusy("");
    setRenamed(null);
    change({ meant: new Map() });
  };
  useEffect(() => {
    if (waits.current && answered === waits.current) settle();
  }, [answered]);
  useEffect(settle, [said]);
  useEffect(() => {
    const left = [...picked].filter((id) => ids.includes(id));
    if (left.length < picked.size) change({ picked: new Set(left) });
  }, [rows]);
  useEffect(() => pick([]), [view, props.place]);

  const step = (by, selects) => {
    const at = ids.indexOf(focused());
    const to = at < 0 ? (by > 0 ? ids[0] : ids.at(-1)) : ids[Math.min(Math.max(at + by, 0), ids.length - 1)];
    if (!to) return;
    if (selects && at >= 0) {
      if (!desk.picked.size || !ids.includes(anchor.current)) anchor.current = ids[at];
      range(to);
    }
    focus(to);
  };
  const range = (to) => {
    const [from, until] = [ids.indexOf(anchor.current), ids.indexOf(to)].sort((one, other) => one - other);
    pick(ids.slice(Math.max(from, 0), until + 1));
  };
  const select = (id) => {
    if (!id) return;
    anchor.current = id;
    setWhole(false);
    toggle(id);
  };
  const rename = (id) => {
    const row = rows.find((one) => one.id === id);
    if (row && view !== "trash") setRenamed({ id, title: row.title, text: null });
  };
  const saveName = (text) => {
    if (!text || text === renamed.title) return setRenamed(null);
    waits.current = newId();
    setRenamed({ ...renamed, text });
    onRename(waits.current, renamed.id, text);
  };
  const open = (name) => {
    goal.current = targets();
    if (name === "root" || goal.current.length) setPage(name);
  };
  const add = () => {
    const field = document.getElementById("add-a-task");
    if (field.offsetParent) field.focus();
    else go({ pane: null });
  };
  const search = () => {
    const fields = [...document.querySelectorAll("input[type=search][aria-label='Search tasks']")];
    const seen = fields.find((field) => field.offsetParent);
    if (seen) seen.focus();
    else go({ find: "1", pane: null });
  };
  const does = {
    palette: () => open("root"), sheet: () => setSheet(true), new: add, search, undo: props.onUndo, redo: props.onRedo,
    go: (at) => goTo({ view: at }), next: () => step(1), before: () => step(-1), "select next": () => step(1, true),
    "select before": () => step(-1, true), select: () => select(focused()), complete: () => act(view === "done" ? "reopen" : "complete"),
    all: () => (picked.size === ids.length && more ? setWhole(true) : pick(ids)), none: () => pick([]), page: open,
    chat: props.onNewChat, list: props.onNewList, reminders: props.onReminders, theme: props.onTheme, open: (at) => navigate(at), leave,
    fetch: (at) => window.location.assign(at.replace("{c}", conversation())),
    rename: () => rename(focused()), edit: () => targets()[0] && props.onOpen(targets()[0]), delete: () => act("delete"),
  };

  /* What a key does here and now; null = nothing of ours. */
  const meaning = (event) => {
    const name = nameOf(event);
    const sequence = `${before.current.key} ${name}`;
    const both = Date.now() - before.current.at < SECOND;
    before.current = { key: name, at: Date.now() };
    const one = (both && table.find(({ keys }) => keys.includes(sequence))) || table.find(({ keys }) => keys.includes(name));
    if (!one?.does || (event.repeat && !REPEATS.test(one.does))) return null;
    const isLetter = !name.startsWith("mod+") && event.key.length === 1;
    if ((isLetter && isOff()) || (one.does !== "palette" && types(event.target))) return null;
    return fits(one, event) ? one : null;
  };
  const fits = ({ does: what }, { key }) => {
    const target = document.activeElement; // of a key that waited for this script, not where the focus was then
    const inRow = target.closest(".task[data-id]");
    if (key.startsWith("Arrow")) return inRow && !target.closest("[aria-haspopup], .grip"); // a menu and what drags have their own
    if (key === "Enter") return inRow && target.matches(".tick");
    if (what === "all") return target === document.body || !!target.closest(".pane-tasks");
    if (what === "none") return desk.picked.size > 0;
    if (view === "trash" && /^(complete|rename|edit|delete|page)$/.test(what)) return false;
    return true;
  };
  const click = (event) => {
    if (event.target.closest("[data-palette]")) return open("root"), true;
    const id = (event.row ?? event.target.closest(".task"))?.dataset.id;
    if (!id || !ids.includes(id)) return false;
    if (event.target.closest("[data-pick]")) return select(id), false;
    if (event.target.closest("[data-rename]")) return rename(id), true;
    if (event.shiftKey) {
      getSelection()?.removeAllRanges();
      if (!ids.includes(anchor.current)) anchor.current = ids[0];
      return range(id), true;
    }
    const byTouch = picked.size && matchMedia("(pointer: coarse)").matches && event.target.closest(".row-title, .row-meta");
    if (!event.ctrlKey && !event.metaKey && !byTouch) return false;
    return select(id), true;
  };
  const press = (event) => {
    if (event.type === "click") {
      if (click(event)) (event.preventDefault(), event.stopPropagation());
      return;
    }
    if (page && nameOf(event) === "mod+k") return event.preventDefault(), setPage("");
    const one = event.isComposing || page || sheet ? null : meaning(event);
    if (!one) return;
    event.preventDefault();
    does[one.does](one.at);
  };
  const now = useRef(press);
  now.current = press;
  useEffect(() => {
    change({ press: (event) => now.current(event) });
    return () => change({ press: null });
  }, []);

  desk.into = (draft) => into(draft, rows.filter((row) => picked.has(row.id)), () => pick([]));
  const bar = { picked, count: whole ? ids.length + more : picked.size, all: more && picked.size === ids.length && !whole ? ids.length + more : 0, busy, view, table };
  return (
    <>
      <Bar {...bar} act={act} open={open} onAll={() => setWhole(true)} onClose={() => pick([])} />
      <Chips rows={rows.filter((row) => picked.has(row.id))} onRemove={toggle} />
      {renamed ? createIn(rowOf(renamed.id)?.querySelector(".row"), <Rename key={renamed.id} {...renamed} onSave={saveName} onLeave={() => setRenamed(null)} onFocus={() => focus(renamed.id)} />) : null}
      {page ? (
        <Palette
          {...props} page={page} count={goal.current.length} title={rows.find(({ id }) => id === goal.current[0])?.title} does={does} goTo={goTo} onPage={setPage}
          act={(what, value, words) => act(what, value, goal.current, words)} onClose={() => setPage("")}
        />
      ) : null}
      {sheet ? <Sheet table={table} onClose={() => setSheet(false)} /> : null}
    </>
  );
}

/* As the form in the settings does: by a post of the browser's own, which ends the session everywhere. */
function leave(at) {
  drafts.forget();
  const form = document.createElement("form");
  Object.assign(form, { method: "post", action: at });
  document.body.append(form);
  form.submit();
}

const createIn = (place, what) => (place ? createPortal(what, place) : null);

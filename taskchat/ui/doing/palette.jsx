/* One field that finds tasks, lists, tags, views and commands, and asks for a date, a list or a tag where one is needed:
 * a combobox with a listbox, by keys, by mouse and for readers. */
import { Close, Content, Overlay, Portal, Root, Title } from "@radix-ui/react-dialog";
import { CalendarDays, Check, ChevronRight, CornerDownLeft, Flag, Folder, Minus, Plus, Search, Tag, Trash2, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { newId } from "../../chat/client/keys.jsx";
import { shown, useWayBack } from "./sheet.jsx";

const WAIT = 150; // between two requests
const MOST = 6; // commands while something is typed
const LOOK = { size: 16, strokeWidth: 1.75, "aria-hidden": true };
const ASKS = { root: "Find a task, a list, or something to do", due: "When? For example: fri 9am", priority: "Which priority?", list: "Which list?", tag: "Which tag to add?", untag: "Which tag to remove?" };
const DAY = { weekday: "short", day: "numeric", month: "short" };
const MARKS = { tag: "#", untag: "no #" };
const NAMES = { root: "Find or do anything", due: "Due date", priority: "Priority", list: "Move to a list", tag: "Add a tag", untag: "Remove a tag" };
const ICONS = { task: Check, list: Folder, tag: Tag, go: ChevronRight };

/* 0 begins with it, 1 has a word that does, 2 has every word, 3 has the letters in this order; null = none of these. */
function rank(typed, words) {
  const [said, name] = [typed.trim().toLowerCase(), words.toLowerCase()];
  if (!said || name.startsWith(said)) return 0;
  if (name.includes(` ${said}`)) return 1;
  if (said.split(/\s+/).every((word) => name.includes(word))) return 2;
  let at = -1;
  return said.length > 2 && [...said.replace(/\s/g, "")].every((letter) => (at = name.indexOf(letter, at + 1)) >= 0) ? 3 : null;
}
const fitting = (typed, options, fits = (at) => at < 3) =>
  options
    .map((one, place) => ({ one, place, rank: rank(typed, `${one.name} ${one.also ?? ""}`) }))
    .filter((found) => found.rank !== null && fits(found.rank))
    .sort((a, b) => a.rank - b.rank || a.place - b.place)
    .map(({ one }) => one);

function useAnswers(words, offers, onLook) {
  const last = useRef(0);
  useEffect(() => {
    const timer = setTimeout(() => {
      last.current = Date.now();
      onLook(words.trim());
    }, Math.max(0, last.current + WAIT - Date.now()));
    return () => clearTimeout(timer);
  }, [words]);
  return offers.words === words.trim() || words.trim().startsWith(offers.words) ? offers.found : [];
}

export function Palette(props) {
  const { page, onPage, onClose, count } = props;
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const list = useRef(null);
  const chosen = useRef(null); // what goes on when the focus is back
  const back = useWayBack();
  const inner = useRef(page !== "root"); // opened for one question, not come to from the root
  const found = useAnswers(words, props.offers, props.onLook);
  const groups = PAGES[page]({ ...props, words: words.trim(), found });
  const options = groups.flatMap(({ options: those }) => those);
  const active = Math.min(at, options.length - 1);
  const turn = (to) => {
    setWords("");
    setAt(0);
    onPage(to);
  };
  const choose = (one) => {
    if (one.page) return turn(one.page);
    chosen.current = one.run;
    onClose();
  };
  const keys = {
    ArrowDown: () => setAt((active + 1) % options.length), ArrowUp: () => setAt((active - 1 + options.length) % options.length),
    Home: () => setAt(0), End: () => setAt(options.length - 1), Enter: () => options[active] && choose(options[active]),
  };
  const press = (event) => {
    if (event.nativeEvent.isComposing) return;
    const back = event.key === "Backspace" && !words && !inner.current && page !== "root";
    if (back) return turn("root");
    if (!keys[event.key] || ((event.key === "Home" || event.key === "End") && words)) return;
    event.preventDefault();
    if (options.length) keys[event.key]();
  };
  const day = (form) => {
    const picked = form.day.value;
    return () => props.act("due", picked, new Date(`${picked}T12:00`).toLocaleDateString("en-GB", DAY));
  };
  useEffect(() => list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" }), [active]);
  const about = page !== "root" && count > 1 ? `${count} tasks` : "";
  return (
    <Root open onOpenChange={(open) => open || onClose()}>
      <Portal>
        <Overlay className="veil fixed inset-0 z-40" />
        <Content className="dialog palette rise" aria-describedby={undefined} onCloseAutoFocus={back(() => chosen.current?.())}>
          <Title className="sr-only">{NAMES[page]}</Title>
          <div className="palette-field">
            <Search {...LOOK} />
            {about ? <span className="chip">{about}</span> : null}
            <input
              role="combobox" aria-label={NAMES[page]} aria-expanded={options.length > 0} aria-controls="palette-list" aria-autocomplete="list"
              aria-activedescendant={options.length ? `goal-${active}` : undefined} placeholder={ASKS[page]} value={words} maxLength={200}
              autoComplete="off" spellCheck="false" autoFocus onChange={(event) => (setWords(event.target.value), setAt(0))} onKeyDown={press}
            />
            <Close aria-label="Close" title="Close" className="palette-close"><X {...LOOK} /></Close>
          </div>
          <div ref={list} id="palette-list" role="listbox" aria-label={NAMES[page]} className="palette-list">
            {groups.map(({ name, options: those }) =>
              those.length ? (
                <div key={name} role="group" aria-label={name}>
                  <p aria-hidden="true">{name}</p>
                  {those.map((one) => {
                    const place = options.indexOf(one);
                    const Icon = one.Icon ?? ICONS[one.kind] ?? ChevronRight;
                    return (
                      <div
                        key={`${one.kind}${one.id ?? one.name}`} id={`goal-${place}`} role="option" aria-selected={place === active}
                        onMouseMove={() => place === active || setAt(place)} onMouseDown={(event) => event.preventDefault()} onClick={() => choose(one)}
                      >
                        <Icon {...LOOK} />
                        <bdi>{one.name}</bdi>
                        {one.hint ? <span>{one.hint}</span> : null}
                        {one.keys ? <kbd>{shown(one.keys)}</kbd> : null}
                      </div>
                    );
                  })}
                </div>
              ) : null,
            )}
            {options.length ? null : <div role="option" aria-selected="false" aria-disabled="true" className="palette-none">{words ? `Nothing is called “${words}”.` : "Nothing here yet."}</div>}
          </div>
          {page === "due" ? (
            <form className="palette-day" onSubmit={(event) => (event.preventDefault(), choose({ run: day(event.target) }))}>
              <label htmlFor="palette-date">Or pick a day</label>
              <input id="palette-date" name="day" type="date" required />
              <button type="submit">Set the day</button>
            </form>
          ) : null}
          <p role="status" className="sr-only">{`${options.length} ${options.length === 1 ? "match" : "matches"}`}</p>
        </Content>
      </Portal>
    </Root>
  );
}

const PAGES = { root, due, priority, list: toList, tag, untag };

function root({ words, found, count, title, commands, does, goTo, act, table, view, onOpen, onAdd }) {
  const keys = (what, place = "") => table.find((one) => one.does === what && one.at === place)?.keys[0];
  const those = count === 1 ? `“${title}”` : `${count} tasks`;
  const chosen = !count || view === "trash" ? [] : [
    { name: `Complete ${those}`, Icon: Check, keys: keys("complete"), run: () => act("complete") },
    { name: `Due date of ${those}`, Icon: CalendarDays, page: "due", keys: keys("page", "due") },
    { name: `Priority of ${those}`, Icon: Flag, page: "priority", keys: keys("page", "priority") },
    { name: `Move ${those} to a list`, Icon: Folder, page: "list", keys: keys("page", "list") },
    { name: `Add a tag to ${those}`, Icon: Tag, page: "tag", keys: keys("page", "tag") },
    { name: `Remove a tag of ${those}`, Icon: Tag, page: "untag", keys: keys("page", "untag") },
    { name: `Move ${those} to trash`, Icon: Trash2, keys: keys("delete"), run: () => act("delete") },
  ];
  const ways = table.filter((one) => one.group === "Go to").map((one) => ({ name: one.words, kind: "go", also: `go to view ${one.also}`, keys: one.keys[0], run: () => does[one.does](one.at) }));
  const doings = commands.filter(({ at }) => !at.includes("{c}") || conversation()).map((one) => ({ ...one, kind: "go", keys: keys(one.does), run: () => does[one.does](one.at) }));
  const goals = found.map((one) => ({ ...one, run: () => (one.kind === "task" ? onOpen(one.id) : goTo({ [one.kind === "list" ? "in" : "tag"]: one.name })) }));
  const of = (kind) => goals.filter((one) => one.kind === kind);
  const typed = words ? [
    { name: `Add “${words}”`, Icon: Plus, run: () => onAdd(newId(), words, false) },
    { name: `Search for “${words}”`, Icon: Search, run: () => goTo({ q: words }) },
  ] : [];
  return [
    { name: count > 1 ? "Selected" : "This task", options: fitting(words, chosen) },
    { name: "Go to", options: fitting(words, ways).slice(0, words ? MOST : undefined) },
    { name: "Do", options: fitting(words, doings).slice(0, words ? MOST : undefined) },
    { name: "Tasks", options: of("task") }, { name: "Lists", options: of("list") }, { name: "Tags", options: of("tag") },
    { name: "Perhaps", options: fitting(words, [...chosen, ...ways, ...doings], (at) => at === 3).slice(0, MOST) },
    { name: "With these words", options: typed },
  ];
}

export const conversation = () => new URLSearchParams(window.location.search).get("c");
const pair = (name, value, Icon, said = name) => ({ name, value, Icon, said });
const choices = (what, act, options) => options.map((one) => ({ ...one, run: () => act(what, one.value, `${MARKS[what] ?? ""}${one.said}`) }));

function due({ words, act }) {
  const offered = [pair("Today", "today"), pair("Tomorrow", "tomorrow"), pair("Next week", "next monday"), pair("No date", "")];
  const own = words ? [pair(`Due “${words}”`, words, CornerDownLeft, words)] : [];
  return [{ name: "Due", options: choices("due", act, [...fitting(words, offered.map((one) => ({ ...one, Icon: CalendarDays }))), ...own]) }];
}

function priority({ words, act }) {
  const offered = [pair("High", "high", Flag), pair("Medium", "medium", Flag), pair("Low", "low", Flag)];
  return [{ name: "Priority", options: choices("priority", act, fitting(words, offered)) }];
}

function named(what, noun, known, words, act, Icon, first = []) {
  const offered = [...first, ...known.map((name) => pair(name, name, Icon))];
  const isNew = words && !known.some((name) => name.toLowerCase() === words.toLowerCase());
  const own = isNew && what !== "untag" ? [pair(`New ${noun} “${words}”`, words, Plus, words)] : [];
  return choices(what, act, [...fitting(words, offered), ...own]);
}

function toList({ words, act, lists }) {
  return [{ name: "Lists", options: named("list", "list", lists, words, act, Folder, [pair("Inbox", "", Folder)]) }];
}

function tag({ words, act, tags }) {
  const options = named("tag", "tag", tags, words.replace(/^#/, ""), act, Tag);
  return [{ name: "Tags", options: words ? options : [...options, { name: "Remove a tag instead", Icon: Minus, page: "untag" }] }];
}

function untag({ words, act, tags }) {
  return [{ name: "Tags", options: named("untag", "tag", tags, words.replace(/^#/, ""), act, Tag) }];
}

/* Where one writes. A sentence stands in the log from the frame in which it was sent; under its key it is told again
 * after a lost connection, and the server takes it once. What is refused comes back into the field. */
import { ArrowUp, AtSign, Square } from "lucide-react";
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { AttachButton, held, Held, intoFiles, useHeld } from "./attachments.jsx";
import { Choices, useChoices } from "./choices.jsx";
import { called, commandAt } from "./commands.jsx";
import { isSlow, isUp, useReturn } from "./connection.jsx";
import { drafts } from "./drafts.jsx";
import { newId } from "./keys.jsx";
import { LinesOffer, useLines } from "./lines.jsx";
import { drawn, fitting, inPieces, nameAt, namesIn, putName, told } from "./names.jsx";
import { quoted, setQuote, useQuote } from "./quote.jsx";

let sent = []; // [{id, text, thread, person, names, quote, files, reader}], not yet answered
const hearers = new Set();
const keep = (next) => {
  sent = next;
  if (!sent.length) isSlow(false);
  for (const hearer of hearers) hearer();
};
const hear = (hearer) => (hearers.add(hearer), () => hearers.delete(hearer));
const NONE = [];
export const useSent = () => useSyncExternalStore(hear, () => sent, () => NONE);

const SLOW = 4000;
const LOOKS_AFTER = 200; // of rest, behind @
const NEAR = 0.9; // of the longest message: from here on it is counted

const number = (count) => count.toLocaleString("en");
const LABELS = { "@": "Tasks and lists", "/": "Commands" };

export const inField = { put: null, isTooLate: null }; // a queued message goes back into the field, or has begun before it could
let say = null; // sends a sentence that nobody has to type; what is being written stays

export function Composer({
  thread, person, answered, refused, running, longest = 10000, hints, commands, offers, linesAnswered, linesLeft, linesWrong,
  reader, server, onSend, onStop, onLook, onNew, onLines, ...rest
}) {
  const field = useRef(null);
  const names = useRef([]); // the tasks and lists named in the field
  const again = useRef(""); // the key of a send that nobody has answered before the page was loaded anew
  const waits = useRef(false); // Enter was pressed while nobody was there
  const closed = useRef(-1); // where Escape has closed the choices
  const at = useRef(null); // the conversation whose draft stands in the field
  const listAt = useRef(null); // the one in which a list is being made into tasks
  const instead = useRef(null); // the queued message that stands in the field to be changed
  const taken = useRef(""); // its words as they were
  const aside = useRef(null); // the draft whose place it takes
  const owner = useRef(""); // who sits here, or sat here last
  const [text, setText] = useState("");
  const [asked, setAsked] = useState(null); // what is being typed behind @ or /
  const [wrong, setWrong] = useState("");
  const isNothing = !useHeld().some((file) => file.id) && !text.trim();
  const count = [...text.trim()].length;
  const tooLong = count > longest ? `A message has at most ${number(longest)} characters. Shorten it, or send it in parts.` : "";
  const problem = tooLong || wrong;
  const about = [problem && "composer-wrong", count >= longest * NEAR && "composer-count"].filter(Boolean).join(" ");
  const grow = () => {
    const { style } = field.current;
    style.height = "auto";
    // A pane that does not show measures nothing: its field keeps the height of one line.
    if (field.current.scrollHeight) style.height = `${field.current.scrollHeight}px`;
    setText(field.current.value);
  };
  const put = ({ text: words = "", quote = "", names: kept = [], instead: one = "", aside: other = null } = {}) => {
    instead.current = one;
    aside.current = other;
    field.current.value = words;
    names.current = kept;
    setQuote(quote);
    setAsked(null);
    grow();
  };
  const draft = () => ({
    ...(instead.current && { instead: instead.current }), ...(aside.current && { aside: aside.current }),
    text: field.current.value, names: names.current, quote: quoted(), files: held.kept(),
  });
  const putWhole = (kept) => {
    put(kept);
    held.take();
    held.giveBack(kept.files ?? []);
    setWrong("");
    save();
    field.current.focus();
  };
  const save = () => drafts.write(person || owner.current, at.current, draft());
  /* The draft of this conversation; what is on its way is none any more. */
  const standing = () => {
    const kept = drafts.read(person, at.current);
    return sent.some((one) => one.id === kept.id) ? {} : kept;
  };
  const look = () => {
    const { value, selectionStart: caret, selectionEnd: end } = field.current;
    const typed = caret === end ? (commandAt(value) ?? nameAt(value, caret, names.current)) : null;
    if (typed?.at !== closed.current) closed.current = -1;
    setAsked(closed.current < 0 ? typed : null);
  };
  const changed = () => {
    again.current = "";
    waits.current = false;
    names.current = namesIn(field.current.value, names.current);
    setWrong("");
    grow();
    look();
    save();
  };
  const turnTo = (conversation) => {
    at.current = conversation;
    const kept = standing();
    again.current = kept.id ?? "";
    waits.current = false;
    setWrong("");
    put(kept);
    held.turnTo(conversation, kept.files ?? []);
  };
  const tell = ({ names: named, files, reader: readBy, waits: _, aside: __, ...one }) =>
    onSend({ ...one, pieces: told(one.text, named), files: files.map((file) => file.id), files_to: files.length ? readBy : "" });
  const out = (one) => {
    keep([...sent, { ...one, waits: running }]);
    if (isUp()) tell(one);
    setTimeout(() => sent.some(({ id }) => id === one.id) && isSlow(true), SLOW);
  };
  const send = () => {
    const words = field.current.value.trim() || held.words();
    field.current.focus();
    if (!words || tooLong) return;
    if (held.isBusy()) return setWrong("A file is still on its way. Send when it is there, or remove it.");
    if (!isUp()) return void (waits.current = true);
    const id = again.current || newId();
    again.current = "";
    const said = { ...draft(), text: words, id };
    drafts.write(person, at.current, said);
    const next = aside.current ?? {};
    put(next);
    held.take();
    held.giveBack(next.files ?? []);
    setWrong("");
    out({ ...said, thread, person, reader });
  };
  inField.put = (one) => {
    const { files, ...before } = draft();
    again.current = "";
    taken.current = one.text;
    const isDraft = before.text || before.quote || before.aside || files.length;
    putWhole({ ...one, instead: one.id, aside: isDraft ? { ...before, files } : null });
  };
  inField.isTooLate = (id) => {
    if (instead.current !== id) return;
    if (field.current.value === taken.current) return putWhole(aside.current ?? {});
    instead.current = "";
    save();
  };
  say = (words) => {
    field.current.focus();
    out({ id: newId(), text: words, thread, person, names: [], quote: "", files: [], reader });
  };
  const lines = useLines({
    text, answered: linesAnswered, left: linesLeft, onMake: (list, key) => ((listAt.current = at.current), onLines(list, key, person)),
    onLeft: (left) => {
      setWrong(linesWrong);
      if (listAt.current !== at.current) return drafts.write(person, listAt.current, { text: left });
      put({ ...draft(), text: left });
      save();
      field.current.focus();
    },
  });
  useReturn(() => {
    sent.forEach(tell);
    lines.again();
    if (waits.current) ((waits.current = false), send());
  });
  const arrived = useRef(false); // the server has come to the conversation that the address named
  useEffect(() => {
    // Nobody sits here any more: what they were writing waits for them, whoever else's drafts have gone (S-03).
    if (!person) return void (owner.current && save());
    const before = owner.current;
    owner.current = person;
    if (before && before !== person) (keep([]), held.forget(), turnTo(thread)); // somebody else sits here now
    const named = new URLSearchParams(window.location.search).get("c") ?? "";
    if (!arrived.current && thread !== named) return void (at.current === null && turnTo(named));
    arrived.current = true;
    if (thread === at.current) return;
    const isBegun = at.current === "" && sent.some((one) => one.id === answered && one.thread === "");
    if (!isBegun) return turnTo(thread);
    drafts.write(person, "", {}); // the first words began this conversation: what is written since belongs to it
    at.current = thread;
    held.moveTo(thread);
    save();
  }, [person, thread]);
  useEffect(() => {
    const mine = sent.find((one) => one.id === answered);
    if (!mine) return;
    keep(sent.filter((one) => one !== mine));
    const isHere = mine.thread === at.current;
    if (refused) setWrong(refused);
    if (refused && isHere) {
      const words = [mine.text, field.current.value].filter(Boolean).join("\n");
      put({ text: words, names: [...mine.names, ...names.current], quote: mine.quote || quoted(), instead: mine.instead });
      held.giveBack(mine.files);
    }
    if (isHere) save();
    else if (drafts.read(person, mine.thread).id === mine.id) drafts.write(person, mine.thread, refused ? { ...mine, id: "" } : {});
  }, [answered]);
  held.whenTouched(changed);
  const quote = useQuote();
  useEffect(() => {
    if (at.current !== null && quote !== (standing().quote ?? "")) changed();
  }, [quote]);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current && !thread) field.current.focus();
    first.current = false;
  }, [thread]);
  useEffect(() => {
    if (asked?.sign !== "@") return undefined;
    const wait = setTimeout(() => onLook(asked.words), LOOKS_AFTER);
    return () => clearTimeout(wait);
  }, [asked?.sign, asked?.at, asked?.words]);
  const options = useMemo(() => {
    if (!asked) return NONE;
    return asked.sign === "/" ? called(commands, asked.words) : fitting(offers, asked.words);
  }, [asked?.sign, asked?.words, offers]);
  const pick = (one) => {
    if (asked.sign === "@") {
      names.current = putName(field.current, asked.at, one, names.current);
      return changed();
    }
    put({ ...draft(), text: one.begins });
    save();
    if (one.says) say(one.says);
    if (one.does === "new") onNew();
  };
  const close = () => {
    closed.current = asked.at;
    setAsked(null);
  };
  const choices = useChoices(options, pick, close);
  const press = (event) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229 || choices.press(event)) return;
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    send();
  };
  const name = () => {
    const { value, selectionStart: caret } = field.current;
    field.current.focus();
    field.current.setRangeText(/(^|\s)$/.test(value.slice(0, caret)) ? "@" : " @", caret, field.current.selectionEnd, "end");
    changed();
  };
  return (
    <form className="composer" data-wrong={problem ? "" : undefined} onSubmit={(event) => (event.preventDefault(), send())} {...intoFiles(server)} {...rest}>
      <Held reader={reader} server={server} />
      <Choices label={LABELS[asked?.sign] ?? ""} options={options} active={choices.active} onPick={pick} />
      <LinesOffer count={lines.count} isMaking={lines.isMaking} onMake={lines.make} />
      <div className="composer-box">
        <AttachButton server={server} />
        <button type="button" className="composer-name" aria-label="Name a task or a list" title="Name a task or a list" onClick={name}>
          <AtSign size={16} strokeWidth={1.75} aria-hidden="true" />
        </button>
        <div className="composer-field">
          <div className="composer-marks" aria-hidden="true">{names.current.length ? drawn(inPieces(text, names.current)) : null}</div>
          <textarea
            ref={field} name="message" aria-label="Message" rows={1} dir="auto" enterKeyHint="send" autoComplete="off"
            placeholder={hints[matchMedia("(pointer: coarse)").matches ? 1 : 0]} aria-invalid={problem ? true : undefined}
            aria-describedby={about || undefined} onInput={changed} onSelect={look} onBlur={() => setAsked(null)} onKeyDown={press}
            onPaste={(event) => text.trim() || lines.offer(event.clipboardData.getData("text"))}
            onScroll={(event) => (event.target.previousSibling.scrollTop = event.target.scrollTop)} {...choices.steers}
          />
        </div>
        {running ? (
          <button type="button" className="composer-stop" aria-label="Stop" title="Stop" onClick={(event) => event.detail < 2 && (onStop(), field.current.focus())}>
            <Square size={14} strokeWidth={1.75} aria-hidden="true" />
          </button>
        ) : null}
        <button
          type="submit" className="composer-send" aria-label="Send" aria-disabled={isNothing || !!tooLong || undefined}
          title={tooLong ? "Too long to send" : isNothing ? "Write something first" : running ? "Send when this answer has ended" : "Send"}
        >
          <ArrowUp size={16} strokeWidth={1.75} aria-hidden="true" />
        </button>
      </div>
      {count >= longest * NEAR ? (
        <p id="composer-count" className="composer-count" data-over={tooLong ? "" : undefined}>{`${number(count)} of ${number(longest)}`}</p>
      ) : null}
      {problem ? <p id="composer-wrong" role="alert" className="composer-wrong">{problem}</p> : null}
    </form>
  );
}

/* What was sent here and not yet answered. */
export function Pending({ thread, answered, ...rest }) {
  const mine = useSent().filter((one) => !one.waits && one.thread === thread && one.id !== answered);
  return mine.map((one) => (
    <div key={one.id} className="mine">
      {one.quote ? (
        <blockquote dir="auto" className="said-quote">
          {one.quote}
        </blockquote>
      ) : null}
      <p dir="auto" data-pending="" {...rest}>
        {drawn(inPieces(one.text, one.names))}
      </p>
    </div>
  ));
}

/* Only while nothing waits for an answer. */
export function Silence({ children, ...rest }) {
  return useSent().length ? null : <div {...rest}>{children}</div>;
}

export function Prompt({ words, ...rest }) {
  return (
    <button type="button" onClick={() => say?.(words)} {...rest}>
      {words}
    </button>
  );
}
